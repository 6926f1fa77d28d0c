import { arrived, custodyCases, detained, HALE, MARSH, OKORO, RAO, type Detention } from '../example-detention.ts';

const at = '2026-01-12T10:00';
const body = { stationId: MARSH, reason: 'Cells full' };
const given = (d: Detention) => detained(d);
const inHospital = (d: Detention) => detained(d).must('leaveForHospital', { by: OKORO, at: '2026-01-12T09:50', body: { purpose: 'treatment', hospital: 'St Mary', reason: 'Cut hand', escorts: 'PC Ward' } });
const delayed = (d: Detention) => detained(d).must('delayRight', { by: RAO, at: '2026-01-12T09:30', body: { right: 's56_notification', ground: 'alerting', grounds: 'An accomplice is still sought' } });
const there = (d: Detention) => d.must('recordArrival', { by: OKORO, at: '2026-01-12T10:40', body: { stationId: MARSH, source: 'gateLog' } });

/** CUS-82, CUS-194: inside the force area everything goes on. */
export const actCases = custodyCases(
  { it: 'stops neither the clock nor the reviews on the way', given, by: OKORO, at, body, shows: (d) => [d.record.phase, d.due('limit24'), d.due('reviewDue')], as: ['inTransit', '08:30 Tue 13 Jan GMT', '15:00 Mon 12 Jan GMT'] },
  { it: 'is the desk’s they go to from when they leave', given, by: OKORO, at, body, shows: (d) => [d.record.stationId, d.record.stationName, there(d).record.stationId], as: [MARSH, 'Marsh Lane', MARSH] },
  { it: 'stops neither at the other station', given, by: OKORO, at, body, shows: (d) => [there(d).record.stationName, d.due('limit24'), d.due('reviewDue')], as: ['Marsh Lane', '08:30 Tue 13 Jan GMT', '15:00 Mon 12 Jan GMT'] },
  { it: 'gives the right to have someone told again at the other station, until it is given', given, by: OKORO, at, body, shows: (d) => [d.owed(), there(d).owed(), d.must('giveRights', { by: OKORO, at: '2026-01-12T10:50', body: { solicitorWanted: false, someoneInformed: true, noticeGiven: true } }).owed()], as: [['arrival'], ['informAgain'], []] },
  { it: 'owes nothing again while that right is being delayed', given: delayed, by: OKORO, at, body, shows: (d) => there(d).owed(), as: [] },
  { it: 'leaves detention unlawful past the 24 hours, on the way or not', given, by: OKORO, at: '2026-01-13T08:00', body, shows: (d) => [d.unlawful('2026-01-13T08:30'), d.unlawful('2026-01-13T08:30:01')], as: [[], ['Detention was unlawful from 08:30: no authority to hold.']] },
  { it: 'is refused for a station nobody knows', given, by: OKORO, at, body: { ...body, stationId: '10000000-0000-4000-8000-000000000009' }, refused: ['STATION_UNKNOWN'] },
  { it: 'is refused to the station where they are', given, by: OKORO, at, body: { ...body, stationId: HALE }, refused: ['NOT_OPEN'] },
  { it: 'goes back to the station they came from', given: (d) => there(detained(d).must('moveToStation', { by: OKORO, at, body })), by: OKORO, at: '2026-01-12T11:00', body: { ...body, stationId: HALE }, shows: (d) => d.record.location, as: 'To Hale Road' },
  { it: 'is refused before detention is authorised', given: (d) => arrived(d), by: OKORO, at: '2026-01-12T08:40', body, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused from hospital', given: inHospital, by: OKORO, at, body, refused: ['OUT_OF_ORDER'] },
);
