import { bailed, custodyCases, detained, GROUNDS, HALE, MARSH, OKORO, type Detention } from '../example-detention.ts';

const at = '2026-02-02T10:00';
const body = { stationId: HALE };
const given = bailed;
const limits = (d: Detention) => [d.due('limit24'), d.otherReading('limit24')];
const again = (d: Detention) => d.must('authoriseDetention', { by: OKORO, at: '2026-02-02T10:20', body: GROUNDS });

/** CUS-35 and rulings 8a: 4 h counted before bail, due back at 10:00 on Monday 2 February with 20 h left. */
export const actCases = custodyCases(
  { it: 'lets the clock go on at the appointed time', given, by: OKORO, at, body, shows: (d) => [...limits(d), d.due('limit36'), d.due('limit96')], as: ['06:00 Tue 3 Feb GMT', null, '18:00 Tue 3 Feb GMT', '06:00 Fri 6 Feb GMT'] },
  { it: 'early, shows both readings and holds to the earlier', given, by: OKORO, at: '2026-02-02T09:00', body, shows: limits, as: ['05:00 Tue 3 Feb GMT', '06:00 Tue 3 Feb GMT'] },
  { it: 'is early a minute before', given, by: OKORO, at: '2026-02-02T09:59', body, shows: limits, as: ['05:59 Tue 3 Feb GMT', '06:00 Tue 3 Feb GMT'] },
  { it: 'late, lets the clock go on from attendance', given, by: OKORO, at: '2026-02-02T10:01', body, shows: limits, as: ['06:01 Tue 3 Feb GMT', null] },
  { it: 'begins the wait for the custody officer', given, by: OKORO, at, body, shows: (d) => [d.record.phase, d.due('deskDue'), d.owed()], as: ['arrived', '11:00 Mon 2 Feb GMT', ['detentionDecision']] },
  { it: 'goes on with the review cycle less the time on bail, where that is earlier', given, by: OKORO, at, body, shows: (d) => [again(d).due('reviewDue'), d.otherReading('reviewDue')], as: ['12:30 Mon 2 Feb GMT', '16:20 Mon 2 Feb GMT'] },
  { it: 'is refused at another station than the one of the return', given, by: OKORO, at, body: { stationId: MARSH }, refused: ['NOT_OPEN'] },
  { it: 'is refused at a station nobody knows', given, by: OKORO, at, body: { stationId: '10000000-0000-4000-8000-000000000009' }, refused: ['STATION_UNKNOWN'] },
  { it: 'is refused before the release on bail', given, by: OKORO, at: '2026-01-12T12:29', now: at, body, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused to one who is not on bail', given: (d) => detained(d), by: OKORO, at, body, refused: ['OUT_OF_ORDER'] },
);
