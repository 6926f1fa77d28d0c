import type { WhyStep } from '../../shared/deadline.ts';
import { lawAt } from '../../shared/law.ts';
import { plusMinutes, type Instant } from '../../shared/time.ts';
import type { CustodyLaw, Level } from './limits.ts';
import type { CustodyRecord } from './record.ts';
import type { Episode, ObservationLevel } from './told.ts';

export interface Observation {
  readonly level: Level | null;
  readonly rouse: boolean;
  readonly minLevel: Level;
  readonly lastSeenAt: Instant | null;
  /** The entry the next visit is counted from. */
  readonly startedBy: string | null;
  /** null: no visit is due (level not set, continuous presence, away with an escort). */
  readonly visitDue: Instant | null;
  readonly why: readonly WhyStep[];
  readonly law: string;
}

/** The person seen: a visit, a return with an escort, or the first level of the episode, from which visits are counted. */
export interface Seen { readonly at: Instant; readonly entry: string; readonly says: string }

const inEpisode = (episode: Episode | undefined, at: Instant): boolean => episode === undefined || (at >= episode.from && (episode.to === null || at <= episode.to));

/** CUS-96: drink, drugs, swallowed drugs or a concern for consciousness, told in this episode by `at`, ask for rousing at every visit. */
export function needsRousing(record: CustodyRecord, at?: Instant): boolean {
  const { needs } = record;
  if (needs === null || !inEpisode(record.episodes.at(-1), needs.at) || (at !== undefined && needs.at > at)) return false;
  return needs.drink || needs.drugs || needs.swallowed || needs.consciousnessConcern;
}

/** Minutes between visits at a level; null: continuous presence, which asks for no visit but does not rouse (CUS-96). */
export function visitInterval(level: Level, rouse: boolean, at: Instant, law: CustodyLaw): number | null {
  const minutes = lawAt(law.visitMinutes, at).value[level];
  const rousing = lawAt(law.rouseMinutes, at).value;
  return rouse ? Math.min(minutes ?? rousing, rousing) : minutes;
}

/** The levels set in one episode; one set before release says nothing about the person who comes back. */
export const levelsIn = (record: CustodyRecord, episode: Episode | undefined): readonly ObservationLevel[] => record.levels.filter((l) => inEpisode(episode, l.at));

/** Every time the person was seen in an episode since its first level, in order; nothing before a level is set. */
export function seenIn(record: CustodyRecord, episode: Episode | undefined): Seen[] {
  const first = levelsIn(record, episode)[0];
  if (!first) return [];
  const since = (at: Instant) => inEpisode(episode, at) && at >= first.at;
  const visits = record.visits.filter((v) => since(v.at)).map((v) => ({ at: v.at, entry: v.entry, says: v.how === 'return' ? 'Returned, and seen' : 'Last visited' }));
  const arrivals = record.arrivals.filter((a) => since(a.at)).map((a) => ({ at: a.at, entry: a.entry, says: `Arrived at ${a.stationName}, and seen` }));
  return [{ at: first.at, entry: first.entry, says: 'Level set' }, ...[...visits, ...arrivals].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))];
}

const NONE: Observation = { level: null, rouse: false, minLevel: 1, lastSeenAt: null, startedBy: null, visitDue: null, why: [], law: 'Code C 9.3' };

/**
 * CUS-95, CUS-96 and rulings 8a: the first visit is due one interval after the level is set; a changed level counts from the last
 * visit; level 4 has no next time. Away in interview, hospital or transit nothing is due, and the return counts as seen.
 */
export function observation(record: CustodyRecord, law: CustodyLaw): Observation {
  const episode = record.episodes.at(-1);
  const set = levelsIn(record, episode).at(-1);
  const asked = needsRousing(record);
  const rouse = asked || (set?.rouse ?? false);
  const minLevel = asked ? lawAt(law.rouseLeastLevel, record.needs!.at).value : 1;
  return set ? { ...counted(record, law, { level: set.level, rouse }, seenIn(record, episode).at(-1)!), minLevel } : { ...NONE, minLevel, rouse };
}

function counted(record: CustodyRecord, law: CustodyLaw, { level, rouse }: { level: Level; rouse: boolean }, seen: Seen): Omit<Observation, 'minLevel'> {
  const minutes = visitInterval(level, rouse, seen.at, law);
  const base = { level, rouse, lastSeenAt: seen.at, startedBy: seen.entry, law: rouse ? 'Code C 9.3 and Annex H' : 'Code C 9.3' };
  if (minutes === null) return { ...base, visitDue: null, why: [{ text: `Level ${level}: somebody is with them all the time` }] };
  if (record.phase !== 'detained') return { ...base, visitDue: null, why: [{ text: 'Away with an escort: nothing is due, and the return counts as seen' }] };
  return { ...base, visitDue: plusMinutes(seen.at, minutes), why: [{ text: seen.says, at: seen.at }, { text: `Level ${level}${rouse ? ' with rousing' : ''}: visit at least every ${minutes} minutes`, law: base.law }] };
}
