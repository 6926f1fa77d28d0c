import type { FactNeeds } from '../../shared/facts.ts';
import type { Refusal } from '../../shared/refusal.ts';
import type { CustodyDecision } from './acting.ts';
import type { CustodyRecord } from './record.ts';
import { refusal } from './refusals.ts';
import type { ReturnStation } from './bail.ts';

interface Asked { readonly stationId: string | null }

/** What must be known of the station they are to return to. */
export const stationNeeds = ({ stationId }: Asked): FactNeeds => (stationId === null ? {} : { stations: [stationId] });

/** s.47(3)(b): the station of the return where it is another than the one that has the record; `{}` where it stays. */
export function returnTo(record: CustodyRecord, { stationId }: Asked, { facts }: CustodyDecision): { readonly station: ReturnStation } | { readonly refusals: readonly Refusal[] } | Record<string, never> {
  if (stationId === null || stationId === record.stationId) return {};
  const station = facts.stations[stationId];
  return station ? { station: { stationId: station.id, stationName: station.name, area: station.area } } : { refusals: [refusal('NOT_OPEN', { law: 'PACE s.47(3)(b)', field: 'stationId', message: 'There is no such station. Choose one from the list.' })] };
}
