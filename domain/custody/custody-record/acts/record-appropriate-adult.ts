import * as z from 'zod/mini';
import { defineAct, eventRule } from '../../../shared/act.ts';
import * as f from '../../../shared/fields.ts';
import { when, type Refusal } from '../../../shared/refusal.ts';
import { add, opensWhileHeld, toldBy } from '../acting.ts';
import type { CustodyLaw } from '../limits.ts';
import { inCustody, type CustodyRecord } from '../record.ts';
import { cameInBarredPart, isPoliceHere, PARTIES, sameName } from '../parties.ts';
import { refusal } from '../refusals.ts';
import type { AppropriateAdult } from '../told.ts';

const RELATIONS = { parent: 'Parent', guardian: 'Guardian', carer: 'Carer or relative in charge', socialWorker: 'Social worker or local authority', scheme: 'Appropriate adult scheme', other: 'Other responsible adult' } as const;
const ROLES = { police: 'Police officer or employee', solicitor: 'Their solicitor, acting as such', custodyVisitor: 'Custody visitor, acting as such', suspect: 'Suspect in the case', victim: 'Victim in the case', witness: 'Witness in the case' } as const;
const IN_CHARGE: readonly string[] = ['parent', 'guardian', 'carer'];

const schema = z.object({
  name: f.line('Name of the appropriate adult', 'Name the appropriate adult.'), relation: f.choice('Who they are', RELATIONS, 'Choose who they are to the detainee.'),
  adult: f.yesNo('18 or over?', 'Answer yes or no. Code C 1.7'), roles: z._default(f.choices('Also in this case as', ROLES, 'Choose what else they are in the case.', { hint: 'Leave empty where they are none of these.' }), []),
  estranged: f.maybeYesNo('An estranged parent whom the child objects to?'),
});
type Body = z.infer<typeof schema>;

const appropriateAdultRecorded = eventRule<CustodyRecord, Pick<AppropriateAdult, 'name' | 'relation'>>({
  stands: (record) => (inCustody(record) ? null : 'Nobody is held under this record: an appropriate adult is for somebody in custody.'),
  apply: (record, event) => add(record, 'appropriateAdults', { ...event.data, ...toldBy(event) }),
  says: ({ data }) => `Appropriate adult: ${data.name} (${RELATIONS[data.relation].toLowerCase()})`,
  theme: 'people',
});

/** Whoever the record itself names as the detainee, police in the case, solicitor or custody visitor needs no answer to be barred. */
function partInCase(record: CustodyRecord, name: string): string | null {
  if (sameName(record.detainee.name ?? '', name)) return 'the detainee';
  if (isPoliceHere(record, name)) return 'an officer of this case';
  const came = cameInBarredPart(record, name);
  return came ? `recorded as ${PARTIES[came].toLowerCase()}` : null;
}

function suitability(record: CustodyRecord, body: Body): Refusal[] {
  const part = partInCase(record, body.name);
  const roles = body.roles.map((role) => ROLES[role].toLowerCase()).join('; ');
  return [
    ...when(body.roles.length > 0, refusal('ADULT_UNSUITABLE', { field: 'roles', message: `${body.name} is also: ${roles}. Ask another adult to come.` })),
    ...when(body.roles.length === 0 && part !== null, refusal('ADULT_UNSUITABLE', { field: 'name', message: `${body.name} is ${part ?? ''}. Ask another adult to come.` })),
    ...when(body.estranged, refusal('ADULT_UNSUITABLE', { field: 'estranged', message: 'A parent who is estranged, and whom the child objects to, is not suitable. Ask another adult to come.' })),
    ...when(!body.adult && !IN_CHARGE.includes(body.relation), refusal('ADULT_UNSUITABLE', { field: 'adult', message: 'Who is not the parent, guardian or carer must be 18 or over.' })),
  ];
}

/** CUS-16: who comes as appropriate adult; refused to whoever has another part in the case. */
export const recordAppropriateAdult = defineAct<CustodyRecord, CustodyLaw, Body>({
  name: 'recordAppropriateAdult', label: 'Record appropriate adult', nature: 'power', group: 'people', schema, opens: opensWhileHeld,
  decide: (record, body) => {
    const refusals = suitability(record, body);
    return refusals.length > 0 ? { refusals } : { events: [{ type: 'appropriateAdultRecorded', data: { name: body.name, relation: body.relation } }] };
  },
  events: { appropriateAdultRecorded },
});
