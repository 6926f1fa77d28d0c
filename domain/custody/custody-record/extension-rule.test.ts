import assert from 'node:assert/strict';
import { authoriseExtension } from './acts/authorise-extension.ts';
import type { Instant } from '../../shared/time.ts';
import { authorisation, backFromBail, episode, extension, h, held, hospital, later, officer, post, review, told, warrant } from './example-record.ts';
import { extensionRefusals, type ExtensionAsked } from './extension-rule.ts';
import { CUSTODY_LAW } from './limits.ts';
import type { CustodyRecord } from './record.ts';

const twice = { reviews: [review(h(6)), review(h(14))] };
const ready = held(twice);
const acting = { rank: 'superintendent', giverId: 'kane', giverName: 'Ch Supt Kane', giverRank: 'chief_superintendent', from: h(20), to: h(22), reason: 'Absence' } as const;
const asked = (more: Partial<ExtensionAsked> = {}): ExtensionAsked => ({ record: ready, officer: officer('superintendent'), at: h(22), until: h(34), grounds: { necessary: true, diligent: true, representations: true }, law: CUSTODY_LAW, ...more });
const codes = (more: Partial<ExtensionAsked>) => extensionRefusals(asked(more)).refusals.map((r) => r.code).toSorted();
const lacking = (ground: 'necessary' | 'diligent' | 'representations') => ({ grounds: { ...asked().grounds, [ground]: false } });
const summary = (record: CustodyRecord): CustodyRecord => ({ ...record, arrests: record.arrests.map((a) => ({ ...a, offences: [{ code: 'CJ88001', title: 'Common assault', indictable: false }] })) });
const first = held({ ...twice, extensions: [extension(h(22), h(30))] });
const away = held({ ...twice, hospital: [hospital(h(3), h(5))] });
const seconds = held({ ...twice, hospital: [hospital(h(3), later(h(4), 23.417))], extensions: [extension(h(22), h(37))] });

const CASES: readonly (readonly [title: string, more: Partial<ExtensionAsked>, codes: readonly string[]])[] = [
  ['CUS-50 every condition met', {}, []],
  ['CUS-50 not necessary', lacking('necessary'), ['NOT_NECESSARY']],
  ['CUS-50 not diligent', lacking('diligent'), ['NOT_DILIGENT']],
  ['CUS-50 no offence under arrest is indictable', { record: summary(ready) }, ['NOT_INDICTABLE']],
  ['CUS-50 one of several is indictable', { record: { ...ready, arrests: [...summary(ready).arrests, ...ready.arrests] } }, []],
  ['CUS-52 nobody was given the chance to make representations', lacking('representations'), ['NO_REPRESENTATIONS_OPPORTUNITY']],
  ['CUS-14 a chief superintendent is above', { officer: officer('chief_superintendent') }, []],
  ['CUS-12 a chief inspector on substantive rank', { officer: officer('chief_inspector') }, ['RANK_TOO_LOW']],
  ['CUS-12 acting, from the first instant of the window', { officer: officer('chief_inspector', { acting }), at: h(20) }, []],
  ['CUS-12 acting, a second before the window', { officer: officer('chief_inspector', { acting }), at: later(h(20), -1) }, ['RANK_TOO_LOW']],
  ['CUS-12 acting, a second before its end', { officer: officer('chief_inspector', { acting }), at: later(h(22), -1) }, []],
  ['CUS-12 acting, when the window has closed', { officer: officer('chief_inspector', { acting }), at: h(22) }, ['RANK_TOO_LOW']],
  ['CUS-14 responsible for another station', { officer: officer('superintendent', { posts: [post('superintendent', ['marsh'])] }) }, ['NOT_RESPONSIBLE_FOR_STATION']],
  ['CUS-14 another post at the station', { officer: officer('superintendent', { posts: [post('custodyInspector')] }) }, ['NOT_RESPONSIBLE_FOR_STATION']],
  ['CUS-14 the shift has ended', { officer: officer('superintendent', { posts: [post('superintendent', ['hale'], { to: h(22) })] }) }, ['NOT_RESPONSIBLE_FOR_STATION']],
  ['CUS-14 the post was withdrawn', { officer: officer('superintendent', { posts: [post('superintendent', ['hale'], { withdrawnAt: h(21) })] }) }, ['NOT_RESPONSIBLE_FOR_STATION']],
  ['CUS-14 withdrawn afterwards it stood then', { officer: officer('superintendent', { posts: [post('superintendent', ['hale'], { withdrawnAt: h(23) })] }) }, []],
  ['CUS-51 no review', { record: held() }, ['BEFORE_SECOND_REVIEW']],
  ['CUS-51 one review', { record: held({ reviews: [review(h(6))] }) }, ['BEFORE_SECOND_REVIEW']],
  ['CUS-51 at the second review itself (8a)', { at: h(14) }, []],
  ['CUS-51 one second before 24 h', { at: later(h(24), -1) }, []],
  ['CUS-51 at 24 h exactly', { at: h(24) }, []],
  ['CUS-51 one second after 24 h', { at: later(h(24), 1) }, ['AFTER_24H']],
  ['CUS-51 hospital moves the 24 h', { record: away, at: h(26) }, []],
  ['CUS-51 one second after the moved 24 h', { record: away, at: later(h(26), 1) }, ['AFTER_24H']],
  ['CUS-53 an end at 36 h exactly', { until: h(36) }, []],
  ['CUS-53 an end one second beyond', { until: later(h(36), 1) }, ['PERIOD_TOO_LONG']],
  ['an end that is not after the decision', { until: h(22) }, ['PERIOD_TOO_SHORT']],
  ['CUS-53 a second authority at the 36 h themselves, the first given to the minute they end in', { record: seconds, at: later(h(37), 23.417), until: later(h(37), 23.417) }, ['PERIOD_TOO_SHORT']],
  ['CUS-53 a second authority at the end of the first', { record: first, at: h(30), until: h(36) }, []],
  ['CUS-53 one second after the first ended', { record: first, at: later(h(30), 1), until: h(36) }, ['AUTHORITY_LAPSED']],
  ['CUS-53 an end given before the 24 hours took nothing from them', { record: held({ ...twice, extensions: [extension(h(16), h(20))] }), at: h(24), until: h(36) }, []],
  ['CUS-53 and has ended one second after them', { record: held({ ...twice, extensions: [extension(h(16), h(20))] }), at: later(h(24), 1), until: h(36) }, ['AUTHORITY_LAPSED']],
  ['an end that is not after the decision, while the clock stands', { record: held({ ...twice, hospital: [hospital(h(20), null)] }), until: h(22) }, ['PERIOD_TOO_SHORT']],
  ['CUS-63 under a warrant: the superintendent’s time is lost', { record: held({ ...twice, extensions: [extension(h(22), h(36))], warrants: [warrant(h(30), h(32))] }), at: h(31), until: h(36) }, ['NOT_OPEN']],
  ['CUS-53 after 36 h both are lost', { record: first, at: later(h(36), 1), until: h(40) }, ['AFTER_36H', 'AUTHORITY_LAPSED', 'PERIOD_TOO_LONG']],
  ['CUS-53 a first end beyond the 36 as now derived stops there (8a)', { record: held({ ...twice, extensions: [extension(h(22), h(38))] }), at: h(37), until: h(38) }, ['AFTER_36H', 'AUTHORITY_LAPSED', 'PERIOD_TOO_LONG']],
  ['CUS-8 charged: nothing to extend', { record: held({ ...twice, charge: { ...told(h(20), 'charge'), offences: [], detainGrounds: null, arrests: 1 } }) }, ['NOT_OPEN']],
  ['CUS-8 held by another authority', { record: held({ ...twice, authorityKind: 'RECALL_TO_PRISON' }) }, ['NOT_OPEN']],
  ['every defect at once', { record: summary(held()), officer: officer('inspector', { posts: [] }), at: h(25), until: h(40), grounds: { necessary: false, diligent: false, representations: false } },
    ['AFTER_24H', 'BEFORE_SECOND_REVIEW', 'NOT_DILIGENT', 'NOT_INDICTABLE', 'NOT_NECESSARY', 'NOT_RESPONSIBLE_FOR_STATION', 'NO_REPRESENTATIONS_OPPORTUNITY', 'PERIOD_TOO_LONG', 'RANK_TOO_LOW'].toSorted()],
];

describe('extension of detention (s.42)', () => {
  for (const [title, more, refused] of CASES) it(title, () => { assert.deepEqual(codes(more), refused); });

  it('says how far it may go, and only where it is allowed', () => {
    assert.deepEqual([extensionRefusals(asked()).latestUntil, extensionRefusals(asked({ record: away })).latestUntil, extensionRefusals(asked({ record: held() })).latestUntil], [h(36), h(38), null]);
  });

  it('does not ask for an end to say how far', () => { assert.deepEqual(codes({ until: null }), []); });

  it('counts reviews across bail, and its first authority anew (8a CUS-51)', () => {
    const record = backFromBail(15, 200, 'answeredBail', { ...twice, extensions: [] });
    assert.deepEqual(codes({ record, at: h(205), until: h(215) }), []);
    const survived = backFromBail(26, 200, 'answeredBail', { ...twice, extensions: [extension(h(22), h(30))] });
    assert.deepEqual(codes({ record: survived, at: h(201), until: h(205) }), ['AFTER_24H']);
  });

  it('does not count reviews across a fresh clock: the new record has none (CUS-36)', () => {
    const record = held({ episodes: [episode(1, h(90), null)], authorisations: [authorisation(h(91))] });
    assert.deepEqual(codes({ record, at: h(20) as Instant }), ['BEFORE_SECOND_REVIEW']);
  });

  it('words its refusals as the desk reads them', () => {
    const message = (more: Partial<ExtensionAsked>) => extensionRefusals(asked(more)).refusals[0]?.message;
    assert.equal(message({ record: held({ reviews: [review(h(6))] }), at: h(15) }), 'One review has been done. Detention cannot be extended until the second is carried out. You may bring it forward; latest time 23:00 Mon 12 Jan GMT.');
    assert.equal(message({ record: held({ reviews: [review(h(6))] }), at: later(h(15), 1) }), 'One review has been done. Detention cannot be extended until the second is carried out. Review 2 was due by 23:00 Mon 12 Jan GMT: it comes first.');
    assert.equal(message({ until: later(h(36), 60) }), 'Detention can be authorised to 20:00 Tue 13 Jan GMT at the latest (36 hours). Enter that or an earlier end.');
    assert.equal(message({ at: later(h(24), 60) }), 'The 24 hours ended at 08:00 Tue 13 Jan GMT. A first extension had to be given by then. Charge or release now.');
  });
});

describe('the act that extends', () => {
  const one = held({ reviews: [review(h(6))] });
  const words = (at: Instant): string => {
    const opening = authoriseExtension.opens(one, { law: CUSTODY_LAW, at } as Parameters<typeof authoriseExtension.opens>[1]);
    return opening.open ? 'open' : opening.why;
  };

  it('CUS-51 says until when the second review may be brought forward, and once that is past, that it comes first', () => {
    assert.match(words(h(15)), /review 2 may be brought forward, latest 23:00/);
    assert.match(words(later(h(15), 1)), /review 2 was due by 23:00.*: it comes first/);
  });
});
