import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import * as f from '#domain/shared/fields';
import { fullTime, readTime } from '#domain/shared/local-time';
import { plusMinutes } from '#domain/shared/time';
import { RECORD_KINDS } from '#domain/records';
import { advanceClock, ClockRefusal, readClock } from '#platform/clock';
import { withActor, type Work } from '#platform/database';
import { tableOf } from '#platform/record-store';
import { callerOf } from '../shared/caller.ts';
import { refused } from '../shared/errors.ts';
import { act, read, type Asked, type Route } from '../shared/route.ts';

const face = z.object({ now: z.string(), training: z.boolean(), running: z.boolean() });
const operationsSchema = z.object({
  now: z.string(), relay: z.object({ waiting: z.number(), oldestMs: z.number(), failing: z.number() }), processes: z.array(z.object({ name: z.string(), seenAt: z.string(), ageMs: z.number(), detail: z.unknown() })),
  defects: z.array(z.object({ at: z.string(), foundBy: z.string(), recordKind: z.string(), recordId: z.string(), what: z.string() })), defectsToday: z.number(),
  holds: z.array(z.object({ id: z.string(), what: z.string(), reason: z.string(), heldBy: z.string(), untilWall: z.string() })), records: z.array(z.object({ kind: z.string(), status: z.string(), count: z.number() })), openTasks: z.number(), openAlarms: z.number(), migrations: z.number(),
});

/** Counts only, of everything: an administrator sees how much there is, and nothing of it (policy.md). */
async function operations({ trx, now, becomeSystem }: Work): Promise<z.infer<typeof operationsSchema>> {
  await becomeSystem();
  const { rows: [relay] } = (await trx.raw(`select count(*)::int as waiting, coalesce(max(extract(epoch from clock_timestamp() - rung_at) * 1000), 0)::float8 as "oldestMs", (count(*) filter (where tries > 0))::int as failing from platform.outbox`)) as { rows: [z.infer<typeof operationsSchema>['relay']] };
  const processes = (await trx('platform.process_state').select('name', 'seen_at as seenAt', trx.raw(`(extract(epoch from clock_timestamp() - seen_at) * 1000)::float8 as "ageMs"`), 'detail').orderBy('name')) as z.infer<typeof operationsSchema>['processes'];
  const defects = (await trx('platform.defect').select('at', 'found_by as foundBy', 'record_kind as recordKind', 'record_id as recordId', 'what').orderBy('at', 'desc').limit(20)) as z.infer<typeof operationsSchema>['defects'];
  const count = async (query: PromiseLike<unknown>): Promise<number> => Number(((await query) as { count: number }[])[0]?.count ?? 0);
  const records = [];
  for (const kind of RECORD_KINDS) records.push(...((await trx(tableOf(kind)).select('status').count('* as count').groupBy('status')) as { status: string; count: number }[]).map((r) => ({ kind: kind.kind, status: r.status, count: Number(r.count) })));
  return {
    now, relay, processes, defects, records, defectsToday: await count(trx('platform.defect').where('at', '>', trx.raw("clock_timestamp() - interval '24 hours'")).count('* as count')),
    holds: (await trx('platform.hold').select('id', 'what', 'reason', 'held_by as heldBy', 'until_wall as untilWall').whereNull('released_at').where('until_wall', '>', trx.raw('clock_timestamp()'))) as z.infer<typeof operationsSchema>['holds'],
    openTasks: await count(trx('work.task').where({ status: 'open' }).count('* as count')), openAlarms: await count(trx('work.alarm').whereNull('ended_at').count('* as count')), migrations: 0,
  };
}

const holdSchema = z.object({ what: f.choice('Hold', { relay: 'The relay', watchdog: 'The watchdog', all: 'Both' }, 'Choose what to hold.'), reason: f.words('Reason', 'Say why: every screen shows it.') });

/** A hold ends by itself after five minutes unless renewed. */
const hold = (asked: Asked) => withActor(asked.db, callerOf(asked.who, 'Operations: hold', asked.requestId), async ({ trx, audit }) => {
  const { what, reason } = asked.body as z.infer<typeof holdSchema>;
  const id = randomUUID();
  await trx.raw("update platform.hold set released_at = clock_timestamp() where what = ? and released_at is null", [what]);
  await trx.raw("insert into platform.hold (id, what, reason, held_by, until_wall) values (?, ?, ?, ?, clock_timestamp() + interval '5 minutes')", [id, what, reason, asked.who.officer.shortName]);
  audit.says({ verb: 'hold', subjectType: 'Operations', subjectIds: [id], outcome: 'accepted', detail: { what } });
  return { id };
});

const release = (asked: Asked) => withActor(asked.db, callerOf(asked.who, 'Operations: end the hold', asked.requestId), async ({ trx, audit }) => {
  await trx.raw('update platform.hold set released_at = clock_timestamp() where released_at is null');
  await trx.raw("select pg_notify('peel_bell', '')");
  audit.says({ verb: 'release', subjectType: 'Operations', outcome: 'accepted' });
  return { id: '' };
});

const advanceSchema = z.object({ to: z.optional(z.string('Enter a time.')), minutes: z.optional(z.int('Enter minutes.').check(z.gte(0, 'The clock never runs back.'))), running: z.optional(z.boolean('Running or standing?')) });

const advance = (asked: Asked) => withActor(asked.db, callerOf(asked.who, 'Training: the clock is moved', asked.requestId), async ({ trx, audit, now }) => {
  const { to, minutes, running } = asked.body as z.infer<typeof advanceSchema>;
  const wanted = to === undefined ? { at: plusMinutes(now, minutes ?? 0) } : readTime(to);
  if ('problem' in wanted) throw refused([{ code: wanted.problem.code, law: 'CUS-190', field: 'to', message: wanted.problem.message, choices: wanted.problem.choices }]);
  try {
    const answer = await advanceClock(trx, wanted.at, running);
    audit.says({ verb: 'advance', subjectType: 'Clock', outcome: 'accepted', detail: { to: fullTime(answer.now) } });
    return answer;
  } catch (error) {
    if (error instanceof ClockRefusal) throw refused([{ code: error.code, law: 'policy', message: error.message }]);
    throw error;
  }
});

/** Operations, holds and the training clock. */
export const operationsRoutes = (): Route[] => [
  { method: 'get', path: '/api/operations', summary: 'Operations', schema: { response: operationsSchema }, permission: ['read', 'Operations'], purpose: 'Operations: look', handler: read((_, work) => operations(work)) },
  { method: 'post', path: '/api/operations/hold', summary: 'Hold relay or watchdog', schema: { body: holdSchema, response: z.object({ id: z.string() }) }, permission: ['hold', 'Operations'], purpose: 'Operations: hold', handler: act(hold) },
  { method: 'post', path: '/api/operations/release', summary: 'End the hold', schema: { body: z.object({}), response: z.object({ id: z.string() }) }, permission: ['release', 'Operations'], purpose: 'Operations: end the hold', handler: act(release) },
  { method: 'get', path: '/api/clock', summary: 'The platform’s clock', schema: { response: face }, permission: ['read', 'Clock'], purpose: 'Duty: clock', handler: read((_, { trx }) => readClock(trx)) },
  { method: 'post', path: '/api/clock/advance', summary: 'Advance the training clock', schema: { body: advanceSchema, response: face }, permission: ['advance', 'Clock'], purpose: 'Training: the clock is moved', handler: act(advance) },
];
