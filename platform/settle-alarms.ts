import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { Obligation, Rung } from '#domain/shared/obligation';
import { elapsed, SECOND, type Instant } from '#domain/shared/time';
import { hintAt } from './hints.ts';
import type { Owing } from './settle-record.ts';

/** An alarm written this long after its rung is marked late: the engine was down, or the fact came late. */
const LATE_AFTER = 30 * SECOND;

interface AlarmRow { readonly id: string; readonly key: string; readonly due_at: Instant | null; readonly rung: string; readonly ended_at: Instant | null }

const nameOf = (rung: Rung): string => `${rung.kind} ${rung.at}`;
const same = (alarm: AlarmRow, owed: Obligation): boolean => alarm.key === owed.key && alarm.due_at === owed.due;

/**
 * Writes every rung that has passed and is not yet written, once (unique on record, key, due and rung), and ends the alarms
 * whose obligation is met or has moved, or that its ladder no longer names. After a gap only the highest rung sounds; the lower ones are written as missed.
 */
export async function settleAlarms(trx: Knex, owing: Owing): Promise<{ changed: boolean }> {
  const alarms = (await trx('work.alarm').select('id', 'key', 'due_at', 'rung', 'ended_at')
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
  const again = await soundAgain(trx, owing, alarms.find((a) => passed.length > 0 && same(a, owed) && a.rung === nameOf(passed.at(-1)!)));
  if (fresh.length === 0) return again;
  const highest = passed.at(-1)!;
  await trx('work.alarm').insert(fresh.map((rung) => ({
    id: randomUUID(), record_kind: owing.kind.kind, record_id: owing.id, key: owed.key, due_at: owed.due, rung: nameOf(rung), rung_at: rung.at, kind: rung.kind,
    code: rung.code ?? '', title: rung.title, ...owing.place, to_posts: [...rung.to], sounded_at: owing.now, late: elapsed(rung.at, owing.now) > LATE_AFTER,
    ended_at: rung === highest ? null : owing.now, ended_why: rung === highest ? null : 'Missed: a higher one sounded',
  }))).onConflict(trx.raw('(record_kind, record_id, key, due_at, rung)')).ignore();
  await hintAt(trx, { what: 'alarm', id: owing.id, stationId: owing.place.station_id });
  // A lower rung that still rings is silenced by the higher one.
  await trx('work.alarm').where({ record_kind: owing.kind.kind, record_id: owing.id, key: owed.key, due_at: owed.due }).whereNull('ended_at')
    .whereNot({ rung: nameOf(highest) }).update({ ended_at: owing.now, ended_why: 'A higher one sounded' });
  return true;
}

/** A correction can take a time away and bring it back: what had ended then sounds again, in its own row. */
async function soundAgain(trx: Knex, owing: Owing, alarm: AlarmRow | undefined): Promise<boolean> {
  if (!alarm || alarm.ended_at === null) return false;
  await trx('work.alarm').where({ id: alarm.id }).update({ ended_at: null, ended_why: null, sounded_at: owing.now });
  await hintAt(trx, { what: 'alarm', id: owing.id, stationId: owing.place.station_id });
  return true;
}
