import * as z from 'zod/mini';
import { defineAct, eventRule } from '../../../shared/act.ts';
import type { StoredEvent } from '../../../shared/event.ts';
import * as f from '../../../shared/fields.ts';
import { changeLast, needsPhase, opensIn, toldBy } from '../acting.ts';
import type { CustodyLaw } from '../limits.ts';
import type { CustodyRecord } from '../record.ts';
import type { Arrival } from '../arrest.ts';
import { stationNamed, stationNeeds } from '../stations.ts';
import type { Journey } from '../told.ts';

const SOURCES = { gateLog: 'Gate log', vehicleLocation: 'Vehicle location', officer: 'Officer present' } as const;
const schema = z.object({ stationId: f.station('Where?', 'Choose the station.'), source: f.choice('How the yard time is known', SOURCES, 'Say how the time is known. The clock starts in the yard, not at the desk (s.41(2)(d)).') });

type Arrived = Omit<Arrival, 'at' | 'by' | 'byId' | 'entry'>;

/** Taken on to another station before anybody decided at the first: section 4's branches have two arrivals and no transfer between. */
const movedOnUndecided = (record: CustodyRecord, { stationId }: Arrived): boolean => record.phase === 'arrived' && record.stationId !== stationId && record.arrivals.length > 0;

/** Left for another force they came to a station of this one, or back to the one they had left: they turned back. At any other station of the force a move was made. */
const ended = ({ otherForce, fromStationId }: Journey, { data, occurredAt }: StoredEvent<string, Arrived>): Partial<Journey> =>
  (otherForce || data.stationId === fromStationId ? { turnedBackAt: occurredAt } : { arrivedAt: occurredAt });

const arrived = eventRule<CustodyRecord, Arrived>({
  stands: (record, event) => {
    if (record.arrests.length === 0) return 'Nobody is arrested yet: an arrival needs an arrest before it.';
    return movedOnUndecided(record, event.data) ? null : needsPhase(['enRoute', 'inTransit'], 'They are at a station already, or no longer held: an arrival needs a journey before it.')(record);
  },
  apply: (record, event) => {
    const arrival = { ...event.data, ...toldBy(event) };
    const moving = record.phase === 'inTransit';
    const { stationId, stationName, area } = event.data;
    const after = { ...record, stationId, stationName, area, location: 'Yard', arrivals: [...record.arrivals, arrival], phase: moving && record.authorisations.some((a) => a.episode === record.episodes.at(-1)?.number) ? 'detained' as const : 'arrived' as const };
    const travelled = moving ? changeLast(after, 'journeys', (j) => ({ ...j, ...ended(j, event) })) : after;
    return breachArrived(travelled, event.occurredAt);
  },
  says: (event) => `Arrived at ${event.data.stationName} (${SOURCES[event.data.source as keyof typeof SOURCES].toLowerCase()})`,
  theme: 'legal',
});

/** CUS-37: the three hours run from the first station's yard after a s.46A arrest. */
function breachArrived(record: CustodyRecord, at: Arrival['at']): CustodyRecord {
  const { resumed } = record.bails.at(-1) ?? { resumed: null };
  return resumed?.how === 'breachArrest' && resumed.arrivedAt === null ? changeLast(record, 'bails', (b) => ({ ...b, resumed: { ...resumed, arrivedAt: at } })) : record;
}

/** The yard entered: building, precincts or yard, waiting in the van counts (CUS-20, CUS-21). */
export const recordArrival = defineAct<CustodyRecord, CustodyLaw, z.infer<typeof schema>>({
  name: 'recordArrival', label: 'Record arrival in the yard', nature: 'happening', group: 'movement', schema, needs: (_, body) => stationNeeds(body),
  opens: (record) => opensIn(record, 'enRoute', 'arrived', 'inTransit'),
  decide: (_, body, when) => {
    const named = stationNamed(body, when.facts);
    if ('refusals' in named) return named;
    const { station } = named;
    const data: Arrived = { stationId: station.id, stationName: station.name, area: station.area, designated: station.designated, source: body.source };
    return { events: [{ type: 'arrived', data }] };
  },
  events: { arrived },
});
