import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { detained, Detention, EXTEND, CLARKE, RAO, REVIEW, twiceReviewed, OKORO } from './example-detention.ts';
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

  it('still says what is due and who decided', () => {
    for (const told of [/Detention extended by Supt Clarke to 20:30 Tue 13 Jan GMT/, /Review by Insp Rao: detention to continue/, /Extension asked for/, /Charged with burglary/, /Rights given with written notice/]) assert.match(lines(true), told);
  });

  it('begins with a detention that is theirs to care for', () => assert.match(timeline(detained(new Detention()).events, true).map((e) => e.says).join(), /Detention authorised/));
});
