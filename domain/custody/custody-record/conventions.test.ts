import assert from 'node:assert/strict';
import { when } from '../../shared/example.ts';
import { plus } from '../../shared/time.ts';
import { isChild } from './born.ts';
import { conductReview } from './acts/conduct-review.ts';
import { custodyRecordKind } from './custody-record-kind.ts';
import { Detention, detained, HALE, OKORO, RAO, REVIEW } from './example-detention.ts';
import { CUSTODY_LAW } from './limits.ts';


describe('hours are elapsed time, days and years are civil dates (CUS-1)', () => {
  it('twenty-four hours across the October change end an hour earlier by the clock', () => {
    const d = new Detention();
    d.must('recordArrest', { by: OKORO, at: '2026-10-24T19:40', body: { authorityKind: 'PACE_PRECHARGE', stationId: HALE, offenceCodes: ['TH68036'], place: 'High Street', officerName: 'PC Ward', necessity: 'To investigate', arrestArea: 'Metropolitan' } });
    d.must('recordArrival', { by: OKORO, at: '2026-10-24T20:00', body: { source: 'gateLog', stationId: HALE } });
    assert.equal(d.due('limit24'), '19:00 Sun 25 Oct GMT');
  });
  it('an age is reached at the midnight of the day, whatever hours that day has', () => {
    const { record } = detained(new Detention(), { dateOfBirth: '2008-10-25' });
    assert.deepEqual(['2026-10-24T23:59:59', '2026-10-25T00:00'].map((at) => isChild(record, CUSTODY_LAW, when(at))), [true, false]);
  });
});

describe('“approximate” is no tolerance (CUS-6, PACE s.45(2))', () => {
  it('a thousandth of a second past the limit is a breach; the limit itself is not', () => {
    const { record } = detained(new Detention()).must('conductReview', { by: RAO, at: '2026-01-12T14:00', body: REVIEW }).must('conductReview', { by: RAO, at: '2026-01-12T23:00', body: REVIEW });
    const limit = when('2026-01-13T08:30');
    const broken = [limit, plus(limit, 1)].map((now) => custodyRecordKind.breaches(record, CUSTODY_LAW, now).filter((b) => b.code === 'UNLAWFUL_DETENTION_RISK').length);
    assert.deepEqual(broken, [0, 1]);
  });
});

describe('representations before a review (CUS-46, PACE s.40(12))', () => {
  it('are asked for: a review says who was offered the chance, and spaces say nothing', () => {
    const problems = (representations: string) => { const read = conductReview.schema.safeParse({ ...REVIEW, representations }); return read.success ? [] : read.error.issues.map((i) => [i.path.join('.'), i.message]); };
    for (const empty of ['', '   ']) assert.deepEqual(problems(empty), [['representations', 'Say who was offered the chance to make representations, and what was said.']]);
    assert.deepEqual(problems('Offered to the detainee, asleep; heard from the solicitor'), []);
  });
  it('are kept as they were told', () => {
    const d = detained(new Detention()).must('conductReview', { by: RAO, at: '2026-01-12T14:00', body: { ...REVIEW, representations: 'Solicitor: no further evidence to come' } });
    assert.equal(d.record.reviews[0]!.representations, 'Solicitor: no further evidence to come');
  });
});
