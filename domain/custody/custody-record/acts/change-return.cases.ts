import { custodyRecordKind } from '../custody-record-kind.ts';
import { bailed, BELL, custodyCases, detained, HALE, LIM, MARSH, OKORO, type Detention } from '../example-detention.ts';

const at = '2026-02-01T03:00';
const body = { stationId: MARSH, reason: 'He came to Marsh Lane', noticeGiven: true };
const given = bailed;
const desk = (d: Detention) => custodyRecordKind.scope(d.record).stationId;
const answered = (d: Detention) => d.must('answerBail', { by: OKORO, at: '2026-02-01T03:10', body: { stationId: d.record.stationId } });
const limits = (d: Detention) => [answered(d).due('limit24'), d.otherReading('limit24')];

/** CUS-35, CUS-144, s.37D(1): bailed with 20 h left to return to Hale Road at 10:00 on Monday 2 February. */
export const actCases = custodyCases(
  { it: 'to another station gives its desk the record, and leaves the time', given, by: OKORO, at, body, shows: (d) => [d.says(), desk(d), d.record.phase], as: ['Return from bail changed: to Marsh Lane. He came to Marsh Lane', MARSH, 'onBail'] },
  { it: 'to another station follows the time that the release is corrected to', given, by: OKORO, at, body, shows: (d) => Object.keys(d.events.at(-1)!.data as object).includes('appointedAt'), as: false },
  { it: 'lets them answer early there, with both readings', given, by: OKORO, at, body, shows: limits, as: ['23:10 Sun 1 Feb GMT', '06:00 Tue 3 Feb GMT'] },
  { it: 'to another time leaves the station, and the clock of who answers it then goes on from there', given, by: OKORO, at, body: { appointedAt: '2026-02-01T03:05', reason: 'Evidence is here', noticeGiven: true }, shows: (d) => [desk(d), ...limits(d)], as: [HALE, '23:10 Sun 1 Feb GMT', null] },
  { it: 'says that no written notice was given', given, by: OKORO, at, body: { ...body, noticeGiven: false }, shows: (d) => d.says(), as: 'Return from bail changed: to Marsh Lane. He came to Marsh Lane. No written notice given yet' },
  { it: 'may be told once the appointed time is past, where only the station changes', given, by: OKORO, at: '2026-02-02T10:30', body, shows: desk, as: MARSH },
  { it: 'is refused to the very time of the change', given, by: OKORO, at, body: { ...body, appointedAt: at }, refused: ['PERIOD_TOO_SHORT'] },
  { it: 'may be to a second later', given, by: OKORO, at, body: { ...body, appointedAt: '2026-02-01T03:00:01' } },
  { it: 'is refused where nothing changes', given, by: OKORO, at, body: { ...body, stationId: HALE, appointedAt: '2026-02-02T10:00' }, refused: ['NOT_OPEN'] },
  { it: 'is refused where neither is said', given, by: OKORO, at, body: { reason: 'He came', noticeGiven: true }, refused: ['NOT_OPEN'] },
  { it: 'is refused to a station nobody knows', given, by: OKORO, at, body: { ...body, stationId: '10000000-0000-4000-8000-000000000009' }, refused: ['STATION_UNKNOWN'] },
  { it: 'is refused to a detention officer', given, by: BELL, at, body, refused: ['NOT_CUSTODY_OFFICER'] },
  { it: 'is refused to a custody officer of the investigation', given, by: LIM, at, body, facts: { custodyOfficer: LIM.id }, refused: ['CONFLICT_OF_ROLE'] },
  { it: 'is refused to one who is not on bail', given: (d) => detained(d), by: OKORO, at, body, refused: ['OUT_OF_ORDER'] },
);
