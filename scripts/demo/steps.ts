import { localDate, readTime } from '#domain/shared/local-time';
import { HOUR, plus, plusMinutes, type Instant } from '#domain/shared/time';
import { idFrom } from './ids.ts';
import type { PlannedAct, Role } from './acts.ts';

/** Local times at which the roster's shifts change. */
const HANDOVERS = ['07:00', '19:00'];
const DAY = 24 * HOUR;
/** What the api takes in one call. */
export const MOST_ACTS = 200;

/** Handovers after `from` and up to `to`, in order. */
export function handovers(from: Instant, to: Instant): Instant[] {
  const days = new Set<string>();
  for (let at = plus(from, -DAY); at < plus(to, DAY); at = plus(at, DAY / 2)) days.add(localDate(at));
  return [...days].flatMap((day) => HANDOVERS.flatMap((hour) => { const read = readTime(`${day}T${hour}`); return 'at' in read && read.at > from && read.at <= to ? [read.at] : []; })).toSorted();
}

/**
 * Where the clock stands still on its way: at least every `most` milliseconds, and a minute before each handover, so that a step
 * lies in one shift and its officers are still on the roster when it ends.
 */
export function stepEnds(from: Instant, to: Instant, most: number): Instant[] {
  const fixed = [...handovers(from, to).map((at) => plusMinutes(at, -1)).filter((at) => at > from && at < to), to];
  const ends: Instant[] = [];
  for (const end of fixed) {
    for (let at = plus(ends.at(-1) ?? from, most); at < end; at = plus(at, most)) ends.push(at);
    ends.push(end);
  }
  return ends;
}

/** Acts of one record, one after another, by one role: what one call carries. `place`: of the first among the record's acts. */
export interface Batch { readonly place: number; readonly role: Role; readonly acts: readonly PlannedAct[] }

/** A record's acts after `from` (null: from the first) up to `to`, cut where the role changes. */
export function batchesOf(acts: readonly PlannedAct[], from: Instant | null, to: Instant): Batch[] {
  const batches: { place: number; role: Role; acts: PlannedAct[] }[] = [];
  for (const [place, act] of acts.entries()) {
    if ((from !== null && act.at <= from) || act.at > to) continue;
    const last = batches.at(-1);
    if (last?.role === act.role && last.acts.length < MOST_ACTS) last.acts.push(act);
    else batches.push({ place, role: act.role, acts: [act] });
  }
  return batches;
}

/** The command's id: the same batch of the same record on every run, so that a rerun is answered and not repeated. */
export const commandId = (seed: number, recordId: string, { place, acts }: Batch): string => idFrom(seed, `${recordId}/acts/${place}/${acts.length}`);
