import type { Instant, Interval } from '../../shared/time.ts';
import { lapsedSince } from './authority.ts';
import type { CustodyLaw } from './limits.ts';
import type { CustodyRecord } from './record.ts';
import { reviewCycle } from './review-cycle.ts';

/** Stretches of detention without authority, up to `now`: reviews missed (CUS-59) and authority that ran out (CUS-9). */
export function unlawfulIntervals(record: CustodyRecord, law: CustodyLaw, now: Instant): { interval: Interval; rule: 'CUS-59' | 'CUS-9'; code: string }[] {
  const cycle = reviewCycle(record, law);
  const open = cycle.next ? (cycle.next.lapses ?? cycle.next.latest) : null;
  const reviews: Interval[] = [...cycle.unlawful, ...(open !== null && open < now ? [{ from: open, to: null }] : [])];
  const lapsed = gapAtTheEnd(record, law, now);
  return [
    ...reviews.map((interval) => ({ interval, rule: 'CUS-59' as const, code: 'REVIEW_LATE' })),
    ...[...pastGaps(record, law), ...(lapsed ? [lapsed] : [])].map((interval) => ({ interval, rule: 'CUS-9' as const, code: 'UNLAWFUL_DETENTION_RISK' })),
  ];
}

function gapAtTheEnd(record: CustodyRecord, law: CustodyLaw, now: Instant): Interval | null {
  const since = lapsedSince(record, law);
  return since !== null && since < now ? { from: since, to: null } : null;
}

/** Gaps that have closed: the person left, was charged, or an authority came, after the one before had ended. */
function pastGaps(record: CustodyRecord, law: CustodyLaw): Interval[] {
  const closings: { at: Instant; before: CustodyRecord }[] = [
    ...record.episodes.flatMap((e) => (e.to ? [{ at: e.to, before: asIf(record, e.to, e.number) }] : [])),
    ...(record.charge ? [{ at: record.charge.at, before: asIf(record, record.charge.at, record.episodes.at(-1)?.number ?? 1) }] : []),
    ...(record.heldPast36 ? [{ at: record.heldPast36.at, before: { ...asIf(record, record.heldPast36.at, record.episodes.at(-1)?.number ?? 1), heldPast36: null } }] : []),
    ...record.warrants.map((w) => ({ at: w.issuedAt, before: { ...record, charge: null, ending: null, phase: 'detained' as const, warrants: record.warrants.filter((x) => x.at < w.at) } })),
  ];
  return closings.flatMap(({ at, before }) => {
    const until = lapsedSince(before, law);
    return until !== null && until < at ? [{ from: until, to: at }] : [];
  });
}

/** The record as it was just before `at`, in that episode: later facts left out. */
function asIf(record: CustodyRecord, at: Instant, episode: number): CustodyRecord {
  const before = <T extends { readonly at: Instant }>(list: readonly T[]): T[] => list.filter((x) => x.at < at);
  return {
    ...record, phase: 'detained', charge: null, ending: null, episodes: record.episodes.filter((e) => e.number <= episode).map((e) => (e.number === episode ? { ...e, to: null } : e)),
    bails: before(record.bails), extensions: before(record.extensions), warrants: before(record.warrants), applications: before(record.applications), authorisations: before(record.authorisations),
  };
}

