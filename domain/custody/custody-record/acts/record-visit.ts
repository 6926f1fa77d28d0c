import * as z from 'zod/mini';
import { defineAct, eventRule } from '../../../shared/act.ts';
import * as f from '../../../shared/fields.ts';
import { fullTime } from '../../../shared/local-time.ts';
import { when, type Refusal } from '../../../shared/refusal.ts';
import { add, needsDetention, opensIn, toldBy } from '../acting.ts';
import type { CustodyLaw } from '../limits.ts';
import { observation } from '../observation-rule.ts';
import type { CustodyRecord } from '../record.ts';
import type { Visit } from '../told.ts';
import { refusal } from '../refusals.ts';

const schema = z.object({ seen: f.words('What was seen', 'Say what you saw, and what they said or did.'), roused: f.maybeYesNo('Roused?', { hint: 'Annex H: can they be woken, do they answer, do they respond to commands?' }), additional: f.hiddenFlag(), answersKey: f.hiddenText() });

const visited = eventRule<CustodyRecord, Pick<Visit, 'roused' | 'seen'>>({
  stands: needsDetention('A visit'),
  apply: (record, event) => add(record, 'visits', { ...event.data, ...toldBy(event), how: 'visit' }),
  says: ({ data }) => `Visit: ${data.roused ? 'roused. ' : ''}${data.seen}`,
  theme: 'care',
});

/** Two officers at once: the second to answer the same task is told who made the visit. */
function alreadyMade(record: CustodyRecord, body: z.infer<typeof schema>, { startedBy }: ReturnType<typeof observation>): Refusal[] {
  const last = record.visits.at(-1);
  if (!last || body.additional || body.answersKey === '' || body.answersKey === `visit/${startedBy ?? ''}`) return [];
  return [refusal('ALREADY_DONE', { law: 'Code C 9.3', message: `${last.by} made this visit at ${fullTime(last.at)}. Send it as an additional one if you made another.` })];
}

/** CUS-95, CUS-96: checker, what was seen, response; a late visit is recorded with its breach. */
export const recordVisit = defineAct<CustodyRecord, CustodyLaw, z.infer<typeof schema>>({
  name: 'recordVisit', label: 'Record visit', nature: 'happening', group: 'care', schema, opens: (record) => opensIn(record, 'detained'),
  answers: (record) => { const last = (record.visits.at(-1) ?? record.levels[0])?.entry; return last ? `visit/${last}` : null; },
  decide: (record, body, { law }) => {
    const now = observation(record, law);
    const refusals = [...when(now.rouse && !body.roused, refusal('ROUSING_REQUIRED', { field: 'roused' })), ...alreadyMade(record, body, now)];
    return refusals.length > 0 ? { refusals } : { events: [{ type: 'visited', data: { seen: body.seen, roused: body.roused } }] };
  },
  events: { visited },
});
