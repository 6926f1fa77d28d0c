import * as z from 'zod/mini';
import { closed, defineAct, eventRule, OPEN } from '../../../shared/act.ts';
import * as f from '../../../shared/fields.ts';
import { RANK_WORDS, RANKS, type Rank } from '../../../shared/posts.ts';
import type { Officer } from '../officer.ts';

const rank = z.enum(RANKS, 'Choose the rank.');
const schema = z.object({ name: f.line('Name', 'Enter the name.'), rank });

const officerAppointed = eventRule<Officer, { name: string; rank: Rank }>({
  stands: (officer) => (officer.name === '' ? null : 'This officer is appointed already.'),
  apply: (officer, e) => ({ ...officer, id: e.recordId, name: e.data.name, ranks: [{ rank: e.data.rank, from: e.occurredAt, to: null }] }),
  says: (e) => `Appointed ${RANK_WORDS[e.data.rank]}`, theme: 'people',
});

export const appointOfficer = defineAct<Officer, object, z.infer<typeof schema>>({
  name: 'appointOfficer', label: 'Appoint officer', nature: 'happening', creates: true, group: 'duty', schema, opens: (officer) => (officer.name === '' ? OPEN : closed('Appointed already.')),
  decide: (_, body) => ({ events: [{ type: 'officerAppointed', data: body }] }), events: { officerAppointed },
});
