import * as z from 'zod/mini';
import { defineAct, eventRule, OPEN } from '../../../shared/act.ts';
import { RANK_WORDS, RANKS, type Rank } from '../../../shared/posts.ts';
import type { Officer } from '../officer.ts';

const promotion = z.object({ rank: z.enum(RANKS, 'Choose the rank.') });
const officerPromoted = eventRule<Officer, { rank: Rank }>({
  stands: (officer) => (officer.ranks.length > 0 ? null : 'This officer is not appointed yet.'),
  apply: (officer, e) => ({ ...officer, ranks: [...officer.ranks.map((r) => (r.to === null ? { ...r, to: e.occurredAt } : r)), { rank: e.data.rank, from: e.occurredAt, to: null }] }),
  says: (e) => `Now ${RANK_WORDS[e.data.rank]}`, theme: 'people',
});

const OWN_RANK = { code: 'OWN_RANK', law: 'policy', message: 'Nobody enters a rank for themselves. Ask another administrator.' };

export const promoteOfficer = defineAct<Officer, object, z.infer<typeof promotion>>({
  name: 'promoteOfficer', label: 'Change rank', nature: 'power', group: 'duty', schema: promotion, opens: () => OPEN, decide: (officer, body, { actor }) => (actor.kind === 'person' && actor.officer.id === officer.id ? { refusals: [OWN_RANK] } : { events: [{ type: 'officerPromoted', data: body }] }),
  events: { officerPromoted },
});
