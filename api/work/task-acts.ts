import { randomUUID } from 'node:crypto';
import { offDutyWarning } from '#domain/work/task/eligibility';
import { decideTaskAct, lostRace, type TaskAct, type TaskActBody, type TaskChange, type TaskEvent } from '#domain/work/task/task-acts';
import type { OfficerAt } from '#domain/shared/actor';
import { may } from '#domain/shared/policy/policy';
import { withActor, type Work } from '#platform/database';
import { officersAt } from '#platform/facts/force';
import { hintAt } from '#platform/hints';
import { appendTaskEntry } from '#platform/task-history';
import { idOf } from '../shared/act-routes.ts';
import { callerOf } from '../shared/caller.ts';
import { absent, busy, notAllowed, refused } from '../shared/errors.ts';
import type { Asked } from '../shared/route.ts';
import { asTasks, needsOf, taskRow, type Task, type TaskRow } from './task-reads.ts';
import { noticesOf } from './notices.ts';

const LOCK_NOT_AVAILABLE = '55P03';
interface In { readonly asked: Asked; readonly work: Work }
interface Decided { readonly change: TaskChange; readonly detail: Record<string, unknown>; readonly to: OfficerAt | null }

/** A person's act on a task: by compare-and-set on its revision, with history and audit; the record is not touched. */
export function performTaskAct(act: TaskAct, asked: Asked): Promise<{ task: Task; warnings: string[] }> {
  return withActor(asked.db, callerOf(asked.who, `Duty: ${act} a task`, asked.requestId), async (work) => {
    const id = idOf(asked);
    const row = await taskRow(work, asked.who, id);
    if (!row) throw absent();
    if (!mayOn(asked, act, row)) throw notAllowed(`${act} this task`);
    const decided = await decide(act, row, { asked, work });
    await write(act, row, decided, { asked, work });
    const [task] = await asTasks([(await taskRow(work, asked.who, id))!], asked.who, work);
    const warning = decided.to && decided.to.id !== asked.who.officer.id ? offDutyWarning(decided.to, work.now) : null;
    return { task: task!, warnings: warning ? [warning] : [] };
  }).catch((error: unknown) => { throw (error as { code?: string }).code === LOCK_NOT_AVAILABLE ? busy() : error; });
}

const mayOn = ({ who }: Asked, act: TaskAct, row: TaskRow): boolean => may(who.ability, act, 'Task', { stationId: row.station_id, teamId: row.team_id, restricted: row.restricted });

async function decide(act: TaskAct, row: TaskRow, { asked, work }: In): Promise<Decided> {
  const body = asked.body as TaskActBody;
  if (row.status === 'open' && row.revision !== body.revision) throw refused([await raceLost(row.id, work)]);
  const toId = body.officerId ?? asked.who.officer.id;
  const to = (await officersAt(work.trx, [toId], work.now))[toId] ?? null;
  const task = { ...needsOf(row), status: row.status, closedWhy: row.closed_why ?? '', assigneeId: row.assignee_id, assigneeName: row.assignee_name ?? '', held: row.held, holdReason: row.hold_reason };
  const decision = decideTaskAct(act, task, body, { actor: asked.who.officer, to, assigns: mayOn(asked, 'assign', row), now: work.now });
  if ('refusals' in decision) throw refused(decision.refusals);
  return { ...decision, to };
}

async function write(act: TaskAct, row: TaskRow, { change, detail }: Decided, { asked, work }: In): Promise<void> {
  const { trx, now } = work;
  const { officer } = asked.who;
  const { revision } = asked.body as TaskActBody;
  await work.becomeSystem();
  const columns = { ...(change.assigneeId === undefined ? {} : { assignee_id: change.assigneeId }), ...(change.holdReason === undefined ? {} : { hold_reason: change.holdReason, held_until: change.heldUntil ?? null }) };
  const written = await trx('work.task').where({ id: row.id, revision, status: 'open' }).update({ ...columns, looked_at: now, looked_by: officer.id, revision: revision + 1 });
  if (written === 0) throw refused([await raceLost(row.id, work)]);
  await appendTaskEntry(trx, row.id, { at: now, by: officer, what: act, detail });
  const notices = noticesOf(act, { row, change, by: officer });
  if (notices.length > 0) await trx('work.notification').insert(notices.map((n) => ({ id: randomUUID(), at: now, task_id: row.id, record_kind: row.record_kind, record_id: row.record_id, officer_id: n.officerId, title: n.title })));
  await hintAt(trx, ...notices.map((n) => ({ what: 'notice', id: n.officerId })), { what: 'task', id: row.id, stationId: row.station_id });
  work.audit.says({ verb: act, subjectType: 'Task', subjectIds: [row.id, row.record_id], outcome: 'accepted' });
}

async function raceLost(taskId: string, { trx, now }: Work) {
  const last = (await trx('work.task_event').select('by_name as by', 'what', 'at').where({ task_id: taskId }).whereNot({ what: 'look' }).orderBy('n', 'desc').first()) as TaskEvent | undefined;
  return lostRace(last ?? null, now);
}
