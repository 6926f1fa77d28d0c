import { Example, officer, type ActCases } from '../../../shared/example.ts';
import { personKind } from '../person-kind.ts';
import type { Person } from '../person.ts';

type Known = Example<Person, object>;
const OKORO = officer('PS Okoro', 'sergeant');
const keys = (p: Known) => personKind.rows!(p.record)['people.person_name']!.map((row) => row.match_key);
const body = { name: 'José  Adeyemi', dateOfBirth: '1991-05-01' };
const at = '2026-01-12T09:00';
const registered = (p: Known) => p.must('registerPerson', { by: OKORO, at: '2026-01-12T08:00', body });

/** CUS-39: earlier detentions stay findable under the name they were recorded by. */
export const actCases: ActCases<Known> = { start: () => new Example(personKind), cases: [
  { it: 'is found under the new name and the former one', given: registered, by: OKORO, at, body: { ...body, name: 'Joseph Adeyemi' }, shows: keys, as: ['adeyemi joseph|1991-05-01', 'adeyemi jose|1991-05-01'] },
  { it: 'keeps one name where only the date of birth was wrong', given: registered, by: OKORO, at, body: { ...body, dateOfBirth: '1991-05-11' }, shows: keys, as: ['adeyemi jose|1991-05-11'] },
  { it: 'is refused before the registration', given: registered, by: OKORO, at: '2026-01-12T07:59:59', now: at, body, refused: ['OUT_OF_ORDER'] },
] };
