import type { Knex } from 'knex';
import { PROCESS_KINDS } from '#domain/records';
import type { RecordKind } from '#domain/shared/record-kind';
import { elapsed, type Instant } from '#domain/shared/time';
import { asSystem, type Database } from './database.ts';
import { announce } from './outbox.ts';
import { lockRow, tableOf } from './record-store.ts';
import { settleRecord } from './settle-record.ts';

/** A record that the engine should have settled: its wake has passed, or its open tasks are not those it owes. */
export interface Late {
  readonly kind: RecordKind;
  readonly id: string;
  /** The same as long as it is the same lateness: patience is counted for it. */
  readonly sign: string;
}

export type Fault = { readonly what: 'missedWake'; readonly late: number } | { readonly what: 'taskCount'; readonly owed: number; readonly open: number };

interface Row { readonly id: string; readonly next_wake: Instant | null; readonly open_tasks: number; readonly open: number }

const MOST = 500;
const OPEN = `(select count(*)::int from work.task t where t.record_kind = ? and t.record_id = r.id and t.status = 'open')`;

/** Every late record as of `now`, platform time. */
export async function findLate(trx: Knex, now: Instant): Promise<Late[]> {
  const found: Late[] = [];
  for (const kind of PROCESS_KINDS) {
    const { rows } = await trx.raw<{ rows: Row[] }>(
      `select * from (select r.id, r.next_wake, r.open_tasks, ${OPEN} as open from ?? r where not r.ended or r.open_tasks > 0) q
       where q.next_wake <= ? or q.open_tasks <> q.open limit ${MOST}`,
      [kind.kind, tableOf(kind), now],
    );
    found.push(...rows.map((r) => ({ kind, id: r.id, sign: `${kind.kind}:${r.id} ${r.next_wake ?? ''} ${r.open_tasks}/${r.open}` })));
  }
  return found;
}

const faultsOf = (row: Omit<Row, 'id'>, now: Instant): Fault[] => [
  ...(row.next_wake !== null && row.next_wake <= now ? [{ what: 'missedWake' as const, late: elapsed(row.next_wake, now) }] : []),
  ...(row.open_tasks === row.open ? [] : [{ what: 'taskCount' as const, owed: row.open_tasks, open: row.open }]),
];

/** Settles one late record, writes each fault as a defect of the engine and rings its workflow; nothing where somebody was quicker. */
export async function repair(db: Database, { kind, id }: Late): Promise<Fault[]> {
  return asSystem(db, async ({ trx }) => {
    const row = await lockRow(trx, kind, id);
    if (!row) return [];
    const { now } = row;
    const { rows } = await trx.raw<{ rows: [{ open: number }] }>(`select ${OPEN} as open from (select ?::uuid as id) r`, [kind.kind, id]);
    const faults = faultsOf({ ...row, open: rows[0].open }, now);
    if (faults.length === 0) return [];
    await settleRecord(trx, kind, row, now);
    await trx('platform.defect').insert(faults.map(({ what, ...detail }) => ({ found_by: 'watchdog', record_kind: kind.kind, record_id: id, what, detail: JSON.stringify(detail) })));
    await announce(trx, kind, id, kind.scope(row.state).stationId);
    return faults;
  });
}
