import { validate as isUuid } from 'uuid';
import * as z from 'zod/mini';
import { RECORD_KINDS } from '#domain/records';
import type { Act } from '#domain/shared/act';
import { slug } from '#domain/shared/act';
import { CORRECT_ENTRY, correctEntrySchema } from '#domain/shared/correct-entry';
import { readTime } from '#domain/shared/local-time';
import { may, type Scoped } from '#domain/shared/policy/policy';
import type { RecordKind } from '#domain/shared/record-kind';
import type { Instant } from '#domain/shared/time';
import { withActor } from '#platform/database';
import { executeCommand, type CommandInput, type SentAct } from '#platform/execute-command';
import { callerOf } from './caller.ts';
import { CORRECTING, CORRECTING_CARE, correctsCare, mayReadCare } from './correcting.ts';
import { absent, accepted, notAllowed } from './errors.ts';
import { act, type Asked, type Route } from './route.ts';
import { viewOf, viewSchema } from './views.ts';

const seen = z.int('Give the version you saw.').check(z.gte(0, 'Give the version you saw: 0 before the record is opened, then 1 and more.'));
const envelope = z.object({
  commandId: z.uuid('Give a command id.'), seenVersion: seen, at: z._default(z.nullable(z.string('Enter when it happened.')), null), body: z._default(z.record(z.string(), z.unknown()), {}),
});
const batch = z.object({
  commandId: z.uuid('Give a command id.'), seenVersion: seen,
  acts: z.array(z.object({ act: z.string('Name the act.'), at: z._default(z.nullable(z.string('Enter when it happened.')), null), body: z._default(z.record(z.string(), z.unknown()), {}) })).check(z.minLength(1, 'Send at least one act.'), z.maxLength(200, 'Send at most 200 acts.')),
});
const answerOf = (kind: RecordKind) => z.object({ version: z.number(), repeated: z.boolean(), notes: z.array(z.string()), view: z.nullable(viewSchema(kind)) });
const refusal = z.object({ code: z.string(), law: z.string(), message: z.string(), field: z.optional(z.string()), choices: z.optional(z.readonly(z.array(z.string()))) });
const whatIfAnswerOf = (kind: RecordKind) => z.object({ allowed: z.boolean(), refusals: z.array(refusal), view: z.nullable(viewSchema(kind)) });
const described = (a: Act<unknown, unknown>) => z.extend(envelope, { body: a.schema });

type Envelope = z.infer<typeof envelope>;

/** Every act of every record, from the domain's own list: one generic handler (architecture: the walk of one act). */
export const actRoutes = (): Route[] => RECORD_KINDS.flatMap((kind) => [...kind.acts.flatMap((a) => [one(kind, a), whatIf(kind, a)]), correction(kind), several(kind), severalWhatIf(kind)]);

const pathOf = (kind: RecordKind, rest: string): string => `/api/${kind.area}/${kind.kind}/:id/${rest}`;

const one = (kind: RecordKind, a: Act<unknown, unknown>): Route => ({
  method: 'post', path: pathOf(kind, slug(a.name)), summary: a.label, schema: { body: envelope, describes: described(a), response: answerOf(kind) }, permission: [a.name, kind.subject], purpose: `Duty: ${a.label}`,
  handler: act((asked) => perform(kind, asked, sent(asked, a.name))),
});

const whatIf = (kind: RecordKind, a: Act<unknown, unknown>): Route => ({
  method: 'post', path: pathOf(kind, `${slug(a.name)}/what-if`), summary: `What if: ${a.label}`, schema: { body: envelope, describes: described(a), response: whatIfAnswerOf(kind) }, permission: [a.name, kind.subject], purpose: `What if: ${a.label}`, attempted: supposing,
  handler: act((asked) => supposed(kind, asked, sent(asked, a.name))),
});

const correction = (kind: RecordKind): Route => ({
  method: 'post', path: pathOf(kind, slug(CORRECT_ENTRY)), summary: 'Correct an entry', schema: { body: z.extend(envelope, { body: correctEntrySchema }), response: answerOf(kind) }, permission: [CORRECT_ENTRY, kind.subject], purpose: 'Duty: correct an entry',
  handler: act((asked) => perform(kind, asked, sent(asked, CORRECT_ENTRY))),
});

const several = (kind: RecordKind): Route => ({
  method: 'post', path: pathOf(kind, 'acts'), summary: 'Several acts, all or nothing', schema: { body: batch, response: answerOf(kind) }, permission: ['read', kind.subject], purpose: 'Duty: several acts', attempted: verbsIn(kind),
  handler: act((asked) => perform(kind, asked, batchOf(kind, asked))),
});

const severalWhatIf = (kind: RecordKind): Route => ({
  method: 'post', path: pathOf(kind, 'acts/what-if'), summary: 'What if: several acts', schema: { body: batch, response: whatIfAnswerOf(kind) }, permission: ['read', kind.subject], purpose: 'What if: several acts', attempted: supposing,
  handler: act((asked) => supposed(kind, asked, batchOf(kind, asked))),
});

const supposing = (): string => 'whatIf';

/** The acts a failed batch asked for, by their own names; what names no act is no verb and stays out of the log. */
const verbsIn = (kind: RecordKind) => (body: unknown): string => {
  const { data } = batch.safeParse(body);
  return data?.acts.map(({ act: asked }) => knownAs(kind, asked)).filter((name) => name !== null).join() || 'acts';
};

const batchOf = (kind: RecordKind, asked: Asked): Sent => {
  const { commandId, seenVersion, acts } = asked.body as z.infer<typeof batch>;
  return { commandId, seenVersion, acts: acts.map((a) => ({ ...a, act: nameOf(kind, a.act) })) };
};

const knownAs = (kind: RecordKind, asked: string): string | null =>
  [...kind.acts.map((a) => a.name), CORRECT_ENTRY].find((name) => name === asked || slug(name) === asked) ?? null;

function nameOf(kind: RecordKind, asked: string): string {
  const found = knownAs(kind, asked);
  if (found === null) throw absent();
  return found;
}

interface Sent { readonly commandId: string; readonly seenVersion: number; readonly acts: readonly SentAct[] }
const sent = (asked: Asked, name: string): Sent => { const e = asked.body as Envelope; return { commandId: e.commandId, seenVersion: e.seenVersion, acts: [{ act: name, at: e.at, body: e.body }] }; };

export function idOf(asked: Asked): string {
  const { id } = asked.params;
  if (!isUuid(id)) throw absent();
  return id!;
}

const ENDED = ' (your post has ended; you may still enter what happened while you held it, with its time)';

/** When the act happened, as far as permission asks; a correction happens now, whatever it says. A time that cannot be read is refused when it is decided. */
function timeOf({ act: name, at }: SentAct, { who }: Asked): Instant {
  const read = at === null || name === CORRECT_ENTRY ? { at: who.now } : readTime(at);
  return 'at' in read ? read.at : who.now;
}

function deniedWords(kind: RecordKind, { who }: Asked, name: string, scope: Scoped): string {
  if (name === CORRECT_ENTRY) return CORRECTING;
  return `${kind.acts.find((a) => a.name === name)?.label.toLowerCase() ?? name}${may(who.abilityAt(null), name, kind.subject, scope) ? ENDED : ''}`;
}

const seesAt = (kind: RecordKind, { who }: Asked) => (scope: Scoped): boolean => may(who.ability, 'read', kind.subject, scope);

/** Throws where one of these acts may not be pressed, at its own time, on a record of that scope. */
function permit(kind: RecordKind, asked: Asked, acts: readonly SentAct[], scope: Scoped): void {
  const denied = acts.find((a) => !may(asked.who.abilityAt(timeOf(a, asked)), a.act, kind.subject, scope));
  if (denied) throw notAllowed(deniedWords(kind, asked, denied.act, scope));
}

/** A record that its first act opens is where that act says; any other is asked when it is locked. */
function input(kind: RecordKind, asked: Asked, { commandId, seenVersion, acts }: Sent): CommandInput {
  const recordId = idOf(asked);
  const permits: CommandInput['permits'] = async (some, scope, trx) => {
    permit(kind, asked, some, scope);
    if (!mayReadCare(asked.who, kind, scope) && (await correctsCare(trx, { kind, recordId, acts: some }))) throw notAllowed(CORRECTING_CARE);
  };
  if (kind.acts.some((a) => a.name === acts[0]!.act && a.creates)) permit(kind, asked, acts.slice(0, 1), { stationId: stationSaid(acts[0]!.body), teamId: '', restricted: false });
  return {
    ...callerOf(asked.who, `Duty: ${acts.map((a) => a.act).join(', ').slice(0, 200)}`, asked.requestId), kind: kind.kind, recordId, commandId, seenVersion, acts, permits, sees: seesAt(kind, asked),
  };
}

const stationSaid = (body: unknown): string => { const { stationId } = body as { stationId?: unknown }; return typeof stationId === 'string' ? stationId : ''; };

/** The view after the act; nothing of a record that the act took out of the officer's sight. */
const after = (kind: RecordKind, asked: Asked): CommandInput['shows'] => async (work, stood) =>
  (seesAt(kind, asked)(kind.scope(stood.state)) ? viewOf(kind, { id: idOf(asked), stood }, asked.who, work) : null);

async function perform(kind: RecordKind, asked: Asked, commands: Sent): Promise<z.infer<ReturnType<typeof answerOf>>> {
  const result = accepted(await executeCommand(asked.db, { ...input(kind, asked, commands), shows: after(kind, asked)! }));
  return { version: result.version, repeated: result.repeated, notes: [...result.notes], view: result.shown };
}

async function supposed(kind: RecordKind, asked: Asked, commands: Sent): Promise<z.infer<ReturnType<typeof whatIfAnswerOf>>> {
  const result = await executeCommand(asked.db, { ...input(kind, asked, commands), whatIf: true });
  const refusals = result.outcome === 'refused' ? [...result.refusals] : [];
  const stood = result.outcome === 'refused' ? null : accepted(result);
  const view = await withActor(asked.db, callerOf(asked.who, 'What if', asked.requestId), async (work) => {
    work.audit.says({ verb: 'whatIf', subjectType: kind.subject, subjectIds: [idOf(asked)], outcome: stood ? 'shown' : 'REFUSED', detail: { acts: commands.acts.map((a) => a.act), refusals: refusals.map((r) => r.code) } });
    return stood && viewOf(kind, { id: idOf(asked), stood }, asked.who, work);
  });
  return { allowed: stood !== null, refusals, view };
}
