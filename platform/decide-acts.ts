import { randomUUID } from 'node:crypto';
import { validate as isUuid } from 'uuid';
import type { Actor } from '#domain/shared/actor';
import { CORRECT_ENTRY, correctEntrySchema, type CorrectEntry } from '#domain/shared/correct-entry';
import { actNamed, asAt, decideAct, reachesBack, type Command, type Outcome, type Standing } from '#domain/shared/decide';
import { decideCorrection, without, type Correction } from '#domain/shared/decide-correction';
import { onlyWords } from '#domain/shared/fields';
import type { StoredEvent } from '#domain/shared/event';
import type { FactNeeds, Facts } from '#domain/shared/facts';
import { readTime } from '#domain/shared/local-time';
import type { RecordKind } from '#domain/shared/record-kind';
import type { Refusal } from '#domain/shared/refusal';
import type { Instant } from '#domain/shared/time';
import type { Work } from './database.ts';
import { bodyHash, type CommandInput, type Failed, type SentAct } from './execute-command.ts';
import { officersAt } from './facts/force.ts';
import { loadFacts, type KnownOfficers } from './facts/load.ts';
import { parseBody } from './parse-body.ts';
import { insertAll, readEvents, tableOf, writeRecord } from './record-store.ts';
import { tellOfficers } from './tell-officers.ts';
import { readTold } from './told-entry.ts';
import { staleOrAhead } from './stale-version.ts';
import { lastOfMinute } from './within-minute.ts';
import { reaches, staysInReach } from './within-reach.ts';

/** A record on its way through the acts of one command: what they decided is written once, when all of them stand. */
export interface Run {
  standing: Standing<unknown>;
  notes: readonly string[];
  readonly opens: boolean;
  readonly events: StoredEvent[];
  readonly told: ToldAct[];
  readonly officers: KnownOfficers;
}

/** An act as it was sent, kept beside its version so that a correction can decide it again. */
export interface ToldAct { readonly version: number; readonly act: string; readonly body: unknown }

interface Asked extends Pick<Command, 'act' | 'body' | 'at'> { readonly correction?: Correction }

/** Decides each act at its own time, each its own version; the first refusal names its place and ends it, and so does an act that took the record out of the caller's sight before another. */
export async function decideActs(work: Work, kind: RecordKind, input: CommandInput, run: Run): Promise<Failed | { readonly outcome: 'absent' } | null> {
  const stale = await staleOrAhead(work, kind, input, run.standing);
  if (stale) return stale;
  for (const [place, sent] of input.acts.entries()) {
    if (place > 0 && !(await reaches(kind, input, { trx: work.trx, sent, state: run.standing.state }))) return { outcome: 'absent' };
    const failed = await decideOne(work, kind, input, { sent, run });
    if (failed) return input.acts.length > 1 ? { ...failed, place } : failed;
  }
  return null;
}

interface Step { readonly sent: SentAct; readonly run: Run }

async function decideOne(work: Work, kind: RecordKind, input: CommandInput, { sent, run }: Step): Promise<Failed | null> {
  const { standing } = run;
  const asked = await ask(work, kind, sent, standing);
  if ('outcome' in asked) return asked;
  const outcome = await decideInMinute(work, kind, input, { asked, run, sent: sent.at });
  if (outcome.outcome === 'refused') return { ...outcome, version: standing.version };
  await staysInReach(kind, input, { trx: work.trx, sent, state: outcome.state });
  const version = standing.version + 1;
  run.events.push(...outcome.events);
  run.told.push({ version, act: asked.act, body: asked.body });
  run.standing = { id: standing.id, version, state: outcome.state, lastOccurredAt: outcome.lastOccurredAt };
  run.notes = [...run.notes, ...outcome.notes];
  return null;
}

/** The same act, or the same correction, told of another instant. */
const toldAt = (asked: Asked, at: Instant): Asked => (asked.correction?.becomes ? { ...asked, correction: { ...asked.correction, becomes: { ...asked.correction.becomes, at } } } : { ...asked, at });

/** The time as it was typed: of a correction the one that the entry is to have. */
const typedIn = ({ correction, body, at }: Asked, sent: string | null): { readonly sent: string | null; readonly at: Instant; readonly without?: number } =>
  (correction?.becomes ? { sent: (body as CorrectEntry).becomes?.at ?? null, at: correction.becomes.at, without: correction.version } : { sent, at });

/** As it was sent; refused, perhaps by seconds that nobody typed, after the last entry of that minute. */
async function decideInMinute(work: Work, kind: RecordKind, input: CommandInput, { asked, run, sent }: Judging & { readonly sent: string | null }): Promise<Decided> {
  const outcome = await decide(work, kind, input, { asked, run });
  if (outcome.outcome !== 'refused') return outcome;
  const at = await lastOfMinute(work, kind, { ...typedIn(asked, sent), recordId: run.standing.id, events: run.events });
  const again = at === null ? outcome : await decide(work, kind, input, { asked: toldAt(asked, at), run });
  return again.outcome === 'refused' ? outcome : again;
}

/** Writes what the acts decided: the row once, an event and a told act for each version. */
export async function writeRun(work: Work, kind: RecordKind, input: CommandInput, run: Run): Promise<void> {
  const { id, version, state, lastOccurredAt } = run.standing;
  const rows = run.told.map((told, place) => ({ id: place === 0 ? input.commandId : randomUUID(), record_id: id, body_hash: bodyHash(input), version: told.version, act: told.act, body: JSON.stringify(told.body) }));
  await Promise.all([
    writeRecord(work.trx, kind, { id, version, state, now: work.now, lastOccurredAt: lastOccurredAt!, events: run.events, opens: run.opens }),
    insertAll(work.trx, `${tableOf(kind)}_command`, rows), tellOfficers(work, kind, id, run.events),
  ]);
}

const refuse = (standing: Standing<unknown>, refusals: readonly Refusal[]): Failed => ({ outcome: 'refused', refusals, version: standing.version });

async function ask(work: Work, kind: RecordKind, sent: SentAct, standing: Standing<unknown>): Promise<Asked | Failed> {
  if (sent.act === CORRECT_ENTRY) return askCorrection(work, kind, sent, standing);
  const act = actNamed(kind, sent.act);
  const at = instantOf(sent.at, work.now);
  if ('code' in at) return refuse(standing, [at]);
  const parsed = parseBody(act.schema, sent.body);
  if ('refusals' in parsed) return refuse(standing, parsed.refusals);
  if ('problems' in parsed) return { outcome: 'bad-shape', problems: parsed.problems };
  return { act: act.name, body: parsed.body, at: at.at };
}

async function askCorrection(work: Work, kind: RecordKind, sent: SentAct, standing: Standing<unknown>): Promise<Asked | Failed> {
  const parsed = correctEntrySchema.safeParse(sent.body);
  if (!parsed.success) return { outcome: 'bad-shape', problems: parsed.error.issues.map((i) => ({ field: i.path.join('.'), message: i.message })) };
  const { entry, becomes, reason }: CorrectEntry = parsed.data;
  const version = Number(entry.split('.')[0]);
  const base: Asked = { act: CORRECT_ENTRY, body: parsed.data, at: work.now };
  if (becomes === null) return { ...base, correction: { version, becomes: null, reason } };
  const found = await readTold(work.trx, kind, standing.id, version);
  if (!found) return refuse(standing, [NO_SUCH_ENTRY]);
  const { told, stands } = found;
  const again = await ask(work, kind, { act: told.act, at: becomes.at ?? stands.occurredAt, body: { ...told.body, ...becomes.body } }, standing);
  if ('outcome' in again) return again;
  const wording = again.at === stands.occurredAt && onlyWords(actNamed(kind, told.act).schema, told.body as Readonly<Record<string, unknown>>, again.body as Readonly<Record<string, unknown>>);
  return { ...base, correction: { version, becomes: again, reason, ...(wording ? { toldBody: told.body } : {}) } };
}

const NO_SUCH_ENTRY: Refusal = { code: 'ENTRY_UNKNOWN', law: 'Code C 2.6', field: 'entry', message: 'There is no such entry to correct. Open the record again and choose the entry.' };

function instantOf(at: string | null, now: Instant): { at: Instant } | Refusal {
  if (at === null) return { at: now };
  const read = readTime(at);
  if ('at' in read) return read;
  return { code: read.problem.code, law: 'CUS-190', field: 'at', message: read.problem.message, choices: read.problem.choices };
}

interface Judging { readonly asked: Asked; readonly run: Run }

async function decide(work: Work, kind: RecordKind, input: CommandInput, { asked, run }: Judging): Promise<Decided> {
  const judged = asked.correction?.becomes ?? asked;
  const early = asked.correction !== undefined || reachesBack(run.standing, judged.at);
  const onTop = early ? null : await decideWith(work, kind, input, { asked, run, history: null });
  if (onTop && onTop.outcome !== 'needs-history') return onTop;
  const history = [...(await readEvents(work.trx, kind, run.standing.id)), ...run.events];
  const refolded = await decideWith(work, kind, input, { asked, run, history });
  if (refolded.outcome === 'needs-history') throw new Error(`${judged.act} asked for a history it was given`);
  return refolded;
}

type Decided = Exclude<Outcome<unknown>, { outcome: 'needs-history' }>;

async function decideWith(work: Work, kind: RecordKind, input: CommandInput, { asked, run, history }: Judging & { history: readonly StoredEvent[] | null }): Promise<Outcome<unknown>> {
  const { standing } = run;
  const judged = asked.correction?.becomes ?? asked;
  const base = history ? stoodAt(kind, history, asked) : standing.state;
  const decider = await deciderOf(work, input.actor, asked.correction, history);
  const known = (whose: Actor, at: Instant, on: unknown = base): Promise<Facts> => factsFor(work, run, { needs: needsOf(kind, on, judged), decider: whose, at, drawn: numberOf(history, asked.correction) });
  const facts = await known(decider, judged.at);
  const command = { ...asked, actor: input.actor, now: nowFor(work, input, judged.at), facts };
  if (!asked.correction) return decideAct(kind, standing, command, history);
  const corrector = decidesAnew(asked, decider, input.actor) ? { corrector: await known(input.actor, work.now, standing.state) } : {};
  return decideCorrection(kind, standing, { ...command, correction: { ...asked.correction, decider, ...corrector } }, history ?? []);
}

/** The record on which the act is decided, and asks what it needs to know: of a correction without what it corrects. */
const stoodAt = (kind: RecordKind, history: readonly StoredEvent[], { correction, at }: Asked): unknown =>
  (correction?.becomes ? without(kind, history, correction.version, correction.becomes.at) : asAt(kind, history, at));

/** A supposition may lie ahead. */
const nowFor = ({ now }: Work, { whatIf }: CommandInput, at: Instant): Instant => (whatIf && at > now ? at : now);

/** Another's entry is to say something else than it did, and not in its words alone. */
const decidesAnew = ({ correction }: Asked, decider: Actor, by: Actor): boolean =>
  correction?.becomes != null && correction.toldBody === undefined && decider.kind === 'person' && by.kind === 'person' && decider.officer.id !== by.officer.id;

interface Wanted { readonly needs: FactNeeds; readonly decider: Actor; readonly at: Instant; readonly drawn: string | undefined }

/** A record keeps the number it was opened with, whatever is corrected of its opening. */
async function factsFor({ trx }: Work, run: Run, { needs, decider, at, drawn }: Wanted): Promise<Facts> {
  if (drawn === undefined) return loadFacts({ trx, known: run.officers }, needs, decider, at);
  const { custodyNumberFor: _, ...others } = needs;
  return { ...(await loadFacts({ trx, known: run.officers }, others, decider, at)), custodyNumber: drawn };
}

const numberOf = (history: readonly StoredEvent[] | null, correction: Correction | undefined): string | undefined =>
  (history?.find((e) => e.version === correction?.version)?.data as { custodyNumber?: string } | undefined)?.custodyNumber;

/** Whose act it is: of a correction who made the entry, as they stood when it happened; Peel's own are decided as who corrects them. */
async function deciderOf({ trx }: Work, actor: Actor, correction: Correction | undefined, history: readonly StoredEvent[] | null): Promise<Actor> {
  const made = correction && history?.find((e) => e.version === correction.version);
  if (!made || !isUuid(made.actor)) return actor;
  const officer = (await officersAt(trx, [made.actor], made.occurredAt))[made.actor];
  return officer ? { kind: 'person', officer } : actor;
}

const needsOf = (kind: RecordKind, state: unknown, { act, body }: { readonly act: string; readonly body: unknown }): FactNeeds => (act === CORRECT_ENTRY ? {} : (actNamed(kind, act).needs?.(state, body as never) ?? {}));
