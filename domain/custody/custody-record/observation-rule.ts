import type { WhyStep } from '../../shared/deadline.ts';
import { lawAt } from '../../shared/law.ts';
import { latest, plusMinutes, type Instant } from '../../shared/time.ts';
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
  const base = { level, rouse, lastSeenAt: seen.at, startedBy: seen.entry, law: rouse ? 'Code C 9.3 and Annex H' : 'Code C 9.3' };
  if (visitInterval(level, rouse, seen.at, law) === null) return { ...base, visitDue: null, why: [{ text: `Level ${level}: somebody is with them all the time` }] };
  if (record.phase !== 'detained') return { ...base, visitDue: null, why: [{ text: 'Away with an escort: nothing is due, and the return counts as seen' }] };
  const owed = visitOwed(record, law, { episode: record.episodes.at(-1)!, stretch: { from: seen.at, to: null } })!;
  return { ...base, visitDue: owed.due, why: [{ text: seen.says, at: seen.at }, { text: `Level ${owed.level}${owed.rouse ? ' with rousing' : ''}: visit at least every ${owed.minutes} minutes`, law: base.law }] };
}

/** From one look to the next; null: nobody has looked since. */
export interface Stretch { readonly from: Instant; readonly to: Instant | null }
/** The visit that a look is followed by: by when, since when its absence is a breach, and under which level. */
export interface VisitOwed { readonly due: Instant; readonly lateFrom: Instant; readonly level: Level; readonly rouse: boolean; readonly minutes: number }

/**
 * The visit owed in a stretch: each level, and each need told, counts from the last look (8a CUS-95), and makes nothing late before it
 * was set or told. What was overdue already under the level before stays due by then. null: none fell due.
 */
export function visitOwed(record: CustodyRecord, law: CustodyLaw, { episode, stretch }: { episode: Episode; stretch: Stretch }): VisitOwed | null {
  const levels = levelsIn(record, episode);
  const current = levels.filter((l) => l.at <= stretch.from).at(-1) ?? levels[0]!;
  const later = levels.filter((l) => l.at > stretch.from && (stretch.to === null || l.at < stretch.to));
  const told = record.needs && needsRousing(record) && record.needs.at > stretch.from ? [record.needs.at] : [];
  const inForce = [current, ...later].map((level, i, all) => ({ level, from: i === 0 ? stretch.from : level.at, to: all[i + 1]?.at ?? stretch.to }));
  const owed = inForce.flatMap(({ level, from, to }) => [from, ...told.filter((t) => t > from && (to === null || t < to))].map((since, i, starts) => ({ owed: owedUnder(record, law, { level, since, seen: stretch.from }), to: starts[i + 1] ?? to })));
  return owed.find((o) => o.owed !== null && (o.to === null || o.owed.lateFrom < o.to))?.owed ?? null;
}

function owedUnder(record: CustodyRecord, law: CustodyLaw, { level, since, seen }: { level: ObservationLevel; since: Instant; seen: Instant }): VisitOwed | null {
  const rouse = level.rouse || needsRousing(record, since);
  const minutes = visitInterval(level.level, rouse, since, law);
  if (minutes === null) return null;
  const due = plusMinutes(seen, minutes);
  return { due, lateFrom: latest(due, since), level: level.level, rouse, minutes };
}
