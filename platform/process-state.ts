import type { Knex } from 'knex';

/** What a process says of itself, and when it last said it (wall time): the operations page and its fellows read it. */
export async function sayState(trx: Knex, name: string, detail: object): Promise<void> {
  await trx.raw(
    `insert into platform.process_state (name, detail) values (?, ?)
     on conflict (name) do update set seen_at = clock_timestamp(), detail = excluded.detail`,
    [name, JSON.stringify(detail)],
  );
}

/** The last words of a process; null where it never spoke. */
export async function readState<T>(trx: Knex, name: string): Promise<T | null> {
  const row = (await trx('platform.process_state').select('detail').where({ name }).first()) as { detail: T } | undefined;
  return row?.detail ?? null;
}
