import type { Knex } from 'knex';
import type { Instant } from '#domain/shared/time';

export interface Hold { readonly id: string; readonly what: string; readonly reason: string; readonly heldBy: string; readonly heldById: string; readonly heldAt: Instant; readonly leftMs: number }

/** A hold ends by itself unless renewed (wall time). */
const ENDS_AFTER = '5 minutes';
const STANDS = 'released_at is null and until_wall > clock_timestamp()';

/** Holds that stand now, the oldest first. */
export const readHolds = (trx: Knex): Promise<Hold[]> => trx('platform.hold')
  .select('id', 'what', 'reason', 'held_by as heldBy', 'held_by_id as heldById', 'held_at as heldAt', trx.raw('(extract(epoch from until_wall - clock_timestamp()) * 1000)::float8 as "leftMs"'))
  .whereRaw(STANDS).orderBy('held_at') as unknown as Promise<Hold[]>;

/** True while an operator holds one of these; without names, anything at all. */
export async function isHeld(trx: Knex, what?: readonly string[]): Promise<boolean> {
  const { rows } = await trx.raw<{ rows: [{ held: boolean }] }>(`select exists (select 1 from platform.hold where (?::text[] is null or what = any (?)) and ${STANDS}) as held`, [what as string[] ?? null, what as string[] ?? null]);
  return rows[0].held;
}

/** Holds anew: one that stood for the same is replaced, and its time begins again. */
export async function hold(trx: Knex, { id, what, reason, heldBy, heldById }: Pick<Hold, 'id' | 'what' | 'reason' | 'heldBy' | 'heldById'>): Promise<void> {
  await trx('platform.hold').where({ what }).whereNull('released_at').update({ released_at: trx.raw('clock_timestamp()') });
  await trx.raw('insert into platform.hold (id, what, reason, held_by, held_by_id, until_wall) values (?, ?, ?, ?, ?, clock_timestamp() + ?::interval)', [id, what, reason, heldBy, heldById, ENDS_AFTER]);
}

/** Ends one hold, or `all`; wakes whoever waited. Answers the ids of those it ended. */
export async function endHold(trx: Knex, id: string): Promise<string[]> {
  const ended = (await trx('platform.hold').whereNull('released_at').modify((q) => { if (id !== 'all') void q.where({ id }); }).update({ released_at: trx.raw('clock_timestamp()') }, ['id'])) as { id: string }[];
  await trx.raw("select pg_notify('peel_bell', '')");
  return ended.map((h) => h.id);
}
