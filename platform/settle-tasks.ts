import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Knex } from 'knex';
import type { Obligation } from '#domain/shared/obligation';
import { clockTime } from '#domain/shared/local-time';
import { send } from './database.ts';
import type { Owing } from './settle-record.ts';
import { appendTaskEntry } from './task-history.ts';

interface TaskRow {
  readonly id: string; readonly key: string; readonly status: 'open' | 'closed'; readonly [column: string]: unknown;
}

const TASK_COLUMNS = [
  'id', 'key', 'status', 'type', 'title', 'station_id', 'team_id', 'restricted', 'record_title', 'queue', 'min_rank', 'independent', 'opens_at', 'due_at', 'asap', 'law', 'why', 'act',
  'waiting_on', 'step',
];

/** What an obligation makes of a task: everything but who does it, which belongs to people. */
function columnsOf(owing: Owing, owed: Obligation): Record<string, unknown> {
  return {
    type: owed.taskType, title: owed.title, ...owing.place, queue: owed.who.queue, min_rank: owed.who.rank ?? '', independent: owed.who.independent ?? false,
    opens_at: owed.opens, due_at: owed.due, asap: owed.asap ?? false, law: owed.law, why: JSON.stringify(owed.why), act: owed.act,
    waiting_on: owed.waitingOn ?? '', step: owed.step ?? '',
  };
}

/** jsonb keeps an object's keys in an order of its own: the working is compared by what it says. */
const differs = (task: TaskRow, columns: Record<string, unknown>): boolean =>
  Object.entries(columns).some(([name, value]) => (name === 'why' ? !isDeepStrictEqual(task[name], JSON.parse(value as string)) : task[name] !== value));

/** Opens, moves, reopens and closes tasks so that each open obligation has exactly one. */
export async function settleTasks(trx: Knex, owing: Owing): Promise<{ changed: boolean }> {
  const tasks = (await trx('work.task').select(TASK_COLUMNS).where({ record_kind: owing.kind.kind, record_id: owing.id }).orderBy('id')) as TaskRow[];
  const byKey = new Map(tasks.map((t) => [t.key, t]));
  const open = owing.obligations.filter((o) => o.opens <= owing.now);
  const openKeys = new Set(open.map((o) => o.key));
  const over = tasks.filter((t) => t.status === 'open' && !openKeys.has(t.key));
  const moved = await Promise.all([...open.map((owed) => openOrMove(trx, owing, owed, byKey.get(owed.key))), ...over.map((task) => close(trx, owing, task))]);
  return { changed: moved.includes(true) };
}

async function openOrMove(trx: Knex, owing: Owing, owed: Obligation, task: TaskRow | undefined): Promise<boolean> {
  const columns = columnsOf(owing, owed);
  if (!task) {
    const id = randomUUID();
    await Promise.all([
      send(trx('work.task').insert({ id, record_kind: owing.kind.kind, record_id: owing.id, key: owed.key, status: 'open', opened_at: owing.now, ...columns })),
      appendTaskEntry(trx, id, { at: owing.now, what: 'opened' }),
    ]);
    return true;
  }
  const reopens = task.status === 'closed';
  if (!reopens && !differs(task, columns)) return false;
  const moved = { due: { from: task['due_at'], to: owed.due } };
  await Promise.all([
    send(trx('work.task').where({ id: task.id }).update({ ...columns, status: 'open', closed_at: null, closed_why: null, revision: trx.raw('revision + 1') })),
    appendTaskEntry(trx, task.id, { at: owing.now, what: reopens ? 'reopened' : 'changed', detail: moved }),
  ]);
  return true;
}

async function close(trx: Knex, owing: Owing, task: TaskRow): Promise<true> {
  const met = owing.kind.met(owing.state, task.key);
  const why = met ? `${met.by} recorded it at ${clockTime(met.at)}` : 'No longer owed';
  await Promise.all([
    send(trx('work.task').where({ id: task.id }).update({
      status: 'closed', closed_at: owing.now, closed_why: why, held_until: null, hold_reason: '', revision: trx.raw('revision + 1'),
    })),
    appendTaskEntry(trx, task.id, { at: owing.now, what: 'closed', detail: { why } }),
  ]);
  return true;
}
