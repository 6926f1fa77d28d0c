import type { Knex } from 'knex';
import { PROCESS_KINDS } from '#domain/records';
import { tableOf } from './record-store.ts';

/** Rings every record that can still owe something, those that wake soonest first. The caller acts as Peel itself, as a role that may ring: not the relay. */
export async function ringAll(trx: Knex): Promise<void> {
  await trx.raw("select pg_advisory_xact_lock(hashtextextended('peel ring all', 0))"); // two who ring all in another order would wait for each other
  for (const kind of PROCESS_KINDS) {
    await trx.raw(
      `insert into platform.outbox as o (record_kind, record_id)
       select ?, id from (select id from ?? where not ended order by next_wake nulls last, id) r
       on conflict (record_kind, record_id) do update set ring = o.ring + 1, next_try_at = least(o.next_try_at, clock_timestamp())`,
      [kind.kind, tableOf(kind)],
    );
  }
  await trx.raw("select pg_notify('peel_bell', '')");
}
