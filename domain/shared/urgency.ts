import { elapsed, HOUR, MINUTE, type Instant } from './time.ts';

/** What a clock's face says, first by shape and word, last by colour (screens.md, "States everywhere"). */
export type Urgency = 'overdue' | 'due' | 'likelyLate' | 'paused' | 'onTime';

/** How early a tag appears before each kind of deadline: dated policy of the force, tags and never bells. */
const TAG_BEFORE: Readonly<Record<string, number>> = {
  visitDue: 10 * MINUTE, reviewDue: HOUR, limit24: 2 * HOUR, limit36: 2 * HOUR, limit96: 2 * HOUR, authorityEnds: 2 * HOUR, warrantExpires: 2 * HOUR,
};
/** A task's clock is its deadline's: the same early tag. */
const DEADLINE_OF: Readonly<Record<string, string>> = { review: 'reviewDue', visit: 'visitDue', authorityToDetain: 'authorityEnds' };
const DEFAULT_TAG = 30 * MINUTE;

/** Milliseconds before its time at which a tag appears. */
export const tagBefore = (kind: string): number => TAG_BEFORE[DEADLINE_OF[kind] ?? kind] ?? DEFAULT_TAG;

/** `kind` is a deadline's key without its occurrence, or a task's type. A clock is overdue from the first instant after `due` (CUS-5). */
export function urgency(kind: string, due: Instant | null, now: Instant): Urgency {
  if (due === null) return 'paused';
  const left = elapsed(now, due);
  if (left < 0) return 'overdue';
  return left <= tagBefore(kind) ? 'due' : 'onTime';
}
