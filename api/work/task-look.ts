import { withActor } from '#platform/database';
import { hintAt } from '#platform/hints';
import { appendTaskEntry } from '#platform/task-history';
import { idOf } from '../shared/act-routes.ts';
import { callerOf } from '../shared/caller.ts';
import { absent } from '../shared/errors.ts';
import type { Asked } from '../shared/route.ts';
import { asTasks, taskRow, type Task } from './task-reads.ts';

/** Notes that somebody looked at a task, once until another does. It takes nothing from anyone, so the revision stays. */
export function lookAtTask(asked: Asked): Promise<{ task: Task }> {
  return withActor(asked.db, callerOf(asked.who, 'Duty: look at a task', asked.requestId), async (work) => {
    const id = idOf(asked);
    const row = await taskRow(work, asked.who, id);
    if (!row) throw absent();
    work.audit.says({ verb: 'look', subjectType: 'Task', subjectIds: [id, row.record_id], outcome: 'accepted' });
    await work.becomeSystem();
    const written = await work.trx('work.task').where({ id, status: 'open' }).whereNot({ looked_by: asked.who.officer.id }).update({ looked_at: work.now, looked_by: asked.who.officer.id });
    if (written > 0) {
      await appendTaskEntry(work.trx, id, { at: work.now, by: asked.who.officer, what: 'look' });
      await hintAt(work.trx, { what: 'task', id, stationId: row.station_id });
    }
    const [task] = await asTasks([written > 0 ? { ...row, looked_at: work.now, looked_by: asked.who.officer.id } : row], asked.who, work);
    return { task: task! };
  });
}
