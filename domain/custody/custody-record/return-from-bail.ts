import type { Refusal } from '../../shared/refusal.ts';
import type { CustodyDecision } from './acting.ts';
import type { CustodyRecord } from './record.ts';
import { stationNamed } from './stations.ts';
import type { ReturnStation } from './bail.ts';

interface Asked { readonly stationId: string | null }

/** s.47(3)(b): the station of the return where it is another than the one that has the record; `{}` where it stays. */
export function returnTo(record: CustodyRecord, { stationId }: Asked, { facts }: CustodyDecision): { readonly station: ReturnStation } | { readonly refusals: readonly Refusal[] } | Record<string, never> {
  if (stationId === null || stationId === record.stationId) return {};
  const named = stationNamed({ stationId }, facts);
  return 'refusals' in named ? named : { station: { stationId: named.station.id, stationName: named.station.name, area: named.station.area } };
}
