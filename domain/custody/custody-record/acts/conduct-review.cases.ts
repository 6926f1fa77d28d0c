import { ACTING, arrived, authorised, custodyCases, detained, LIM, OKORO, RAO, REVIEW, SHAH, WARD, type Detention } from '../example-detention.ts';

const at = '2026-01-12T14:00';
const body = REVIEW;
const OTHER = '30000000-0000-4000-8000-000000000001';
const given = (d: Detention) => detained(d);
const recalled = (d: Detention) => detained(d, { authorityKind: 'RECALL_TO_PRISON' });
const charged = (d: Detention) => detained(d).must('charge', { by: OKORO, at: '2026-01-12T13:00', body: { detainGrounds: 'Would fail to appear' } });
const postponed = (when: string) => (d: Detention) => detained(d).must('postponeReview', { by: RAO, at: when, body: { ground: 'notPracticable', reason: 'A fire in the cells' } });
const reviewed = (d: Detention) => detained(d).must('conductReview', { by: RAO, at: '2026-01-12T13:50', body });
const released = (d: Detention) => detained(d).must('release', { by: OKORO, at: '2026-01-12T13:50', body: { kind: 'noFurtherAction', riskAssessed: true, detail: 'Home by bus' } });
const releaseFound = (d: Detention) => detained(d).must('conductReview', { by: RAO, at: '2026-01-12T13:50', body: { ...body, decision: 'release' } });
const onBail = (d: Detention) => detained(d).must('releaseOnBail', { by: OKORO, at: '2026-01-12T13:50', body: { appointedAt: '2026-02-02T10:00', necessity: 'Forensic work' } });
const byTelephone = { ...body, method: 'telephone', whyNotInPerson: 'No inspector at the station', reviewOfficerId: OTHER };
const next = (d: Detention) => d.due('reviewDue');
const unlawful = (d: Detention) => d.breachWords('REVIEW_LATE', '2026-01-12T18:00');

/** CUS-12, CUS-13, CUS-40 to CUS-44, CUS-47 to CUS-49, CUS-59: the first is due by 15:00. */
export const actCases = custodyCases(
  { it: 'pulls the next one forward where it is early', given, by: RAO, at, body, shows: (d) => [next(d), unlawful(d)], as: ['23:00 Mon 12 Jan GMT', []] },
  { it: 'is in time before its latest time', given, by: RAO, at: '2026-01-12T14:59', body, shows: (d) => [next(d), unlawful(d)], as: ['23:59 Mon 12 Jan GMT', []] },
  { it: 'is in time at it', given, by: RAO, at: '2026-01-12T15:00', body, shows: (d) => [next(d), unlawful(d)], as: ['00:00 Tue 13 Jan GMT', []] },
  { it: 'is a breach one second after it', given, by: RAO, at: '2026-01-12T15:00:01', body, shows: (d) => d.breachWords('REVIEW_LATE', '2026-01-12T18:00').length, as: 1 },
  { it: 'is recorded late, with the unlawful time for ever', given, by: RAO, at: '2026-01-12T15:20', body, shows: (d) => [next(d), unlawful(d)], as: ['00:20 Tue 13 Jan GMT', ['Detention was unlawful from 15:00 to 15:20: the review was not done by its latest time.']] },
  { it: 'leaves the later ones where they were once postponed', given: postponed('2026-01-12T15:00'), by: RAO, at: '2026-01-12T16:00', body, shows: (d) => [next(d), unlawful(d)], as: ['00:00 Tue 13 Jan GMT', []] },
  { it: 'is not postponed where it is done in time after all', given: postponed('2026-01-12T14:30'), by: RAO, at: '2026-01-12T14:50', body, shows: next, as: '23:50 Mon 12 Jan GMT' },
  { it: 'is late where the postponement was never confirmed', given: postponed('2026-01-12T14:30'), by: RAO, at: '2026-01-12T15:20', body, shows: (d) => [next(d), unlawful(d).length], as: ['00:20 Tue 13 Jan GMT', 1] },
  { it: 'owes the outcome to one asleep', given, by: RAO, at, body: { ...body, asleep: true }, shows: (d) => d.owed(), as: ['reviewOutcome'] },
  { it: 'may decide release, which is owed at once', given, by: RAO, at, body: { ...body, decision: 'release', grounds: 'No longer necessary' }, shows: (d) => [d.says(), d.owed()], as: ['Review by Insp Rao: release. No longer necessary', ['releaseDecided']] },
  { it: 'leaves nothing of a release owed once a later review finds grounds', given: releaseFound, by: RAO, at, body, shows: (d) => d.owed(), as: [] },
  { it: 'says where nobody reminded them of legal advice', given, by: RAO, at, body: { ...body, reminded: false }, shows: (d) => d.says(), as: 'Review by Insp Rao: detention to continue. Detention is still necessary. Not reminded of the right to free legal advice' },
  { it: 'is held by telephone with an officer at the station who records it', given, by: OKORO, at, body: byTelephone, facts: { officers: { [OTHER]: RAO } }, shows: (d) => d.says(), as: 'Review by telephone by Insp Rao: detention to continue. Detention is still necessary. Not in person: No inspector at the station; recorded by PS Okoro' },
  { it: 'is refused in person in another officer’s name', given, by: OKORO, at, body: { ...body, reviewOfficerId: OTHER }, facts: { officers: { [OTHER]: { ...RAO, id: OTHER } } }, refused: ['REVIEW_METHOD_NOT_ALLOWED'] },
  { it: 'is refused by telephone to a reviewer who makes the record herself', given, by: RAO, at, body: { ...byTelephone, reviewOfficerId: null }, refused: ['REVIEW_METHOD_NOT_ALLOWED'] },
  { it: 'is refused by live link to one who does too', given, by: RAO, at, body: { ...byTelephone, method: 'liveLink', reviewOfficerId: null }, refused: ['REVIEW_METHOD_NOT_ALLOWED'] },
  { it: 'is refused by telephone without why', given, by: OKORO, at, body: { ...byTelephone, whyNotInPerson: '' }, facts: { officers: { [OTHER]: RAO } }, refused: ['REASON_REQUIRED'] },
  { it: 'is refused with an officer nobody knows', given, by: OKORO, at, body: byTelephone, refused: ['OFFICER_UNKNOWN'] },
  { it: 'is refused to a sergeant before charge', given, by: OKORO, at, body, refused: ['RANK_TOO_LOW'] },
  { it: 'is held by a sergeant just before acting as inspector ends', given, by: ACTING, at: '2026-01-12T11:59:59', body },
  { it: 'is refused to that sergeant when it ends', given, by: ACTING, at: '2026-01-12T12:00', body, refused: ['RANK_TOO_LOW'] },
  { it: 'is refused to an inspector of the investigation team', given, by: SHAH, at, body, refused: ['CONFLICT_OF_ROLE'] },
  { it: 'is refused with every reason at once', given, by: LIM, at, body: { ...body, method: 'telephone' }, refused: ['CONFLICT_OF_ROLE', 'RANK_TOO_LOW', 'REASON_REQUIRED', 'REVIEW_METHOD_NOT_ALLOWED'] },
  { it: 'is practice, not law, of one recalled to prison: whenever it is held, nothing was unlawful', given: recalled, by: RAO, at: '2026-01-12T23:30', body, shows: (d) => [next(d), unlawful(d), d.record.reviews.length], as: [null, [], 1] },
  { it: 'is then a sergeant’s too, of the team or not', given: recalled, by: LIM, at, body, shows: (d) => d.record.reviews.length, as: 1 },
  { it: 'is not a constable’s even then', given: recalled, by: WARD, at, body, refused: ['RANK_TOO_LOW'] },
  { it: 'is the custody officer’s after charge, by the same latest time', given: charged, by: OKORO, at: '2026-01-12T15:00', body, shows: (d) => [next(d), unlawful(d)], as: ['00:00 Tue 13 Jan GMT', []] },
  { it: 'is refused to an inspector after charge', given: charged, by: RAO, at, body, refused: ['NOT_CUSTODY_OFFICER'] },
  { it: 'is refused after charge to a constable who holds the post', given: charged, by: WARD, at, body, facts: { custodyOfficer: WARD.id }, refused: ['NOT_CUSTODY_OFFICER'] },
  { it: 'is refused to a custody officer of the investigation team after charge', given: charged, by: LIM, at, body, facts: { custodyOfficer: LIM.id }, refused: ['CONFLICT_OF_ROLE'] },
  { it: 'is refused by telephone after charge', given: charged, by: OKORO, at, body: { ...body, method: 'telephone', whyNotInPerson: 'Busy' }, refused: ['REVIEW_METHOD_NOT_ALLOWED'] },
  { it: 'answers a task once: the second officer is told who held it', given: reviewed, by: RAO, at, body: { ...body, answersKey: 'review/4.0' }, refused: ['ALREADY_DONE'] },
  { it: 'is recorded as an additional one where there were two', given: reviewed, by: RAO, at, body: { ...body, answersKey: 'review/4.0', additional: true }, shows: next, as: '23:00 Mon 12 Jan GMT' },
  { it: 'is refused before detention is authorised', given: (d) => arrived(d), by: RAO, at: '2026-01-12T08:40', body, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused before it with every reason at once, to a sergeant', given: (d) => arrived(d), by: OKORO, at: '2026-01-12T08:40', body, refused: ['OUT_OF_ORDER', 'RANK_TOO_LOW'] },
  { it: 'is refused at a time before the authorisation', given: (d) => authorised(d), by: RAO, at: '2026-01-12T08:59', now: at, body, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused on bail', given: onBail, by: RAO, at, body, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused after the release', given: released, by: RAO, at, body, refused: ['OUT_OF_ORDER'] },
);
