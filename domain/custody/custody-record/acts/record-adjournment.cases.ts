import { fullTime } from '../../../shared/local-time.ts';
import { authorityInForce } from '../authority.ts';
import { custodyRecordKind } from '../custody-record-kind.ts';
import { applied, custodyCases, GROUNDS, HALE, LIM, OKORO, served, type Detention } from '../example-detention.ts';
import { CUSTODY_LAW } from '../limits.ts';

const at = '2026-01-13T18:30';
const body = { resumesAt: '2026-01-14T10:00', forRepresentation: true };
const given = (d: Detention) => applied(d);
const adjourned = (d: Detention) => applied(d).must('recordAdjournment', { by: LIM, at, body });
const late = '2026-01-13T20:45';
const authority = (d: Detention) => { const { kind, until } = authorityInForce(d.record, CUSTODY_LAW); return [kind, until ? fullTime(until) : null]; };
const unlawful = (d: Detention) => d.unlawful('2026-01-15T00:00');
const decisionRings = (d: Detention) => custodyRecordKind.obligations(d.record, CUSTODY_LAW).filter((o) => o.taskType === 'warrantDecision').flatMap((o) => o.rungs.map((r) => fullTime(r.at)));
const issued = (when: string) => (d: Detention) => adjourned(d).must('recordWarrant', { by: OKORO, at: when, body: { hours: 24 } });
const refusedAt = (when: string) => (d: Detention) => adjourned(d).must('recordWarrantRefusal', { by: OKORO, at: when, body: { reasons: 'Not diligent' } });
const again = { resumesAt: '2026-01-14T14:00', forRepresentation: true };

/** CUS-66, s.43(3): applied at 18:00 on the 13th, held on the s.42 authority to 20:30. */
export const actCases = custodyCases(
  { it: 'keeps them for representation until it is determined, past the 36 hours', given, by: LIM, at, body, shows: (d) => [authority(d), unlawful(d)], as: [['applicationPending', null], []] },
  { it: 'keeps them where it was adjourned at the end of the authority itself', given, by: LIM, at: '2026-01-13T20:30', body, shows: unlawful, as: [] },
  { it: 'leaves the time without authority where it came after that', given, by: LIM, at: late, body, shows: unlawful, as: ['Detention was unlawful from 20:30 to 20:45: no authority to hold.'] },
  { it: 'keeps nobody where it is for another reason', given, by: LIM, at, body: { ...body, forRepresentation: false }, shows: (d) => [authority(d), unlawful(d).length], as: [['s42', '20:30 Tue 13 Jan GMT'], 1] },
  { it: 'is a hearing too late then, and says so', given, by: LIM, at, body: { ...body, forRepresentation: false }, shows: (d) => custodyRecordKind.obligations(d.record, CUSTODY_LAW).find((o) => o.taskType === 'authorityToDetain')!.why.at(-1)!.text, as: 'The court sits at 10:00 Wed 14 Jan GMT, after the authority ends at 20:30 Tue 13 Jan GMT. Ask the court for an earlier hearing, or charge or release by then' },
  { it: 'moves when the court’s decision is owed, with its bell an hour after', given, by: LIM, at, body, shows: (d) => [d.taskDue('warrantDecision'), decisionRings(d)], as: ['10:00 Wed 14 Jan GMT', ['11:00 Wed 14 Jan GMT']] },
  { it: 'may be adjourned again', given: adjourned, by: LIM, at: '2026-01-14T10:05', body: again, shows: (d) => [d.taskDue('warrantDecision'), unlawful(d)], as: ['14:00 Wed 14 Jan GMT', []] },
  { it: 'ends with the warrant, which runs from its issue', given: issued('2026-01-14T10:40'), by: OKORO, at: '2026-01-14T11:00', body: again, refused: ['OUT_OF_ORDER'] },
  { it: 'lets them be kept, refused, to the end of what was authorised before', given: (d) => applied(d).must('recordAdjournment', { by: LIM, at: '2026-01-13T18:10', body: { resumesAt: '2026-01-13T19:00', forRepresentation: true } }).must('recordWarrantRefusal', { by: OKORO, at: '2026-01-13T19:10', body: { reasons: 'Not diligent' } }), by: OKORO, at: '2026-01-13T19:11', body: again, refused: ['OUT_OF_ORDER'], shows: authority, as: ['s43(5)(b)', '20:30 Tue 13 Jan GMT'] },
  { it: 'leaves nothing to keep them by once it is refused after that', given: refusedAt('2026-01-14T10:40'), by: OKORO, at: '2026-01-14T10:50', body: again, refused: ['OUT_OF_ORDER'], shows: (d) => d.unlawful('2026-01-14T11:00'), as: ['Detention was unlawful from 10:40: no authority to hold.'] },
  { it: 'ends with the refusal', given: refusedAt('2026-01-14T10:40'), by: OKORO, at: '2026-01-14T11:00', body: again, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused where the application was made before a release on bail', given: (d) => applied(d).must('releaseOnBail', { by: OKORO, at: '2026-01-13T18:20', body: { appointedAt: '2026-02-02T10:00', necessity: 'Forensic work' } }).must('answerBail', { by: OKORO, at: '2026-02-02T10:00', body: { stationId: HALE } }).must('authoriseDetention', { by: OKORO, at: '2026-02-02T10:10', body: GROUNDS }), by: LIM, at: '2026-02-02T11:00', body: { ...body, resumesAt: '2026-02-03T10:00' }, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused to a time that is not later', given, by: LIM, at, body: { ...body, resumesAt: at }, refused: ['PERIOD_TOO_SHORT'] },
  { it: 'may go on the instant after', given, by: LIM, at, body: { ...body, resumesAt: '2026-01-13T18:30:01' }, shows: (d) => d.taskDue('warrantDecision'), as: '18:30 Tue 13 Jan GMT' },
  { it: 'is refused with no application before the court', given: (d) => served(d), by: LIM, at, body, refused: ['OUT_OF_ORDER'] },
);
