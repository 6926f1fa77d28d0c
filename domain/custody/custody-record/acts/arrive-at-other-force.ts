import * as z from 'zod/mini';
import { closed, defineAct, eventRule, OPEN } from '../../../shared/act.ts';
import * as f from '../../../shared/fields.ts';
import { changeLast, endEpisode, toldBy } from '../acting.ts';
import type { CustodyLaw } from '../limits.ts';
import type { CustodyRecord } from '../record.ts';

const schema = z.object({ receivedBy: f.line('Received by', 'Name who received them.') });
const away = (record: CustodyRecord): boolean => record.phase === 'inTransit' && record.journeys.at(-1)?.otherForce === true;

const handedOver = eventRule<CustodyRecord, { receivedBy: string }>({
  stands: (record) => (away(record) ? null : 'They have not left for another force.'),
  apply: (record, event) => ({ ...changeLast(endEpisode(record, event.occurredAt), 'journeys', (j) => ({ ...j, arrivedAt: event.occurredAt })), phase: 'handedOver', location: 'Handed over', ending: { ...toldBy(event), kind: 'handedToOtherForce', detail: event.data.receivedBy } }),
  says: ({ data }) => `Arrived with the other force, received by ${data.receivedBy}. Both clocks go with them`,
  theme: 'legal',
});

/** The detention passes to the other force; its clock by s.41(5) and this one are both shown in the handover (CUS-195). */
export const arriveAtOtherForce = defineAct<CustodyRecord, CustodyLaw, z.infer<typeof schema>>({
  name: 'arriveAtOtherForce', label: 'Arrived with the other force', nature: 'happening', group: 'movement', schema, opens: (record) => (away(record) ? OPEN : closed('They have not left for another force.')),
  decide: (_, body) => ({ events: [{ type: 'handedOver', data: body }] }),
  events: { handedOver },
});
