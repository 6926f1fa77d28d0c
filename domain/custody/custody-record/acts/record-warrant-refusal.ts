import * as z from 'zod/mini';
import { closed, defineAct, eventRule } from '../../../shared/act.ts';
import * as f from '../../../shared/fields.ts';
import { needsDetention, opensBeforeCharge, toldBy } from '../acting.ts';
import type { CustodyLaw } from '../limits.ts';
import { noClockToProlong } from '../opens-towards-warrant.ts';
import { pendingApplication, type CustodyRecord } from '../record.ts';

const schema = z.object({ reasons: f.words("The court's reasons", 'Write the reasons the court gave.') });

const warrantRefused = eventRule<CustodyRecord, { reasons: string; extension?: true }>({
  stands: (record) => (pendingApplication(record) ? needsDetention('A refusal')(record) : 'There is no application before the court.'),
  apply: (record, event) => ({ ...record, applications: record.applications.map((a) => (a === pendingApplication(record) ? { ...a, outcome: 'refused' as const, decidedAt: event.occurredAt, decidedBy: event.actorName, decidedIn: toldBy(event).entry } : a)) }),
  says: ({ data }) => (data.extension ? `Extension of the warrant refused: ${data.reasons}. Charge or release, or hold to the end of the warrant (s.44(7), (8))` : `Warrant refused: ${data.reasons}. Charge or release, or hold to the end of the authority already given (s.43(15), (16))`),
  brief: ({ data }) => (data.extension ? 'Extension of the warrant refused' : 'Warrant refused'),
  theme: 'legal',
});

/** CUS-65: no second application without evidence that came to light since. */
export const recordWarrantRefusal = defineAct<CustodyRecord, CustodyLaw, z.infer<typeof schema>>({
  name: 'recordWarrantRefusal', label: 'Record warrant or extension refused', nature: 'happening', group: 'legal', schema, opens: (record) => (pendingApplication(record) ? opensBeforeCharge(record) : closed('No application is before the court.')),
  decide: (record, body) => {
    const refusals = noClockToProlong(record);
    return refusals.length > 0 ? { refusals } : { events: [{ type: 'warrantRefused', data: { ...body, ...(pendingApplication(record)?.extends ? { extension: true } : {}) } }] };
  },
  events: { warrantRefused },
});
