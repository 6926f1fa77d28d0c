import { bailed, custodyCases, detained, extended, GROUNDS, HALE, OKORO, RAO, REVIEW, type Detention } from '../example-detention.ts';

const at = '2026-01-20T10:00';
const body = { ground: 'brokeConditions', atStation: true, stationId: HALE, officerName: 'PC Ward' };
const given = bailed;
const bailedAgain = (time: string) => (d: Detention) =>
  d.must('authoriseDetention', { by: OKORO, at: '2026-01-20T10:20', body: GROUNDS }).must('releaseOnBail', { by: OKORO, at: time, body: { appointedAt: '2026-02-09T10:00', necessity: 'Forensic work' } })
    .must('answerBail', { by: OKORO, at: '2026-02-09T10:00', body: { stationId: HALE } }).due('limit24');
const reviewedAndBailed = (d: Detention) =>
  detained(d).must('conductReview', { by: RAO, at: '2026-01-12T12:00', body: REVIEW }).must('releaseOnBail', { by: OKORO, at: '2026-01-12T12:30', body: { appointedAt: '2026-02-02T10:00', necessity: 'Forensic work' } });
const onTheWay = { ...body, atStation: false };
const yard = (d: Detention) => d.must('recordArrival', { by: OKORO, at: '2026-01-20T11:00', body: { stationId: HALE, source: 'gateLog' } }).due('limit24');

const overdue = (d: Detention) => extended(d).must('releaseOnBail', { by: OKORO, at: '2026-01-13T20:00', body: { appointedAt: '2026-02-02T10:00', necessity: 'Forensic work' } });

/** CUS-37, CUS-197 and ruling 8a: 4 h counted before bail; three hours from the station's yard are left out. */
export const actCases = custodyCases(
  { it: 'leaves three hours out, then goes on where the clock stood', given, by: OKORO, at, body, shows: (d) => [d.due('limit24'), d.due('limit36'), d.due('limit96')], as: ['09:00 Wed 21 Jan GMT', '21:00 Wed 21 Jan GMT', '09:00 Sat 24 Jan GMT'] },
  { it: 'counts nothing on the way; the three hours run from the yard', given, by: OKORO, at, body: onTheWay, shows: (d) => [d.due('limit24'), yard(d)], as: [null, '10:00 Wed 21 Jan GMT'] },
  { it: 'may follow a failure to answer', given, by: OKORO, at: '2026-02-03T10:00', body: { ...body, ground: 'failedToAnswer' }, shows: (d) => d.due('limit24'), as: '09:00 Wed 4 Feb GMT' },
  { it: 'has used nothing of the clock a minute before the three hours end', given, by: OKORO, at, body, shows: bailedAgain('2026-01-20T12:59'), as: '06:00 Tue 10 Feb GMT' },
  { it: 'has used nothing of the clock as the three hours end', given, by: OKORO, at, body, shows: bailedAgain('2026-01-20T13:00'), as: '06:00 Tue 10 Feb GMT' },
  { it: 'has used a minute a minute later', given, by: OKORO, at, body, shows: bailedAgain('2026-01-20T13:01'), as: '05:59 Tue 10 Feb GMT' },
  { it: 'pauses no review of the new cycle', given: reviewedAndBailed, by: OKORO, at, body, shows: (d) => d.must('authoriseDetention', { by: OKORO, at: '2026-01-20T10:20', body: GROUNDS }).due('reviewDue'), as: '16:20 Tue 20 Jan GMT' },
  { it: 'is refused at a station nobody knows', given, by: OKORO, at, body: { ...body, stationId: '10000000-0000-4000-8000-000000000009' }, refused: ['STATION_UNKNOWN'] },
  { it: 'is refused before the release on bail', given, by: OKORO, at: '2026-01-12T12:29', now: at, body, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused for one who is not on bail', given: (d) => detained(d), by: OKORO, at, body, refused: ['OUT_OF_ORDER'] },
  { it: 'holds nobody unlawfully on the way, with no time left: from the yard on (s.118(2))', given: overdue, by: OKORO, at, body: onTheWay, shows: (d) => { yard(d); return d.unlawful('2026-01-20T12:00'); }, as: ['Detention was unlawful from 11:00: no authority to hold.'] },
);
