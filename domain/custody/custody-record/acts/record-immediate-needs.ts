import * as z from 'zod/mini';
import { defineAct, eventRule } from '../../../shared/act.ts';
import * as f from '../../../shared/fields.ts';
import { opensWhileHeld, toldBy } from '../acting.ts';
import type { CustodyLaw } from '../limits.ts';
import type { Instant } from '../../../shared/time.ts';
import { inCustody, type CustodyRecord } from '../record.ts';
import type { ImmediateNeeds } from '../told.ts';

/** Each says which question is open: nine that say the same help nobody. */
const asked = (question: string, extra: Parameters<typeof f.yesNo>[2] = {}) => f.yesNo(question, `${question} Answer yes or no.`, extra);
const schema = z.object({
  unwell: asked('Unwell?'), injured: asked('Injured?'), drink: asked('Been drinking?'), drugs: asked('Taken drugs?'), swallowed: asked('Swallowed anything?'),
  selfHarm: asked('Self-harm, now or before?', { hint: 'Asked in private.' }), pregnant: asked('Pregnant?'), consciousnessConcern: asked('Concern for consciousness?'),
  vulnerable: asked('May be vulnerable?', { hint: 'Any reason to suspect that they may not understand, or may need support. An appropriate adult is called. Code C 1.4' }), detail: f.maybeWords('What was said or seen'),
});

type Needs = Omit<ImmediateNeeds, 'at' | 'by' | 'byId' | 'entry'>;
const RED = ['unwell', 'injured', 'swallowed', 'selfHarm', 'consciousnessConcern'] as const;

/** Since when it is suspected, were the questions asked again meanwhile. */
const suspected = ({ needs }: CustodyRecord, { data, occurredAt }: { data: Needs; occurredAt: Instant }): Pick<Needs, 'vulnerableSince'> =>
  (data.vulnerable ? { vulnerableSince: needs?.vulnerableSince ?? occurredAt } : {});

const immediateNeedsRecorded = eventRule<CustodyRecord, Needs>({
  stands: (record) => (inCustody(record) ? null : 'The questions are asked of somebody held: after the arrival, and before the release.'),
  apply: (record, event) => ({ ...record, needs: { ...event.data, ...suspected(record, event), ...toldBy(event) } }),
  says: ({ data }) => {
    const said = (Object.keys(data) as (keyof Needs)[]).filter((k) => data[k] === true);
    return said.length === 0 ? 'Immediate needs: none told or seen' : `Immediate needs: ${said.map((k) => k.replace(/[A-Z]/g, (c) => ` ${c.toLowerCase()}`)).join(', ')}${RED.some((k) => data[k]) ? '. Call healthcare' : ''}`;
  },
  theme: 'care',
});

/** What must be known before anything else (CUS-90, CUS-91, CUS-96): any red answer goes to healthcare first. */
export const recordImmediateNeeds = defineAct<CustodyRecord, CustodyLaw, z.infer<typeof schema>>({
  name: 'recordImmediateNeeds', label: 'Record immediate needs', nature: 'happening', group: 'care', schema, opens: opensWhileHeld,
  decide: (_, body) => ({ events: [{ type: 'immediateNeedsRecorded', data: body }] }),
  events: { immediateNeedsRecorded },
});
