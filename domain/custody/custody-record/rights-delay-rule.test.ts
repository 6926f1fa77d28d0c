import assert from 'node:assert/strict';
import type { Rank } from '../../shared/posts.ts';
import type { Instant } from '../../shared/time.ts';
import { breaches } from './breaches.ts';
import { arrest, arrival, delay, episode, h, held, hospital, later, officer } from './example-record.ts';
import { CUSTODY_LAW } from './limits.ts';
import { rightsDelayObligations } from './obligations-care.ts';
import type { CustodyRecord } from './record.ts';
import type { RightsDelay } from './told.ts';
import { adviceDelays, rightsDelayMustEnd, rightsDelayRefusals } from './rights-delay-rule.ts';

const NOTIFY = 's56_notification';
const ADVICE = 's58_legal_advice';
const summary = held({ arrests: [arrest(h(-0.5), {}, { offences: [{ code: 'CJ88001', title: 'Common assault', indictable: false }] })] });
const codes = (right: RightsDelay['right'], rank: Rank, record: CustodyRecord = held()) => rightsDelayRefusals(record, { right, officer: officer(rank), at: h(2) }, CUSTODY_LAW).refusals.map((r) => r.code).toSorted();

const CASES: readonly (readonly [title: string, right: RightsDelay['right'], rank: Rank, record: CustodyRecord, codes: readonly string[]])[] = [
  ['CUS-83 an inspector', NOTIFY, 'inspector', held(), []], ['CUS-83 a sergeant', NOTIFY, 'sergeant', held(), ['RANK_TOO_LOW']], ['CUS-83 a superintendent', NOTIFY, 'superintendent', held(), []],
  ['CUS-84 a superintendent', ADVICE, 'superintendent', held(), []], ['CUS-84 a chief inspector', ADVICE, 'chief_inspector', held(), ['RANK_TOO_LOW']],
  ['CUS-83 a summary offence', NOTIFY, 'inspector', summary, ['NOT_INDICTABLE']], ['CUS-84 both', ADVICE, 'inspector', summary, ['NOT_INDICTABLE', 'RANK_TOO_LOW']],
];

const wanted = { arrestArea: 'Kent', soughtArea: 'Metropolitan', questionedInArrestArea: { answer: false, byName: 'DC Lim' } };
const ENDS: readonly (readonly [title: string, record: CustodyRecord, end: Instant | null])[] = [
  ['36 h from the relevant time', held(), h(36)],
  ['hospital time is not added', held({ hospital: [hospital(h(3), h(9))] }), h(36)],
  ['not fixed, on the way: from the arrest', held({ arrests: [arrest(h(0))], arrivals: [] }), h(36)],
  ['not fixed, wanted elsewhere: from the earliest it can be (8a)', held({ arrests: [arrest(h(0), wanted)], arrivals: [arrival(h(1), 'Kent')] }), h(36)],
  ['fixed by the arrival there', held({ arrests: [arrest(h(0), wanted)], arrivals: [arrival(h(1), 'Kent'), arrival(h(7))] }), h(43)],
  ['no arrest: none', held({ arrests: [] }), null],
];

describe('delay of rights (s.56, s.58)', () => {
  for (const [title, right, rank, record, is] of CASES) it(title, () => { assert.deepEqual(codes(right, rank, record), is); });
  for (const [title, record, end] of ENDS) it(`must end: ${title}`, () => { assert.equal(rightsDelayMustEnd(record, CUSTODY_LAW), end); });

  it('says when it must end only where it is allowed', () => {
    assert.deepEqual([rightsDelayRefusals(held(), { right: NOTIFY, officer: officer('inspector'), at: h(2) }, CUSTODY_LAW).mustEndBy, rightsDelayRefusals(summary, { right: NOTIFY, officer: officer('inspector'), at: h(2) }, CUSTODY_LAW).mustEndBy], [h(36), null]);
  });

  it('is owed an end until it has one', () => {
    const owed = (d: RightsDelay) => rightsDelayObligations(held({ rightsDelays: [d] }), CUSTODY_LAW).map((o) => [o.key, o.due, o.rungs[0]?.at]);
    assert.deepEqual([owed(delay(h(2))), owed(delay(h(2), { endedAt: h(9) }))], [[['rightsDelayEnds/delay@2', h(36), later(h(36), 0.001)]], []]);
  });

  it('of before a release on bail is owed no end after it', () => {
    const back = held({ rightsDelays: [delay(h(2))], episodes: [episode(1, h(-0.5), h(5)), episode(2, h(200), null)] });
    assert.deepEqual(rightsDelayObligations(back, CUSTODY_LAW), []);
  });

  it('is a breach past its 36 hours, and not at them', () => {
    const breach = (d: RightsDelay, now: Instant) => breaches(held({ rightsDelays: [d] }), CUSTODY_LAW, now).filter((b) => b.code === 'RIGHTS_DELAY_TOO_LONG').map((b) => [b.from, b.to]);
    assert.deepEqual([breach(delay(h(2)), h(36)), breach(delay(h(2)), later(h(36), 1)), breach(delay(h(2), { endedAt: h(36) }), h(40)), breach(delay(h(2), { endedAt: h(37) }), h(40))], [[], [[h(36), null]], [], [[h(36), h(37)]]]);
    const left = held({ rightsDelays: [delay(h(2))], episodes: [episode(1, h(-0.5), h(20))], phase: 'released' });
    assert.deepEqual(breaches(left, CUSTODY_LAW, h(90)).filter((b) => b.code === 'RIGHTS_DELAY_TOO_LONG'), []);
  });

  it('is not decided as its 36 hours end, and is until then (Annex B 6)', () => {
    const at = (time: Instant) => rightsDelayRefusals(held(), { right: NOTIFY, officer: officer('inspector'), at: time }, CUSTODY_LAW).refusals.map((r) => r.code);
    assert.deepEqual([at(later(h(36), -0.001)), at(h(36))], [[], ['PERIOD_TOO_LONG']]);
  });

  it('decided as they came back from bail, is owed its end', () => {
    const back = (at: Instant) => rightsDelayObligations(held({ rightsDelays: [delay(at)], episodes: [episode(1, h(-0.5), h(5)), episode(2, h(20), null)] }), CUSTODY_LAW).length;
    assert.deepEqual([back(later(h(20), -0.001)), back(h(20))], [0, 1]);
  });

  it('is owed no end once they have gone', () => { assert.deepEqual(rightsDelayObligations(held({ rightsDelays: [delay(h(2))], phase: 'released' }), CUSTODY_LAW), []); });

  it('of legal advice is told apart from that of telling someone, from the time asked (CUS-84)', () => {
    const told = (at: Instant, right: RightsDelay['right']) => adviceDelays(held({ rightsDelays: [delay(at, { right })] }), h(2)).length;
    assert.deepEqual([told(later(h(2), -0.001), ADVICE), told(h(2), ADVICE), told(h(3), NOTIFY)], [0, 1, 0]);
  });
});
