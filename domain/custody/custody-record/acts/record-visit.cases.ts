import { BELL, custodyCases, detained, NEEDS, OKORO, type Detention } from '../example-detention.ts';

const body = { seen: 'Awake, reading' };
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
  {
    it: 'answers a task once: the second officer is told who made it', given: (d) => detained(d).must('recordVisit', { by: OKORO, at: '2026-01-12T09:40', body }), by: BELL, at: '2026-01-12T09:41', body: { ...body, answersKey: 'visit/5.0' }, refused: ['ALREADY_DONE'],
  },
);
