import * as z from 'zod/mini';
import { closed, defineAct, eventRule, OPEN } from '../../shared/act.ts';
import * as f from '../../shared/fields.ts';
import type { RecordKind } from '../../shared/record-kind.ts';

export interface Person { readonly id: string; readonly name: string; readonly dateOfBirth: string | null; readonly formerNames: readonly string[] }

const plain = (name: string): string => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z ]/g, '').split(/\s+/).filter(Boolean).toSorted().join(' ');

/** The exact-match key of a name and date of birth: case, accents and the order of names do not matter. */
export const matchKey = (name: string, dateOfBirth: string | null): string => `${plain(name)}|${dateOfBirth ?? ''}`;

const schema = z.object({ name: f.line('Name', 'Enter the name.'), dateOfBirth: f.maybeDate('Date of birth', 'Enter the date of birth as year-month-day.') });
type Body = z.infer<typeof schema>;

const personRegistered = eventRule<Person, Body>({
  stands: (person) => (person.name === '' ? null : 'This person is registered already.'), apply: (person, e) => ({ ...person, ...e.data, id: e.recordId }), says: (e) => `Registered as ${e.data.name}`, theme: 'people',
});
const personCorrected = eventRule<Person, Body>({ apply: (person, e) => ({ ...person, ...e.data, formerNames: e.data.name === person.name ? person.formerNames : [...person.formerNames, person.name] }), says: (e) => `Now ${e.data.name}`, theme: 'people' });

const registerPerson = defineAct<Person, object, Body>({
  name: 'registerPerson', label: 'Register person', nature: 'happening', creates: true, group: 'people', schema, opens: (person) => (person.name === '' ? OPEN : closed('Registered already.')),
  decide: (_, body) => ({ events: [{ type: 'personRegistered', data: body }] }), events: { personRegistered },
});
const correctPerson = defineAct<Person, object, Body>({
  name: 'correctPerson', label: 'Correct name or date of birth', nature: 'power', group: 'people', schema, opens: () => OPEN, decide: (_, body) => ({ events: [{ type: 'personCorrected', data: body }] }), events: { personCorrected },
});

/** A person, found by exact match and confirmed by the officer, so that earlier detentions are known (CUS-39). */
export const personKind: RecordKind<Person, object> = {
  kind: 'person', area: 'people', process: false, subject: 'Person', shape: 1, empty: { id: '', name: '', dateOfBirth: null, formerNames: [] }, law: {}, acts: [registerPerson, correctPerson],
  phase: () => 'known', ended: () => false, scope: () => ({ stationId: '', teamId: '', restricted: false }), deadlines: () => [], obligations: () => [], met: () => null, breaches: () => [],
  columns: (person) => ({ title: person.name }),
  rows: (person) => ({ 'people.person_name': [person.name, ...person.formerNames].map((name) => ({ person_id: person.id, match_key: matchKey(name, person.dateOfBirth) })) }),
};
