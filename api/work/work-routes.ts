import * as z from 'zod/mini';
import { may } from '#domain/shared/policy/policy';
import { didWords, TASK_ACTS, taskActSchemas } from '#domain/work/task/task-acts';
import { withActor } from '#platform/database';
import { hintAt } from '#platform/hints';
import { idOf } from '../shared/act-routes.ts';
import { callerOf } from '../shared/caller.ts';
import { absent, notAllowed } from '../shared/errors.ts';
import { act, read, type Route } from '../shared/route.ts';
import { alarmToMe, openAlarms } from './alarm-reads.ts';
import { assignees, assigneesSchema } from './assignees-read.ts';
import { inbox, inboxQuery, inboxSchema } from './inbox-read.ts';
import { noticeRoutes } from './notice-routes.ts';
import { alarmsSchema, historySchema, taskSchema } from './schemas.ts';
import { performTaskAct } from './task-acts.ts';
import { lookAtTask } from './task-look.ts';
import { asTasks, FOR_CUSTODY, readsWords, taskRow } from './task-reads.ts';

const inboxRoute: Route = { method: 'post', path: '/api/work/tasks/search', summary: 'The work inbox', schema: { body: inboxQuery, response: inboxSchema }, permission: ['read', 'Task'], purpose: 'Duty: work inbox', handler: read((asked, work) => inbox(asked, work)) };

interface Told extends z.infer<typeof historySchema> { readonly by_id: string; readonly detail: Readonly<Record<string, unknown>> }

/** What was done stays, what was written of it does not. */
const withoutWords = (detail: Told['detail']): Told['detail'] => Object.fromEntries(Object.entries(detail).map(([name, value]) => [name, name === 'text' || name === 'reason' ? FOR_CUSTODY : value]));

const taskRoute: Route = {
  method: 'get', path: '/api/work/task/:id', summary: 'A task with its history', schema: { response: z.object({ task: taskSchema, history: z.array(historySchema) }) }, permission: ['read', 'Task'], purpose: 'Duty: task',
  handler: read(async (asked, work) => {
    const id = idOf(asked);
    const row = await taskRow(work, asked.who, id);
    if (!row) throw absent();
    work.audit.shows('Task', [id, row.record_id]);
    const [task] = await asTasks([row], asked.who, work);
    const events = (await work.trx('work.task_event').select('at', 'by_id', 'by_name as by', 'what', 'detail').where({ task_id: id }).orderBy('n', 'desc')) as Told[];
    return { task, history: events.map(({ by_id: byId, ...e }) => ({ ...e, detail: byId === asked.who.officer.id || readsWords(row, asked.who) ? e.detail : withoutWords(e.detail), did: didWords(e.what) })) };
  }),
};

const lookRoute: Route = { method: 'post', path: '/api/work/task/:id/look', summary: 'Look at a task', schema: { body: z.object({}), response: z.object({ task: taskSchema }) }, permission: ['read', 'Task'], purpose: 'Duty: look at a task', handler: act((asked) => lookAtTask(asked)) };
const assigneesRoute: Route = { method: 'get', path: '/api/work/task/:id/assignees', summary: 'Who may be given a task', schema: { response: assigneesSchema }, permission: ['assign', 'Task'], purpose: 'Duty: assign a task', handler: read((asked, work) => assignees(asked, work)) };

const taskActs: Route[] = TASK_ACTS.map((name) => ({
  method: 'post', path: `/api/work/task/:id/${name}`, summary: `Task: ${name}`, schema: { body: taskActSchemas[name], response: z.object({ task: taskSchema, warnings: z.array(z.string()) }) }, permission: [name, 'Task'], purpose: `Duty: ${name} a task`, handler: act((asked) => performTaskAct(name, asked)),
}));

const alarmsRoute: Route = { method: 'get', path: '/api/work/alarms', summary: 'Open alarms', schema: { response: z.extend(alarmsSchema, { now: z.string() }) }, permission: ['read', 'Alarm'], purpose: 'Duty: alarms', handler: read(async (asked, work) => ({ now: work.now, ...(await openAlarms(work, asked.who)) })) };

const acknowledgeRoute: Route = {
  method: 'post', path: '/api/work/alarm/:id/acknowledge', summary: 'Acknowledge an alarm', schema: { body: z.object({}), response: alarmsSchema }, permission: ['acknowledge', 'Alarm'], purpose: 'Duty: acknowledge an alarm',
  handler: act((asked) => withActor(asked.db, callerOf(asked.who, 'Duty: acknowledge an alarm', asked.requestId), async (work) => {
    const id = idOf(asked);
    const alarm = await alarmToMe(work, asked.who, id);
    if (!alarm) throw absent();
    if (!alarm.toMe || !may(asked.who.ability, 'acknowledge', 'Alarm', alarm)) throw notAllowed('this alarm was not told to your post');
    await work.trx.raw(`insert into work.alarm_acknowledgement (alarm_id, officer_id, officer_name, at, n) select ?, ?, ?, ?, coalesce(max(n), 0) + 1 from work.alarm_acknowledgement where alarm_id = ? on conflict do nothing`, [id, asked.who.officer.id, asked.who.officer.shortName, work.now, id]);
    work.audit.says({ verb: 'acknowledge', subjectType: 'Alarm', outcome: 'accepted', detail: { alarm: id } });
    await hintAt(work.trx, { what: 'alarm', id, stationId: alarm.stationId });
    return openAlarms(work, asked.who);
  })),
};

/** Tasks, alarms and notifications. */
export const workRoutes = (): Route[] => [inboxRoute, taskRoute, lookRoute, assigneesRoute, ...taskActs, alarmsRoute, acknowledgeRoute, ...noticeRoutes()];
