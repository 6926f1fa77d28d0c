import type { Knex } from 'knex';
import { nextWake, type Obligation } from '#domain/shared/obligation';
import type { RecordKind } from '#domain/shared/record-kind';
import { recordKind } from '#domain/records';
import { elapsed, type Instant } from '#domain/shared/time';
import { asSystem, type Database } from './database.ts';
import { hint } from './outbox.ts';
import { lockRow, owedAt, tableOf } from './record-store.ts';
import { settleAlarms } from './settle-alarms.ts';
import { settleTasks } from './settle-tasks.ts';

/** A record as it stands under its lock. */
export interface Standing {
  readonly id: string;
  readonly state: unknown;
}

/** What settle works on: the record's place and name, as tasks and alarms carry them. */
export interface Owing {
  readonly kind: RecordKind;
  readonly id: string;
  readonly state: unknown;
  readonly now: Instant;
  readonly obligations: readonly Obligation[];
  readonly place: { readonly station_id: string; readonly team_id: string; readonly restricted: boolean; readonly record_title: string };
}

/**
 * The only writer of what a task is: tasks by difference, every rung passed and not yet written, the next wake. It works from
 * the locked row, so whoever calls it late undoes nothing; it adds no version.
 */
export async function settleRecord(trx: Knex, kind: RecordKind, standing: Standing, now: Instant): Promise<{ changed: boolean }> {
  const owed = owedAt(kind.obligations(standing.state, kind.law), now);
  const [duties] = await Promise.all([settleDuties(trx, kind, standing, now), trx(tableOf(kind)).where({ id: standing.id }).update(owed)]);
  return duties;
}

/** Tasks and alarms alone, for who writes the record's row at the same time. */
export async function settleDuties(trx: Knex, kind: RecordKind, { id, state }: Standing, now: Instant): Promise<{ changed: boolean }> {
  const obligations = kind.obligations(state, kind.law);
  const { stationId, teamId, restricted } = kind.scope(state);
  const owing: Owing = {
    kind, id, state, now, obligations,
    place: { station_id: stationId, team_id: teamId, restricted, record_title: kind.title(state) },
  };
  const [tasks, alarms] = await Promise.all([settleTasks(trx, owing), settleAlarms(trx, owing)]);
  return { changed: tasks.changed || alarms.changed };
}

/** A step of the process that the engine owes and has not tried at this version. */
export interface OwedStep {
  readonly name: string;
  readonly key: string;
  readonly taskId: string;
  readonly version: number;
}

export interface Settled {
  readonly version: number;
  readonly phase: string;
  /** Milliseconds until something opens or sounds; null: only a bell wakes it. */
  readonly wakeIn: number | null;
  readonly steps: readonly OwedStep[];
  readonly ended: boolean;
}

/** One turn of the engine, or of the watchdog: settles the record as time alone changed it. Null where there is no such record. */
export async function settle(db: Database, kindName: string, id: string): Promise<Settled | null> {
  const kind = recordKind(kindName);
  return asSystem(db, async ({ trx }) => {
    const row = await lockRow(trx, kind, id);
    if (!row) return null;
    const { now } = row;
    const { changed } = await settleRecord(trx, kind, row, now);
    if (changed) await hint(trx, kind, id, kind.scope(row.state).stationId);
    const wake = nextWake(kind.obligations(row.state, kind.law), now);
    return { version: row.version, phase: row.status, wakeIn: wake === null ? null : elapsed(now, wake), steps: await owedSteps(trx, kind, row), ended: row.ended };
  });
}

async function owedSteps(trx: Knex, kind: RecordKind, row: { id: string; version: number }): Promise<OwedStep[]> {
  const rows = (await trx('work.task').select('id', 'key', 'step').where({ record_kind: kind.kind, record_id: row.id, status: 'open' })
    .whereNot({ step: '' }).where('step_version', '<', row.version)) as { id: string; key: string; step: string }[];
  return rows.map((r) => ({ name: r.step, key: r.key, taskId: r.id, version: row.version }));
}
