import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Knex } from 'knex';
import type { Obligation, Rung } from '#domain/shared/obligation';
import { elapsed, SECOND, type Instant } from '#domain/shared/time';
import { hintAt } from './hints.ts';
import type { Owing } from './settle-record.ts';

/** An alarm written this long after its rung is marked late: the engine was down, or the fact came late. */
const LATE_AFTER = 30 * SECOND;

interface AlarmRow {
  readonly id: string; readonly key: string; readonly due_at: Instant | null; readonly rung: string; readonly ended_at: Instant | null; readonly station_id: string; readonly [column: string]: unknown;
}

const ALARM_COLUMNS = ['id', 'key', 'due_at', 'rung', 'ended_at', 'station_id', 'team_id', 'restricted', 'record_title', 'to_posts', 'title', 'code'];

const nameOf = (rung: Rung): string => `${rung.kind} ${rung.at}`;
const same = (alarm: AlarmRow, owed: Obligation): boolean => alarm.key === owed.key && alarm.due_at === owed.due;

/** What a rung says, whom it tells, and where. */
const columnsOf = (owing: Owing, rung: Rung) => ({ ...owing.place, to_posts: [...rung.to], title: rung.title, code: rung.code ?? '' });
const differs = (alarm: AlarmRow, columns: Record<string, unknown>): boolean => Object.entries(columns).some(([name, value]) => !isDeepStrictEqual(alarm[name], value));

/**
 * Writes every rung that has passed and is not yet written, once (unique on record, key, due and rung), and ends the alarms
 * whose obligation is met or has moved, or that its ladder no longer names. After a gap only the highest rung sounds; the lower ones are written as missed. What still sounds
 * follows the record: to the station that answers for it now, under its name.
 */
export async function settleAlarms(trx: Knex, owing: Owing): Promise<{ changed: boolean }> {
  const alarms = (await trx('work.alarm').select(ALARM_COLUMNS)
    .where({ record_kind: owing.kind.kind, record_id: owing.id })) as AlarmRow[];
  const sounded = await Promise.all(owing.obligations.map((owed) => sound(trx, owing, owed, alarms)));
  const over = alarms.filter((a) => a.ended_at === null && !owing.obligations.some((o) => same(a, o) && o.rungs.some((r) => nameOf(r) === a.rung)));
  if (over.length > 0) await end(trx, owing, over.map((a) => a.id));
  return { changed: over.length > 0 || sounded.includes(true) };
}

async function end(trx: Knex, owing: Owing, ids: readonly string[]): Promise<void> {
  await trx('work.alarm').whereIn('id', [...ids]).update({ ended_at: owing.now, ended_why: 'Met, or its time has moved' });
  await hintAt(trx, { what: 'alarm', id: owing.id, stationId: owing.place.station_id });
}

async function sound(trx: Knex, owing: Owing, owed: Obligation, alarms: readonly AlarmRow[]): Promise<boolean> {
  const written = new Set(alarms.filter((a) => same(a, owed)).map((a) => a.rung));
  const passed = owed.rungs.filter((r) => r.at <= owing.now).toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const fresh = passed.filter((r) => !written.has(nameOf(r)));
  const highest = passed.at(-1);
  if (!highest) return false;
  const followed = await follow(trx, owing, highest, alarms.find((a) => same(a, owed) && a.rung === nameOf(highest)));
  if (fresh.length === 0) return followed;
  await trx('work.alarm').insert(fresh.map((rung) => ({
    id: randomUUID(), record_kind: owing.kind.kind, record_id: owing.id, key: owed.key, due_at: owed.due, rung: nameOf(rung), rung_at: rung.at, kind: rung.kind,
    ...columnsOf(owing, rung), sounded_at: owing.now, late: elapsed(rung.at, owing.now) > LATE_AFTER,
    ended_at: rung === highest ? null : owing.now, ended_why: rung === highest ? null : 'Missed: a higher one sounded',
  }))).onConflict(trx.raw('(record_kind, record_id, key, due_at, rung)')).ignore();
  await hintAt(trx, { what: 'alarm', id: owing.id, stationId: owing.place.station_id });
  // A lower rung that still rings is silenced by the higher one.
  await trx('work.alarm').where({ record_kind: owing.kind.kind, record_id: owing.id, key: owed.key, due_at: owed.due }).whereNull('ended_at')
    .whereNot({ rung: nameOf(highest) }).update({ ended_at: owing.now, ended_why: 'A higher one sounded' });
  return true;
}

/**
 * An alarm that stands follows the record. It sounds again where it had ended, for a correction can take a time away and bring it
 * back, and where others answer for it now: what was acknowledged at the old station silences nobody at the new.
 */
async function follow(trx: Knex, owing: Owing, rung: Rung, alarm: AlarmRow | undefined): Promise<boolean> {
  if (!alarm) return false;
  const columns = columnsOf(owing, rung);
  const moved = alarm.station_id !== columns.station_id;
  if (alarm.ended_at === null && !differs(alarm, columns)) return false;
  await trx('work.alarm').where({ id: alarm.id }).update({ ...columns, ended_at: null, ended_why: null, ...(moved || alarm.ended_at !== null ? { sounded_at: owing.now } : {}) });
  await hintAt(trx, ...[...new Set([columns.station_id, alarm.station_id])].map((stationId) => ({ what: 'alarm', id: owing.id, stationId })));
  return true;
}
