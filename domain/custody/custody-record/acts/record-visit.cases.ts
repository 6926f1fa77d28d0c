import { codes } from '../../../shared/example.ts';
import { BELL, custodyCases, detained, MARSH, NEEDS, OKORO, type Detention } from '../example-detention.ts';

const body = { seen: 'Awake, reading' };
const inHospital = (d: Detention) => detained(d).must('leaveForHospital', { by: OKORO, at: '2026-01-12T09:40', body: { purpose: 'treatment', hospital: 'St Mary', reason: 'Cut hand', escorts: 'PC Ward' } });
const visited = (d: Detention) => detained(d).must('recordVisit', { by: BELL, at: '2026-01-12T09:40', body });
const rousing = (d: Detention) => detained(d).must('recordImmediateNeeds', { by: OKORO, at: '2026-01-12T09:09', body: { ...NEEDS, drink: true } }).must('setObservationLevel', { by: OKORO, at: '2026-01-12T09:10', body: { level: '2', reason: 'Drink' } });

/** CUS-95, CUS-96. */
export const actCases = custodyCases(
  { it: 'moves the next visit an hour on', given: detained, by: BELL, at: '2026-01-12T09:30', body, shows: (d) => d.due('visitDue'), as: '10:30 Mon 12 Jan GMT' },
  { it: 'is recorded late, with its breach', given: detained, by: BELL, at: '2026-01-12T10:20', body, shows: (d) => d.breachCodes('2026-01-12T10:20'), as: ['VISIT_LATE'] },
  { it: 'is not late at the instant it is due', given: detained, by: BELL, at: '2026-01-12T10:02', body, shows: (d) => d.breachCodes('2026-01-12T10:02'), as: [] },
  { it: 'is refused without rousing where rousing is ordered', given: rousing, by: BELL, at: '2026-01-12T09:30', body, refused: ['ROUSING_REQUIRED'] },
  { it: 'is recorded with rousing where rousing is ordered', given: rousing, by: BELL, at: '2026-01-12T09:30', body: { ...body, roused: true } },
  { it: 'is refused before detention is authorised', by: BELL, at: '2026-01-12T09:30', body, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused in the future', given: detained, by: BELL, at: '2026-01-12T10:00', now: '2026-01-12T09:59:59', body, refused: ['IN_FUTURE'] },
  { it: 'is refused while they are in hospital: the return is the next look', given: inHospital, by: BELL, at: '2026-01-12T09:50', body, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused at the instant they leave', given: inHospital, by: BELL, at: '2026-01-12T09:40', now: '2026-01-12T09:50', body, refused: ['OUT_OF_ORDER'] },
  { it: 'may be told late for the second before', given: inHospital, by: BELL, at: '2026-01-12T09:39:59', now: '2026-01-12T09:50', body },
  { it: 'may be made again as they are back', given: (d) => inHospital(d).must('returnFromHospital', { by: OKORO, at: '2026-01-12T10:40' }), by: BELL, at: '2026-01-12T10:40', body, shows: (d) => d.due('visitDue'), as: '11:40 Mon 12 Jan GMT' },
  { it: 'is refused on the way to another station', given: (d) => detained(d).must('moveToStation', { by: OKORO, at: '2026-01-12T09:40', body: { stationId: MARSH, reason: 'Full' } }), by: BELL, at: '2026-01-12T09:50', body, refused: ['OUT_OF_ORDER'] },
  { it: 'is one where the same officer tells it again for that very instant', given: visited, by: BELL, at: '2026-01-12T09:40', body, refused: ['ALREADY_DONE'] },
  { it: 'is another a second later', given: visited, by: BELL, at: '2026-01-12T09:40:01', body },
  { it: 'is another at that instant by another officer, or told as an additional one', given: visited, by: OKORO, at: '2026-01-12T09:40', body, shows: (d) => codes(d.what('recordVisit', { by: BELL, at: '2026-01-12T09:40', body: { ...body, additional: true } })), as: [] },
  {
    it: 'answers a task once: the second officer is told who made it', given: (d) => detained(d).must('recordVisit', { by: OKORO, at: '2026-01-12T09:40', body }), by: BELL, at: '2026-01-12T09:41', body: { ...body, answersKey: 'visit/5.0' }, refused: ['ALREADY_DONE'],
  },
);
