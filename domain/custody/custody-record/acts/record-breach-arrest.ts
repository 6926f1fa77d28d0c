import * as z from 'zod/mini';
import { defineAct, eventRule } from '../../../shared/act.ts';
import * as f from '../../../shared/fields.ts';
import { changeLast, needsPhase, opensIn, toldBy } from '../acting.ts';
import type { CustodyLaw } from '../limits.ts';
import type { CustodyRecord } from '../record.ts';
import type { Arrest } from '../arrest.ts';
import { stationNamed, stationNeeds } from '../stations.ts';

const GROUNDS = { failedToAnswer: 'Failed to answer bail', brokeConditions: 'Broke conditions of bail' } as const;
const schema = z.object({ ground: f.choice('Ground', GROUNDS, 'Choose the ground. s.46A'), atStation: f.yesNo('Arrested at a police station?', 'Say whether the arrest was at a station: the three hours run from the first station’s yard.'), stationId: f.station('Station', 'Choose the station.'), officerName: f.line('Arresting officer', 'Name the arresting officer.') });
interface Breached { readonly ground: keyof typeof GROUNDS; readonly atStation: boolean; readonly stationId: string; readonly stationName: string; readonly officerName: string }

const arrestedForBreach = eventRule<CustodyRecord, Breached>({
  stands: needsPhase(['onBail'], 'They are not on bail: s.46A needs bail to be breached.'),
  apply: (record, event) => {
    const { data, occurredAt: at } = event;
    const first = record.arrests[0]!;
    const arrest: Arrest = { ...first, ...toldBy(event), kind: 'breach', offences: [], officerName: data.officerName, necessity: GROUNDS[data.ground], newEvidence: null, facts: { ...first.facts, arrestedAt: at, arrestedAtStation: data.atStation } };
    const instead = { stationId: record.stationId, stationName: record.stationName, area: record.area };
    const back = changeLast(record, 'bails', (b) => ({ ...b, resumed: { how: 'breachArrest', at, arrivedAt: data.atStation ? at : null, instead } }));
    return {
      ...back, stationId: data.stationId, stationName: data.stationName, phase: data.atStation ? 'arrived' : 'enRoute', location: data.atStation ? 'Desk' : 'On the way', deskAt: null,
      arrests: [...record.arrests, arrest], episodes: [...record.episodes, { number: record.episodes.length + 1, basis: 'breachArrest', from: at, to: null }],
    };
  },
  says: ({ data }) => `Arrested under s.46A: ${GROUNDS[data.ground].toLowerCase()}. The first 3 h of detention are not counted`,
  theme: 'legal',
});

/** CUS-37, CUS-147: its own act, never a "re-arrest" (CUS-197). */
export const recordBreachArrest = defineAct<CustodyRecord, CustodyLaw, z.infer<typeof schema>>({
  name: 'recordBreachArrest', label: 'Record arrest under s.46A', nature: 'happening', group: 'movement', schema, needs: (_, body) => stationNeeds(body), opens: (record) => opensIn(record, 'onBail'),
  decide: (_, body, { facts }) => {
    const named = stationNamed(body, facts);
    return 'refusals' in named ? named : { events: [{ type: 'arrestedForBreach', data: { ...body, stationName: named.station.name } satisfies Breached }] };
  },
  events: { arrestedForBreach },
});
