import type { Knex } from 'knex';
import type { SuiteLine } from '#domain/shared/facts';

/*
 * What custody lets other areas read. They ask here and never name its tables (tests/architecture holds it), so that a column can
 * change in one place. The caller's own sight applies: each runs under whoever asks.
 */

/** Everybody at a station or on the way there; `narrow` adds the rules of the caller's posts. */
export const suiteLines = (trx: Knex, stationId: string, narrow: (lines: Knex.QueryBuilder) => Knex.QueryBuilder): Promise<SuiteLine[]> =>
  narrow(trx('custody.custody_record').select('id', 'version', 'custody_number as custodyNumber', 'name', 'status', 'arrived_at as arrivedAt', 'board'))
    .where({ station_id: stationId }).where((q) => { q.where({ in_custody: true }).orWhere({ status: 'enRoute' }); }) as unknown as Promise<SuiteLine[]>;

/** Ids of records whose person is in custody now, to be put into a query. */
export const inCustody = (trx: Knex): Knex.QueryBuilder => trx('custody.custody_record').select('id').where({ in_custody: true });

/** Where the people of these records are; one the caller may not see is left out. */
export async function placesOf(trx: Knex, ids: readonly string[]): Promise<Readonly<Record<string, string>>> {
  if (ids.length === 0) return {};
  const rows = (await trx('custody.custody_record').select('id', trx.raw("board ->> 'location' as place")).whereIn('id', [...ids])) as { id: string; place: string | null }[];
  return Object.fromEntries(rows.map((r) => [r.id, r.place ?? '']));
}

/** Records that carry a custody number. */
export async function recordsNumbered(trx: Knex, custodyNumber: string): Promise<string[]> {
  const rows = (await trx('custody.custody_record').select('id').where({ custody_number: custodyNumber.toUpperCase() })) as { id: string }[];
  return rows.map((r) => r.id);
}
