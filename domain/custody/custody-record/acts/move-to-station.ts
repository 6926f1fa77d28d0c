import * as z from 'zod/mini';
import { defineAct, eventRule } from '../../../shared/act.ts';
import * as f from '../../../shared/fields.ts';
import { add, needsPhase, opensIn, toldBy } from '../acting.ts';
import type { CustodyLaw } from '../limits.ts';
import type { CustodyRecord } from '../record.ts';
import type { Journey } from '../told.ts';
import { refusal } from '../refusals.ts';
import { stationNamed, stationNeeds } from '../stations.ts';

const schema = z.object({ stationId: f.station('To which station', 'Choose the station.'), reason: f.words('Reason', 'Say why they are moved.') });
type Left = Omit<Journey, 'at' | 'by' | 'byId' | 'entry' | 'arrivedAt' | 'fromStationId'>;

/** From when they leave they are that desk's, which records the arrival and answers for them; another force's station is none of ours. */
const whoseDesk = ({ toStationId, toStationName, toArea }: Left) => (toStationId === null ? {} : { stationId: toStationId, stationName: toStationName, area: toArea });

export const leftForStation = eventRule<CustodyRecord, Left>({
  stands: needsPhase(['detained'], 'They are not in detention at a station.'),
  apply: (record, event) => ({ ...add(record, 'journeys', { ...event.data, ...toldBy(event), arrivedAt: null, fromStationId: record.stationId }), phase: 'inTransit', location: `To ${event.data.toStationName}`, ...whoseDesk(event.data) }),
  says: ({ data }) => `Left for ${data.toStationName}${data.otherForce ? `, ${data.toArea}` : ''}: ${data.reason}`,
  theme: 'legal',
});

/** CUS-194: inside the force area clock, reviews and delays all go on. */
export const moveToStation = defineAct<CustodyRecord, CustodyLaw, z.infer<typeof schema>>({
  name: 'moveToStation', label: 'Move to another station', nature: 'happening', group: 'movement', schema, needs: (_, body) => stationNeeds(body), opens: (record) => opensIn(record, 'detained'),
  decide: (record, body, { facts }) => {
    const named = stationNamed(body, facts);
    if ('refusals' in named) return named;
    const { station: to } = named;
    if (to.id === record.stationId) return { refusals: [refusal('NOT_OPEN', { field: 'stationId', message: `They are at ${to.name} already. Choose the station they leave for.` })] };
    const data: Left = { toStationId: to.id, toStationName: to.name, toArea: to.area, otherForce: false, reason: body.reason, questionedAboutTheirOffence: null };
    return { events: [{ type: 'leftForStation', data }] };
  },
  events: { leftForStation },
});
