import * as z from 'zod/mini';
import { defineAct, eventRule } from '../../../shared/act.ts';
import * as f from '../../../shared/fields.ts';
import { changeLast, needsPhase, opensIn } from '../acting.ts';
import type { CustodyLaw } from '../limits.ts';
import type { CustodyRecord } from '../record.ts';
import { refusal } from '../refusals.ts';
import { stationNamed, stationNeeds } from '../stations.ts';

const schema = z.object({ stationId: f.station('Station', 'Choose the station they came to.') });
interface Answered { readonly stationId: string; readonly stationName: string }

const bailAnswered = eventRule<CustodyRecord, Answered>({
  stands: needsPhase(['onBail'], 'They are not on bail: there is nothing to answer.'),
  apply: (record, event) => {
    const back = changeLast(record, 'bails', (b) => ({ ...b, resumed: { how: 'answeredBail', at: event.occurredAt, arrivedAt: event.occurredAt } }));
    return { ...back, ...event.data, phase: 'arrived', location: 'Desk', deskAt: null, episodes: [...record.episodes, { number: record.episodes.length + 1, basis: 'answeredBail', from: event.occurredAt, to: null }] };
  },
  says: ({ data }) => `Attended ${data.stationName} in answer to bail. A new episode; the clock goes on`,
  theme: 'legal',
});

const ELSEWHERE = (due: string) => refusal('NOT_OPEN', { law: 'PACE s.47(3)(b)', field: 'stationId', message: `They answer this bail at ${due}. Change the return to that station first: its desk then has the record, and enters it.` });

/** CUS-35: the clock resumes on attendance; early, both readings are shown and the alarm is on the earlier. A new episode in the same ledger. */
export const answerBail = defineAct<CustodyRecord, CustodyLaw, z.infer<typeof schema>>({
  name: 'answerBail', label: 'Answer bail', nature: 'happening', group: 'movement', schema, needs: (_, body) => stationNeeds(body), opens: (record) => opensIn(record, 'onBail'),
  decide: (record, body, { facts }) => {
    const named = stationNamed(body, facts);
    if ('refusals' in named) return named;
    return named.station.id !== record.stationId ? { refusals: [ELSEWHERE(record.stationName)] } : { events: [{ type: 'bailAnswered', data: { stationId: named.station.id, stationName: named.station.name } satisfies Answered }] };
  },
  events: { bailAnswered },
});
