import { fullTime } from '../../../shared/local-time.ts';
import { authorityInForce } from '../authority.ts';
import { custodyRecordKind } from '../custody-record-kind.ts';
import { applied, custodyCases, INFORMATION, LIM, OKORO, type Detention } from '../example-detention.ts';
import { CUSTODY_LAW } from '../limits.ts';

const at = '2026-01-14T16:00';
const body = { sittingAt: '2026-01-14T18:00' };
const warranted = (hours: number) => (d: Detention) => applied(d).must('recordWarrant', { by: LIM, at: '2026-01-13T18:30', body: { hours } });
const informed = (d: Detention) => d.must('serveWarrantInformation', { by: LIM, at: '2026-01-14T15:00', body: INFORMATION });
const given = (d: Detention) => informed(warranted(24)(d));
const extending = (d: Detention) => given(d).must('applyForWarrantExtension', { by: LIM, at, body });
const adjourned = (forRepresentation: boolean, when = '2026-01-14T18:10') => (d: Detention) => extending(d).must('recordAdjournment', { by: LIM, at: when, body: { resumesAt: '2026-01-15T10:00', forRepresentation } });
const kept = adjourned(true);
const authority = (d: Detention) => { const { kind, until } = authorityInForce(d.record, CUSTODY_LAW); return [kind, until ? fullTime(until) : null]; };
const listed = (d: Detention) => warranted(24)(d).must('recordHearingListed', { by: LIM, at: '2026-01-14T12:00', body: { listedFor: '2026-01-14T18:00', court: 'Camberwell', reference: 'W/9' } });
const duty = (d: Detention) => custodyRecordKind.obligations(d.record, CUSTODY_LAW).filter((o) => o.taskType === 'warrantDecision').map((o) => [o.act, o.due && fullTime(o.due)]);
const refusal = (when: string) => ({ by: OKORO, at: when, body: { reasons: 'Not diligent' } });

/** s.44, CUS-64, CUS-66: a warrant of 24 h from 18:30 on the 13th, to 18:30 on the 14th; the 96 hours end at 08:30 on the 16th. */
export const actCases = custodyCases(
  { it: 'is refused where it is told late, of before one that is with the court', given: extending, by: LIM, at: '2026-01-14T15:59:59', now: '2026-01-14T16:10', body, refused: ['OUT_OF_ORDER'] },
  { it: 'owes what the court decides from when it sits, as an extension', given, by: LIM, at, body, shows: duty, as: [['extend-warrant', '18:00 Wed 14 Jan GMT']] },
  { it: 'holds nobody longer by itself', given, by: LIM, at, body, shows: (d) => [authority(d), d.unlawful('2026-01-14T18:30'), d.unlawful('2026-01-14T19:00').length], as: [['warrant', '18:30 Wed 14 Jan GMT'], [], 1] },
  { it: 'knows of the hearing that was listed since the warrant', given: (d) => informed(listed(d)), by: LIM, at, shows: duty, as: [['extend-warrant', '18:00 Wed 14 Jan GMT']] },
  { it: 'owes its own information before that hearing, and none that was served for the warrant', given: listed, by: LIM, at, body, refused: ['COPY_NOT_SERVED'], shows: (d) => [d.taskDue('serveWarrantInformation'), informed(d).taskDue('serveWarrantInformation')], as: ['18:00 Wed 14 Jan GMT', 'not owed'] },
  { it: 'says where the court sits only after the warrant ends', given, by: LIM, at, body: { sittingAt: '2026-01-14T18:30:01' }, shows: (d) => d.notes, as: ['The court sits at 18:30 Wed 14 Jan GMT, after the authority ends at 18:30 Wed 14 Jan GMT. Ask the court for an earlier hearing, or charge or release by then. PACE s.44(1)'] },
  { it: 'says nothing of one as it ends', given, by: LIM, at, body: { sittingAt: '2026-01-14T18:30' }, shows: (d) => d.notes, as: [] },
  { it: 'may be made a second before the warrant ends', given, by: LIM, at: '2026-01-14T18:29:59', body },
  { it: 'may be made as the warrant ends', given, by: LIM, at: '2026-01-14T18:30', body },
  { it: 'is refused a millisecond after (s.44(1))', given, by: LIM, at: '2026-01-14T18:30:00.001Z', body, refused: ['AUTHORITY_LAPSED'] },
  { it: 'is refused a second after', given, by: LIM, at: '2026-01-14T18:30:01', body, refused: ['AUTHORITY_LAPSED'] },
  { it: 'may be made where the warrant ends before the 96 hours', given: (d) => warranted(36)(d).must('extendWarrant', { by: LIM, at: '2026-01-14T14:00', body: { hours: 25 } }).must('serveWarrantInformation', { by: LIM, at: '2026-01-14T15:00', body: INFORMATION }), by: LIM, at, body },
  { it: 'is refused where the warrant runs to the 96 hours', given: (d) => warranted(36)(d).must('extendWarrant', { by: LIM, at: '2026-01-14T14:00', body: { hours: 26 } }).must('serveWarrantInformation', { by: LIM, at: '2026-01-14T15:00', body: INFORMATION }), by: LIM, at, body, refused: ['BEYOND_96H'] },
  { it: 'is refused while one is before the court', given: extending, by: LIM, at: '2026-01-14T16:10', body, refused: ['ALREADY_DONE'] },
  { it: 'is refused without a warrant', given: applied, by: LIM, at: '2026-01-13T18:10', body, refused: ['NOT_OPEN'] },
  { it: 'is refused with every reason at once', given: listed, by: LIM, at: '2026-01-14T18:30:01', body, refused: ['AUTHORITY_LAPSED', 'COPY_NOT_SERVED'] },
  { it: 'is refused after the release', given: (d) => given(d).must('release', { by: OKORO, at: '2026-01-14T15:30', body: { kind: 'underInvestigation', riskAssessed: true, detail: 'Taxi home' } }), by: LIM, at, body, refused: ['OUT_OF_ORDER'] },

  { it: 'adjourned for representation, keeps them past the warrant, and no longer than the 96 hours', given: kept, by: LIM, at: '2026-01-14T18:11', body, refused: ['ALREADY_DONE'], shows: (d) => [authority(d), d.unlawful('2026-01-16T08:30'), d.unlawful('2026-01-16T08:30:01').length, duty(d)], as: [['applicationPending', '08:30 Fri 16 Jan GMT'], [], 1, [['extend-warrant', '10:00 Thu 15 Jan GMT']]] },
  { it: 'adjourned for another reason, keeps them to the end of the warrant', given: adjourned(false), by: LIM, at: '2026-01-14T18:11', body, refused: ['ALREADY_DONE'], shows: (d) => [authority(d), d.unlawful('2026-01-14T19:00').length], as: [['warrant', '18:30 Wed 14 Jan GMT'], 1] },
  { it: 'adjourned the instant after the warrant ended, keeps nobody', given: adjourned(true, '2026-01-14T18:30:01'), by: LIM, at: '2026-01-14T18:31', body, refused: ['ALREADY_DONE', 'AUTHORITY_LAPSED'], shows: (d) => d.unlawful('2026-01-14T20:00').length, as: 1 },
  { it: 'adjourned, may be granted after the warrant has ended: it runs from there', given: (d) => kept(d).must('extendWarrant', { by: LIM, at: '2026-01-15T10:20', body: { hours: 24 } }), by: LIM, at: '2026-01-15T10:21', body, refused: ['COPY_NOT_SERVED'], shows: (d) => [authority(d), d.unlawful('2026-01-15T18:30'), duty(d)], as: [['warrant', '18:30 Thu 15 Jan GMT'], [], []] },
  { it: 'refused, leaves them held to the end of the warrant', given: (d) => extending(d).must('recordWarrantRefusal', refusal('2026-01-14T18:05')), by: LIM, at: '2026-01-14T18:06', body, refused: ['COPY_NOT_SERVED'], shows: (d) => [d.says(), authority(d), d.unlawful('2026-01-14T18:30'), duty(d)], as: ['Extension of the warrant refused: Not diligent. Charge or release, or hold to the end of the warrant (s.44(7), (8))', ['warrant', '18:30 Wed 14 Jan GMT'], [], []] },
  { it: 'refused after an adjournment, ends the detention there and then', given: (d) => kept(d).must('recordWarrantRefusal', refusal('2026-01-15T10:20')), by: LIM, at: '2026-01-15T10:21', body, refused: ['AUTHORITY_LAPSED', 'COPY_NOT_SERVED'], shows: (d) => [d.unlawful('2026-01-15T10:20'), d.unlawful('2026-01-15T10:20:01').length], as: [[], 1] },
  { it: 'is no application for a warrant: none can be issued on it', given: extending, by: LIM, at: '2026-01-14T16:10', body, refused: ['ALREADY_DONE'], shows: (d) => custodyRecordKind.acts.find((a) => a.name === 'recordWarrant')!.opens(d.record, {} as never).open, as: false },
  { it: 'is refused after charge', given: (d) => given(d).must('charge', { by: OKORO, at: '2026-01-14T15:30' }), by: LIM, at, body, refused: ['NOT_OPEN'] },
);
