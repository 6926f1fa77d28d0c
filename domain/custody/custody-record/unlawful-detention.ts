import type { Instant, Interval } from '../../shared/time.ts';
import { authorityGaps } from './authority-chain.ts';
import type { CustodyLaw } from './limits.ts';
import type { CustodyRecord } from './record.ts';
import { reviewCycle } from './review-cycle.ts';

interface UnlawfulDetention {
  /** `to` null: it goes on. */
  readonly interval: Interval;
  readonly rule: 'CUS-59' | 'CUS-9';
  readonly code: 'REVIEW_LATE' | 'UNLAWFUL_DETENTION_RISK';
}

/** Missed reviews from the latest time itself (CUS-59), and authority that ran out (CUS-9); those that begin later happen unless something is done. */
function stretches(record: CustodyRecord, law: CustodyLaw): UnlawfulDetention[] {
  const cycle = reviewCycle(record, law);
  const missed: Interval[] = cycle.next ? [{ from: cycle.next.lapses ?? cycle.next.latest, to: null }] : [];
  return [
    ...[...cycle.unlawful, ...missed].map((interval) => ({ interval, rule: 'CUS-59' as const, code: 'REVIEW_LATE' as const })),
    ...authorityGaps(record, law).map((interval) => ({ interval, rule: 'CUS-9' as const, code: 'UNLAWFUL_DETENTION_RISK' as const })),
  ];
}

/** Stretches of unlawful detention up to `now`. */
export const unlawfulIntervals = (record: CustodyRecord, law: CustodyLaw, now: Instant): UnlawfulDetention[] => stretches(record, law).filter(({ interval }) => interval.from < now);

/** What is missing from that instant: all authority, or that for an offence they were arrested for after a charge, which itself may hold them under s.38. */
export function noAuthority(record: CustodyRecord, from: Instant): string {
  const charge = record.earlierCharges.findLast((c) => record.arrests[c.arrests] !== undefined && record.arrests[c.arrests]!.at <= from);
  if (!charge || (record.charge !== null && (record.charge.again?.at ?? record.charge.at) <= from)) return 'no authority to hold';
  return `no authority to hold for the offence not charged${record.earlierCharges.some((c) => c.at <= from && c.detainGrounds !== null) ? ' (held under s.38 for the other)' : ''}`;
}

/** Since when detention is unlawful, or from when it will be if nothing is done; null where nothing that stands leads there. */
export interface UnlawfulFrom { readonly at: Instant; readonly text: string }

/** The first stretch without an end: carried to every screen, which holds it against its own clock (`unlawfulSince`). */
export function unlawfulFrom(record: CustodyRecord, law: CustodyLaw): UnlawfulFrom | null {
  const first = stretches(record, law).filter(({ interval }) => interval.to === null).toSorted((a, b) => (a.interval.from < b.interval.from ? -1 : 1))[0];
  if (!first) return null;
  return first.rule === 'CUS-9' ? withoutAuthority(record, first.interval.from) : { at: first.interval.from, text: `review ${reviewCycle(record, law).next?.n ?? 1} not done` };
}

const withoutAuthority = (record: CustodyRecord, at: Instant): UnlawfulFrom => ({ at, text: noAuthority(record, at) });

/** CUS-9: the gravest of them by itself, which no older review that was missed may hide. */
export function noAuthorityFrom(record: CustodyRecord, law: CustodyLaw): UnlawfulFrom | null {
  const gap = authorityGaps(record, law).find(({ to }) => to === null);
  return gap ? withoutAuthority(record, gap.from) : null;
}

/** CUS-59, CUS-9: null while detention is lawful, and at the limit itself. */
export const unlawfulSince = <T extends { readonly at: string }>(from: T | null, now: Instant): T | null => (from !== null && from.at < now ? from : null);
