import { effectiveEvents, type RecordKind } from '#domain/shared/record-kind';
import type { StoredEvent } from '#domain/shared/event';
import { minuteOf, type Instant } from '#domain/shared/time';
import type { Work } from './database.ts';
import { readEvents } from './record-store.ts';

/** A time as a desk types it: to the minute, perhaps with the offset that a clock change asked for. */
const TO_THE_MINUTE = /T\d\d:\d\d(Z|[+-]\d\d:\d\d)?$/;

interface Asked { readonly sent: string | null; readonly at: Instant; readonly recordId: string; readonly events: readonly StoredEvent[]; /** The version of what is corrected, which comes after nothing of its own. */ readonly without?: number }

/**
 * What was entered "now" has its seconds, and what is typed has none: an act of the minute in which another happened is not before it.
 * The last entry of the typed minute, at which an act that was refused is tried again; null where there is none.
 */
export async function lastOfMinute({ trx, now }: Pick<Work, 'trx' | 'now'>, kind: RecordKind, { sent, at, recordId, events, without }: Asked): Promise<Instant | null> {
  if (sent === null || !TO_THE_MINUTE.test(sent)) return null;
  const history = effectiveEvents([...(await readEvents(trx, kind, recordId)), ...events]);
  return history.filter((e) => e.version !== without).map((e) => e.occurredAt).findLast((told) => told > at && told <= now && minuteOf(told) === minuteOf(at)) ?? null;
}
