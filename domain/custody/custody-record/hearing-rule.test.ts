import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { fullTime } from '../../shared/local-time.ts';
import { plus, type Instant } from '../../shared/time.ts';
import { custodyRecordKind } from './custody-record-kind.ts';
import { applied, CLARKE, Detention, detained, EXTEND, extended, LIM, OKORO, twiceReviewed } from './example-detention.ts';
import { application, backFromBail, extension, h, held, told, warrant } from './example-record.ts';
import { lateHearing, lateHearingWhy, sitting } from './hearing-rule.ts';
import { CUSTODY_LAW } from './limits.ts';
import type { CustodyRecord } from './record.ts';

const at = '2026-01-13T07:00';
const listing = (listedFor: string) => ({ by: LIM, at, body: { listedFor, court: 'Camberwell', reference: 'W/7' } });
const listed = (listedFor: string, given: (d: Detention) => Detention = extended): Detention => given(new Detention()).must('recordHearingListed', listing(listedFor));
const late = ({ record }: Detention) => { const found = lateHearing(record, CUSTODY_LAW); return found ? fullTime(found.ends) : null; };
const carried = (d: Detention) => [...custodyRecordKind.obligations(d.record, CUSTODY_LAW), ...custodyRecordKind.deadlines(d.record, CUSTODY_LAW)].flatMap((o) => o.why.filter((w) => w.text.startsWith('The court sits at')).map(() => ('taskType' in o ? o.taskType : o.key)));
const notes = (listedFor: string) => { const outcome = extended(new Detention()).what('recordHearingListed', listing(listedFor)); return outcome.outcome === 'accepted' ? outcome.notes : []; };

/** Extended to 20:30 on the 13th. */
describe('a warrant hearing against the authority in force (CUS-60, CUS-61)', () => {
  it('is in time before the authority ends, and at its end', () => { assert.deepEqual([late(listed('2026-01-13T20:29')), late(listed('2026-01-13T20:30'))], [null, null]); });
  it('is late a second after', () => { assert.equal(late(listed('2026-01-13T20:30:01')), '20:30 Tue 13 Jan GMT'); });
  it('is said with the acceptance, and only where it is late', () => {
    assert.deepEqual(notes('2026-01-13T20:30'), []);
    assert.deepEqual(notes('2026-01-13T21:00'), ['The court sits at 21:00 Tue 13 Jan GMT, after the authority ends at 20:30 Tue 13 Jan GMT. Ask the court for an earlier hearing, or record why it cannot sit before the 36 hours end (s.43(5)(b)), or charge or release by then. PACE s.43(5)']);
  });
  it('once the authority has ended, says that alone', () => {
    const after = (when: string) => { const outcome = extended(new Detention()).what('recordHearingListed', { by: LIM, at: when, body: { listedFor: '2026-01-13T22:00', court: 'Camberwell', reference: 'W/7' } }); return outcome.outcome === 'accepted' ? outcome.notes.map((n) => n.includes('Charge or release now')) : []; };
    assert.deepEqual([after('2026-01-13T20:30'), after('2026-01-13T20:30:01')], [[false], [true]]);
  });
  it('stands among the reasons of the authority and of what is to be served', () => {
    assert.deepEqual(carried(listed('2026-01-13T21:00')), ['authorityToDetain', 'serveWarrantInformation', 'authorityEnds']);
    assert.deepEqual(carried(listed('2026-01-13T20:30')), []);
  });
  it('is on the board, and not while it is in time', () => {
    const board = (d: Detention) => (custodyRecordKind.columns(d.record, CUSTODY_LAW)['board'] as { lateHearing: unknown }).lateHearing !== null;
    assert.deepEqual([board(listed('2026-01-13T21:00')), board(listed('2026-01-13T20:30'))], [true, false]);
  });
  it('waits for the extension where only 24 hours are authorised, and is in time once it is given', () => {
    const asked = listed('2026-01-13T18:00', twiceReviewed);
    assert.equal(late(asked), '08:30 Tue 13 Jan GMT');
    assert.equal(late(asked.must('authoriseExtension', { by: CLARKE, at: '2026-01-13T08:00', body: { ...EXTEND, until: '2026-01-13T20:30' } })), null);
  });
  it('is in time once the reason to hold past 36 hours is recorded for a court that sits in the six after', () => {
    assert.equal(late(listed('2026-01-13T21:00').must('recordReasonPast36', { by: OKORO, at: '2026-01-13T20:00', body: { reason: 'The court sits at 21:00', sittingAt: '2026-01-13T21:00' } })), null);
  });
  it('is known from the application too, and counts no more once the court has decided', () => {
    const moved = applied(new Detention());
    assert.equal(late(moved), null);
    const later = moved.must('recordHearingListed', { by: LIM, at: '2026-01-13T18:05', body: { listedFor: '2026-01-13T22:00', court: 'Camberwell', reference: 'W/8' } });
    assert.equal(late(later), '20:30 Tue 13 Jan GMT');
    assert.equal(late(later.must('recordWarrant', { by: OKORO, at: '2026-01-13T19:00', body: { hours: 24 } })), null);
  });
  it('is listed of the next application in the minute in which the court decided, by the order they were entered in', () => {
    const again = { by: LIM, at: '2026-01-13T19:00', body: { listedFor: '2026-01-15T10:00', court: 'Camberwell', reference: 'W/8' } };
    const decision = { by: OKORO, at: '2026-01-13T19:00', body: { hours: 24 } };
    const after = applied(new Detention()).must('recordWarrant', decision).must('recordHearingListed', again);
    assert.deepEqual([late(after), after.taskDue('serveWarrantInformation'), after.notes.length], ['19:00 Wed 14 Jan GMT', '10:00 Thu 15 Jan GMT', 1]);
    const before = applied(new Detention()).must('recordHearingListed', again).must('recordWarrant', decision);
    assert.deepEqual([late(before), before.taskDue('serveWarrantInformation')], [null, 'not owed']);
  });
  it('is listed after a refusal of that minute: it is waited for', () => {
    const refused = applied(new Detention()).must('recordWarrantRefusal', { by: LIM, at: '2026-01-13T19:00', body: { reasons: 'Not diligent' } });
    const again = refused.must('recordHearingListed', { by: LIM, at: '2026-01-13T19:00', body: { listedFor: '2026-01-13T22:00', court: 'Camberwell', reference: 'W/8' } });
    assert.deepEqual([late(again), again.taskDue('serveWarrantInformation')], ['20:30 Tue 13 Jan GMT', '22:00 Tue 13 Jan GMT']);
    assert.equal(late(again.must('recordReasonPast36', { by: OKORO, at: '2026-01-13T19:00', body: { reason: 'The court sits at 22:00', sittingAt: '2026-01-13T22:00' } })), null);
  });
  it('is nobody’s matter once they are charged or released', () => {
    assert.equal(late(listed('2026-01-13T21:00').must('charge', { by: OKORO, at: '2026-01-13T08:00', body: { detainGrounds: 'Would fail to surrender' } })), null);
    assert.equal(late(listed('2026-01-13T21:00').must('release', { by: OKORO, at: '2026-01-13T08:00', body: { kind: 'underInvestigation', riskAssessed: true, detail: 'Home' } })), null);
  });
  it('is not known of one that nobody has listed', () => { assert.equal(late(detained(new Detention())), null); });
});

const hearing = (toldAt: Instant, listedFor: Instant) => ({ ...told(toldAt, 'listing'), listedFor, court: 'Camberwell', reference: 'W/7' });
const past36 = (toldAt: Instant, sittingAt: Instant) => ({ ...told(toldAt, 'past36'), reason: 'No court sits before', sittingAt });
const to36 = { extensions: [extension(h(22), h(36))] };
const refused = { applications: [{ ...application(h(32), 'refused', h(33)), sittingAt: h(34) }] };
const SITTINGS: readonly (readonly [title: string, record: CustodyRecord, sits: Instant | null])[] = [
  ['CUS-65 told before the court refused: over', held({ ...refused, hearing: hearing(h(32.5), h(40)) }), null],
  ['CUS-65 told as the court refused: over', held({ ...refused, hearing: hearing(h(33), h(40)) }), null],
  ['CUS-65 told a millisecond after the court refused: it stands', held({ ...refused, hearing: hearing(plus(h(33), 1), h(40)) }), h(40)],
  ['CUS-65 an application refused sits no more', held(refused), null],
  ['CUS-64 told as the warrant is issued: over', held({ warrants: [warrant(h(33), h(50))], hearing: hearing(h(33), h(40)) }), null],
  ['CUS-64 told since the warrant: of its extension', held({ warrants: [warrant(h(33), h(50))], hearing: hearing(h(34), h(48)) }), h(48)],
  ['told before a release on bail: over', backFromBail(12, 200, 'answeredBail', { hearing: hearing(h(11), h(210)) }), null],
  ['told as they came back: it stands', backFromBail(12, 200, 'answeredBail', { hearing: hearing(h(200), h(210)) }), h(210)],
  ['CUS-61 told last by the reason to hold past 36 hours', held({ ...to36, hearing: hearing(h(34), h(50)), heldPast36: past36(h(35), h(41)) }), h(41)],
  ['told last by the listing, though for earlier', held({ ...to36, hearing: hearing(h(35), h(34)), heldPast36: past36(h(34), h(41)) }), h(34)],
];
const asks = (record: CustodyRecord): string[] => lateHearingWhy(record, CUSTODY_LAW).flatMap((w) => [/extension/.test(w.text) ? 'extend' : '', /s\.43\(5\)\(b\)/.test(w.text) ? 'hold on' : '', w.law ?? '']).filter((said) => said !== '');

describe('when the court sits, as was told last', () => { for (const [title, record, sits] of SITTINGS) it(title, () => { assert.equal(sitting(record), sits); }); });

/** 24 h end at h(24), 36 at h(36), the six hours after at h(42). */
describe('what would still bring the court in time', () => {
  it('an extension alone for a court that sits as the 36 hours end (s.43(5)(a))', () => { assert.deepEqual(asks(held({ hearing: hearing(h(20), h(36)) })), ['extend', 'PACE s.43(5)']); });
  it('an extension, and then to hold on, for one a millisecond after', () => { assert.deepEqual(asks(held({ hearing: hearing(h(20), plus(h(36), 1)) })), ['extend', 'hold on', 'PACE s.43(5)']); });
  it('to hold on for one that sits as the six hours end (s.43(5)(b))', () => { assert.deepEqual(asks(held({ ...to36, hearing: hearing(h(30), h(42)) })), ['hold on', 'PACE s.43(5)']); });
  it('and for none a millisecond after them', () => { assert.deepEqual(asks(held({ ...to36, hearing: hearing(h(30), plus(h(42), 1)) })), ['PACE s.43(5)']); });
  it('nothing of these under a warrant, were it one that ends before the 36 hours (s.44(1))', () => { assert.deepEqual(asks(held({ ...to36, warrants: [warrant(h(30), h(34))], hearing: hearing(h(31), h(38)) })), ['PACE s.44(1)']); });
});
