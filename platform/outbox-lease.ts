import type { Knex } from 'knex';

/** A bell taken from the outbox: `ring` is the one to send, and no other ring of any record has its number. */
export interface Leased {
  readonly record_kind: string;
  readonly record_id: string;
  readonly ring: number;
  readonly tries: number;
}

/** Seconds of wall time that a relay keeps a row; a relay that died gives it back so. */
const LEASE = '20 seconds';

/** Takes up to `limit` bells that are due, past those another relay holds. */
export async function lease(trx: Knex, limit: number): Promise<Leased[]> {
  const { rows } = await trx.raw<{ rows: Leased[] }>(
    `with due as (
       select record_kind, record_id from platform.outbox
       where next_try_at <= statement_timestamp() and (leased_until is null or leased_until < statement_timestamp())
       order by next_try_at limit ? for update skip locked)
     update platform.outbox o set leased_until = clock_timestamp() + interval '${LEASE}' from due
     where o.record_kind = due.record_kind and o.record_id = due.record_id
     returning o.record_kind, o.record_id, o.ring, o.tries`, [limit],
  );
  return rows;
}

const keys = (rows: readonly Leased[]) => [rows.map((r) => r.record_kind), rows.map((r) => r.record_id), rows.map((r) => r.ring)];
const MATCH = 'o.record_kind = s.kind and o.record_id = s.id';
const SENT = 'unnest(?::text[], ?::uuid[], ?::bigint[]) as s(kind, id, ring)';

export interface Carried {
  readonly sent: readonly Leased[];
  readonly failed: readonly Leased[];
  /** Why those that failed did. */
  readonly error: string;
}

/** Ends the leases of bells that were carried. All are locked first, in the order in which who rings many locks them, so that neither waits for the other for ever. */
export async function endLeases(trx: Knex, { sent, failed, error }: Carried): Promise<void> {
  await trx.raw(`select 1 from platform.outbox o join ${SENT} on ${MATCH} order by o.record_kind collate "C", o.record_id for update of o`, keys([...sent, ...failed]));
  await settleSent(trx, sent);
  await settleFailed(trx, failed, error);
}

/** Ends the bells that were sent: a row rung again meanwhile stays, and is due at once. What it waited for is sent, so its wait counts from here. */
async function settleSent(trx: Knex, rows: readonly Leased[]): Promise<void> {
  if (rows.length === 0) return;
  await trx.raw(`delete from platform.outbox o using ${SENT} where ${MATCH} and o.ring = s.ring`, keys(rows));
  await trx.raw(`update platform.outbox o set leased_until = null, tries = 0, last_error = null, rung_at = clock_timestamp() from ${SENT} where ${MATCH}`, keys(rows));
}

/** Gives bells back that could not be sent: each waits twice as long as before, from a quarter of a second up to ten. */
async function settleFailed(trx: Knex, rows: readonly Leased[], error: string): Promise<void> {
  if (rows.length === 0) return;
  await trx.raw(
    `update platform.outbox o set leased_until = null, tries = o.tries + 1, last_error = ?,
       next_try_at = clock_timestamp() + least(interval '10 seconds', interval '250 milliseconds' * power(2, least(o.tries, 10)))
     from ${SENT} where ${MATCH}`, [error, ...keys(rows)],
  );
}

/** How far the engine is behind: bells waiting and the age of the oldest in milliseconds of wall time. */
interface Lag {
  readonly waiting: number;
  readonly oldest: number;
  readonly failing: number;
  readonly lastError: string | null;
}

export async function readLag(trx: Knex): Promise<Lag> {
  const { rows } = await trx.raw<{ rows: [Lag] }>(
    `select count(*)::int as waiting, coalesce(extract(epoch from clock_timestamp() - min(rung_at)) * 1000, 0)::int as oldest,
       count(*) filter (where tries > 0)::int as failing, max(last_error) as "lastError" from platform.outbox`,
  );
  return rows[0];
}
