import { lawAt, type LawRow } from './law.ts';
import { elapsed, HOUR, instant, MINUTE, type Instant } from './time.ts';

/** What a clock's face says, first by shape and word, last by colour (screens.md, "States everywhere"). */
export type Urgency = 'overdue' | 'due' | 'likelyLate' | 'paused' | 'doneLate' | 'onTime';

const LIMIT = [2 * HOUR, HOUR, 30 * MINUTE];

/** How early each kind of deadline wears a tag, in steps, the earliest first: dated policy of the force, tags and never bells. */
const TAG_STEPS: readonly LawRow<Readonly<Record<string, readonly number[]>>>[] = [{
  from: instant('1986-01-01T00:00:00Z'), to: null, law: 'Force policy on early tags', rule: 'CUS-5', status: 'policy',
  value: { visitDue: [10 * MINUTE], reviewDue: [HOUR, 30 * MINUTE], limit24: LIMIT, limit36: LIMIT, limit96: LIMIT, authorityEnds: LIMIT, warrantExpires: LIMIT },
}];
/** A task's clock is its deadline's: the same early tag. */
const DEADLINE_OF: Readonly<Record<string, string>> = { review: 'reviewDue', visit: 'visitDue', authorityToDetain: 'authorityEnds' };
const OTHERWISE = [30 * MINUTE];

/** The step of the warning that is reached: the `n`th of `of`, which began `within` milliseconds before the time. */
interface TagStep { readonly n: number; readonly of: number; readonly within: number }

/** The last step reached before `due`; null before the first and after the time itself. */
export function tagStep(kind: string, due: Instant, now: Instant): TagStep | null {
  const left = elapsed(now, due);
  const steps = lawAt(TAG_STEPS, now).value[DEADLINE_OF[kind] ?? kind] ?? OTHERWISE;
  const reached = left < 0 ? -1 : steps.findLastIndex((within) => left <= within);
  return reached < 0 ? null : { n: reached + 1, of: steps.length, within: steps[reached]! };
}

/** Milliseconds before its time at which the first tag appears, by the policy in force at `at`. */
export const tagBefore = (kind: string, at: Instant): number => (lawAt(TAG_STEPS, at).value[DEADLINE_OF[kind] ?? kind] ?? OTHERWISE)[0]!;

/** `kind` is a deadline's key without its occurrence, or a task's type. A clock is overdue from the first instant after `due` (CUS-5). */
export function urgency(kind: string, due: Instant | null, now: Instant): Urgency {
  if (due === null) return 'paused';
  if (due < now) return 'overdue';
  return tagStep(kind, due, now) === null ? 'onTime' : 'due';
}
