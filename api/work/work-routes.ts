import * as z from 'zod/mini';
import { TASK_ACTS, taskActSchemas } from '#domain/work/task/task-acts';
import { withActor } from '#platform/database';
import { idOf } from '../shared/act-routes.ts';
import { callerOf } from '../shared/caller.ts';
import { absent, notAllowed } from '../shared/errors.ts';
import { act, read, type Route } from '../shared/route.ts';
import { openAlarms } from './alarm-reads.ts';
import { alarmSchema, historySchema, taskSchema } from './schemas.ts';
import { performTaskAct } from './task-acts.ts';
import { asTask, inbox, tasksQuery } from './task-reads.ts';

const inboxQuery = z.object({ owner: z.optional(z.enum(['mine', 'unowned', 'team', 'all'], 'Choose mine, unowned, team or all.')), station: z.optional(z.string()), type: z.optional(z.string()), search: z.optional(z.string().check(z.maxLength(100, 'Search for fewer words.'))) });
const inboxSchema = z.object({
  now: z.string(), counts: z.object({ mine: z.number(), unowned: z.number(), team: z.number(), all: z.number(), overdue: z.number() }), groups: z.array(z.object({ state: z.string(), tasks: z.array(taskSchema) })), types: z.array(z.string()),
});
const taskDetail = z.object({ task: taskSchema, history: z.array(historySchema) });

const inboxRoute: Route = { method: 'get', path: '/api/work/tasks', summary: 'The work inbox', schema: { query: inboxQuery, response: inboxSchema }, permission: ['read', 'Task'], purpose: 'Duty: work inbox', handler: read((asked, work) => inbox(asked, work)) };

const taskRoute: Route = {
  method: 'get', path: '/api/work/task/:id', summary: 'A task with its history', schema: { response: taskDetail }, permission: ['read', 'Task'], purpose: 'Duty: task',
  handler: read(async (asked, work) => {
    const id = idOf(asked);
    const row = (await tasksQuery(work, asked.who, (q) => { void q.where({ id }); }))[0];
    if (!row) throw absent();
    work.audit.shows('Task', [id]);
    const history = (await work.trx('work.task_event').select('at', 'by_name as by', 'what', 'detail').where({ task_id: id }).orderBy('n')) as z.infer<typeof historySchema>[];
    return { task: asTask(row, asked.who, work.now), history };
  }),
};

const taskActs: Route[] = TASK_ACTS.map((name) => ({
  method: 'post', path: `/api/work/task/:id/${name}`, summary: `Task: ${name}`, schema: { body: taskActSchemas[name], response: z.object({ task: z.nullable(taskSchema) }) }, permission: [name, 'Task'], purpose: `Duty: ${name} a task`, handler: act((asked) => performTaskAct(name, asked)),
}));

const alarmsRoute: Route = { method: 'get', path: '/api/work/alarms', summary: 'Open alarms', schema: { response: z.object({ now: z.string(), alarms: z.array(alarmSchema) }) }, permission: ['read', 'Alarm'], purpose: 'Duty: alarms', handler: read(async (asked, work) => ({ now: work.now, alarms: await openAlarms(work, asked.who, null) })) };

const acknowledgeRoute: Route = {
  method: 'post', path: '/api/work/alarm/:id/acknowledge', summary: 'Acknowledge an alarm', schema: { body: z.object({}), response: z.object({ alarms: z.array(alarmSchema) }) }, permission: ['acknowledge', 'Alarm'], purpose: 'Duty: acknowledge an alarm',
  handler: act((asked) => withActor(asked.db, callerOf(asked.who, 'Duty: acknowledge an alarm', asked.requestId), async (work) => {
    const id = idOf(asked);
    const mine = (await openAlarms(work, asked.who, null)).find((a) => a.id === id);
    if (!mine) throw absent();
    if (!mine.toMe) throw notAllowed('this alarm was not told to your post');
    await work.trx.raw(`insert into work.alarm_acknowledgement (alarm_id, officer_id, officer_name, at, n) select ?, ?, ?, ?, coalesce(max(n), 0) + 1 from work.alarm_acknowledgement where alarm_id = ?`, [id, asked.who.officer.id, asked.who.officer.shortName, work.now, id]);
    work.audit.says({ verb: 'acknowledge', subjectType: 'Alarm', subjectIds: [id], outcome: 'accepted' });
    await work.trx.raw("select pg_notify('peel_changed', ?)", [`alarm:${id}:${mine.stationId}`]);
    return { alarms: await openAlarms(work, asked.who, null) };
  })),
};

const notificationsRoute: Route = {
  method: 'get', path: '/api/work/notifications', summary: 'My notifications', schema: { response: z.object({ notifications: z.array(z.object({ id: z.string(), at: z.string(), title: z.string(), recordKind: z.string(), recordId: z.string(), readAt: z.nullable(z.string()) })) }) },
  permission: ['read', 'Task'], purpose: 'Duty: notifications',
  handler: read(async (_, { trx }) => ({ notifications: await trx('work.notification').select('id', 'at', 'title', 'record_kind as recordKind', 'record_id as recordId', 'read_at as readAt').orderBy('at', 'desc').limit(50) })),
};

/** Tasks, alarms and notifications. */
export const workRoutes = (): Route[] => [inboxRoute, taskRoute, ...taskActs, alarmsRoute, acknowledgeRoute, notificationsRoute];
