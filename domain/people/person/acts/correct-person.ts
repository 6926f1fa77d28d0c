import { defineAct, eventRule, OPEN } from '../../../shared/act.ts';
import { personSchema, type Person, type PersonBody } from '../person.ts';

const personCorrected = eventRule<Person, PersonBody>({
  apply: (person, e) => ({ ...person, ...e.data, formerNames: e.data.name === person.name ? person.formerNames : [...person.formerNames, person.name] }), says: (e) => `Now ${e.data.name}`, theme: 'people',
});

/** The former name stays findable: earlier detentions were recorded under it. */
export const correctPerson = defineAct<Person, object, PersonBody>({
  name: 'correctPerson', label: 'Correct name or date of birth', nature: 'power', group: 'people', schema: personSchema, opens: () => OPEN, decide: (_, body) => ({ events: [{ type: 'personCorrected', data: body }] }), events: { personCorrected },
});
