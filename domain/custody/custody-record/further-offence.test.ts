import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { codes } from '../../shared/example.ts';
import { fullTime } from '../../shared/local-time.ts';
import { authorityInForce } from './authority.ts';
import { custodyRecordKind } from './custody-record-kind.ts';
import { CLARKE, Detention, detained, EXTEND, extended, GROUNDS, OKORO, RAO, REVIEW, SHAH } from './example-detention.ts';
import { CUSTODY_LAW } from './limits.ts';
import { reviewCycle } from './review-cycle.ts';

const THEFT = { offenceCodes: ['TH68010'], officerName: 'PC Ward', necessity: 'Prompt and effective investigation' };
const KEPT = { detainGrounds: 'Would fail to surrender' };
const review = (d: Detention, at: string, by = RAO) => d.must('conductReview', { by, at, body: REVIEW });
/** Reviewed at 14:00, charged at 18:00 with a ground to keep, arrested at 20:00 for theft: the 24 h of the first arrest end at 08:30 on the 13th. */
const again = (at = '2026-01-12T20:00', body = KEPT): Detention => review(detained(new Detention()), '2026-01-12T14:00').must('charge', { by: OKORO, at: '2026-01-12T18:00', body }).must('arrestForFurtherOffence', { by: OKORO, at, body: THEFT });
const authorised = (at = '2026-01-12T20:30', d = again()): Detention => d.must('authoriseDetention', { by: OKORO, at, body: GROUNDS });
const charged = (d: Detention, at: string) => d.must('charge', { by: OKORO, at, body: KEPT });
const kind = ({ record }: Detention) => authorityInForce(record, CUSTODY_LAW).kind;
const unlawful = (d: Detention, at = '2026-01-14T12:00') => d.unlawful(at);

describe('arrested for a further offence after a charge (s.41(4), CUS-26, CUS-196)', () => {
  it('is under the clock of the first arrest again, with its limits and its authority', () => {
    const d = again();
    assert.deepEqual([d.due('limit24'), d.due('limit36'), d.due('authorityEnds'), kind(d)], ['08:30 Tue 13 Jan GMT', '20:30 Tue 13 Jan GMT', '08:30 Tue 13 Jan GMT', 's37']);
    assert.match(d.says(), /^Arrested in custody for theft from a shop\. They are charged with what went before/);
  });

  it('owes a decision of its own, which the custody officer makes', () => {
    assert.deepEqual(again().owed(), ['detentionDecision']);
    assert.deepEqual(codes(again().what('authoriseDetention', { by: SHAH, at: '2026-01-12T20:30', body: GROUNDS })), ['CONFLICT_OF_ROLE', 'NOT_CUSTODY_OFFICER']);
    const d = authorised();
    assert.deepEqual([d.owed(), d.record.phase, kind(d)], [[], 'detained', 's37']);
    assert.deepEqual(codes(d.what('authoriseDetention', { by: OKORO, at: '2026-01-12T20:31', body: GROUNDS })), ['OUT_OF_ORDER']);
  });

  it('is not owed one before the charge: the first decision covers a further offence then', () => {
    const before = detained(new Detention()).must('arrestForFurtherOffence', { by: OKORO, at: '2026-01-12T11:00', body: THEFT });
    assert.deepEqual([before.owed(), codes(before.what('authoriseDetention', { by: OKORO, at: '2026-01-12T11:01', body: GROUNDS }))], [[], ['OUT_OF_ORDER']]);
  });

  it('is reviewed by an inspector again, by the earlier of the running cycle and six hours from the new decision', () => {
    assert.deepEqual([again().due('reviewDue'), authorised().due('reviewDue'), authorised().otherReading('reviewDue')], ['23:00 Mon 12 Jan GMT', '23:00 Mon 12 Jan GMT', '02:30 Tue 13 Jan GMT']);
    const soon = authorised('2026-01-12T16:30', review(detained(new Detention()), '2026-01-12T14:00').must('charge', { by: OKORO, at: '2026-01-12T15:00', body: KEPT }).must('arrestForFurtherOffence', { by: OKORO, at: '2026-01-12T16:00', body: THEFT }));
    assert.deepEqual([soon.due('reviewDue'), soon.otherReading('reviewDue')], ['22:30 Mon 12 Jan GMT', '23:00 Mon 12 Jan GMT']);
    assert.deepEqual([OKORO, RAO].map((by) => codes(authorised().what('conductReview', { by, at: '2026-01-12T22:00', body: REVIEW }))), [['RANK_TOO_LOW'], []]);
    const reviewed = review(authorised(), '2026-01-12T22:00');
    assert.deepEqual([reviewed.due('reviewDue'), reviewCycle(reviewed.record, CUSTODY_LAW).done.map((r) => r.n)], ['07:00 Tue 13 Jan GMT', [1, 2]]);
  });

  it('carries over a review that was overdue: its time is unlawful once, until it is held', () => {
    const d = authorised('2026-01-12T23:30', again('2026-01-12T23:10'));
    assert.deepEqual(d.breachWords('REVIEW_LATE', '2026-01-13T00:00'), ['Detention was unlawful from 23:00 Mon 12 Jan: the review was not done by its latest time.']);
    assert.deepEqual(review(d, '2026-01-13T00:00').breachWords('REVIEW_LATE', '2026-01-13T01:00'), ['Detention was unlawful from 23:00 Mon 12 Jan to 00:00 Tue 13 Jan: the review was not done by its latest time.']);
  });

  it('is unlawful from the limit on, not before it and not at it, until they are charged', () => {
    const d = authorised();
    assert.deepEqual([unlawful(d, '2026-01-13T08:30'), unlawful(charged(authorised(), '2026-01-13T08:30'))], [[], []]);
    assert.equal(unlawful(d, '2026-01-13T08:30:01').length, 1);
    assert.deepEqual(unlawful(charged(d, '2026-01-13T08:31')), ['Detention was unlawful from 08:30 to 08:31: no authority to hold for the offence not charged (held under s.38 for the other).']);
  });

  it('rings for the limits ahead, and for none that passed before the arrest', () => { assert.deepEqual(authorised().bells(), ['20:30 Mon 12 Jan GMT', '02:30 Tue 13 Jan GMT', '05:30 Tue 13 Jan GMT', '07:30 Tue 13 Jan GMT']); });

  it('is charged with that offence alone, and the reviews are the custody officer’s once more', () => {
    const d = charged(authorised(), '2026-01-13T07:00');
    assert.deepEqual([d.record.charge?.offences, d.record.earlierCharges.map((c) => c.offences), kind(d), d.due('limit24'), reviewCycle(d.record, CUSTODY_LAW).reviewer], [['Theft from a shop'], [['Burglary']], 's38', null, 'custody_officer']);
  });

  it('is without authority at once where the 24 hours have ended: an extension before the charge is spent', () => {
    const late = charged(extended(new Detention()), '2026-01-13T09:00').must('arrestForFurtherOffence', { by: OKORO, at: '2026-01-13T10:00', body: THEFT });
    assert.deepEqual(unlawful(late, '2026-01-13T10:05'), ['Detention was unlawful from 10:00: no authority to hold for the offence not charged (held under s.38 for the other).']);
    assert.deepEqual(codes(late.what('authoriseExtension', { by: CLARKE, at: '2026-01-13T10:01', body: { ...EXTEND, until: '2026-01-13T20:30' } })), ['AFTER_24H']);
    assert.deepEqual(late.taskDue('listWarrantHearing'), 'not owed');
  });

  it('is extended within the 24 hours, an indictable offence under arrest and two reviews done', () => {
    const twice = review(review(authorised(), '2026-01-12T22:00'), '2026-01-13T06:00');
    const d = twice.must('authoriseExtension', { by: CLARKE, at: '2026-01-13T08:00', body: { ...EXTEND, until: '2026-01-13T20:30' } });
    assert.deepEqual([d.due('authorityEnds'), kind(d)], ['20:30 Tue 13 Jan GMT', 's42']);
  });

  it('asks of the offence under arrest whether it is indictable, not of the one charged', () => {
    const summary = review(detained(new Detention()), '2026-01-12T14:00').must('charge', { by: OKORO, at: '2026-01-12T18:00', body: KEPT }).must('arrestForFurtherOffence', { by: OKORO, at: '2026-01-12T20:00', body: { ...THEFT, offenceCodes: ['CJ88001'] } });
    assert.deepEqual(codes(summary.what('authoriseExtension', { by: CLARKE, at: '2026-01-13T08:00', body: { ...EXTEND, until: '2026-01-13T20:30' } })), ['BEFORE_SECOND_REVIEW', 'NOT_INDICTABLE']);
  });

  it('is not detained for it where the custody officer says so, and stays for what is charged', () => {
    for (const d of [again(), authorised()]) {
      const not = d.must('refuseDetention', { by: OKORO, at: '2026-01-12T21:00', body: { reason: 'The shop will not support it' } });
      assert.deepEqual([not.record.phase, kind(not), not.due('limit24'), not.owed(), not.record.charge?.offences], ['detained', 's38', null, [], ['Burglary']]);
      assert.equal(not.says(), 'Not detained for the further offence, and held on for what they are charged with: The shop will not support it');
    }
  });

  it('keeps when they were charged where they are not detained for it: a charge without a ground is owed its release from then', () => {
    const bare = again('2026-01-12T18:05', {} as typeof KEPT).must('refuseDetention', { by: OKORO, at: '2026-01-12T23:00', body: { reason: 'No evidence' } });
    assert.deepEqual([fullTime(bare.record.charge!.at), kind(bare), bare.owed()], ['18:00 Mon 12 Jan GMT', 's38', ['releaseAfterCharge']]);
    const alarm = custodyRecordKind.obligations(bare.record, CUSTODY_LAW).find((o) => o.taskType === 'releaseAfterCharge')!;
    assert.deepEqual(alarm.rungs.map((r) => fullTime(r.at)), ['19:00 Mon 12 Jan GMT']);
  });

  it('is neither bailed for it before charge nor let go as if nothing were charged', () => {
    const bail = { by: OKORO, at: '2026-01-12T21:00', body: { appointedAt: '2026-02-09T10:00', necessity: 'Enquiries' } };
    const leave = (what: string) => ({ by: OKORO, at: '2026-01-12T21:00', body: { kind: what, riskAssessed: true, detail: 'Home by bus' } });
    assert.deepEqual(codes(authorised().what('releaseOnBail', bail)), ['NOT_OPEN']);
    assert.deepEqual(['noFurtherAction', 'underInvestigation'].flatMap((k) => codes(authorised().what('release', leave(k)))), ['NOT_OPEN', 'NOT_OPEN']);
    assert.deepEqual(codes(charged(authorised(), '2026-01-12T20:50').what('release', leave('noFurtherAction'))), ['NOT_OPEN']);
    assert.deepEqual(codes(detained(new Detention()).what('release', leave('noFurtherAction'))), []);
  });

  it('of before the charge, entered after it, was not charged: they are under arrest for it, and a decision is owed', () => {
    const d = review(detained(new Detention()), '2026-01-12T14:00').must('charge', { by: OKORO, at: '2026-01-12T18:00', body: KEPT }).must('arrestForFurtherOffence', { by: OKORO, at: '2026-01-12T17:00', body: THEFT });
    assert.deepEqual([d.record.charge, d.record.earlierCharges.map((c) => c.offences), d.owed(), d.due('limit24'), kind(d)], [null, [['Burglary']], ['detentionDecision'], '08:30 Tue 13 Jan GMT', 's37']);
    assert.equal(unlawful(d, '2026-01-13T08:30:01').length, 1);
  });

  it('keeps the unlawful time where that is said too late', () => {
    assert.deepEqual(unlawful(authorised().must('refuseDetention', { by: OKORO, at: '2026-01-13T09:00', body: { reason: 'No evidence' } })), ['Detention was unlawful from 08:30 to 09:00: no authority to hold for the offence not charged (held under s.38 for the other).']);
  });

  it('says of what authority is missing: a charge without a ground holds them under nothing', () => {
    const bare = again('2026-01-12T18:05', {} as typeof KEPT);
    assert.deepEqual(unlawful(bare, '2026-01-13T09:00'), ['Detention was unlawful from 08:30: no authority to hold for the offence not charged.']);
    const rung = custodyRecordKind.obligations(authorised().record, CUSTODY_LAW).find((o) => o.taskType === 'authorityToDetain')!.rungs.at(-1)!;
    assert.equal(rung.title, 'No authority to hold for the offence not charged (held under s.38 for the other) since 08:30. Charge it, or record that they are not detained for it; nothing has been extended');
  });

  it('is not sent to court as charged before the further offence is decided', () => {
    const toCourt = { by: OKORO, at: '2026-01-13T07:00', body: { kind: 'toCourt', riskAssessed: true, detail: 'Handed to the escort' } };
    assert.deepEqual([codes(authorised().what('release', toCourt)), codes(charged(authorised(), '2026-01-13T06:00').what('release', toCourt))], [['NOT_OPEN'], []]);
  });
});

describe('charged without a ground to keep them (CUS-125, s.38(1))', () => {
  const bare = (body: object = {}) => detained(new Detention()).must('charge', { by: OKORO, at: '2026-01-12T12:00', body });
  const owed = (d: Detention) => custodyRecordKind.obligations(d.record, CUSTODY_LAW).filter((o) => o.taskType === 'releaseAfterCharge').flatMap((o) => o.rungs.map((r) => [r.kind, fullTime(r.at)]));

  it('is owed release at once, with an alarm an hour after the charge', () => { assert.deepEqual([bare().owed(), owed(bare())], [['releaseAfterCharge'], [['breach', '13:00 Mon 12 Jan GMT']]]); });
  it('owes nothing where a ground is recorded, once they are released, or where another authority holds them', () => {
    assert.deepEqual(bare(KEPT).owed(), []);
    assert.deepEqual(owed(bare().must('release', { by: OKORO, at: '2026-01-12T12:20', body: { kind: 'chargedAndBailed', riskAssessed: true, detail: 'Home by bus' } })), []);
    assert.deepEqual(owed(detained(new Detention(), { authorityKind: 'WARRANT_ARREST' }).must('charge', { by: OKORO, at: '2026-01-12T12:00' })), []);
  });
  it('names who released them as who met it', () => {
    const d = bare();
    const key = `releaseAfterCharge/${d.record.charge!.entry}`;
    assert.equal(custodyRecordKind.met(d.record, key), null);
    assert.equal(custodyRecordKind.met(d.must('release', { by: OKORO, at: '2026-01-12T12:20', body: { kind: 'chargedAndBailed', riskAssessed: true, detail: 'Home by bus' } }).record, key)?.by, 'PS Okoro');
  });

  it('carries on the review that was postponed before it, with its ground', () => {
    const d = detained(new Detention()).must('charge', { by: OKORO, at: '2026-01-12T14:00', body: KEPT }).must('postponeReview', { by: OKORO, at: '2026-01-12T15:00', body: { ground: 'notPracticable', reason: 'A fire in the cells' } })
      .must('arrestForFurtherOffence', { by: OKORO, at: '2026-01-12T15:30', body: THEFT }).must('authoriseDetention', { by: OKORO, at: '2026-01-12T15:45', body: GROUNDS });
    assert.deepEqual([d.due('reviewDue'), d.breachWords('REVIEW_LATE', '2026-01-12T23:00')], ['00:00 Tue 13 Jan GMT', []]);
  });

  describe('after a review decided their release (CUS-116)', () => {
    const toGo = (): Detention => detained(new Detention()).must('conductReview', { by: RAO, at: '2026-01-12T12:00', body: { ...REVIEW, decision: 'release' } });
    const arrestedAt = (at: string, d = toGo()) => d.must('arrestForFurtherOffence', { by: OKORO, at, body: THEFT });
    const chargedAt = (at: string, body: object, d = toGo()) => d.must('charge', { by: OKORO, at, body });
    const rings = (d: Detention) => d.owed().includes('releaseDecided');
    const met = (d: Detention) => custodyRecordKind.met(d.record, `releaseDecided/${d.record.reviews[0]!.entry}`)?.at ?? null;

    it('is owed on, with an arrest too, until somebody decides on that', () => { assert.deepEqual([rings(toGo()), rings(arrestedAt('2026-01-12T12:05')), met(toGo())], [true, true, null]); });
    it('is not owed after a charge with its s.38 ground, and is after one without', () => {
      const d = chargedAt('2026-01-12T12:10', KEPT, arrestedAt('2026-01-12T12:05'));
      assert.deepEqual([rings(d), met(d), rings(chargedAt('2026-01-12T12:10', {}))], [false, '2026-01-12T12:10:00.000Z', true]);
    });
    it('goes at the same minute by which was entered first', () => {
      const before = detained(new Detention()).must('charge', { by: OKORO, at: '2026-01-12T12:00', body: KEPT }).must('conductReview', { by: OKORO, at: '2026-01-12T12:00', body: { ...REVIEW, decision: 'release' } });
      assert.deepEqual([rings(chargedAt('2026-01-12T12:00', KEPT)), rings(before)], [false, true]);
    });
    it('is owed after a charge with a ground that came before the review', () => {
      const d = detained(new Detention()).must('charge', { by: OKORO, at: '2026-01-12T11:59', body: KEPT }).must('conductReview', { by: OKORO, at: '2026-01-12T12:00', body: { ...REVIEW, decision: 'release' } });
      assert.equal(rings(d), true);
      assert.deepEqual([rings(arrestedAt('2026-01-12T12:05', d)), rings(d.must('authoriseDetention', { by: OKORO, at: '2026-01-12T12:06', body: GROUNDS })), met(d)], [true, false, '2026-01-12T12:06:00.000Z']);
    });
  });
});
