import type { Instant } from '#domain/shared/time';

/** A row of the whiteboard as the api tells it. */
export interface BoardRow {
  readonly recordId: string; readonly version: number; readonly custodyNumber: string; readonly name: string; readonly age: number | null; readonly child: boolean; readonly markers: readonly string[]; readonly location: string; readonly phase: string;
  readonly next: { readonly key: string; readonly words: string; readonly due: Instant | null; readonly state: string };
  readonly clock: { readonly relevantTime: Instant | null; readonly countedMs: number; readonly countedAt: Instant; readonly running: boolean; readonly startsAt: Instant | null; readonly pausedWhy: string | null; readonly ends: Instant | null; readonly endsWhat: string; readonly noClock: string | null };
  readonly review: { readonly n: number; readonly due: Instant | null; readonly reviewer: string | null }; readonly visit: { readonly level: number | null; readonly rouse: boolean; readonly due: Instant | null };
  readonly owed: readonly { readonly words: string; readonly since: Instant }[]; readonly plan: string; readonly officer: string; readonly unlawfulSince: Instant | null; readonly offences: readonly string[];
  readonly deadlines: readonly { readonly key: string; readonly due: Instant; readonly title: string }[];
}
export interface Waiting { readonly recordId: string; readonly name: string; readonly officer: string; readonly arrivedAt: Instant | null; readonly enRoute: boolean; readonly note: string }
export interface Whiteboard {
  readonly now: Instant; readonly station: { readonly id: string; readonly name: string } | null; readonly stations: readonly { readonly id: string; readonly name: string }[]; readonly custodyOfficer: { readonly shortName: string; readonly holding: number } | null;
  readonly counts: { readonly held: number; readonly overdue: number; readonly due: number; readonly likelyLate: number; readonly waiting: number; readonly longestWaitMinutes: number }; readonly rows: readonly BoardRow[]; readonly waiting: readonly Waiting[];
  readonly alarms: readonly { readonly id: string; readonly toMe: boolean }[];
}
