import * as z from 'zod/mini';
import { defineAct, eventRule } from '../../../shared/act.ts';
import * as f from '../../../shared/fields.ts';
import { needsDetention, opensBeforeCharge } from '../acting.ts';
import type { CustodyLaw } from '../limits.ts';
import type { CustodyRecord } from '../record.ts';
import { refusal } from '../refusals.ts';

const schema = z.object({ reason: f.words('Why more than 24 hours will be needed', 'Say why more time will be needed, and what is being done.') });

const extensionRequested = eventRule<CustodyRecord, { reason: string }>({
  stands: needsDetention('A request for an extension'),
  apply: (record, event) => ({ ...record, extensionRequestedAt: record.extensionRequestedAt ?? event.occurredAt }),
  says: ({ data }) => `Extension asked for: ${data.reason}`,
  brief: () => 'Extension asked for',
  theme: 'legal',
});

/** The investigator asks in good time; the warrant hearing is to be listed from now (CUS-62). */
export const requestExtension = defineAct<CustodyRecord, CustodyLaw, z.infer<typeof schema>>({
  name: 'requestExtension', label: 'Ask for an extension', nature: 'happening', group: 'legal', schema, opens: opensBeforeCharge,
  decide: (record, body) => (record.charge ? { refusals: [refusal('NOT_OPEN', { law: 'PACE s.42(1)', message: 'They have been charged: there is no detention without charge to extend.' })] } : { events: [{ type: 'extensionRequested', data: body }] }),
  events: { extensionRequested },
});
