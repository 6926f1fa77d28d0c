import type { Knex } from 'knex';
import type { Logger } from 'pino';
import { heartbeat } from './clock.ts';
import { roleUrl, type Config } from './config.ts';
import { asSystem, type Database } from './database.ts';
import { findLate, repair, type Late } from './find-late.ts';
import { isHeld } from './holds.ts';
import { listen } from './listen.ts';
import { readState, sayState } from './process-state.ts';
import type { RelayState } from './relay.ts';
import { ringAll } from './ring-all.ts';
import { Wake } from './wake.ts';

interface WatchdogParts {
  readonly db: Database;
  readonly config: Config;
  readonly log: Logger;
  /** Milliseconds of wall time that the engine has before its lateness is a defect. */
  readonly grace?: number;
}

/** What the watchdog last saw: it outlives the process, so that nothing that happened meanwhile goes unheard. */
export interface WatchdogState {
  /** Platform time less wall time, milliseconds: it grows only when the training clock is moved. */
  readonly offset: number;
  /** Whether the clock ran: one that stood still and runs again is heard as one that was moved. */
  readonly running: boolean;
  /** The Temporal server every open record was rung for. */
  readonly namespaceId: string;
  readonly held: boolean;
  readonly late: number;
  readonly repaired: number;
}

const GRACE = 30_000;
const SWEEP = 4_000;
const BEAT = 2_000;
const JUMP = 1_000;
const HOLDS = ['watchdog', 'relay', 'all'];

interface Running extends WatchdogParts {
  readonly wake: Wake;
  /** When each lateness was first seen, by the monotonic clock. */
  readonly patience: Map<string, number>;
  wanted: boolean;
  onDuty: boolean;
  well: boolean;
  sweptAt: number;
  repaired: number;
}

/**
 * Watches the engine until it is stopped. One process is on duty, by advisory lock; the others stand by. It owes nothing to
 * Temporal: it reads the records and mends what nobody settled. It also keeps the training clock beating.
 */
export function startWatchdog(parts: WatchdogParts): { stop: () => Promise<void> } {
  const dog: Running = { ...parts, wake: new Wake(), patience: new Map(), wanted: true, onDuty: false, well: true, sweptAt: 0, repaired: 0 };
  const beat = setInterval(() => { heartbeat(dog.db).catch(() => undefined); }, BEAT);
  const ear = listen({
    url: roleUrl(parts.config, 'watchdog'), channels: ['peel_clock'], only: 'peel watchdog',
    onNotice: () => dog.wake.ring(), onOpen: () => { dog.onDuty = true; dog.wake.ring(); }, onShut: () => { dog.onDuty = false; },
  });
  const loop = watch(dog);
  return { stop: async () => { dog.wanted = false; dog.wake.ring(); clearInterval(beat); await ear.close(); await loop; } };
}

async function watch(dog: Running): Promise<void> {
  while (dog.wanted) {
    if (dog.onDuty) await sweep(dog).then(() => sayWell(dog, true), (error: unknown) => { dog.patience.clear(); sayWell(dog, false, error); });
    if (dog.wanted) await dog.wake.sleep(SWEEP);
  }
}

async function sweep(dog: Running): Promise<void> {
  const { late, fresh } = await asSystem(dog.db, async ({ trx, now }) => {
    const { state, startAnew } = await look(trx, now);
    const found = state.held ? [] : await findLate(trx, now);
    await sayState(trx, 'watchdog', { ...state, late: found.length, repaired: dog.repaired } satisfies WatchdogState);
    return { late: found, fresh: startAnew };
  });
  const paused = performance.now() - dog.sweptAt > 3 * SWEEP;
  if (fresh || paused) dog.patience.clear();
  dog.sweptAt = performance.now();
  for (const record of outOfPatience(dog, late)) await mend(dog, record);
}

interface Look { readonly state: Pick<WatchdogState, 'offset' | 'running' | 'namespaceId' | 'held'>; readonly startAnew: boolean }

/** A clock that was moved and a Temporal server that knows nothing are heard here, once a hold is over: every open record is rung. */
async function look(trx: Knex, now: string): Promise<Look> {
  const before = (await readState<WatchdogState>(trx, 'watchdog')) ?? { offset: 0, running: true, namespaceId: '', held: false };
  if (await isHeld(trx, HOLDS)) return { state: { ...before, held: true }, startAnew: true };
  const { rows } = await trx.raw<{ rows: [Pick<WatchdogState, 'offset' | 'running'>] }>(
    'select (extract(epoch from ?::timestamptz - clock_timestamp()) * 1000)::float8 as offset, running from platform.clock', [now],
  );
  const { offset, running } = rows[0];
  const namespaceId = (await readState<RelayState>(trx, 'relay'))?.namespaceId || before.namespaceId;
  const state = { offset, running, namespaceId, held: false };
  const heard = changed(before, state);
  if (heard) await ringAll(trx);
  return { state, startAnew: heard || before.held };
}

const changed = (before: Look['state'], after: Look['state']): boolean =>
  after.offset > before.offset + JUMP || (after.running && !before.running) || after.namespaceId !== before.namespaceId;

function outOfPatience(dog: Running, late: readonly Late[]): Late[] {
  const signs = new Set(late.map((l) => l.sign));
  for (const sign of dog.patience.keys()) if (!signs.has(sign)) dog.patience.delete(sign);
  for (const sign of signs) if (!dog.patience.has(sign)) dog.patience.set(sign, performance.now());
  return late.filter((l) => performance.now() - dog.patience.get(l.sign)! >= (dog.grace ?? GRACE));
}

/** One record that resists (somebody holds its lock) keeps nobody else from being mended; the next sweep tries it again. */
async function mend(dog: Running, late: Late): Promise<void> {
  const faults = await repair(dog.db, late).catch((error: unknown) => {
    dog.log.error({ err: error, recordKind: late.kind.kind, recordId: late.id }, 'A late record could not be mended yet');
    return [];
  });
  if (faults.length === 0) return;
  dog.repaired += faults.length;
  dog.log.error({ recordKind: late.kind.kind, recordId: late.id, faults }, 'The engine left a record unsettled; it is mended');
}

function sayWell(dog: Running, well: boolean, error?: unknown): void {
  if (well === dog.well) return;
  dog.well = well;
  dog.log[well ? 'info' : 'error']({ err: error }, well ? 'The watchdog sweeps again' : 'The watchdog could not sweep');
}
