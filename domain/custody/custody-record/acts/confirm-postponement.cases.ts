import { custodyCases, detained, OKORO, RAO, REVIEW, type Detention } from '../example-detention.ts';

const at = '2026-01-12T15:00';
const body = { circumstances: 'The fire brigade still holds the cells' };
const noted = (when: string) => (d: Detention) => detained(d).must('postponeReview', { by: RAO, at: when, body: { ground: 'notPracticable', reason: 'A fire in the cells' } });
const early = noted('2026-01-12T14:30');
const questioning = (d: Detention) => detained(d).must('postponeReview', { by: RAO, at: '2026-01-12T14:30', body: { ground: 'questioningWouldBePrejudiced', reason: 'The second interview begins at 14:45' } });
const interviewed = (d: Detention) => questioning(d).must('handToInvestigator', { by: OKORO, at: '2026-01-12T14:45', body: { officerName: 'DC Poole', purpose: 'interview' } });
const reviewedAt = (when: string) => (d: Detention) => early(d).must('conductReview', { by: RAO, at: when, body: REVIEW });
const next = (d: Detention) => d.due('reviewDue');
const unlawful = (d: Detention) => d.breachWords('REVIEW_LATE', '2026-01-12T23:00');

/** CUS-42: noted at 14:30, the ground must stand at the latest time, 15:00. */
export const actCases = custodyCases(
  { it: 'is refused before the latest time', given: early, by: RAO, at: '2026-01-12T14:59:59', body, refused: ['NO_POSTPONEMENT_GROUND'] },
  { it: 'postpones the review at the latest time', given: early, by: RAO, at, body, shows: (d) => [next(d), unlawful(d)], as: ['00:00 Tue 13 Jan GMT', []] },
  { it: 'postpones it for that time when it is entered later', given: early, by: RAO, at, now: '2026-01-12T15:10', body, shows: (d) => [next(d), unlawful(d)], as: ['00:00 Tue 13 Jan GMT', []] },
  { it: 'is refused a second after the latest time: told for that second, it did not stand at it', given: early, by: RAO, at: '2026-01-12T15:00:01', body, refused: ['NO_POSTPONEMENT_GROUND'] },
  { it: 'is refused hours after, and what was unlawful stays so', given: early, by: RAO, at: '2026-01-12T20:00', body, refused: ['NO_POSTPONEMENT_GROUND'], shows: (d) => unlawful(d).length, as: 1 },
  { it: 'is refused for questioning that was over by then', given: questioning, by: RAO, at, body, refused: ['NO_POSTPONEMENT_GROUND'] },
  { it: 'postpones it for questioning that goes on', given: interviewed, by: RAO, at, body, shows: unlawful, as: [] },
  { it: 'leaves the next latest time nine hours after the first', given: early, by: RAO, at, body, shows: (d) => next(d.must('conductReview', { by: RAO, at: '2026-01-12T16:00', body: REVIEW })), as: '00:00 Tue 13 Jan GMT' },
  { it: 'is refused where the review was held in time', given: reviewedAt('2026-01-12T14:50'), by: RAO, at: '2026-01-12T15:10', body, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused after a late review: the unlawful time stays', given: reviewedAt('2026-01-12T15:20'), by: RAO, at: '2026-01-12T15:30', body, refused: ['OUT_OF_ORDER'], shows: (d) => unlawful(d).length, as: 1 },
  { it: 'is refused for one given at the latest time', given: noted(at), by: RAO, at: '2026-01-12T15:01', body, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused where nothing is postponed', given: (d) => detained(d), by: RAO, at, body, refused: ['OUT_OF_ORDER'] },
  { it: 'may be where another review was held as it was postponed', given: (d) => detained(d).must('conductReview', { by: RAO, at: '2026-01-12T14:00', body: REVIEW }).must('postponeReview', { by: RAO, at: '2026-01-12T14:00', body: { ground: 'notPracticable', reason: 'A fire in the cells' } }), by: RAO, at: '2026-01-12T23:00', body },
);
