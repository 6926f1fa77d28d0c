import * as z from 'zod/mini';
import { defineAct, eventRule } from '../../../shared/act.ts';
import { actorId } from '../../../shared/actor.ts';
import * as f from '../../../shared/fields.ts';
import { fullTime } from '../../../shared/local-time.ts';
import { when, type Refusal } from '../../../shared/refusal.ts';
import { add, closed, needsDetention, opensIn, toldBy, type CustodyDecision } from '../acting.ts';
import type { CustodyLaw } from '../limits.ts';
import { observation } from '../observation-rule.ts';
import type { CustodyRecord } from '../record.ts';
import type { Visit } from '../told.ts';
import { refusal } from '../refusals.ts';

const schema = z.object({ seen: f.words('What was seen', 'Say what you saw, and what they said or did.'), roused: f.maybeYesNo('Roused?', { hint: 'Annex H: can they be woken, do they answer, do they respond to commands?' }), additional: f.hiddenFlag(), answersKey: f.hiddenText() });

/** With an escort nobody is visited: nothing is due, and the return counts as seen (T-CHECK). */
const away = ({ phase, hospital, journeys }: CustodyRecord): string | null => {
  if (phase === 'inHospital') return `They are at ${hospital.at(-1)!.hospital} with an escort since ${fullTime(hospital.at(-1)!.at)}: no visit is due, and the return counts as one. Record the return first.`;
  return phase === 'inTransit' ? `They are on the way to ${journeys.at(-1)!.toStationName}: no visit is due, and the arrival counts as one. Record the arrival first.` : null;
};

const visited = eventRule<CustodyRecord, Pick<Visit, 'roused' | 'seen'>>({
  stands: (record) => away(record) ?? needsDetention('A visit')(record),
  apply: (record, event) => add(record, 'visits', { ...event.data, ...toldBy(event), how: 'visit' }),
  says: ({ data }) => `Visit: ${data.roused ? 'roused. ' : ''}${data.seen}`,
  theme: 'care',
});

/** Two officers at once: the second to answer the same task is told who made the visit; so is one officer whose visit of that very instant stands. */
function alreadyMade(record: CustodyRecord, body: z.infer<typeof schema>, { law, at, actor }: CustodyDecision): Refusal[] {
  const last = record.visits.at(-1);
  const same = record.visits.some((v) => v.at === at && v.byId === actorId(actor) && v.how === 'visit');
  const answers = body.answersKey === '' ? !same : body.answersKey === `visit/${observation(record, law).startedBy ?? ''}`;
  if (!last || body.additional || answers) return [];
  return [refusal('ALREADY_DONE', { law: 'Code C 9.3', message: `${last.by} made this visit at ${fullTime(last.at)}. Send it as an additional one if you made another.` })];
}

/** CUS-95, CUS-96: checker, what was seen, response; a late visit is recorded with its breach. */
export const recordVisit = defineAct<CustodyRecord, CustodyLaw, z.infer<typeof schema>>({
  name: 'recordVisit', label: 'Record visit', nature: 'happening', group: 'care', schema, 
  opens: (record) => { const why = away(record); return why === null ? opensIn(record, 'detained', 'withInvestigator') : closed(why); },
  answers: (record) => { const last = (record.visits.at(-1) ?? record.levels[0])?.entry; return last ? `visit/${last}` : null; },
  decide: (record, body, when_) => {
    const now = observation(record, when_.law);
    const refusals = [...when(now.rouse && !body.roused, refusal('ROUSING_REQUIRED', { field: 'roused' })), ...alreadyMade(record, body, when_)];
    return refusals.length > 0 ? { refusals } : { events: [{ type: 'visited', data: { seen: body.seen, roused: body.roused } }] };
  },
  events: { visited },
});
