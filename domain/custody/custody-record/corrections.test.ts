import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { onlyWords } from '../../shared/fields.ts';
import { charge } from './acts/charge.ts';
import { postponeReview } from './acts/postpone-review.ts';
import { releaseOnBail } from './acts/release-on-bail.ts';
import { decideCorrection } from '../../shared/decide-correction.ts';
import { codes, when } from '../../shared/example.ts';
import { NO_FACTS } from '../../shared/facts.ts';
import { fullTime } from '../../shared/local-time.ts';
import { authorityInForce } from './authority.ts';
import { unlawfulIntervals } from './unlawful-detention.ts';
import { custodyRecordKind } from './custody-record-kind.ts';
import { applied, arrived, Detention, detained, GROUNDS, LIM, OKORO, RAO } from './example-detention.ts';
import { CUSTODY_LAW } from './limits.ts';

const actor = { kind: 'person', officer: OKORO } as const;
/** Corrects what that version told, as its own maker would; `toldBody`: nothing but its words changes. */
const correct = (d: Detention, version: number, act: string, { at, body, toldBody }: { at: string; body: object; toldBody?: object }) =>
  decideCorrection(custodyRecordKind, d.standing, { act: 'correctEntry', body: {}, at: when('2026-01-15T00:00'), now: when('2026-01-15T00:00'), actor, facts: { ...NO_FACTS, actor: OKORO, custodyOfficer: OKORO.id }, correction: { version, becomes: { act, body, at: when(at) }, reason: 'Misread', toldBody } }, d.events);

/** A warrant of 12 h from 18:30 on the 13th, extended by 6 h at 06:00: to 12:30 on the 14th. */
describe('a corrected warrant (CUS-7, CUS-64)', () => {
  const extendedOnce = (): { d: Detention; warrant: number } => {
    const d = applied(new Detention()).must('recordWarrant', { by: OKORO, at: '2026-01-13T18:30', body: { hours: 12 } });
    const warrant = d.standing.version;
    return { d: d.must('extendWarrant', { by: LIM, at: '2026-01-14T06:00', body: { hours: 6 } }), warrant };
  };

  it('moves the end of its extension, and the alarm with it', () => {
    const { d, warrant } = extendedOnce();
    const outcome = correct(d, warrant, 'recordWarrant', { at: '2026-01-13T19:00', body: { hours: 12 } });
    assert.ok(outcome.outcome === 'accepted');
    const until = authorityInForce(outcome.state, CUSTODY_LAW).until!;
    assert.equal(fullTime(until), '13:00 Wed 14 Jan GMT');
    assert.deepEqual(unlawfulIntervals(outcome.state, CUSTODY_LAW, when('2026-01-14T13:00')).filter((u) => u.code === 'UNLAWFUL_DETENTION_RISK'), []);
  });

  it('is refused where it would have ended before it was extended: that entry comes first', () => {
    const { d, warrant } = extendedOnce();
    assert.equal(correct(d, warrant, 'recordWarrant', { at: '2026-01-13T18:00', body: { hours: 12 } }).outcome, 'accepted');
    assert.deepEqual(codes(correct(d, warrant, 'recordWarrant', { at: '2026-01-13T18:30', body: { hours: 11 } })), ['OUT_OF_ORDER']);
  });
});

describe('a corrected authorisation, and the review postponed before (CUS-42)', () => {
  const body = { ground: 'notPracticable', reason: 'A fire in the cells' };
  /** Postponed as 15:00 came; then the authorisation, told for 09:00:23, is said to have been at another time. */
  const corrected = (at: string): Detention => {
    const d = arrived(new Detention()).must('authoriseDetention', { by: OKORO, at: '2026-01-12T09:00:23Z', body: GROUNDS });
    const authorisation = d.standing.version;
    d.must('postponeReview', { by: RAO, at: '2026-01-12T15:00', body });
    const outcome = correct(d, authorisation, 'authoriseDetention', { at, body: { ...GROUNDS, noCustodyOfficer: '' } });
    assert.ok(outcome.outcome === 'accepted');
    d.events.push(...outcome.events);
    d.standing = { id: 'example', version: d.standing.version + 1, state: outcome.state, lastOccurredAt: outcome.lastOccurredAt };
    return d;
  };
  const unlawful = (d: Detention) => d.breachWords('REVIEW_LATE', '2026-01-12T23:00').length;

  it('stays postponed in the same minute, whatever its seconds', () => {
    for (const at of ['2026-01-12T09:00', '2026-01-12T09:00:59']) assert.deepEqual([unlawful(corrected(at)), corrected(at).due('reviewDue'), corrected(at).taskDue('confirmPostponement')], [0, '00:00 Tue 13 Jan GMT', 'not owed'], at);
  });

  it('is still for that review a minute later: recorded early now, it is confirmed for the new latest time', () => {
    const d = corrected('2026-01-12T09:01');
    assert.deepEqual([d.due('reviewDue'), d.taskDue('confirmPostponement'), unlawful(d)], ['15:01 Mon 12 Jan GMT', '15:01 Mon 12 Jan GMT', 1]);
    d.must('confirmPostponement', { by: RAO, at: '2026-01-12T15:02', now: '2026-01-15T00:01', body: { circumstances: 'The fire burned on', stoodThen: true } });
    assert.deepEqual([d.due('reviewDue'), d.taskDue('confirmPostponement'), unlawful(d)], ['00:01 Tue 13 Jan GMT', 'not owed', 0]);
  });

  it('says nothing of a latest time that was before it', () => {
    const d = corrected('2026-01-12T08:59');
    assert.deepEqual([d.due('reviewDue'), d.taskDue('confirmPostponement'), unlawful(d)], ['14:59 Mon 12 Jan GMT', 'not owed', 1]);
  });
});

describe('a corrected charge', () => {
  it('takes in no arrest that was entered after it, at the same minute too', () => {
    const d = detained(new Detention()).must('charge', { by: OKORO, at: '2026-01-12T19:30', body: { detainGrounds: 'Would not surrender' } });
    const charge = d.standing.version;
    d.must('arrestForFurtherOffence', { by: OKORO, at: '2026-01-12T19:30', body: { offenceCodes: ['TH68010'], officerName: 'PC Ward', necessity: 'To investigate' } });
    const outcome = correct(d, charge, 'charge', { at: '2026-01-12T19:30', body: { detainGrounds: 'Would not surrender', reply: 'Nothing', noCustodyOfficer: '' } });
    assert.ok(outcome.outcome === 'accepted');
    assert.deepEqual([outcome.state.charge, outcome.state.earlierCharges.map((c) => c.offences)], [null, [['Burglary']]]);
    assert.ok(custodyRecordKind.obligations(outcome.state, CUSTODY_LAW).some((o) => o.taskType === 'detentionDecision'));
  });

  /** Charged with burglary at 15:00; an arrest of that minute of the hour before, entered after it. */
  const beforeIt = (arrest: string) => {
    const d = detained(new Detention()).must('charge', { by: OKORO, at: '2026-01-12T15:00', body: toldBody });
    const charge = d.standing.version;
    d.must('arrestForFurtherOffence', { by: OKORO, at: arrest, now: '2026-01-12T16:00', body: { offenceCodes: ['TH68010'], officerName: 'PC Ward', necessity: 'To investigate' } });
    return { d, charge };
  };
  const toldBody = { detainGrounds: 'Would not surrender', reply: '', noCustodyOfficer: '' };
  const reply = { at: '2026-01-12T15:00', toldBody, body: { ...toldBody, reply: 'It was not me' } };

  for (const arrest of ['2026-01-12T14:00', '2026-01-12T14:59:59', '2026-01-12T15:00', '2026-01-12T15:00:01']) {
    it(`in its reply alone charges nobody with what they were arrested for at ${arrest.slice(11)}, entered later`, () => {
      const { d, charge } = beforeIt(arrest);
      const outcome = correct(d, charge, 'charge', reply);
      assert.ok(outcome.outcome === 'accepted');
      assert.deepEqual([outcome.state.charge, outcome.state.earlierCharges.map((c) => c.offences)], [null, [['Burglary']]]);
      assert.ok(custodyRecordKind.obligations(outcome.state, CUSTODY_LAW).some((o) => o.taskType === 'detentionDecision'));
    });
  }

  it('takes the words, and what they decide', () => {
    const { d, charge } = beforeIt('2026-01-12T14:00');
    const outcome = correct(d, charge, 'charge', { ...reply, body: { ...reply.body, detainGrounds: '' } });
    assert.ok(outcome.outcome === 'accepted');
    const made = outcome.events[0]!.data as { becomes: { data: object } };
    assert.deepEqual(made.becomes.data, { offences: ['Burglary'], arrests: 1, detainGrounds: null, reply: 'It was not me' });
  });
});

describe('words that decide', () => {
  it('are corrected as a decision: a ground to keep them, a condition of bail, a ground to postpone; a reply and reasons are words', () => {
    const only = (act: { schema: unknown }, field: string) => onlyWords(act.schema as never, { [field]: '' }, { [field]: 'x' });
    assert.deepEqual([only(charge, 'detainGrounds'), only(releaseOnBail, 'conditions'), only(releaseOnBail, 'purposes'), only(postponeReview, 'ground')], [false, false, false, false]);
    assert.deepEqual([only(charge, 'reply'), only(releaseOnBail, 'necessity')], [true, true]);
  });
});
