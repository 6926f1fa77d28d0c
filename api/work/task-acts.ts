import { randomUUID } from 'node:crypto';
import { decideTaskAct, type Assignee, type TaskAct, type TaskActBody, type TaskChange } from '#domain/work/task/task-acts';
import { may } from '#domain/shared/policy/policy';
import { withActor, type Work } from '#platform/database';
import { officersAt } from '#platform/facts/force';
import { idOf } from '../shared/act-routes.ts';
import { callerOf } from '../shared/caller.ts';
import { absent, notAllowed, refused } from '../shared/errors.ts';
import type { Asked } from '../shared/route.ts';
import { asTask, tasksQuery, type TaskRow } from './task-reads.ts';

/** A person's act on a task: by compare-and-set on its revision, with history and audit; the record is not touched. */
export function performTaskAct(act: TaskAct, asked: Asked): Promise<{ task: unknown }> {
  return withActor(asked.db, callerOf(asked.who, `Duty: ${act} a task`, asked.requestId), async (work) => {
    const id = idOf(asked);
    const body = asked.body as TaskActBody;
    const row = (await tasksQuery(work, asked.who, (q) => { void q.where({ id }); }))[0];
    if (!row) throw absent();
    if (!may(asked.who.ability, act, 'Task', { stationId: row.station_id, teamId: row.team_id, restricted: row.restricted })) throw notAllowed(`${act} this task`);
    const change = await decided(act, row, body, { asked, work });
    await write(act, row, change, { asked, work, revision: body.revision });
    const after = (await tasksQuery(work, asked.who, (q) => { void q.where({ id }); }))[0];
    return { task: after ? asTask(after, asked.who, work.now) : null };
  });
}

interface In { readonly asked: Asked; readonly work: Work }

async function decided(act: TaskAct, row: TaskRow, body: TaskActBody, { asked, work }: In): Promise<{ change: TaskChange; detail: Record<string, unknown> }> {
  const to = await assignee(row, body.officerId ?? asked.who.officer.id, work);
  const task = { status: row.status, assigneeId: row.assignee_id, assigneeName: row.assignee_name ?? '', heldUntil: row.held_until, holdReason: row.hold_reason, independent: row.independent };
  const decision = decideTaskAct(act, task, body, { actor: asked.who.officer, to });
  if ('refusals' in decision) throw refused(decision.refusals);
  return decision;
}

async function assignee(row: TaskRow, officerId: string, { trx, now }: Work): Promise<Assignee | null> {
  const officer = (await officersAt(trx, [officerId], now))[officerId];
  return officer ? { id: officer.id, shortName: officer.shortName, involved: row.team_id !== '' && officer.teams.includes(row.team_id) } : null;
}

async function write(act: TaskAct, row: TaskRow, { change, detail }: { change: TaskChange; detail: Record<string, unknown> }, { asked, work, revision }: In & { revision: number }): Promise<void> {
  const { trx, now } = work;
  await work.becomeSystem();
  const columns = { ...(change.assigneeId === undefined ? {} : { assignee_id: change.assigneeId }), ...(change.holdReason === undefined ? {} : { hold_reason: change.holdReason, held_until: change.heldUntil ?? null }) };
  const written = await trx('work.task').where({ id: row.id, revision, status: 'open' }).update({ ...columns, looked_at: now, revision: revision + 1 });
  if (written === 0) throw refused([await lostRace(row, work)]);
  await trx.raw(`insert into work.task_event (task_id, n, at, by_id, by_name, what, detail) select ?, coalesce(max(n), 0) + 1, ?, ?, ?, ?, ? from work.task_event where task_id = ?`,
    [row.id, now, asked.who.officer.id, asked.who.officer.shortName, act, JSON.stringify(detail), row.id]);
  if (change.assigneeId && change.assigneeId !== asked.who.officer.id) {
    await trx('work.notification').insert({ id: randomUUID(), officer_id: change.assigneeId, at: now, title: `${asked.who.officer.shortName} gave you: ${row.title}`, task_id: row.id, record_kind: row.record_kind, record_id: row.record_id });
  }
  await trx.raw("select pg_notify('peel_changed', ?)", [`task:${row.id}:${row.station_id}`]);
  work.audit.says({ verb: act, subjectType: 'Task', subjectIds: [row.id], outcome: 'accepted' });
}

/** Who was quicker, and with what (screens.md: "DC Shah claimed this 4 seconds ago."). */
async function lostRace(row: TaskRow, { trx }: Work): Promise<{ code: string; law: string; message: string }> {
  const last = (await trx('work.task_event').select('by_name', 'what').where({ task_id: row.id }).orderBy('n', 'desc').first()) as { by_name: string; what: string } | undefined;
  return { code: 'STALE_REVISION', law: 'policy', message: last ? `${last.by_name} was quicker (${last.what}). Look at the task again.` : 'The task has changed. Look at it again.' };
}
