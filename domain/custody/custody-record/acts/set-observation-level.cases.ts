import { arrived, authorised, BELL, custodyCases, detained, LIM, NEEDS, OKORO, WARD, type Detention } from '../example-detention.ts';

const at = '2026-01-12T09:10';
const level = (n: 1 | 2 | 3 | 4) => ({ level: String(n), reason: 'As assessed' });
const given = (d: Detention) => authorised(d);
const needing = (told: object) => (d: Detention) => authorised(d).must('recordImmediateNeeds', { by: BELL, at: '2026-01-12T09:05', body: { ...NEEDS, ...told } });
const atLevel2 = (d: Detention) => authorised(d).must('setObservationLevel', { by: OKORO, at: '2026-01-12T09:02', body: level(2) });
const noCustodyOfficer = 'Called to an emergency';
const visit = (d: Detention) => d.due('visitDue');

/** CUS-95, CUS-96 and ruling 8a. */
export const actCases = custodyCases(
  { it: 'makes the first visit due in an hour at level 1', given, by: OKORO, at, body: level(1), shows: visit, as: '10:10 Mon 12 Jan GMT' },
  { it: 'in 30 minutes at level 2', given, by: OKORO, at, body: level(2), shows: visit, as: '09:40 Mon 12 Jan GMT' },
  { it: 'in 30 minutes at level 3', given, by: OKORO, at, body: level(3), shows: visit, as: '09:40 Mon 12 Jan GMT' },
  { it: 'never at level 4: somebody is with them', given, by: OKORO, at, body: level(4), shows: visit, as: null },
  { it: 'counts a changed level from the last look', given: (d) => detained(d), by: BELL, at, body: level(2), shows: visit, as: '09:32 Mon 12 Jan GMT' },
  { it: 'meets the duty to set one', given, by: OKORO, at, body: level(1), shows: (d) => d.owed(), as: ['rights'] },
  { it: 'is refused at level 1 with drink', given: needing({ drink: true }), by: OKORO, at, body: level(1), refused: ['LEVEL_TOO_LOW'] },
  { it: 'is refused at level 1 with drugs', given: needing({ drugs: true }), by: OKORO, at, body: level(1), refused: ['LEVEL_TOO_LOW'] },
  { it: 'is refused at level 1 with something swallowed', given: needing({ swallowed: true }), by: OKORO, at, body: level(1), refused: ['LEVEL_TOO_LOW'] },
  { it: 'is refused at level 1 with a concern for consciousness', given: needing({ consciousnessConcern: true }), by: OKORO, at, body: level(1), refused: ['LEVEL_TOO_LOW'] },
  { it: 'orders rousing at level 2 with drink', given: needing({ drink: true }), by: OKORO, at, body: level(2), shows: (d) => [visit(d), d.says()], as: ['09:40 Mon 12 Jan GMT', 'Level 2, rouse: As assessed'] },
  { it: 'is lowered by the custody officer', given: atLevel2, by: OKORO, at, body: level(1), shows: visit, as: '10:02 Mon 12 Jan GMT' },
  { it: 'is not lowered by a detention officer', given: atLevel2, by: BELL, at, body: level(1), refused: ['NOT_CUSTODY_OFFICER'] },
  { it: 'nor by one who gives a reason', given: atLevel2, by: BELL, at, body: { ...level(1), noCustodyOfficer }, refused: ['NOT_CUSTODY_OFFICER'] },
  { it: 'is lowered by a constable where no custody officer is readily available', given: atLevel2, by: WARD, at, body: { ...level(1), noCustodyOfficer }, shows: visit, as: '10:02 Mon 12 Jan GMT' },
  { it: 'is not lowered by a custody officer of the investigation team', given: atLevel2, by: LIM, at, body: level(1), facts: { custodyOfficer: LIM.id }, refused: ['CONFLICT_OF_ROLE'] },
  { it: 'is refused before detention is authorised', given: (d) => arrived(d), by: OKORO, at, body: level(1), refused: ['OUT_OF_ORDER'] },
);
