import * as z from 'zod/mini';
import { defineAct, eventRule } from '../../../shared/act.ts';
import * as f from '../../../shared/fields.ts';
import { add, inChargeThen, needsPhase, opensIn, postNeeds, toldBy } from '../acting.ts';
import type { CustodyLaw } from '../limits.ts';
import type { CustodyRecord } from '../record.ts';
import { refusal } from '../refusals.ts';
import type { InvestigatorSpell } from '../told.ts';

const PURPOSES = { interview: 'Interview', search: 'Search of premises', other: 'Other' } as const;
const schema = z.object({ officerName: f.line('Investigator', 'Name the investigator who takes charge.'), officerId: f.maybeOfficer('Investigator, from the list'), purpose: f.choice('Purpose', PURPOSES, 'Choose why.') });
type Handed = Pick<InvestigatorSpell, 'officerId' | 'officerName' | 'purpose' | 'permittedBy'>;

/** CUS-18: whoever records it, the custody officer is who lets them go. */
const from = ({ permittedBy }: Handed): string => (permittedBy === undefined ? '' : permittedBy === '' ? 'though nobody held the custody officer’s post ' : `from ${permittedBy} `);

const handedToInvestigator = eventRule<CustodyRecord, Handed>({
  stands: needsPhase(['detained'], 'They are not in the custody officer’s charge at the station.'),
  apply: (record, event) => ({ ...add(record, 'investigatorSpells', { ...event.data, ...toldBy(event), returnedAt: null, report: null }), phase: 'withInvestigator', location: PURPOSES[event.data.purpose] }),
  says: ({ data }) => `Handed to ${data.officerName} for ${PURPOSES[data.purpose].toLowerCase()}: the duty of care moves ${from(data)}(s.39(2))`,
  theme: 'legal',
});

/** CUS-18: the duty under s.39(1) moves to the investigator until the return. */
export const handToInvestigator = defineAct<CustodyRecord, CustodyLaw, z.infer<typeof schema>>({
  name: 'handToInvestigator', label: 'Hand to investigator', nature: 'happening', group: 'movement', schema, needs: (record, body) => ({ ...postNeeds(record), officers: body.officerId ? [body.officerId] : [] }), opens: (record) => opensIn(record, 'detained'),
  decide: (_, body, when_) => {
    if (body.officerId && !when_.facts.officers[body.officerId]) return { refusals: [refusal('OFFICER_UNKNOWN', { law: 'PACE s.39(2)', field: 'officerId' })] };
    return { events: [{ type: 'handedToInvestigator', data: { officerId: body.officerId ?? '', officerName: body.officerName, purpose: body.purpose, permittedBy: inChargeThen(when_) } satisfies Handed }] };
  },
  events: { handedToInvestigator },
});
