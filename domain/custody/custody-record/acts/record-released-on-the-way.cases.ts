import { arrived, custodyCases, OKORO, onTheWay, released, type Detention } from '../example-detention.ts';

const at = '2026-01-12T08:20';
const body = { how: 'deArrested', reason: 'The witness named another man', officerName: 'PC Ward' };
const given = (d: Detention) => onTheWay(d);

/** CUS-19: arrested at 08:00, on the way to Hale Road. */
export const actCases = custodyCases(
  { it: 'ends the record, and what is owed with it', given, by: OKORO, at, body, shows: (d) => [d.record.phase, d.owed(), d.says()], as: ['released', [], 'De-arrested: no grounds to keep them under arrest (s.30(7)), by PC Ward: The witness named another man'] },
  { it: 'may be street bail', given, by: OKORO, at, body: { ...body, how: 'streetBailed' }, shows: (d) => d.record.ending?.kind, as: 'streetBailed' },
  { it: 'may be at the arrest itself', given, by: OKORO, at: '2026-01-12T08:00', body },
  { it: 'is refused at the station: there the custody officer decides', given: (d) => arrived(d), by: OKORO, at: '2026-01-12T08:40', body, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused before the arrest', given, by: OKORO, at: '2026-01-12T07:59:59', now: at, body, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused after the release', given: released, by: OKORO, at: '2026-01-12T12:30', body, refused: ['OUT_OF_ORDER'] },
);
