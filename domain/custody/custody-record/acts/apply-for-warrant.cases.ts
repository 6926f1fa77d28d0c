import { applied, CLARKE, custodyCases, detained, extended, GROUNDS, HALE, INFORMATION, LIM, OKORO, served, type Detention } from '../example-detention.ts';

const at = '2026-01-13T18:00';
const later = { courtCanSitAt36: false, nextSittingAt: '2026-01-14T02:30' };
const given = served;
const reasoned = (d: Detention) => served(d).must('recordReasonPast36', { by: OKORO, at: '2026-01-13T20:00', body: { sittingAt: '2026-01-14T02:30', reason: 'No court sits this evening' } });
const refusedOnce = (d: Detention) => applied(d).must('recordWarrantRefusal', { by: CLARKE, at: '2026-01-13T19:00', body: { reasons: 'Not diligent' } });
const servedAgain = (d: Detention) => refusedOnce(d).must('serveWarrantInformation', { by: LIM, at: '2026-01-13T19:50', body: INFORMATION });
const overBail = (d: Detention) => d.must('releaseOnBail', { by: OKORO, at: '2026-01-12T17:00', body: { appointedAt: '2026-02-02T10:00', necessity: 'Forensic work' } })
  .must('answerBail', { by: OKORO, at: '2026-02-02T10:00', body: { stationId: HALE } }).must('authoriseDetention', { by: OKORO, at: '2026-02-02T10:10', body: GROUNDS });
const bailedSince = (d: Detention) => overBail(serving({})(d));
const refusedBeforeBail = (d: Detention) => overBail(serving({})(d).must('applyForWarrant', { by: LIM, at: '2026-01-12T16:10' }).must('recordWarrantRefusal', { by: CLARKE, at: '2026-01-12T16:40', body: { reasons: 'Not diligent' } })).must('serveWarrantInformation', { by: LIM, at: '2026-02-02T11:00', body: INFORMATION });
const serving = (arrest: object) => (d: Detention) => detained(d, arrest).must('serveWarrantInformation', { by: LIM, at: '2026-01-12T16:00', body: INFORMATION });
const charged = (d: Detention) => served(d).must('charge', { by: OKORO, at: '2026-01-13T17:00' });
const gone = (d: Detention) => served(d).must('release', { by: OKORO, at: '2026-01-13T17:00', body: { kind: 'underInvestigation', riskAssessed: true, detail: 'Taxi home' } });
const underWarrant = (d: Detention) => applied(d).must('recordWarrant', { by: CLARKE, at: '2026-01-13T18:30', body: { hours: 1 } });
const informedAgain = (d: Detention) => underWarrant(d).must('serveWarrantInformation', { by: LIM, at: '2026-01-13T19:00', body: INFORMATION });
const says = (d: Detention) => d.says();

/** CUS-60 to CUS-62, CUS-65, CUS-66: 36 h end at 20:30 on the 13th, the six hours after at 02:30 on the 14th. */
export const actCases = custodyCases(
  { it: 'owes what the court decides from when it sits', given, by: LIM, at: '2026-01-13T17:59', shows: (d) => d.taskDue('warrantDecision'), as: '18:00 Tue 13 Jan GMT' },
  { it: 'owes it from the application where the listed time had passed', given, by: LIM, at: '2026-01-13T18:20', shows: (d) => d.taskDue('warrantDecision'), as: '18:20 Tue 13 Jan GMT' },
  { it: 'owes nothing more once it is decided', given: refusedOnce, by: LIM, at: '2026-01-13T19:05', body: { newEvidence: 'None' }, refused: ['COPY_NOT_SERVED'], shows: (d) => d.taskDue('warrantDecision'), as: 'not owed' },
  { it: 'is refused where it is told late, of before one that is with the court', given: applied, by: LIM, at: '2026-01-13T17:59:59', now: '2026-01-13T18:10', refused: ['OUT_OF_ORDER'] },
  { it: 'is refused beside one of that instant', given: applied, by: LIM, at, refused: ['ALREADY_DONE'] },
  { it: 'is made under s.43(5)(a), and holds nobody longer by itself', given, by: LIM, at, shows: (d) => [d.says(), d.due('authorityEnds')], as: ['Applied for a warrant of further detention, s.43(5)(a)', '20:30 Tue 13 Jan GMT'] },
  { it: 'may be made a second before the 36 hours end', given, by: LIM, at: '2026-01-13T20:29:59' },
  { it: 'may be made as the 36 hours end', given, by: LIM, at: '2026-01-13T20:30', shows: says, as: 'Applied for a warrant of further detention, s.43(5)(a)' },
  { it: 'is refused a second after the 36 hours', given, by: LIM, at: '2026-01-13T20:30:01', refused: ['APPLICATION_OUT_OF_TIME'] },
  { it: 'is refused a millisecond after the 36 hours (s.43(5)(a))', given, by: LIM, at: '2026-01-13T20:30:00.001Z', refused: ['APPLICATION_OUT_OF_TIME'] },
  { it: 'may be made after them to a court that sits within six hours', given, by: LIM, at: '2026-01-13T20:30:01', body: later, shows: says, as: 'Applied for a warrant of further detention, s.43(5)(b)' },
  { it: 'may be made as the six hours end', given, by: LIM, at: '2026-01-14T02:30', body: later },
  { it: 'is refused a millisecond after the six hours (s.43(5)(b))', given, by: LIM, at: '2026-01-14T02:30:00.001Z', body: later, refused: ['APPLICATION_OUT_OF_TIME'] },
  { it: 'is refused a second after the six hours', given, by: LIM, at: '2026-01-14T02:30:01', body: later, refused: ['APPLICATION_OUT_OF_TIME'] },
  { it: 'is refused after the 36 hours where the court sits beyond the six', given, by: LIM, at: '2026-01-13T20:30:01', body: { ...later, nextSittingAt: '2026-01-14T02:30:01' }, refused: ['APPLICATION_OUT_OF_TIME'] },
  { it: 'keeps them until it is heard where the reason was recorded', given: reasoned, by: LIM, at: '2026-01-14T02:00', body: later, shows: (d) => [d.due('authorityEnds'), d.unlawful('2026-01-16T08:30'), d.unlawful('2026-01-16T08:30:01').length], as: ['08:30 Fri 16 Jan GMT', [], 1] },
  { it: 'keeps nobody past 36 h where no reason was recorded', given, by: LIM, at: '2026-01-14T02:00', body: later, shows: (d) => d.unlawful('2026-01-14T04:00'), as: ['Detention was unlawful from 20:30 Tue 13 Jan: no authority to hold.'] },
  { it: 'is refused while one is before the court', given: applied, by: LIM, at: '2026-01-13T18:30', refused: ['ALREADY_DONE'] },
  { it: 'is refused to the last instant of a warrant', given: informedAgain, by: LIM, at: '2026-01-13T19:30', refused: ['NOT_OPEN'] },
  { it: 'is not refused the instant after for that', given: informedAgain, by: LIM, at: '2026-01-13T19:30:01' },
  { it: 'is refused on the information of the warrant that ran out', given: underWarrant, by: LIM, at: '2026-01-13T19:30:01', refused: ['COPY_NOT_SERVED'] },
  { it: 'says that the court must dismiss a late one that could have been made before', given, by: LIM, at: '2026-01-14T02:00', body: { ...later, reasonableToApplyBefore: true }, shows: says, as: 'Applied for a warrant of further detention, s.43(5)(b). It would have been reasonable to apply before 36 h: the court must dismiss (s.43(7))' },
  { it: 'is refused before the information is served', given: extended, by: LIM, at, refused: ['COPY_NOT_SERVED'] },
  { it: 'is refused a second time without new evidence', given: refusedOnce, by: LIM, at: '2026-01-13T20:00', refused: ['COPY_NOT_SERVED', 'EVIDENCE_NOT_NEW'] },
  { it: 'is refused a second time on the information of the first', given: refusedOnce, by: LIM, at: '2026-01-13T20:00', body: { newEvidence: 'DNA match reported at 19:40' }, refused: ['COPY_NOT_SERVED'] },
  { it: 'may be made a second time on evidence since the refusal', given: servedAgain, by: LIM, at: '2026-01-13T20:00', body: { newEvidence: 'DNA match reported at 19:40' } },
  { it: 'is refused after bail on a copy given before it', given: bailedSince, by: LIM, at: '2026-02-02T11:00', refused: ['COPY_NOT_SERVED'] },
  { it: 'is refused after bail without new evidence, where the court had refused before it', given: refusedBeforeBail, by: LIM, at: '2026-02-02T11:10', refused: ['EVIDENCE_NOT_NEW'] },
  { it: 'may be made after bail on evidence since that refusal', given: refusedBeforeBail, by: LIM, at: '2026-02-02T11:10', body: { newEvidence: 'DNA match of 20 January' } },
  { it: 'may be made before any extension', given: serving({}), by: LIM, at: '2026-01-12T18:00', shows: (d) => d.due('authorityEnds'), as: '08:30 Tue 13 Jan GMT' },
  { it: 'is refused where no offence is indictable', given: serving({ offenceCodes: ['CJ88001'] }), by: LIM, at: '2026-01-12T18:00', refused: ['NOT_INDICTABLE'] },
  { it: 'is refused for one recalled to prison', given: (d) => detained(d, { authorityKind: 'RECALL_TO_PRISON' }), by: LIM, at: '2026-01-12T18:00', refused: ['COPY_NOT_SERVED', 'NOT_OPEN'] },
  { it: 'is refused after charge', given: charged, by: LIM, at, refused: ['NOT_OPEN'] },
  { it: 'is refused with every reason at once', given: extended, by: LIM, at: '2026-01-13T21:00', refused: ['APPLICATION_OUT_OF_TIME', 'COPY_NOT_SERVED'] },
  { it: 'is refused after the release', given: gone, by: LIM, at, refused: ['OUT_OF_ORDER'] },
);
