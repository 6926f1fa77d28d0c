import { arrived, custodyCases, detained, OKORO, onTheWay, released } from '../example-detention.ts';

const at = '2026-01-12T11:00';
const body = { seniorName: 'Ch Supt Hall', seniorPosition: 'Keep them in the cell until the interview', custodyOfficerPosition: 'They are to see a nurse first' };

/** CUS-15: both positions stored, and a task for the superintendent at once. */
export const actCases = custodyCases(
  { it: 'is owed a decision by the superintendent at once', given: (d) => detained(d), by: OKORO, at, body, shows: (d) => [d.owed(), d.taskDue('rankConflict')], as: [['rankConflict'], 'no time of its own'] },
  { it: 'stores both positions', given: (d) => detained(d), by: OKORO, at, body, shows: (d) => d.says(), as: 'Conflict of rank: Ch Supt Hall directed "Keep them in the cell until the interview"; the custody or review officer: "They are to see a nurse first". To the superintendent at once' },
  { it: 'may arise before detention is authorised', given: (d) => arrived(d), by: OKORO, at: '2026-01-12T08:40', body, shows: (d) => d.owed().includes('rankConflict'), as: true },
  { it: 'is refused on the way', given: (d) => onTheWay(d), by: OKORO, at: '2026-01-12T08:20', body, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused after the release', given: released, by: OKORO, at: '2026-01-12T12:01', body, refused: ['OUT_OF_ORDER'] },
);
