import type { Knex } from 'knex';
import type { Instant } from '#domain/shared/time';
import { alone, type Database } from './database.ts';
import { ringAll } from './ring-all.ts';

export interface ClockFace {
  readonly now: Instant;
  readonly training: boolean;
  readonly running: boolean;
}

export class ClockRefusal extends Error {
  readonly code: 'CLOCK_NOT_TRAINING' | 'CLOCK_NEVER_BACK';
  constructor(code: ClockRefusal['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** The platform's time: the wall clock, or in training the clock kept in the database. */
export async function readClock(trx: Knex): Promise<ClockFace> {
  const { rows } = (await trx.raw('select platform.now() as now, training, running from platform.clock')) as { rows: [ClockFace] };
  return rows[0];
}

/** Says that Peel runs: the training clock counts only while somebody says so. Idempotent, every few seconds. */
export const heartbeat = async (db: Database): Promise<void> => { await alone(db, 'select platform.heartbeat()'); };

/**
 * Moves the training clock forward to `to`, and stands it still or lets it run. Throws a ClockRefusal where the clock is the
 * wall's, or would run back, before it wrote anything. Every open record is rung in the same transaction, so the caller acts as
 * Peel itself; the watchdog, which hears `peel_clock`, rings them once more.
 */
export async function advanceClock(trx: Knex, to: Instant, running?: boolean): Promise<ClockFace> {
  await trx.raw('select one from platform.clock for no key update'); // two who move it at once take turns
  const face = await readClock(trx);
  if (!face.training) throw new ClockRefusal('CLOCK_NOT_TRAINING', 'This is the real clock. Only a training system can be moved in time.');
  if (to < face.now) throw new ClockRefusal('CLOCK_NEVER_BACK', 'The training clock never runs back. Start anew to begin at an earlier time.');
  await trx.raw(
    'update platform.clock set base_at = ?, base_wall = clock_timestamp(), heartbeat_at = clock_timestamp(), running = coalesce(?, running)', [to, running ?? null] as never,
  );
  await ringAll(trx);
  await trx.raw("select pg_notify('peel_clock', ?)", [to]);
  return readClock(trx);
}
