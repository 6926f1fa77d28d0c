import type { Facts, FactNeeds, StationFact } from '../../shared/facts.ts';
import type { Refusal } from '../../shared/refusal.ts';
import { refusal } from './refusals.ts';

/** The station that an act names, and what must be known of it before the act is decided; null where it names none. */
export const stationNeeds = ({ stationId }: { readonly stationId: string | null }): FactNeeds => (stationId === null ? {} : { stations: [stationId] });

/** Clock, desk and posts all go by the station: one that the force does not have would be nobody's. */
export function stationNamed({ stationId }: { readonly stationId: string }, facts: Facts): { readonly station: StationFact } | { readonly refusals: readonly Refusal[] } {
  const station = facts.stations[stationId];
  return station ? { station } : { refusals: [refusal('STATION_UNKNOWN', { field: 'stationId' })] };
}
