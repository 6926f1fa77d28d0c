import { arrived, custodyCases, detained, GROUNDS, LIM, OKORO, RAO, REVIEW, SHAH, type Detention } from '../example-detention.ts';

const at = '2026-01-12T15:00';
const body = { circumstances: 'The fire brigade still holds the cells' };
const noted = (when: string) => (d: Detention) => detained(d).must('postponeReview', { by: RAO, at: when, body: { ground: 'notPracticable', reason: 'A fire in the cells' } });
const early = noted('2026-01-12T14:30');
const questioning = (d: Detention) => detained(d).must('postponeReview', { by: RAO, at: '2026-01-12T14:30', body: { ground: 'questioningWouldBePrejudiced', reason: 'The second interview begins at 14:45' } });
const charged = (d: Detention) => early(d).must('charge', { by: OKORO, at: '2026-01-12T14:50', body: { detainGrounds: 'Would fail to appear' } });
const secondEarly = (d: Detention) => noted(at)(d).must('postponeReview', { by: RAO, at: '2026-01-12T23:30', body: { ground: 'notPracticable', reason: 'The cells are flooded' } });
const reviewedAt = (when: string) => (d: Detention) => early(d).must('conductReview', { by: RAO, at: when, body: REVIEW });
const handedAt = (when: string) => (d: Detention) => questioning(d).must('handToInvestigator', { by: OKORO, at: when, body: { officerName: 'DC Poole', purpose: 'interview' } });
const begunSince = handedAt('2026-01-12T15:01');
const overSince = (d: Detention) => handedAt('2026-01-12T14:45')(d).must('returnFromInvestigator', { by: LIM, at: '2026-01-12T15:03', body: { report: 'As the Codes ask' } });
/** Authorised at 09:00:23.417, as an entry without a time is: the latest time is 15:00:23.417, shown as 15:00. */
const earlyWithSeconds = (d: Detention) => arrived(d).must('authoriseDetention', { by: OKORO, at: '2026-01-12T09:00:23.417Z', body: GROUNDS }).must('postponeReview', { by: RAO, at: '2026-01-12T14:30', body: { ground: 'notPracticable', reason: 'A fire in the cells' } });
const stood = { ...body, stoodThen: true };
const confirmed = (d: Detention) => d.record.postponements.at(-1)!.confirmedAt;
const next = (d: Detention) => d.due('reviewDue');
const unlawful = (d: Detention) => d.breachWords('REVIEW_LATE', '2026-01-12T23:00');

/** CUS-42: noted at 14:30, the ground must stand at the latest time, 15:00. */
export const actCases = custodyCases(
  { it: 'makes no late review a postponed one, entered once that had been', given: reviewedAt('2026-01-12T17:00'), by: RAO, at: '2026-01-12T15:30', now: '2026-01-12T18:00', body: stood, shows: (d) => [next(d), unlawful(d).length], as: ['02:00 Tue 13 Jan GMT', 1] },
  { it: 'is refused before the latest time', given: early, by: RAO, at: '2026-01-12T14:59:59', body, refused: ['NO_POSTPONEMENT_GROUND'] },
  { it: 'postpones the review at the latest time', given: early, by: RAO, at, body, shows: (d) => [next(d), unlawful(d)], as: ['00:00 Tue 13 Jan GMT', []] },
  { it: 'postpones it for that time when it is entered later', given: early, by: RAO, at, now: '2026-01-12T15:10', body, shows: (d) => [next(d), unlawful(d)], as: ['00:00 Tue 13 Jan GMT', []] },
  { it: 'is for the latest time itself, said in the last second of the minute it is shown as', given: early, by: RAO, at: '2026-01-12T15:00:59', body, shows: (d) => [confirmed(d), next(d), unlawful(d)], as: ['2026-01-12T15:00:00.000Z', '00:00 Tue 13 Jan GMT', []] },
  { it: 'is refused in the minute after, where nobody says that the ground stood then', given: early, by: RAO, at: '2026-01-12T15:01', body, refused: ['NO_POSTPONEMENT_GROUND'], shows: (d) => unlawful(d).length, as: 1 },
  { it: 'is for the latest time itself, said a minute later of then', given: early, by: RAO, at: '2026-01-12T15:01', body: stood, shows: (d) => [confirmed(d), next(d), unlawful(d)], as: ['2026-01-12T15:00:00.000Z', '00:00 Tue 13 Jan GMT', []] },
  { it: 'is refused hours after where nobody says so, and what was unlawful stays so', given: early, by: RAO, at: '2026-01-12T20:00', body, refused: ['NO_POSTPONEMENT_GROUND'], shows: (d) => unlawful(d).length, as: 1 },
  { it: 'is refused in the second before the minute of a latest time with seconds, 15:00:23.417', given: earlyWithSeconds, by: RAO, at: '2026-01-12T14:59:59', body: stood, refused: ['NO_POSTPONEMENT_GROUND'] },
  { it: 'is for a latest time with seconds, typed without', given: earlyWithSeconds, by: RAO, at, now: '2026-01-12T15:02', body, shows: (d) => [confirmed(d), unlawful(d)], as: ['2026-01-12T15:00:23.417Z', []] },
  { it: 'is for a latest time with seconds, in its minute before it has come', given: earlyWithSeconds, by: RAO, at, now: '2026-01-12T15:00:05', body, shows: (d) => [confirmed(d), unlawful(d)], as: ['2026-01-12T15:00:05.000Z', []] },
  { it: 'is for a latest time with seconds, told after it', given: earlyWithSeconds, by: RAO, at: '2026-01-12T15:04:07', body: stood, shows: (d) => [confirmed(d), unlawful(d)], as: ['2026-01-12T15:00:23.417Z', []] },
  { it: 'for questioning asks whether it went on at the latest time, not whether it does now', given: overSince, by: RAO, at: '2026-01-12T15:05', body: stood, shows: unlawful, as: [] },
  { it: 'for questioning that began after the latest time is refused', given: begunSince, by: RAO, at: '2026-01-12T15:05', body: stood, refused: ['NO_POSTPONEMENT_GROUND'] },
  { it: 'is refused for questioning that was over by then', given: questioning, by: RAO, at, body, refused: ['NO_POSTPONEMENT_GROUND'] },
  { it: 'postpones it for questioning that goes on', given: handedAt('2026-01-12T14:45'), by: RAO, at, body, shows: unlawful, as: [] },
  { it: 'leaves the next latest time nine hours after the first', given: early, by: RAO, at, body, shows: (d) => next(d.must('conductReview', { by: RAO, at: '2026-01-12T16:00', body: REVIEW })), as: '00:00 Tue 13 Jan GMT' },
  { it: 'is refused to an officer of the investigation team', given: early, by: SHAH, at, body, refused: ['CONFLICT_OF_ROLE'] },
  { it: 'is refused to a sergeant for questioning: the review officer must be satisfied', given: handedAt('2026-01-12T14:45'), by: OKORO, at, body, refused: ['RANK_TOO_LOW'] },
  { it: 'by a sergeant stands for another ground, and the review officer’s word is asked for', given: early, by: OKORO, at, body, shows: (d) => [unlawful(d), d.notes], as: [[], ['The review officer records why a review is postponed: ask the inspector to enter it too. PACE s.40(7)']] },
  { it: 'is the custody officer’s after charge', given: charged, by: OKORO, at, body, shows: (d) => [unlawful(d), d.notes], as: [[], []] },
  { it: 'is owed for a second ground noted early too', given: secondEarly, by: RAO, at: '2026-01-12T23:59:59', body, refused: ['NO_POSTPONEMENT_GROUND'], shows: (d) => [next(d), d.taskDue('confirmPostponement')], as: ['00:00 Tue 13 Jan GMT', '00:00 Tue 13 Jan GMT'] },
  { it: 'of a second ground carries the review on to the latest time after that', given: secondEarly, by: RAO, at: '2026-01-13T00:00', body, shows: (d) => [next(d), d.taskDue('confirmPostponement')], as: ['09:00 Tue 13 Jan GMT', 'not owed'] },
  { it: 'is refused where the review was held in time', given: reviewedAt('2026-01-12T14:50'), by: RAO, at: '2026-01-12T15:10', body, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused after a late review: the unlawful time stays', given: reviewedAt('2026-01-12T15:20'), by: RAO, at: '2026-01-12T15:30', body, refused: ['OUT_OF_ORDER'], shows: (d) => unlawful(d).length, as: 1 },
  { it: 'is refused for one given at the latest time', given: noted(at), by: RAO, at: '2026-01-12T15:01', body, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused where nothing is postponed', given: (d) => detained(d), by: RAO, at, body, refused: ['OUT_OF_ORDER'] },
  { it: 'may be where another review was held as it was postponed', given: (d) => detained(d).must('conductReview', { by: RAO, at: '2026-01-12T14:00', body: REVIEW }).must('postponeReview', { by: RAO, at: '2026-01-12T14:00', body: { ground: 'notPracticable', reason: 'A fire in the cells' } }), by: RAO, at: '2026-01-12T23:00', body },
);
