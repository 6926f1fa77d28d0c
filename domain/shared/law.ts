import type { Instant } from './time.ts';

/**
 * One dated value of the law or of force policy: in force from `from` until just before `to` (half-open).
 * `status` says how it was established: `verified` in a source, `unverified` from knowledge, `policy` of the force.
 * Unverified rows are configuration, and screens mark them so (custody.md tags V, V~, K).
 */
export interface LawRow<T> {
  readonly from: Instant;
  readonly to: Instant | null;
  readonly value: T;
  readonly law: string;
  readonly rule: string;
  readonly status: 'verified' | 'unverified' | 'policy';
}

/** The row in force at `at`. Throws where none is: a gap in the law is a defect, never the newest row. */
export function lawAt<T>(rows: readonly LawRow<T>[], at: Instant): LawRow<T> {
  const row = rows.find((r) => r.from <= at && (r.to === null || at < r.to));
  if (!row) throw new RangeError(`No row of ${rows[0]?.rule ?? 'an empty law table'} is in force at ${at}`);
  return row;
}
