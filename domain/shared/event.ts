import type { Instant } from './time.ts';

/** What an act decided, before it is stored. `data` is frozen: it holds the facts and the words as they were. */
export interface NewEvent<T extends string = string, D = unknown> {
  readonly type: T;
  readonly data: D;
  /** Asserted instant, where it differs from the act's own `at` (a command may tell several facts). */
  readonly occurredAt?: Instant;
}

/** A stored event. (version, n) names the entry; (occurredAt, version, n) orders the fold. */
export interface StoredEvent<T extends string = string, D = unknown> {
  readonly recordId: string;
  readonly version: number;
  readonly n: number;
  readonly type: T;
  readonly data: D;
  readonly actor: string;
  readonly actorName: string;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
}

export interface EntryName { readonly version: number; readonly n: number }

/** The one event type every record has: a correction names the entry, its new value and the reason; nothing is edited. */
export interface CorrectionData {
  readonly corrects: EntryName;
  /** null: the entry is struck out. */
  readonly becomes: { readonly occurredAt: Instant; readonly data: unknown } | null;
  readonly reason: string;
}
export const CORRECTED = 'entryCorrected';

export const byOccurrence = (a: StoredEvent, b: StoredEvent): number =>
  a.occurredAt < b.occurredAt ? -1 : a.occurredAt > b.occurredAt ? 1 : a.version - b.version || a.n - b.n;
