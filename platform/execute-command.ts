import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { recordKind } from '#domain/records';
import { actNamed } from '#domain/shared/decide';
import { CORRECT_ENTRY } from '#domain/shared/correct-entry';
import type { RecordKind, RecordScope } from '#domain/shared/record-kind';
import type { Refusal } from '#domain/shared/refusal';
import { withActor, type Caller, type Database, type Work } from './database.ts';
import { decideActs, writeRun, type Run } from './decide-acts.ts';
import { announce, hint } from './outbox.ts';
import type { Problem } from './parse-body.ts';
import { lockRow, tableOf, type RecordRow } from './record-store.ts';
import { settleDuties } from './settle-record.ts';

/** One act as it was sent: `at` is local or carries its offset; null means now. */
export interface SentAct {
  readonly act: string;
  readonly at: string | null;
  readonly body: unknown;
}

export interface CommandInput extends Caller {
  readonly kind: string;
  readonly recordId: string;
  /** Made anew for each attempt of the form, the same when the same attempt is sent again. */
  readonly commandId: string;
  readonly seenVersion: number;
  /** One act, or several decided each at its own time, all or nothing. */
  readonly acts: readonly SentAct[];
  /** Decides and answers, and stores nothing. */
  readonly whatIf?: boolean;
  /** Asked of the locked record before anything is decided, and of each act behind the first on the record as it finds it; throws where the caller may not press these acts on it. */
  readonly permits?: (acts: readonly SentAct[], scope: RecordScope, trx: Knex) => Promise<void>;
  /** Whether the caller would see the record there: asked of what no row says yet. */
  readonly sees?: (scope: RecordScope) => boolean;
  /** What is answered with an acceptance, read in its own transaction: the record as the act left it. */
  readonly shows?: (work: Work, stood: Pick<Accepted, 'version' | 'state'>) => Promise<unknown>;
}

interface Accepted { readonly outcome: 'accepted'; readonly version: number; readonly repeated: boolean; readonly notes: readonly string[]; readonly state: unknown; readonly shown?: unknown }

export type Failed =
  | { readonly outcome: 'refused'; readonly refusals: readonly Refusal[]; readonly version: number; readonly place?: number }
  | { readonly outcome: 'bad-shape'; readonly problems: readonly Problem[]; readonly place?: number };

export type CommandResult =
  | Accepted
  | Failed
  /** `hidden`: there is such a record, and the caller saw none when they looked. */
  | { readonly outcome: 'absent'; readonly hidden?: true }
  | { readonly outcome: 'busy' };

class Rollback extends Error {
  readonly result: CommandResult;
  constructor(result: CommandResult) {
    super('rolled back');
    this.result = result;
  }
}

/** Somebody opened the record that is being opened, or it is hidden from who opens it: a second look tells. */
class Opened extends Error {}

const LOCK_NOT_AVAILABLE = '55P03';
const UNIQUE_VIOLATION = '23505';
const codeOf = (error: unknown): string | undefined => (error as { code?: string }).code;

/**
 * The only writer of a record, for people and for the engine: lock, decide, apply, append, settle, ring, audit, commit — one
 * transaction. A refusal stores nothing (its audit line is the caller's); only an acceptance uses up the command id.
 */
export async function executeCommand(db: Database, input: CommandInput): Promise<CommandResult> {
  const kind = recordKind(input.kind);
  const attempt = (again = false): Promise<CommandResult> => withActor(db, input, async (begun) => {
    const { work, row } = await lockPermitted(begun, kind, input);
    const result = await inTransaction(work, kind, input, row);
    if (result.outcome === 'absent' && result.hidden && !again) throw new Opened();
    if (result.outcome !== 'accepted' || input.whatIf) throw new Rollback(result);
    return input.shows ? { ...result, shown: await input.shows(work, result) } : result;
  });
  try {
    // Two openings of one record at the same instant meet on its key, or one commits between the other's looks: that is decided again on what the first wrote.
    return await attempt().catch((error: unknown) => (error instanceof Opened || codeOf(error) === UNIQUE_VIOLATION ? attempt(true) : Promise.reject(error as Error)));
  } catch (error) {
    if (error instanceof Rollback) return error.result;
    if (codeOf(error) === LOCK_NOT_AVAILABLE) return { outcome: 'busy' };
    throw error;
  }
}

async function inTransaction(work: Work, kind: RecordKind, input: CommandInput, row: RecordRow | null): Promise<CommandResult> {
  const first = input.acts[0]!.act;
  const creates = first !== CORRECT_ENTRY && actNamed(kind, first).creates === true;
  const [, earlier] = await Promise.all([work.becomeSystem(), earlierCommand(work.trx, kind, input.commandId)]);
  const absent = row ? null : await absence(work.trx, kind, creates ? input.recordId : null);
  if (absent) return absent;
  if (earlier) {
    work.audit.says({ ...attempted(kind, input), outcome: 'repeated', detail: { commandId: input.commandId } });
    return answerAgain(earlier, row, input);
  }
  if (row && creates) return { outcome: 'refused', refusals: [ALREADY_OPEN], version: row.version };
  return decideAndWrite(work, kind, input, row);
}

/** The row as the caller may see it, locked, and the work as of then: who waited for another's act comes after it. Throws where they may not act on it. */
async function lockPermitted(begun: Work, kind: RecordKind, input: CommandInput): Promise<{ work: Work; row: RecordRow | null }> {
  const row = await lockRow(begun.trx, kind, input.recordId);
  if (row) await input.permits?.(input.acts, kind.scope(row.state), begun.trx);
  return { work: row ? { ...begun, now: row.now } : begun, row };
}

const attempted = (kind: RecordKind, input: CommandInput) => ({ verb: input.acts.map((a) => a.act).join(), subjectType: kind.subject, subjectIds: [input.recordId] });

/** Why no row was seen; null where one is to be opened and there is none of its id. */
async function absence(trx: Knex, kind: RecordKind, opens: string | null): Promise<CommandResult | null> {
  if (opens === null) return { outcome: 'absent' };
  return (await trx(tableOf(kind)).select('id').where({ id: opens }).first()) === undefined ? null : { outcome: 'absent', hidden: true };
}

const ALREADY_OPEN: Refusal = { code: 'ALREADY_DONE', law: 'Code C 2.1', message: 'This record is open already. Open it instead of making it again.' };

interface EarlierCommand { readonly body_hash: string; readonly record_id: string }

const earlierCommand = async (trx: Knex, kind: RecordKind, id: string): Promise<EarlierCommand | undefined> =>
  (await trx(`${tableOf(kind)}_command`).select('body_hash', 'record_id').where({ id }).first()) as EarlierCommand | undefined;

function answerAgain(earlier: EarlierCommand, row: RecordRow | null, input: CommandInput): CommandResult {
  if (row && earlier.record_id === input.recordId && earlier.body_hash === bodyHash(input)) {
    return { outcome: 'accepted', version: row.version, repeated: true, notes: [], state: row.state };
  }
  const message = 'This command id was used for something else. Nothing was recorded; send it again with a new id.';
  return { outcome: 'refused', refusals: [{ code: 'COMMAND_ID_REUSED', law: 'Code C 2.6', message }], version: row?.version ?? 0 };
}

/** SHA-256 of what was sent and by whom: the same id with another body is a conflict. */
export const bodyHash = (input: CommandInput): string =>
  createHash('sha256').update(JSON.stringify([input.acts, input.actor.kind === 'person' ? input.actor.officer.id : input.actor.process])).digest('base64');

const didWith = ({ commandId, shows }: CommandInput) => ({ commandId, ...(shows ? { shown: 'the record as the act left it' } : {}) });

/** The board they have left is read again too. */
async function tellStationLeft(trx: Knex, kind: RecordKind, row: RecordRow | null, { id, state }: Run['standing']): Promise<void> {
  const left = row ? kind.scope(row.state).stationId : '';
  if (left !== '' && left !== kind.scope(state).stationId) await hint(trx, kind, id, left);
}

async function decideAndWrite(work: Work, kind: RecordKind, input: CommandInput, row: RecordRow | null): Promise<CommandResult> {
  const run: Run = {
    standing: { id: input.recordId, version: row?.version ?? 0, state: row?.state ?? kind.empty, lastOccurredAt: row?.last_occurred_at ?? null },
    notes: [], opens: row === null, events: [], told: [], officers: new Map(),
  };
  const failed = await decideActs(work, kind, input, run);
  if (failed) return failed;
  await writeRun(work, kind, input, run);
  const { version, state } = run.standing;
  await Promise.all([settleDuties(work.trx, kind, { id: input.recordId, state }, work.now), announce(work.trx, kind, input.recordId, kind.scope(state).stationId), tellStationLeft(work.trx, kind, row, run.standing)]);
  work.audit.says({ ...attempted(kind, input), platformAt: work.now, outcome: 'accepted', detail: { version, ...didWith(input) } });
  return { outcome: 'accepted', version, repeated: false, notes: run.notes, state };
}
