import { Example, officer, type ActCases } from '../../../shared/example.ts';
import { personKind } from '../person-kind.ts';
import { matchKey, type Person } from '../person.ts';

type Known = Example<Person, object>;
const OKORO = officer('PS Okoro', 'sergeant');
const keys = (p: Known) => personKind.rows!(p.record)['people.person_name']!.map((row) => row.match_key);
const body = { name: 'José  Adeyemi', dateOfBirth: '1991-05-01' };
const at = '2026-01-12T09:00';

/** CUS-39: found again by an exact match of name and date of birth. */
export const actCases: ActCases<Known> = { start: () => new Example(personKind), cases: [
  { it: 'is found whatever the accents, the case and the order of names', by: OKORO, at, body, shows: keys, as: [matchKey('ADEYEMI Jose', '1991-05-01')] },
  { it: 'is another person by another date of birth', by: OKORO, at, body, shows: (p) => keys(p)[0] === matchKey('José Adeyemi', '1991-05-02'), as: false },
  { it: 'may have no date of birth', by: OKORO, at, body: { name: 'Unknown male' }, shows: keys, as: ['male unknown|'] },
  { it: 'is refused twice', given: (p) => p.must('registerPerson', { by: OKORO, at, body }), by: OKORO, at: '2026-01-13T09:00', body, refused: ['OUT_OF_ORDER'] },
] };
