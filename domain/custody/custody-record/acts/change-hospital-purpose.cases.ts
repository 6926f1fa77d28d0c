import { custodyCases, detained, extended, OKORO, type Detention } from '../example-detention.ts';

const at = '2026-01-12T13:00';
const away = (purpose: string) => (d: Detention) => detained(d).must('leaveForHospital', { by: OKORO, at: '2026-01-12T12:00', body: { purpose, hospital: 'St Mary', reason: 'Cut hand', escorts: 'PC Ward' } });
const back = (d: Detention) => d.must('returnFromHospital', { by: OKORO, at: '2026-01-12T14:00' }).due('limit24');

/** CUS-31, CUS-34 and ruling 8a: each stretch with its own purpose; away from 12:00 to 14:00, changed at 13:00. */
export const actCases = custodyCases(
  { it: 'lets the clock run on once the visit is for evidence', given: away('treatment'), by: OKORO, at, body: { purpose: 'investigative' }, shows: (d) => [d.due('limit24'), back(d)], as: ['09:30 Tue 13 Jan GMT', '09:30 Tue 13 Jan GMT'] },
  { it: 'stops the clock once it is for treatment', given: away('investigative'), by: OKORO, at, body: { purpose: 'treatment' }, shows: (d) => [d.due('limit24'), back(d)], as: [null, '09:30 Tue 13 Jan GMT'] },
  { it: 'leaves nothing out where it changes as they leave', given: away('treatment'), by: OKORO, at: '2026-01-12T12:00', body: { purpose: 'investigative' }, shows: back, as: '08:30 Tue 13 Jan GMT' },
  { it: 'is refused at the station', given: (d) => detained(d), by: OKORO, at, body: { purpose: 'treatment' }, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused before they left', given: away('treatment'), by: OKORO, at: '2026-01-12T11:59', now: at, body: { purpose: 'investigative' }, refused: ['OUT_OF_ORDER'] },
  { it: 'leaves no gap where the clock stood still short of 24 hours beyond the end of an extension', given: (d) => extended(d).must('leaveForHospital', { by: OKORO, at: '2026-01-13T07:00', body: { purpose: 'treatment', hospital: 'St Mary', reason: 'Cut hand', escorts: 'PC Ward' } }), by: OKORO, at: '2026-01-13T23:00', body: { purpose: 'investigative' }, shows: (d) => [d.unlawful('2026-01-14T00:30'), d.due('authorityEnds')], as: [[], '00:30 Wed 14 Jan GMT'] },
);
