import type { Knex } from 'knex';
import type { Instant } from '#domain/shared/time';
import { send } from './database.ts';

interface TaskEntry { readonly at: Instant; readonly by?: { readonly id: string; readonly shortName: string }; readonly what: string; readonly detail?: object }
const PEEL = { id: 'system', shortName: 'Peel' };

/** Appends to a task's history; the number is drawn after its record or its own row was locked, so that no two draw the same. */
export async function appendTaskEntry(trx: Knex, taskId: string, { at, by = PEEL, what, detail = {} }: TaskEntry): Promise<void> {
  await send(trx.raw(
    'insert into work.task_event (task_id, n, at, by_id, by_name, what, detail) select ?, coalesce(max(n), 0) + 1, ?, ?, ?, ?, ? from work.task_event where task_id = ?',
    [taskId, at, by.id, by.shortName, what, JSON.stringify(detail), taskId],
  ));
}
