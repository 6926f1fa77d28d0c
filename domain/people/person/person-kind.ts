import type { RecordKind } from '../../shared/record-kind.ts';
import { correctPerson } from './acts/correct-person.ts';
import { registerPerson } from './acts/register-person.ts';
import { matchKey, NO_PERSON, type Person } from './person.ts';

/** A person, found by exact match and confirmed by the officer, so that earlier detentions are known (CUS-39). */
export const personKind: RecordKind<Person, object> = {
  kind: 'person', area: 'people', process: false, subject: 'Person', shape: 1, empty: NO_PERSON, law: {}, acts: [registerPerson, correctPerson],
  phase: () => 'known', ended: () => false, scope: () => ({ stationId: '', teamId: '', restricted: false }), deadlines: () => [], obligations: () => [], met: () => null, breaches: () => [],
  title: (person) => person.name, columns: () => ({}),
  rows: (person) => ({ 'people.person_name': [person.name, ...person.formerNames].map((name) => ({ person_id: person.id, match_key: matchKey(name, person.dateOfBirth) })) }),
};
