import type { Knex } from 'knex';
import type { RecordKind } from '#domain/shared/record-kind';

/** Rings the record's bell: one row per record, each ring adds one (architecture: relay). The commit wakes the relay. */
export async function ring(trx: Knex, kind: RecordKind, id: string): Promise<void> {
  if (!kind.process) return;
  await trx.raw(
    `insert into platform.outbox as o (record_kind, record_id) values (?, ?)
     on conflict (record_kind, record_id) do update set ring = o.ring + 1, next_try_at = least(o.next_try_at, clock_timestamp())`,
    [kind.kind, id],
  );
  await trx.raw("select pg_notify('peel_bell', '')");
}

/** Tells browsers that what they show may have changed: a hint, never the content. */
export async function hint(trx: Knex, kind: RecordKind, id: string, stationId: string): Promise<void> {
  await trx.raw("select pg_notify('peel_changed', ?)", [`${kind.kind}:${id}:${stationId}`]);
}
