import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { applied, arrived, detained, Detention, EXTEND, CLARKE, RAO, REVIEW, twiceReviewed, OKORO } from './example-detention.ts';
import { timeline } from './view.ts';

const SECRET = 'Forensic results expected from the kitchen knife';

/** policy.md: a detention officer sees the record without legal-advice notes and investigation fields. */
describe('the timeline of a detention officer', () => {
  const record = twiceReviewed(new Detention()).must('requestExtension', { by: OKORO, at: '2026-01-12T23:00', body: { reason: SECRET } })
    .must('authoriseExtension', { by: CLARKE, at: '2026-01-13T06:00', body: { ...EXTEND, grounds: SECRET, until: '2026-01-13T20:30' } })
    .must('conductReview', { by: RAO, at: '2026-01-13T06:30', body: { ...REVIEW, grounds: SECRET } }).must('charge', { by: OKORO, at: '2026-01-13T09:00', body: { reply: 'I was at my sister’s' } });
  const lines = (brief: boolean): string => timeline(record.events, brief).map((e) => e.says).join('\n');

  it('has every entry, and of advice, grounds and replies nothing', () => {
    assert.equal(timeline(record.events, true).length, timeline(record.events).length);
    for (const told of [SECRET, 'solicitor', 'sister']) {
      assert.match(lines(false), new RegExp(told), 'the custody officer reads it');
      assert.doesNotMatch(lines(true), new RegExp(told));
    }
  });

  it('has none of the words with which a delay ends, a review is postponed, a court refuses or they are released', () => {
    const postponed = detained(new Detention()).must('delayRight', { by: CLARKE, at: '2026-01-12T09:30', body: { right: 's58_legal_advice', ground: 'harm', grounds: SECRET } }).must('endRightsDelay', { by: OKORO, at: '2026-01-12T10:00', body: { right: 's58_legal_advice', performed: SECRET } })
      .must('postponeReview', { by: RAO, at: '2026-01-12T14:50', body: { ground: 'notPracticable', reason: SECRET } }).must('confirmPostponement', { by: RAO, at: '2026-01-12T15:00', body: { circumstances: SECRET } })
      .must('recordRankConflict', { by: OKORO, at: '2026-01-12T15:10', body: { seniorName: 'DCI Roe', seniorPosition: SECRET, custodyOfficerPosition: SECRET } }).must('settleRankConflict', { by: CLARKE, at: '2026-01-12T15:20', body: { decision: SECRET } });
    const refused = applied(new Detention()).must('recordWarrantRefusal', { by: OKORO, at: '2026-01-13T19:00', body: { reasons: SECRET } }).must('release', { by: OKORO, at: '2026-01-13T19:10', body: { kind: 'underInvestigation', riskAssessed: true, detail: SECRET } });
    const unheld = arrived(new Detention()).must('refuseDetention', { by: OKORO, at: '2026-01-12T08:50', body: { reason: SECRET } });
    for (const { events } of [postponed, refused, unheld]) {
      assert.match(timeline(events).map((e) => e.says).join(), new RegExp(SECRET));
      assert.doesNotMatch(timeline(events, true).map((e) => e.says).join(), new RegExp(SECRET));
    }
  });

  it('still says what is due and who decided', () => {
    for (const told of [/Detention extended by Supt Clarke to 20:30 Tue 13 Jan GMT/, /Review by Insp Rao: detention to continue/, /Extension asked for/, /Charged with burglary/, /Rights given with written notice/]) assert.match(lines(true), told);
  });

  it('begins with a detention that is theirs to care for', () => assert.match(timeline(detained(new Detention()).events, true).map((e) => e.says).join(), /Detention authorised/));
});
