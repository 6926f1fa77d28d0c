import * as z from 'zod/mini';
import { defineAct, eventRule } from '../../../shared/act.ts';
import * as f from '../../../shared/fields.ts';
import { add, needsPhase, opensIn, toldBy } from '../acting.ts';
import type { CustodyLaw } from '../limits.ts';
import type { CustodyRecord } from '../record.ts';
import { refusal } from '../refusals.ts';
import type { InvestigatorSpell } from '../told.ts';

const PURPOSES = { interview: 'Interview', search: 'Search of premises', other: 'Other' } as const;
const schema = z.object({ officerName: f.line('Investigator', 'Name the investigator who takes charge.'), officerId: f.maybeOfficer('Investigator, from the list'), purpose: f.choice('Purpose', PURPOSES, 'Choose why.') });
type Handed = Pick<InvestigatorSpell, 'officerId' | 'officerName' | 'purpose'>;

const handedToInvestigator = eventRule<CustodyRecord, Handed>({
  stands: needsPhase(['detained'], 'They are not in the custody officer’s charge at the station.'),
  apply: (record, event) => ({ ...add(record, 'investigatorSpells', { ...event.data, ...toldBy(event), returnedAt: null, report: null }), phase: 'withInvestigator', location: PURPOSES[event.data.purpose] }),
  says: ({ data }) => `Handed to ${data.officerName} for ${PURPOSES[data.purpose].toLowerCase()}: the duty of care moves (s.39(2))`,
  theme: 'legal',
});

/** CUS-18: the duty under s.39(1) moves to the investigator until the return. */
export const handToInvestigator = defineAct<CustodyRecord, CustodyLaw, z.infer<typeof schema>>({
  name: 'handToInvestigator', label: 'Hand to investigator', nature: 'happening', group: 'movement', schema, needs: (_, body) => ({ officers: body.officerId ? [body.officerId] : [] }), opens: (record) => opensIn(record, 'detained'),
  decide: (_, body, { facts }) => {
    if (body.officerId && !facts.officers[body.officerId]) return { refusals: [refusal('OFFICER_UNKNOWN', { law: 'PACE s.39(2)', field: 'officerId' })] };
    return { events: [{ type: 'handedToInvestigator', data: { officerId: body.officerId ?? '', officerName: body.officerName, purpose: body.purpose } satisfies Handed }] };
  },
  events: { handedToInvestigator },
});
