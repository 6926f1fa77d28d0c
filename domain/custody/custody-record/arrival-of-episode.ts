import type { Instant } from '../../shared/time.ts';
import type { CustodyRecord } from './record.ts';
import type { Episode } from './told.ts';

/** When the person came to the station in this episode, and the entry that told it; null on the way there. */
export interface AtStation { readonly at: Instant; readonly entry: string }

/** CUS-19, CUS-21: the yard, or, for an arrest at the station and an answer to bail, the arrest or the attendance. */
export function arrivalOfEpisode(record: CustodyRecord): AtStation | null {
  const episode = record.episodes.at(-1);
  if (!episode) return null;
  const yard = record.arrivals.find((a) => a.at >= episode.from);
  if (yard) return { at: yard.at, entry: yard.entry };
  return episode.basis === 'answeredBail' ? { at: episode.from, entry: record.bails.at(-1)!.entry } : arrestedThere(record, episode);
}

function arrestedThere(record: CustodyRecord, episode: Episode): AtStation | null {
  const arrest = record.arrests.findLast((a) => a.at >= episode.from && a.kind !== 'further');
  if (!arrest) return null;
  const { streetBailAnswerArrivalAt: answered, arrestedAtStation, heldInArea } = arrest.facts;
  return answered || (arrestedAtStation && heldInArea === null) ? { at: answered ?? arrest.at, entry: arrest.entry } : null;
}

/** Waiting for the custody officer's decision, and since when; null once it is made. */
export const waitingAtDesk = (record: CustodyRecord): AtStation | null => (record.phase === 'arrived' ? arrivalOfEpisode(record) : null);
