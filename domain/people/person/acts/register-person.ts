import { closed, defineAct, eventRule, OPEN } from '../../../shared/act.ts';
import { personSchema, type Person, type PersonBody } from '../person.ts';

const personRegistered = eventRule<Person, PersonBody>({
  stands: (person) => (person.name === '' ? null : 'This person is registered already.'), apply: (person, e) => ({ ...person, ...e.data, id: e.recordId }), says: (e) => `Registered as ${e.data.name}`, theme: 'people',
});

/** A person Peel meets for the first time; the officer has seen that no known one matches (CUS-39). */
export const registerPerson = defineAct<Person, object, PersonBody>({
  name: 'registerPerson', label: 'Register person', nature: 'happening', creates: true, group: 'people', schema: personSchema, opens: (person) => (person.name === '' ? OPEN : closed('Registered already.')),
  decide: (_, body) => ({ events: [{ type: 'personRegistered', data: body }] }), events: { personRegistered },
});
