import { codes } from '../../../shared/example.ts';
import { applied, custodyCases, INFORMATION, LIM, OKORO, served, twiceReviewed, type Detention } from '../example-detention.ts';

const at = '2026-01-13T19:00';
const body = { reasons: 'The investigation is not diligent' };
const given = applied;
const late = (d: Detention) =>
  served(d).must('recordReasonPast36', { by: OKORO, at: '2026-01-13T20:00', body: { sittingAt: '2026-01-13T22:00', reason: 'No court sits before' } })
    .must('applyForWarrant', { by: LIM, at: '2026-01-13T21:00', body: { courtCanSitAt36: false, nextSittingAt: '2026-01-13T22:00' } });
const unextended = (d: Detention) => twiceReviewed(d).must('serveWarrantInformation', { by: LIM, at: '2026-01-12T22:30', body: INFORMATION }).must('applyForWarrant', { by: LIM, at: '2026-01-12T23:00' });
const again = (d: Detention) => codes(d.what('applyForWarrant', { by: LIM, at: '2026-01-13T20:00' }));

/** CUS-61, CUS-65: 24 h end at 08:30 on the 13th, the extension and 36 h at 20:30. */
export const actCases = custodyCases(
  { it: 'leaves them held to the end of the extension already given', given, by: LIM, at, body, shows: (d) => [d.due('authorityEnds'), d.unlawful('2026-01-13T20:30')], as: ['20:30 Tue 13 Jan GMT', []] },
  { it: 'leaves them held to the 24 hours where none was given', given: unextended, by: LIM, at: '2026-01-12T23:30', body, shows: (d) => d.due('authorityEnds'), as: '08:30 Tue 13 Jan GMT' },
  { it: 'ends the detention there and then after the 36 hours', given: late, by: LIM, at: '2026-01-13T22:00', body, shows: (d) => [d.due('authorityEnds'), d.unlawful('2026-01-13T22:00'), d.unlawful('2026-01-13T22:00:01')], as: ['22:00 Tue 13 Jan GMT', [], ['Detention was unlawful from 22:00: no authority to hold.']] },
  { it: 'bars a second application without new evidence', given, by: LIM, at, body, shows: again, as: ['COPY_NOT_SERVED', 'EVIDENCE_NOT_NEW'] },
  { it: 'owes no information for a hearing that is over, and a new one once it is listed again', given, by: LIM, at, body, shows: (d) => [d.taskDue('serveWarrantInformation'), d.must('recordHearingListed', { by: LIM, at: '2026-01-13T19:30', body: { listedFor: '2026-01-13T20:20', court: 'Camberwell', reference: 'W/8' } }).taskDue('serveWarrantInformation')], as: ['not owed', '20:20 Tue 13 Jan GMT'] },
  { it: 'may come as the application is made', given, by: LIM, at: '2026-01-13T18:00', body },
  { it: 'is refused before the application', given, by: LIM, at: '2026-01-13T17:59:59', now: at, body, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused without an application', given: served, by: LIM, at, body, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused after charge', given: (d) => applied(d).must('charge', { by: OKORO, at: '2026-01-13T18:10' }), by: LIM, at, body, refused: ['NOT_OPEN'] },
  { it: 'is refused where they were bailed as the application was made', given: (d) => applied(d).must('releaseOnBail', { by: OKORO, at: '2026-01-13T18:00', body: { appointedAt: '2026-02-02T10:00', necessity: 'Forensic work' } }), by: LIM, at, body, refused: ['OUT_OF_ORDER'] },
);
