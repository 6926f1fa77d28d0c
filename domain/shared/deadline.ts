import type { Instant } from './time.ts';

/** One step of the reason a deadline stands where it does: inputs, stops and starts, arithmetic, in order. */
export interface WhyStep {
  readonly text: string;
  readonly at?: Instant;
  readonly law?: string;
}

/**
 * A deadline with its working. The same object feeds screen, API, print and tests.
 * `due` null means the clock is paused or cannot start yet, and `why` says so.
 */
export interface Deadline {
  /** `reviewDue`, `limit24`, `limit36`, `limit96`, `authorityEnds`, `visitDue` … */
  readonly key: string;
  readonly title: string;
  readonly due: Instant | null;
  readonly law: string;
  readonly why: readonly WhyStep[];
  /** What would move it: shown as "Changes if". */
  readonly changesIf?: string;
  /** Another lawful reading, where the law leaves one open (custody.md 8a): the alarm is on the earlier. */
  readonly otherReading?: { readonly due: Instant; readonly text: string };
  /** True where the rule behind it comes from knowledge and a custody lawyer has not confirmed it. */
  readonly unverified?: boolean;
}
