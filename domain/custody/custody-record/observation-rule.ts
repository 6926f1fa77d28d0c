import type { WhyStep } from '../../shared/deadline.ts';
import { lawAt } from '../../shared/law.ts';
import { plusMinutes, type Instant } from '../../shared/time.ts';
import type { CustodyLaw } from './limits.ts';
import type { CustodyRecord, ObservationLevel } from './record.ts';

export interface Observation {
  readonly level: 1 | 2 | 3 | 4 | null;
  readonly rouse: boolean;
  readonly minLevel: 1 | 2;
  readonly lastSeenAt: Instant | null;
  /** The entry the next visit is counted from. */
  readonly startedBy: string | null;
  /** null: no visit is due (level not set, continuous presence, away with an escort). */
  readonly visitDue: Instant | null;
  readonly why: readonly WhyStep[];
  readonly law: string;
}

/** CUS-96: drink, drugs, swallowed drugs or a concern for consciousness ask for rousing at every visit. */
export const needsRousing = (record: CustodyRecord): boolean => {
  const { needs } = record;
  return needs !== null && (needs.drink || needs.drugs || needs.swallowed || needs.consciousnessConcern);
};

/** Minutes between visits at a level; null: continuous presence. */
export function visitInterval(level: 1 | 2 | 3 | 4, rouse: boolean, at: Instant, law: CustodyLaw): number | null {
  const minutes = lawAt(law.visitMinutes, at).value[level];
  return minutes === null || !rouse ? minutes : Math.min(minutes, lawAt(law.rouseMinutes, at).value);
}

const NONE: Observation = { level: null, rouse: false, minLevel: 1, lastSeenAt: null, startedBy: null, visitDue: null, why: [], law: 'Code C 9.3' };

/**
 * CUS-95, CUS-96 and rulings 8a: the first visit is due one interval after the level is set; a changed level counts from the last
 * visit; level 4 has no next time. Away in interview, hospital or transit nothing is due, and the return counts as seen.
 */
export function observation(record: CustodyRecord, law: CustodyLaw): Observation {
  const set = record.levels.at(-1);
  if (!set) return { ...NONE, minLevel: needsRousing(record) ? 2 : 1, rouse: needsRousing(record) };
  const rouse = set.rouse || needsRousing(record);
  const minLevel = rouse ? lawAt(law.rouseLeastLevel, set.at).value : 1;
  const seen = lastSeen(record, set);
  const minutes = visitInterval(set.level, rouse, seen.at, law);
  const base = { level: set.level, rouse, minLevel, lastSeenAt: seen.at, startedBy: seen.entry, law: rouse ? 'Code C 9.3 and Annex H' : 'Code C 9.3' } as const;
  if (record.phase !== 'detained' || minutes === null) return { ...base, visitDue: null, why: [{ text: minutes === null ? 'Level 4: somebody is with them all the time' : 'Away with an escort: nothing is due, and the return counts as seen' }] };
  return { ...base, visitDue: plusMinutes(seen.at, minutes), why: [{ text: seen.says, at: seen.at }, { text: `Level ${set.level}${rouse ? ' with rousing' : ''}: visit at least every ${minutes} minutes`, law: base.law }] };
}

function lastSeen(record: CustodyRecord, set: ObservationLevel): { at: Instant; entry: string; says: string } {
  const since = record.episodes.at(-1)?.from ?? set.at;
  const visit = record.visits.findLast((v) => v.at >= since);
  if (visit) return { at: visit.at, entry: visit.entry, says: visit.how === 'return' ? 'Returned, and seen' : 'Last visited' };
  const first = record.levels.find((l) => l.at >= since) ?? set;
  return { at: first.at, entry: first.entry, says: 'Level set' };
}
