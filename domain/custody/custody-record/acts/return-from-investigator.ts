import * as z from 'zod/mini';
import { defineAct, eventRule } from '../../../shared/act.ts';
import * as f from '../../../shared/fields.ts';
import { add, changeLast, inChargeThen, needsPhase, opensIn, postNeeds, toldBy } from '../acting.ts';
import type { CustodyLaw } from '../limits.ts';
import type { CustodyRecord } from '../record.ts';
import { refusal } from '../refusals.ts';

const schema = z.object({ report: f.maybeWords('Report: how the Act and the Codes were complied with', { hint: 'PACE s.39(3)' }), location: f.maybeLine('Where to') });

/** `receivedBy`: who held the custody officer's post and has the duty back; '' where nobody did, absent from entries made before it was kept. */
type Returned = z.infer<typeof schema> & { readonly receivedBy?: string };

const returnedFromInvestigator = eventRule<CustodyRecord, Returned>({
  stands: needsPhase(['withInvestigator'], 'They have not been handed to an investigator: a return needs a departure before it.'),
  apply: (record, event) => add({ ...changeLast(record, 'investigatorSpells', (s) => ({ ...s, returnedAt: event.occurredAt, report: event.data.report })), phase: 'detained', location: event.data.location || 'Desk' }, 'visits', { ...toldBy(event), roused: false, seen: 'Returned by the investigator', how: 'return' }),
  says: ({ data }) => `Returned by the investigator${data.receivedBy ? ` to ${data.receivedBy}` : data.receivedBy === '' ? ': nobody held the custody officer’s post' : ''}. ${data.report}`,
  brief: () => 'Returned by the investigator',
  theme: 'legal',
});

/** CUS-18: back in the custody officer's charge, with the investigator's report; the return counts as seen. */
export const returnFromInvestigator = defineAct<CustodyRecord, CustodyLaw, z.infer<typeof schema>>({
  name: 'returnFromInvestigator', label: 'Return from investigator', nature: 'happening', group: 'movement', schema, needs: postNeeds, opens: (record) => opensIn(record, 'withInvestigator'),
  decide: (_, body, when_) => (body.report === '' ? { refusals: [refusal('REPORT_REQUIRED', { field: 'report' })] } : { events: [{ type: 'returnedFromInvestigator', data: { ...body, receivedBy: inChargeThen(when_) } satisfies Returned }] }),
  events: { returnedFromInvestigator },
});
