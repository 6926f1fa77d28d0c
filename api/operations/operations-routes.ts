import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import * as f from '#domain/shared/fields';
import { fullTime, readTime } from '#domain/shared/local-time';
import { plusMinutes } from '#domain/shared/time';
import { advanceClock, ClockRefusal, readClock } from '#platform/clock';
import { withActor } from '#platform/database';
import { endHold, hold, readHolds, type Hold } from '#platform/holds';
import { callerOf } from '../shared/caller.ts';
import { absent, busy, isBusy, refused } from '../shared/errors.ts';
import { act, read, type Asked, type Route } from '../shared/route.ts';
import { operations, operationsSchema } from './operations-reads.ts';

const face = z.object({ now: z.string(), training: z.boolean(), running: z.boolean() });
const HOLDS = { relay: 'The relay', watchdog: 'The watchdog', all: 'Both' } as const;
const holdSchema = z.object({ what: f.choice('Hold', HOLDS, 'Choose what to hold.'), reason: f.words('Reason', 'Say why it is held.') });

/** A hold ends by itself after five minutes unless who holds it renews it; nobody takes another's over in silence. */
const takeHold = (asked: Asked) => withActor(asked.db, callerOf(asked.who, 'Operations: hold', asked.requestId), async ({ trx, audit }) => {
  const { what, reason } = asked.body as z.infer<typeof holdSchema>;
  const { id: officerId, name } = asked.who.officer;
  await trx.raw("select pg_advisory_xact_lock(hashtext('peel.hold'))"); // two who hold at once take turns
  const standing = (await readHolds(trx)).find((h) => h.what === what && h.heldById !== officerId);
  if (standing) throw refused([heldAlready(what, standing)]);
  const id = randomUUID();
  await hold(trx, { id, what, reason, heldBy: name, heldById: officerId });
  audit.says({ verb: 'hold', subjectType: 'Operations', subjectIds: [id], outcome: 'accepted', detail: { what } });
  return { id };
});

const heldAlready = (what: keyof typeof HOLDS, { heldBy: by, heldAt: at, reason }: Hold) => ({
  code: 'HELD_BY_ANOTHER', law: 'policy', field: 'what', message: `${by} has held ${HOLDS[what].toLowerCase()} since ${fullTime(at)} (wall clock): ${reason}. Wait until that hold ends, or end it in the list above and hold anew.`,
});

const releaseSchema = z.object({ id: z.union([z.uuid(), z.literal('all')], 'Name the hold to end, or “all”.') });

/** Ends one hold, whoever holds it; others stay unless all are asked for. */
const release = (asked: Asked) => withActor(asked.db, callerOf(asked.who, 'Operations: end the hold', asked.requestId), async ({ trx, audit }) => {
  const { id } = asked.body as z.infer<typeof releaseSchema>;
  const ended = await endHold(trx, id);
  if (ended.length === 0 && id !== 'all') throw absent();
  audit.says({ verb: 'release', subjectType: 'Operations', subjectIds: ended, outcome: 'accepted' });
  return { ended: ended.length };
});

const advanceSchema = z.object({ to: z.optional(z.string('Enter a time.')), minutes: z.optional(z.int('Enter minutes.').check(z.gte(0, 'The clock never runs back.'))), running: z.optional(z.boolean('Running or standing?')) });

const advance = (asked: Asked) => withActor(asked.db, callerOf(asked.who, 'Training: the clock is moved', asked.requestId), async ({ trx, audit, now, becomeSystem }) => {
  const { to, minutes, running } = asked.body as z.infer<typeof advanceSchema>;
  const wanted = to === undefined ? { at: plusMinutes(now, minutes ?? 0) } : readTime(to);
  if ('problem' in wanted) throw refused([{ code: wanted.problem.code, law: 'CUS-190', field: 'to', message: wanted.problem.message, choices: wanted.problem.choices }]);
  try {
    await becomeSystem(); // it rings every open record
    const answer = await advanceClock(trx, wanted.at, running);
    audit.says({ verb: 'advance', subjectType: 'Clock', outcome: 'accepted', detail: { to: fullTime(answer.now) } });
    return answer;
  } catch (error) {
    if (isBusy(error)) throw busy('Somebody else is moving the training clock just now. It was not moved again; look at it, and try once more in a moment.');
    if (error instanceof ClockRefusal) throw refused([{ code: error.code, law: 'policy', message: error.message }]);
    throw error;
  }
});

/** Operations, holds and the training clock. */
export const operationsRoutes = (): Route[] => [
  { method: 'get', path: '/api/operations', summary: 'Operations', schema: { response: operationsSchema }, permission: ['read', 'Operations'], purpose: 'Operations: look', handler: read((_, work) => operations(work)) },
  { method: 'post', path: '/api/operations/hold', summary: 'Hold relay or watchdog', schema: { body: holdSchema, response: z.object({ id: z.string() }) }, permission: ['hold', 'Operations'], purpose: 'Operations: hold', handler: act(takeHold) },
  { method: 'post', path: '/api/operations/release', summary: 'End a hold, or all', schema: { body: releaseSchema, response: z.object({ ended: z.number() }) }, permission: ['release', 'Operations'], purpose: 'Operations: end the hold', handler: act(release) },
  { method: 'get', path: '/api/clock', summary: 'The platform’s clock', schema: { response: face }, permission: ['read', 'Clock'], purpose: 'Duty: clock', handler: read((_, { trx }) => readClock(trx)) },
  { method: 'post', path: '/api/clock/advance', summary: 'Advance the training clock', schema: { body: advanceSchema, response: face }, permission: ['advance', 'Clock'], purpose: 'Training: the clock is moved', handler: act(advance) },
];
