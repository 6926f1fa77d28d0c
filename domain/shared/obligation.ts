import type { PostName, Rank } from './posts.ts';
import type { Instant } from './time.ts';
import type { WhyStep } from './deadline.ts';

/** One step of the ladder: at this instant, tell these posts. A breach is loud and repeats until each acknowledges. */
export interface Rung {
  readonly at: Instant;
  readonly to: readonly PostName[];
  readonly kind: 'warning' | 'breach';
  /** Shown and spoken: `Review 1 is due at 04:20`. No name of a person (names are added by the read). */
  readonly title: string;
  readonly code?: 'UNLAWFUL_DETENTION_RISK' | (string & {});
}

export interface MayDo {
  readonly queue: PostName;
  readonly rank?: Rank;
  /** True where the law needs someone not directly involved in the investigation. */
  readonly independent?: boolean;
}

/**
 * What a record owes now or will owe. `key` is `<obligation>/<occurrence>`, the occurrence being the fact that started it,
 * never its due time, so that a correction moves the task instead of making another.
 */
export interface Obligation {
  readonly key: string;
  readonly taskType: string;
  readonly title: string;
  readonly opens: Instant;
  /** null: its clock is paused, or it is owed as soon as practicable (then `asap` is true). */
  readonly due: Instant | null;
  readonly asap?: boolean;
  readonly rungs: readonly Rung[];
  readonly who: MayDo;
  readonly law: string;
  readonly why: readonly WhyStep[];
  /** The act that answers it, by slug; the task links to its form and closes when it is recorded. */
  readonly act: string;
  /** The word for who waits: `Waiting on court`. */
  readonly waitingOn?: string;
  /** Set where the engine does it by itself: the step's name in the workflow. */
  readonly step?: string;
}

/** The first instant strictly after `after` at which something opens or sounds; null where nothing will. */
export function nextWake(obligations: readonly Obligation[], after: Instant): Instant | null {
  const instants = obligations.flatMap((o) => [o.opens, ...o.rungs.map((r) => r.at)]).filter((at) => at > after);
  return instants.length === 0 ? null : instants.reduce((a, b) => (b < a ? b : a));
}
