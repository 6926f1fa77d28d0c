import { custodyCases, detained, OKORO, RAO, REVIEW, type Detention } from '../example-detention.ts';

const at = '2026-01-12T16:00';
const body = { comments: 'Wants to go home' };
const asleep = (d: Detention) => detained(d).must('conductReview', { by: RAO, at: '2026-01-12T14:00', body: { ...REVIEW, asleep: true } });
const awake = (d: Detention) => detained(d).must('conductReview', { by: RAO, at: '2026-01-12T14:00', body: REVIEW });

/** CUS-48, CUS-49. */
export const actCases = custodyCases(
  { it: 'meets the duty to tell on waking', given: asleep, by: OKORO, at, body, shows: (d) => [d.owed(), d.says()], as: [[], 'Told the outcome of the review on waking: Wants to go home'] },
  { it: 'leaves the next review where it was', given: asleep, by: OKORO, at, body: {}, shows: (d) => d.due('reviewDue'), as: '23:00 Mon 12 Jan GMT' },
  { it: 'is refused where they were awake', given: awake, by: OKORO, at, body, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused before the review', given: asleep, by: OKORO, at: '2026-01-12T13:59', now: at, body, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused twice', given: (d) => asleep(d).must('tellReviewOutcome', { by: OKORO, at: '2026-01-12T15:00', body }), by: OKORO, at, body, refused: ['OUT_OF_ORDER'] },
);
