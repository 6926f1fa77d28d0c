import * as z from 'zod/mini';
import { closed, defineAct, eventRule } from '../../../shared/act.ts';
import * as f from '../../../shared/fields.ts';
import { opensWhileOpen } from '../acting.ts';
import type { CustodyLaw } from '../limits.ts';
import type { CustodyRecord } from '../record.ts';
import { delaysNow } from '../rights-delay-rule.ts';

const RIGHTS = { s56_notification: 'Telling someone of the arrest (s.56)', s58_legal_advice: 'Legal advice (s.58)' } as const;
const schema = z.object({ right: f.choice('Right', RIGHTS, 'Choose which delay ends.'), performed: f.words('How the right was given', 'Say who was told or called, and when.') });
type Body = z.infer<typeof schema>;
const running = (record: CustodyRecord, right: Body['right']) => delaysNow(record).find((d) => d.right === right);

const rightsDelayEnded = eventRule<CustodyRecord, Body>({
  stands: (record, event) => (running(record, event.data.right) ? null : 'That right is not being delayed.'),
  apply: (record, event) => ({ ...record, rightsDelays: record.rightsDelays.map((d) => (d === running(record, event.data.right) ? { ...d, endedAt: event.occurredAt, endedBy: event.actorName } : d)) }),
  says: ({ data }) => `Delay ended, ${RIGHTS[data.right].toLowerCase()}: ${data.performed}`,
  brief: ({ data }) => `Delay ended, ${RIGHTS[data.right].toLowerCase()}`,
  theme: 'legal',
});

/** When the grounds end, or by relevant time + 36 h, the right is given (Annex B). */
export const endRightsDelay = defineAct<CustodyRecord, CustodyLaw, Body>({
  name: 'endRightsDelay', label: 'End a delay of rights', nature: 'happening', group: 'rights', schema, opens: (record) => (delaysNow(record).length > 0 ? opensWhileOpen(record) : closed('No right is being delayed.')),
  decide: (_, body) => ({ events: [{ type: 'rightsDelayEnded', data: body }] }),
  events: { rightsDelayEnded },
});
