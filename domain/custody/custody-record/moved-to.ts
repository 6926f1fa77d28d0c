import type { Instant } from '../../shared/time.ts';
import type { CustodyRecord } from './record.ts';
import type { Journey } from './told.ts';

interface Landed { readonly at: Instant; readonly stationId: string | null; readonly stationName: string }
interface MovedTo extends Landed { readonly entry: string }

/** Where a journey ended, be it at another station than it was for; null where another force took them over, or they are on the way. */
function landed({ arrivals }: CustodyRecord, { arrivedAt, turnedBackAt, otherForce, toStationId, toStationName }: Journey): Landed | null {
  const at = arrivedAt ?? turnedBackAt ?? null;
  if (at === null) return null;
  return arrivals.find((a) => a.at === at) ?? (otherForce ? null : { at, stationId: toStationId, stationName: toStationName });
}

/** CUS-194: the last move that brought them to another station of the force than the one they left; of one journey where it is named. */
export function movedTo(record: CustodyRecord, journey?: string): MovedTo | null {
  return record.journeys.filter((j) => journey === undefined || j.entry === journey).flatMap((j): MovedTo[] => {
    const there = landed(record, j);
    return there && there.stationId !== j.fromStationId ? [{ entry: j.entry, at: there.at, stationId: there.stationId, stationName: there.stationName }] : [];
  }).at(-1) ?? null;
}
