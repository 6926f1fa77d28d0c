import type { Knex } from 'knex';
import type { StoredEvent } from '#domain/shared/event';
import { nextWake, type Obligation } from '#domain/shared/obligation';
import { effectiveEvents, fold, type RecordKind } from '#domain/shared/record-kind';
import type { Instant } from '#domain/shared/time';
import { send } from './database.ts';

/** A record's row, locked or read. */
export interface RecordRow {
  readonly id: string;
  readonly version: number;
  readonly shape: number;
  readonly state: unknown;
  readonly last_occurred_at: Instant;
  readonly next_wake: Instant | null;
  readonly open_tasks: number;
  readonly ended: boolean;
  readonly status: string;
}

/** `custody.custody_record` */
export const tableOf = (kind: RecordKind): string => `${kind.area.replaceAll('-', '_')}.${kind.kind.replaceAll('-', '_')}`;

const COLUMNS = ['id', 'version', 'shape', 'state', 'last_occurred_at', 'next_wake', 'open_tasks', 'ended', 'status'];

/** Reads the row under the caller's claims; null where it is absent or hidden. */
export async function readRow(trx: Knex, kind: RecordKind, id: string): Promise<RecordRow | null> {
  const row = (await trx(tableOf(kind)).select(COLUMNS).where({ id }).first()) as RecordRow | undefined;
  return row ? upToShape(trx, kind, row) : null;
}

/** A row under its lock, and the platform's clock when it had been got: not before anything that whoever held it has done. */
export interface LockedRow extends RecordRow { readonly now: Instant }

/**
 * Reads and locks the row (`FOR NO KEY UPDATE`), waiting at most the transaction's lock time-out. The clock is read of what the
 * lock has answered: beside the columns it would be read before the wait.
 */
export async function lockRow(trx: Knex, kind: RecordKind, id: string): Promise<LockedRow | null> {
  const row = (await trx.with('locked', trx(tableOf(kind)).select(COLUMNS).where({ id }).forNoKeyUpdate() as never).from('locked').select('*', trx.raw('platform.now() as now')).first()) as LockedRow | undefined;
  return row ? { ...(await upToShape(trx, kind, row)), now: row.now } : null;
}

/** A record last written by an older `apply` is folded anew from its events. */
async function upToShape(trx: Knex, kind: RecordKind, row: RecordRow): Promise<RecordRow> {
  if (row.shape === kind.shape) return row;
  return { ...row, state: fold(kind, effectiveEvents(await readEvents(trx, kind, row.id))).state };
}

/** All events of a record, in the order they were entered. */
export async function readEvents(trx: Knex, kind: RecordKind, id: string): Promise<StoredEvent[]> {
  const rows = (await trx(`${tableOf(kind)}_event`).select(EVENT_COLUMNS).where({ record_id: id }).orderBy(['version', 'n'])) as EventRow[];
  return rows.map((r) => ({
    recordId: r.record_id, version: r.version, n: r.n, type: r.type, data: r.data, actor: r.actor, actorName: r.actor_name, occurredAt: r.occurred_at, recordedAt: r.recorded_at,
  }));
}

const EVENT_COLUMNS = ['record_id', 'version', 'n', 'type', 'data', 'actor', 'actor_name', 'occurred_at', 'recorded_at'];
interface EventRow {
  readonly record_id: string; readonly version: number; readonly n: number; readonly type: string; readonly data: unknown;
  readonly actor: string; readonly actor_name: string; readonly occurred_at: Instant; readonly recorded_at: Instant;
}

export interface Written {
  readonly id: string;
  readonly version: number;
  readonly state: unknown;
  readonly now: Instant;
  readonly lastOccurredAt: Instant;
  readonly events: readonly StoredEvent[];
  readonly opens: boolean;
}

/** When a record wakes next and how many tasks it has open: what the watchdog holds against the clock and the tasks that are there. */
export const owedAt = (obligations: readonly Obligation[], now: Instant): { next_wake: Instant | null; open_tasks: number } =>
  ({ next_wake: nextWake(obligations, now), open_tasks: obligations.filter((o) => o.opens <= now).length });

/** Writes state and list columns, appends the events, replaces projected rows. The caller holds the lock. */
export async function writeRecord(trx: Knex, kind: RecordKind, written: Written): Promise<void> {
  const { state, now } = written;
  const scope = kind.scope(state);
  const row = {
    version: written.version, shape: kind.shape, status: kind.phase(state), title: kind.title(state), station_id: scope.stationId, team_id: scope.teamId, restricted: scope.restricted,
    ended: kind.ended(state), changed_at: now, last_occurred_at: written.lastOccurredAt, ...owedAt(kind.obligations(state, kind.law), now), state: JSON.stringify(state), ...asColumns(kind.columns(state, kind.law)),
  };
  await Promise.all([
    send<unknown>(written.opens ? trx(tableOf(kind)).insert({ id: written.id, created_at: now, ...row }) : trx(tableOf(kind)).where({ id: written.id }).update(row)),
    insertAll(trx, `${tableOf(kind)}_event`, written.events.map((e) => ({
      record_id: e.recordId, version: e.version, n: e.n, type: e.type, data: JSON.stringify(e.data), actor: e.actor, actor_name: e.actorName, occurred_at: e.occurredAt, recorded_at: e.recordedAt,
    }))),
    replaceProjections(trx, kind, written),
  ]);
}

/** A statement carries 65,535 values at most; the builder's own way would open a savepoint for each. */
const ROWS_AT_ONCE = 500;

/** Inserts rows, as many statements as they need. */
export async function insertAll(trx: Knex, table: string, rows: readonly Readonly<Record<string, unknown>>[]): Promise<void> {
  const parts = Array.from({ length: Math.ceil(rows.length / ROWS_AT_ONCE) }, (_, n) => rows.slice(n * ROWS_AT_ONCE, (n + 1) * ROWS_AT_ONCE));
  await Promise.all(parts.map((part) => send(trx(table).insert(part))));
}

const asColumns = (columns: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(columns).map(([name, value]) => [name, value !== null && typeof value === 'object' && !Array.isArray(value) ? JSON.stringify(value) : value]));

async function replaceProjections(trx: Knex, kind: RecordKind, { id, state }: Written): Promise<void> {
  await Promise.all(Object.entries(kind.rows?.(state) ?? {}).flatMap(([table, rows]) => [
    send(trx(table).where({ record_id: id }).delete()), insertAll(trx, table, rows.map((r) => ({ record_id: id, ...asProjected(r) }))),
  ]));
}

const asProjected = (row: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value !== null && typeof value === 'object' ? JSON.stringify(value) : value]));
