import { codes } from '../../../shared/example.ts';
import { custodyRecordKind } from '../custody-record-kind.ts';
import { arrived, bailed, custodyCases, detained, GROUNDS, MARSH, OKORO, onTheWay, type Detention } from '../example-detention.ts';
import { CUSTODY_LAW } from '../limits.ts';

const at = '2026-01-12T12:00';
const body = { purpose: 'treatment', hospital: 'St Mary', reason: 'Cut hand', escorts: 'PC Ward, PC Dunn' };
const given = (d: Detention) => detained(d);
const withInvestigator = (d: Detention) => detained(d).must('handToInvestigator', { by: OKORO, at: '2026-01-12T11:00', body: { officerName: 'DC Poole', purpose: 'interview' } });
const back = (d: Detention) => d.must('returnFromHospital', { by: OKORO, at: '2026-01-12T14:00' });
const words = (d: Detention, when: string) => { const outcome = d.what('leaveForHospital', { by: OKORO, at: when, body }); return outcome.outcome === 'refused' ? outcome.refusals[0]!.message : ''; };
const held = (d: Detention) => [d.due('limit24'), d.breachWords('UNLAWFUL_DETENTION_RISK', '2026-01-13T09:00')];
const unlawful = ['Detention was unlawful from 08:30: no authority to hold.'];

/** CUS-31, CUS-32, CUS-34, CUS-38: 24 h end at 08:30 on the 13th. */
export const actCases = custodyCases(
  { it: 'stops the clock for treatment: no limit is known until it runs again', given, by: OKORO, at, body, shows: (d) => [d.due('limit24'), d.due('visitDue')], as: [null, null] },
  { it: 'leaves the whole time away out', given, by: OKORO, at, body, shows: (d) => [back(d).due('limit24'), d.due('limit36'), d.due('limit96')], as: ['10:30 Tue 13 Jan GMT', '22:30 Tue 13 Jan GMT', '10:30 Fri 16 Jan GMT'] },
  { it: 'stops nothing to obtain evidence', given, by: OKORO, at, body: { ...body, purpose: 'investigative' }, shows: (d) => [d.due('limit24'), back(d).due('limit24')], as: ['08:30 Tue 13 Jan GMT', '08:30 Tue 13 Jan GMT'] },
  { it: 'may begin in the investigator’s charge', given: withInvestigator, by: OKORO, at, body, shows: (d) => d.due('limit24'), as: null },
  { it: 'stops the clock a second before the limit', given, by: OKORO, at: '2026-01-13T08:29:59', body, shows: held, as: [null, []] },
  { it: 'stops nothing at the limit', given, by: OKORO, at: '2026-01-13T08:30', body, shows: held, as: ['08:30 Tue 13 Jan GMT', unlawful] },
  { it: 'nor after it', given, by: OKORO, at: '2026-01-13T08:30:01', body, shows: held, as: ['08:30 Tue 13 Jan GMT', unlawful] },
  { it: 'is refused for any other reason to stop the clock', given, by: OKORO, at, body: { ...body, purpose: 'sleep' }, refused: ['STOP_REASON_UNKNOWN'] },
  { it: 'is refused on the way: no clock runs yet', given: (d) => onTheWay(d), by: OKORO, at: '2026-01-12T08:20', body, refused: ['OUT_OF_ORDER'] },
  { it: 'stops the clock from the yard on, before anybody decided: the decision waits for the return', given: (d) => arrived(d), by: OKORO, at: '2026-01-12T08:40', body, shows: (d) => [d.due('limit24'), codes(d.what('authoriseDetention', { by: OKORO, at: '2026-01-12T09:00', body: GROUNDS })), back(d).record.phase, d.due('limit24'), d.due('deskDue')], as: [null, ['OUT_OF_ORDER'], 'arrived', '13:50 Tue 13 Jan GMT', '09:30 Mon 12 Jan GMT'] },
  { it: 'is refused while they are there already, and says so', given: (d) => detained(d).must('leaveForHospital', { by: OKORO, at, body }), by: OKORO, at: '2026-01-12T12:30', body, refused: ['OUT_OF_ORDER'], shows: (d) => words(d, '2026-01-12T12:30'), as: 'They are at St Mary already, since 12:00 Mon 12 Jan GMT. Record the return first; if only the purpose is another now, change the purpose.' },
  { it: 'is refused on the way to another station, and says what comes first', given: (d) => detained(d).must('moveToStation', { by: OKORO, at, body: { stationId: MARSH, reason: 'Full' } }), by: OKORO, at: '2026-01-12T12:30', body, refused: ['OUT_OF_ORDER'], shows: (d) => words(d, '2026-01-12T12:30'), as: 'They are on the way to Marsh Lane. Record the arrival first.' },
  { it: 'is refused on bail', given: (d) => bailed(d), by: OKORO, at: '2026-01-20T12:00', body, refused: ['OUT_OF_ORDER'] },
  { it: 'offers nothing that needs a detention where nobody had decided', given: (d) => arrived(d), by: OKORO, at: '2026-01-12T08:45', body, shows: (d) => custodyRecordKind.acts.filter((a) => ['charge', 'release', 'conductReview', 'recordHearingListed', 'refuseDetention'].includes(a.name) && a.opens(d.record, { law: CUSTODY_LAW } as never).open).map((a) => a.name), as: ['refuseDetention'] },
);
