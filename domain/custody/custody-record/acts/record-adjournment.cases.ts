import { fullTime } from '../../../shared/local-time.ts';
import { authorityInForce } from '../authority.ts';
import { custodyRecordKind } from '../custody-record-kind.ts';
import { applied, CLARKE, custodyCases, EXTEND, extended, GROUNDS, HALE, INFORMATION, LIM, OKORO, served, twiceReviewed, type Detention } from '../example-detention.ts';
import { CUSTODY_LAW } from '../limits.ts';

const at = '2026-01-13T18:30';
const body = { resumesAt: '2026-01-14T10:00', forRepresentation: true };
const given = (d: Detention) => applied(d);
const adjourned = (d: Detention) => applied(d).must('recordAdjournment', { by: LIM, at, body });
const authority = (d: Detention) => { const { kind, until } = authorityInForce(d.record, CUSTODY_LAW); return [kind, until ? fullTime(until) : null]; };
const unlawful = (d: Detention) => d.unlawful('2026-01-15T00:00');
const decisionRings = (d: Detention) => custodyRecordKind.obligations(d.record, CUSTODY_LAW).filter((o) => o.taskType === 'warrantDecision').flatMap((o) => o.rungs.map((r) => fullTime(r.at)));
const issued = (when: string) => (d: Detention) => adjourned(d).must('recordWarrant', { by: OKORO, at: when, body: { hours: 24 } });
const refusedAt = (when: string) => (d: Detention) => adjourned(d).must('recordWarrantRefusal', { by: OKORO, at: when, body: { reasons: 'Not diligent' } });
const early = (d: Detention) => twiceReviewed(d).must('serveWarrantInformation', { by: LIM, at: '2026-01-13T05:00', body: INFORMATION }).must('applyForWarrant', { by: LIM, at: '2026-01-13T06:00' });
const late = (d: Detention) => extended(d).must('recordReasonPast36', { by: OKORO, at: '2026-01-13T20:00', body: { sittingAt: '2026-01-13T22:00', reason: 'No court sits before' } }).must('serveWarrantInformation', { by: LIM, at: '2026-01-13T20:10', body: INFORMATION })
  .must('applyForWarrant', { by: LIM, at: '2026-01-13T21:30', body: { courtCanSitAt36: false, nextSittingAt: '2026-01-13T22:00' } });
const again = { resumesAt: '2026-01-14T14:00', forRepresentation: true };

/** CUS-66, s.43(3): applied at 18:00 on the 13th, held on the s.42 authority to 20:30. */
export const actCases = custodyCases(
  { it: 'keeps them for representation until it is determined, past the 36 hours', given, by: LIM, at, body, shows: (d) => [authority(d), d.unlawful('2026-01-16T08:30'), d.unlawful('2026-01-16T08:30:01').length], as: [['applicationPending', '08:30 Fri 16 Jan GMT'], [], 1] },
  { it: 'keeps them where it was adjourned at the end of the authority itself', given, by: LIM, at: '2026-01-13T20:30', body, shows: unlawful, as: [] },
  { it: 'keeps nobody whose authority had ended a millisecond before (s.43(3))', given, by: LIM, at: '2026-01-13T20:30:00.001Z', body, shows: (d) => unlawful(d).length, as: 1 },
  { it: 'keeps nobody whose authority had ended the instant before', given, by: LIM, at: '2026-01-13T20:30:01', body, shows: unlawful, as: ['Detention was unlawful from 20:30 Tue 13 Jan: no authority to hold.'] },
  { it: 'keeps nobody where it is for another reason', given, by: LIM, at, body: { ...body, forRepresentation: false }, shows: (d) => [authority(d), unlawful(d).length], as: [['s42', '20:30 Tue 13 Jan GMT'], 1] },
  { it: 'is a hearing too late then, and says so', given, by: LIM, at, body: { ...body, forRepresentation: false }, shows: (d) => custodyRecordKind.obligations(d.record, CUSTODY_LAW).find((o) => o.taskType === 'authorityToDetain')!.why.at(-1)!.text, as: 'The court sits at 10:00 Wed 14 Jan GMT, after the authority ends at 20:30 Tue 13 Jan GMT. Ask the court for an earlier hearing, or charge or release by then' },
  { it: 'moves when the court’s decision is owed, with its bells an hour after and on', given, by: LIM, at, body, shows: (d) => [d.taskDue('warrantDecision'), decisionRings(d)], as: ['10:00 Wed 14 Jan GMT', ['11:00 Wed 14 Jan GMT', '12:00 Wed 14 Jan GMT', '13:00 Wed 14 Jan GMT']] },
  { it: 'keeps them no longer than a later adjournment for another reason', given: adjourned, by: LIM, at: '2026-01-14T10:05', body: { ...again, forRepresentation: false }, shows: (d) => [d.unlawful('2026-01-14T10:05'), d.unlawful('2026-01-14T11:00')], as: [[], ['Detention was unlawful from 10:05: no authority to hold.']] },
  { it: 'is not shortened by an extension given meanwhile', given: early, by: CLARKE, at: '2026-01-13T06:05', body: { resumesAt: '2026-01-14T10:00', forRepresentation: true }, shows: (d) => d.must('authoriseExtension', { by: CLARKE, at: '2026-01-13T06:30', body: { ...EXTEND, until: '2026-01-13T20:30' } }).unlawful('2026-01-14T10:00'), as: [] },
  { it: 'keeps nobody past the 36 hours by itself, put off beyond the six hours for another reason', given: late, by: LIM, at: '2026-01-13T22:10', body: { ...body, forRepresentation: false }, shows: (d) => [d.unlawful('2026-01-13T22:10'), d.unlawful('2026-01-13T23:00')], as: [[], ['Detention was unlawful from 22:10: no authority to hold.']] },
  { it: 'leaves them waiting for it where it goes on within the six hours', given: late, by: LIM, at: '2026-01-13T22:10', body: { resumesAt: '2026-01-14T02:30', forRepresentation: false }, shows: (d) => d.unlawful('2026-01-14T02:30'), as: [] },
  { it: 'and not a second after them', given: late, by: LIM, at: '2026-01-13T22:10', body: { resumesAt: '2026-01-14T02:30:01', forRepresentation: false }, shows: (d) => d.unlawful('2026-01-13T23:00').length, as: 1 },
  { it: 'is refused of an application of before a charge', given: (d) => applied(d).must('charge', { by: OKORO, at: '2026-01-13T18:10', body: { detainGrounds: 'Would fail to appear' } }).must('arrestForFurtherOffence', { by: OKORO, at: '2026-01-13T18:15', body: { offenceCodes: ['TH68010'], officerName: 'PC Ward', necessity: 'To investigate' } }), by: LIM, at, body, refused: ['OUT_OF_ORDER'] },
  { it: 'leaves a warrant its own end', given: issued('2026-01-14T10:40'), by: OKORO, at: '2026-01-14T11:00', body: again, refused: ['OUT_OF_ORDER'], shows: (d) => [authority(d), unlawful(d)], as: [['warrant', '10:40 Thu 15 Jan GMT'], []] },
  { it: 'may be adjourned again', given: adjourned, by: LIM, at: '2026-01-14T10:05', body: again, shows: (d) => [d.taskDue('warrantDecision'), unlawful(d)], as: ['14:00 Wed 14 Jan GMT', []] },
  { it: 'lets them be kept, refused, to the end of what was authorised before', given: (d) => applied(d).must('recordAdjournment', { by: LIM, at: '2026-01-13T18:10', body: { resumesAt: '2026-01-13T19:00', forRepresentation: true } }).must('recordWarrantRefusal', { by: OKORO, at: '2026-01-13T19:10', body: { reasons: 'Not diligent' } }), by: OKORO, at: '2026-01-13T19:11', body: again, refused: ['OUT_OF_ORDER'], shows: authority, as: ['s43(5)(b)', '20:30 Tue 13 Jan GMT'] },
  { it: 'leaves nothing to keep them by once it is refused after that', given: refusedAt('2026-01-14T10:40'), by: OKORO, at: '2026-01-14T10:50', body: again, refused: ['OUT_OF_ORDER'], shows: (d) => d.unlawful('2026-01-14T11:00'), as: ['Detention was unlawful from 10:40: no authority to hold.'] },
  { it: 'is refused where the application was made before a release on bail', given: (d) => applied(d).must('releaseOnBail', { by: OKORO, at: '2026-01-13T18:20', body: { appointedAt: '2026-02-02T10:00', necessity: 'Forensic work' } }).must('answerBail', { by: OKORO, at: '2026-02-02T10:00', body: { stationId: HALE } }).must('authoriseDetention', { by: OKORO, at: '2026-02-02T10:10', body: GROUNDS }), by: LIM, at: '2026-02-02T11:00', body: { ...body, resumesAt: '2026-02-03T10:00' }, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused to a time that is not later', given, by: LIM, at, body: { ...body, resumesAt: at }, refused: ['PERIOD_TOO_SHORT'] },
  { it: 'may go on the instant after', given, by: LIM, at, body: { ...body, resumesAt: '2026-01-13T18:30:01' }, shows: (d) => d.taskDue('warrantDecision'), as: '18:30 Tue 13 Jan GMT' },
  { it: 'is refused with no application before the court', given: (d) => served(d), by: LIM, at, body, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused after charge', given: (d) => applied(d).must('charge', { by: OKORO, at: '2026-01-13T18:10' }), by: LIM, at, body, refused: ['NOT_OPEN'] },
);
