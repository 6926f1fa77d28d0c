import { elapsed, type Instant } from '../../shared/time.ts';
import { lateStretches } from './late-visits.ts';
import type { CustodyLaw } from './limits.ts';
import type { CustodyRecord } from './record.ts';
import { reviewCycle } from './review-cycle.ts';

/** A review or visit that was done after its time: shown for ever (screens.md, "done late"). */
export interface DoneLate {
  readonly kind: 'review' | 'visit';
  readonly words: string;
  readonly doneAt: Instant;
  readonly byMs: number;
}

/** Somebody looked then; a visit that a release or a journey ended was not made at all. */
const wasSeen = ({ visits, arrivals }: CustodyRecord, at: Instant | null): at is Instant => at !== null && [...visits, ...arrivals].some((seen) => seen.at === at);

/** Everything that was done late, in the order it was done. A postponed review was not late. */
export function doneLate(record: CustodyRecord, law: CustodyLaw): DoneLate[] {
  const began = record.arrests[0]?.at;
  if (!began) return [];
  const reviews = reviewCycle(record, law).done.filter((d) => d.late && !d.postponed).map((d) => ({ kind: 'review' as const, words: `Review ${d.n}`, doneAt: d.review.at, byMs: elapsed(d.latest, d.review.at) }));
  const visits = lateStretches(record, law, began).flatMap((v) => (wasSeen(record, v.to) ? [{ kind: 'visit' as const, words: 'Visit', doneAt: v.to, byMs: elapsed(v.due, v.to) }] : []));
  return [...reviews, ...visits].toSorted((a, b) => (a.doneAt < b.doneAt ? -1 : a.doneAt > b.doneAt ? 1 : 0));
}
