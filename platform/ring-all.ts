import type { Knex } from 'knex';
import { PROCESS_KINDS } from '#domain/records';
import { tableOf } from './record-store.ts';

const IN_ORDER = PROCESS_KINDS.toSorted((a, b) => (a.kind < b.kind ? -1 : 1));

/**
 * Rings every record that can still owe something, to be carried in the order in which they wake. The bells are locked by kind and
 * id, as whoever else locks many of them does. The caller acts as Peel itself, as a role that may ring: not the relay.
 */
export async function ringAll(trx: Knex): Promise<void> {
  for (const kind of IN_ORDER) {
    await trx.raw(
      `insert into platform.outbox as o (record_kind, record_id, next_try_at)
       select ?, id, now() + place * interval '1 microsecond' from (select id, row_number() over (order by next_wake nulls last, id) as place from ?? where not ended) r order by id
       on conflict (record_kind, record_id) do update set ring = excluded.ring, next_try_at = least(o.next_try_at, excluded.next_try_at)`,
      [kind.kind, tableOf(kind)],
    );
  }
  await trx.raw("select pg_notify('peel_bell', '')");
}
