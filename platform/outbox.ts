import type { Knex } from 'knex';
import type { RecordKind } from '#domain/shared/record-kind';
import { hintAt, hintText } from './hints.ts';

/**
 * Rings the record's bell and tells browsers, in one statement: one row per record, each ring a number of its own (architecture: relay).
 * The commit wakes the relay. A record without a process has no bell.
 */
export async function announce(trx: Knex, kind: RecordKind, id: string, stationId: string): Promise<void> {
  if (!kind.process) { await hint(trx, kind, id, stationId); return; }
  await trx.raw(
    `with rung as (insert into platform.outbox as o (record_kind, record_id) values (?, ?)
       on conflict (record_kind, record_id) do update set ring = excluded.ring, next_try_at = least(o.next_try_at, clock_timestamp()) returning 1)
     select pg_notify('peel_bell', ''), pg_notify('peel_changed', ?) from rung`,
    [kind.kind, id, hintText({ what: kind.kind, id, stationId })],
  );
}

/** Tells browsers that what they show of a record may have changed. */
export const hint = (trx: Knex, kind: RecordKind, id: string, stationId: string): Promise<void> => hintAt(trx, { what: kind.kind, id, stationId });
