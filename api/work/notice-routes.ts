import * as z from 'zod/mini';
import { withActor, type Work } from '#platform/database';
import { idOf } from '../shared/act-routes.ts';
import { callerOf } from '../shared/caller.ts';
import { absent } from '../shared/errors.ts';
import { act, read, type Asked, type Route } from '../shared/route.ts';

const KEPT_IN_SIGHT = 50;
const notice = z.object({ id: z.string(), at: z.string(), title: z.string(), recordKind: z.string(), recordId: z.string(), recordTitle: z.string(), taskId: z.nullable(z.string()), readAt: z.nullable(z.string()) });
const response = z.object({ unread: z.number(), notifications: z.array(notice) });

/** The officer's own notices, newest first; whom one is about is read from the task, as far as they may still see it. */
async function notices({ trx, audit }: Work): Promise<z.infer<typeof response>> {
  const notifications = (await trx('work.notification as n').leftJoin('work.task as t', 't.id', 'n.task_id')
    .select('n.id', 'n.at', 'n.title', 'n.record_kind as recordKind', 'n.record_id as recordId', 'n.task_id as taskId', 'n.read_at as readAt', trx.raw(`coalesce(t.record_title, '') as "recordTitle"`)).orderBy('n.at', 'desc').limit(KEPT_IN_SIGHT)) as z.infer<typeof notice>[];
  const { unread } = (await trx('work.notification').whereNull('read_at').select(trx.raw('count(*)::int as unread')).first()) as { unread: number };
  audit.says({ subjectType: 'Notification' });
  audit.shows('Notification', notifications.flatMap((n) => [n.id, n.recordId]));
  return { unread, notifications };
}

function markRead(asked: Asked, ids: readonly string[] | 'all'): Promise<z.infer<typeof response>> {
  return withActor(asked.db, callerOf(asked.who, 'Duty: read notifications', asked.requestId), async (work) => {
    const own = work.trx('work.notification').where({ officer_id: asked.who.officer.id });
    if (ids !== 'all' && (await own.clone().whereIn('id', [...ids])).length === 0) throw absent();
    await own.clone().whereNull('read_at').modify((q) => { if (ids !== 'all') void q.whereIn('id', [...ids]); }).update({ read_at: work.now });
    work.audit.says({ verb: 'markRead', subjectType: 'Notification', outcome: 'accepted', detail: { marked: ids } });
    return notices(work);
  });
}

/** Each person's own, whatever their posts: what they are told of need not be a task. */
const permission = ['read', 'Session'] as const;

/** In-app notifications: read, and marked as read. */
export const noticeRoutes = (): Route[] => [
  { method: 'get', path: '/api/work/notifications', summary: 'My notifications', schema: { response }, permission, purpose: 'Duty: notifications', handler: read((_, work) => notices(work)) },
  { method: 'post', path: '/api/work/notification/:id/read', summary: 'Mark a notification as read', schema: { body: z.object({}), response }, permission, purpose: 'Duty: read notifications', handler: act((asked) => markRead(asked, [idOf(asked)])) },
  { method: 'post', path: '/api/work/notifications/read', summary: 'Mark all notifications as read', schema: { body: z.object({}), response }, permission, purpose: 'Duty: read notifications', handler: act((asked) => markRead(asked, 'all')) },
];
