import { custodyCases, detained, OKORO, type Detention } from '../example-detention.ts';

const at = '2026-01-12T14:00';
const given = (d: Detention) => detained(d).must('leaveForHospital', { by: OKORO, at: '2026-01-12T12:00', body: { purpose: 'treatment', hospital: 'St Mary', reason: 'Cut hand', escorts: 'PC Ward' } });
const questioned = (d: Detention) => given(d).must('recordHospitalQuestioning', { by: OKORO, at: '2026-01-12T13:30', body: { doctorAgreed: true, doctor: 'Dr Hill' } });
const toldOf = (d: Detention) => given(d).must('recordHospitalQuestioning', { by: OKORO, at: '2026-01-12T13:30', now: at, body: { to: '2026-01-12T13:40', doctorAgreed: true, doctor: 'Dr Hill' } });
const twice = (d: Detention) =>
  given(d).must('returnFromHospital', { by: OKORO, at }).must('leaveForHospital', { by: OKORO, at: '2026-01-12T20:00', body: { purpose: 'treatment', hospital: 'St Mary', reason: 'Stitches', escorts: 'PC Ward' } });

/** CUS-31, CUS-33, CUS-40, T-CHECK: in the yard again at 14:00 after two hours. */
export const actCases = custodyCases(
  { it: 'lets the clock run again, the two hours left out', given, by: OKORO, at, shows: (d) => [d.due('limit24'), d.due('limit36'), d.due('limit96')], as: ['10:30 Tue 13 Jan GMT', '22:30 Tue 13 Jan GMT', '10:30 Fri 16 Jan GMT'] },
  { it: 'counts as seen: the next visit is an hour on', given, by: OKORO, at, shows: (d) => d.due('visitDue'), as: '15:00 Mon 12 Jan GMT' },
  { it: 'leaves the review where it was, and shows the later reading', given, by: OKORO, at, shows: (d) => [d.due('reviewDue'), d.otherReading('reviewDue')], as: ['15:00 Mon 12 Jan GMT', '17:00 Mon 12 Jan GMT'] },
  { it: 'ends questioning that was still open', given: questioned, by: OKORO, at, shows: (d) => d.due('limit24'), as: '10:00 Tue 13 Jan GMT' },
  { it: 'adds a second absence to the first', given: twice, by: OKORO, at: '2026-01-12T20:45', shows: (d) => d.due('limit24'), as: '11:15 Tue 13 Jan GMT' },
  { it: 'leaves nothing out where they return as they leave', given, by: OKORO, at: '2026-01-12T12:00', shows: (d) => d.due('limit24'), as: '08:30 Tue 13 Jan GMT' },
  { it: 'is refused before the questioning there ended', given: toldOf, by: OKORO, at: '2026-01-12T13:39:59', now: at, refused: ['OUT_OF_ORDER'] },
  { it: 'may be as it ended', given: toldOf, by: OKORO, at: '2026-01-12T13:40', now: at },
  { it: 'is refused before they left', given, by: OKORO, at: '2026-01-12T11:59:59', now: at, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused at the station', given: (d) => detained(d), by: OKORO, at, refused: ['OUT_OF_ORDER'] },
);
