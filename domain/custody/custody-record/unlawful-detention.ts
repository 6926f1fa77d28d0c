import type { Instant, Interval } from '../../shared/time.ts';
import { authorityGaps } from './authority-chain.ts';
import type { CustodyLaw } from './limits.ts';
import type { CustodyRecord } from './record.ts';
import { reviewCycle } from './review-cycle.ts';

export interface UnlawfulDetention {
  /** `to` null: it goes on. */
  readonly interval: Interval;
  readonly rule: 'CUS-59' | 'CUS-9';
  readonly code: 'REVIEW_LATE' | 'UNLAWFUL_DETENTION_RISK';
}

/** Stretches of unlawful detention up to `now`: reviews missed, from the latest time itself (CUS-59), and authority that ran out (CUS-9). */
export function unlawfulIntervals(record: CustodyRecord, law: CustodyLaw, now: Instant): UnlawfulDetention[] {
  const cycle = reviewCycle(record, law);
  const missed: Interval[] = cycle.next ? [{ from: cycle.next.lapses ?? cycle.next.latest, to: null }] : [];
  return [
    ...[...cycle.unlawful, ...missed].map((interval) => ({ interval, rule: 'CUS-59' as const, code: 'REVIEW_LATE' as const })),
    ...authorityGaps(record, law).map((interval) => ({ interval, rule: 'CUS-9' as const, code: 'UNLAWFUL_DETENTION_RISK' as const })),
  ].filter(({ interval }) => interval.from < now);
}
