import { arrived, custodyCases, detained, GROUNDS, OKORO, RAO, SHAH, type Detention } from '../example-detention.ts';

const at = '2026-01-12T15:00';
const body = { ground: 'notPracticable', reason: 'A fire in the cells' };
const given = (d: Detention) => detained(d);
const handed = (purpose: string) => (d: Detention) => detained(d).must('handToInvestigator', { by: OKORO, at: '2026-01-12T14:20', body: { officerName: 'DC Poole', purpose } });
const inInterview = handed('interview');
const inSearch = handed('search');
const charged = (d: Detention) => detained(d).must('charge', { by: OKORO, at: '2026-01-12T13:00', body: { detainGrounds: 'Would fail to appear' } });
const onBail = (d: Detention) => detained(d).must('releaseOnBail', { by: OKORO, at: '2026-01-12T13:50', body: { appointedAt: '2026-02-02T10:00', necessity: 'Forensic work' } });
const once = (d: Detention) => detained(d).must('postponeReview', { by: RAO, at, body });
const released = (d: Detention) => detained(d).must('release', { by: OKORO, at: '2026-01-12T14:00', body: { kind: 'noFurtherAction', riskAssessed: true, detail: 'Home by bus' } });
const withSeconds = (d: Detention) => arrived(d).must('authoriseDetention', { by: OKORO, at: '2026-01-12T09:00:23.417Z', body: GROUNDS });
const next = (d: Detention) => d.due('reviewDue');
const unlawful = (d: Detention) => d.breachWords('REVIEW_LATE', '2026-01-12T23:00').length;

/** CUS-13, CUS-42, CUS-43, CUS-59 and ruling 8a: the first is due by 15:00, the one after it nine hours later. */
export const actCases = custodyCases(
  { it: 'is noted before the latest time, and moves nothing until it is confirmed', given, by: RAO, at: '2026-01-12T14:59:59', body, shows: (d) => [next(d), unlawful(d)], as: ['15:00 Mon 12 Jan GMT', 1] },
  { it: 'stands at the latest time: owed as soon as practicable, unlawful from the next', given, by: RAO, at, body, shows: (d) => [d.owed(), next(d), unlawful(d)], as: [['review'], '00:00 Tue 13 Jan GMT', 0] },
  { it: 'is refused after the latest time', given, by: RAO, at: '2026-01-12T15:00:01', body, refused: ['NO_POSTPONEMENT_GROUND'] },
  { it: 'stands typed without the seconds of the latest time, 15:00:23.417', given: withSeconds, by: RAO, at, body, shows: (d) => [d.owed(), next(d), unlawful(d)], as: [['review', 'observationLevel', 'rights'], '00:00 Tue 13 Jan GMT', 0] },
  { it: 'is noted early in the second before that minute', given: withSeconds, by: RAO, at: '2026-01-12T14:59:59', body, shows: (d) => [next(d), d.taskDue('confirmPostponement')], as: ['15:00 Mon 12 Jan GMT', '15:00 Mon 12 Jan GMT'] },
  { it: 'is refused a second after the latest time with seconds', given: withSeconds, by: RAO, at: '2026-01-12T15:00:24', body, refused: ['NO_POSTPONEMENT_GROUND'] },
  { it: 'stands where questioning would be prejudiced', given: inInterview, by: RAO, at, body: { ...body, ground: 'questioningWouldBePrejudiced' }, shows: unlawful, as: 0 },
  { it: 'is refused for questioning where nobody is questioning them', given, by: RAO, at, body: { ...body, ground: 'questioningWouldBePrejudiced' }, refused: ['NO_POSTPONEMENT_GROUND'] },
  { it: 'is refused for questioning during a search', given: inSearch, by: RAO, at, body: { ...body, ground: 'questioningWouldBePrejudiced' }, refused: ['NO_POSTPONEMENT_GROUND'] },
  { it: 'may be noted for questioning before the interview begins', given, by: RAO, at: '2026-01-12T14:30', body: { ...body, ground: 'questioningWouldBePrejudiced' }, shows: (d) => d.says(), as: 'Review due 15:00 Mon 12 Jan GMT postponed: being questioned, and an interruption would prejudice the investigation. A fire in the cells' },
  { it: 'is refused for questioning to a sergeant: the review officer must be satisfied', given: inInterview, by: OKORO, at, body: { ...body, ground: 'questioningWouldBePrejudiced' }, refused: ['RANK_TOO_LOW'] },
  { it: 'may be noted by a sergeant where no review officer is readily available', given, by: OKORO, at, body: { ...body, ground: 'noReviewOfficerReadilyAvailable' }, shows: unlawful, as: 0 },
  { it: 'stands after charge too', given: charged, by: OKORO, at, body, shows: (d) => [next(d), unlawful(d)], as: ['00:00 Tue 13 Jan GMT', 0] },
  { it: 'is refused after charge for questioning', given: charged, by: RAO, at, body: { ...body, ground: 'questioningWouldBePrejudiced' }, refused: ['NO_POSTPONEMENT_GROUND'] },
  { it: 'stands where no review officer is readily available', given, by: RAO, at, body: { ...body, ground: 'noReviewOfficerReadilyAvailable' }, shows: unlawful, as: 0 },
  { it: 'is refused because the suite is busy', given, by: RAO, at, body: { ...body, ground: 'busy' }, refused: ['NO_POSTPONEMENT_GROUND'] },
  { it: 'needs a second ground at the next latest time', given: once, by: RAO, at: '2026-01-13T00:00', body, shows: next, as: '09:00 Tue 13 Jan GMT' },
  { it: 'is refused a second time after that', given: once, by: RAO, at: '2026-01-13T00:00:01', body, refused: ['NO_POSTPONEMENT_GROUND'] },
  { it: 'is refused to an officer of the investigation team', given, by: SHAH, at, body, refused: ['CONFLICT_OF_ROLE'] },
  { it: 'is refused with every reason at once', given, by: SHAH, at, body: { ...body, ground: 'busy' }, refused: ['CONFLICT_OF_ROLE', 'NO_POSTPONEMENT_GROUND'] },
  { it: 'is refused before detention is authorised', given: (d) => arrived(d), by: RAO, at: '2026-01-12T08:40', body, refused: ['NOT_OPEN'] },
  { it: 'is refused on bail', given: onBail, by: RAO, at, body, refused: ['NOT_OPEN'] },
  { it: 'is refused after the release', given: released, by: RAO, at, body, refused: ['NOT_OPEN'] },
  { it: 'given again at the latest time needs no confirmation of what was noted early', given: (d) => detained(d).must('postponeReview', { by: RAO, at: '2026-01-12T14:30', body }), by: RAO, at, body, shows: (d) => d.taskDue('confirmPostponement'), as: 'not owed' },
);
