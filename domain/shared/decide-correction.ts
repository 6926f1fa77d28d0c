import type { Act, Decided } from './act.ts';
import type { Actor, OfficerAt } from './actor.ts';
import { actNamed, IN_FUTURE, outOfOrder, refolded, store, type Command, type Outcome, type Standing } from './decide.ts';
import { CORRECTED, type CorrectionData, type EntryName, type StoredEvent } from './event.ts';
import type { Facts } from './facts.ts';
import { atLeast } from './posts.ts';
import { effectiveEvents, fold, type RecordKind } from './record-kind.ts';
import { inCodePointOrder, when, type Refusal } from './refusal.ts';
import { reworded } from './reworded.ts';
import type { Instant } from './time.ts';

export interface Correction {
  /** The version whose entries are corrected: all that one act told. */
  readonly version: number;
  /** The act as it should have been entered; null strikes the entry out. */
  readonly becomes: { readonly act: string; readonly body: unknown; readonly at: Instant } | null;
  readonly reason: string;
  /** Its answers as they were told, where nothing but its words changes: the entry keeps what it froze, and takes the words. */
  readonly toldBody?: unknown;
  /** Whose act it was: the law judges them, as they stood at its time. */
  readonly decider?: Actor;
  /** What is known of who corrects it now; absent where they made it themselves, or nothing but its words changes. */
  readonly corrector?: Facts;
}

/**
 * Corrects what one act told: the act is decided again at the corrected time with facts read anew, on the record as it stood
 * without the wrong entry; the old value stays in the events. Refused OUT_OF_ORDER where a later entry could no longer stand. What a
 * decision of law decides is changed only by who made it, or by one who could make it.
 */
export function decideCorrection<S, L>(kind: RecordKind<S, L>, standing: Standing<S>, command: Command & { correction: Correction }, history: readonly StoredEvent[]): Outcome<S> {
  const { correction } = command;
  const wrong = history.filter((e) => e.version === correction.version && e.type !== CORRECTED);
  if (wrong.length === 0) return { outcome: 'refused', refusals: [outOfOrder('There is no such entry to correct.')] };
  const becomes = correctedEntries(kind, standing, command, { history, wrong });
  if ('refusals' in becomes) return { outcome: 'refused', refusals: inCodePointOrder(becomes.refusals) };
  const events = store(standing, command, wrong.map((e, i) => ({
    type: CORRECTED, data: { corrects: { version: e.version, n: e.n } satisfies EntryName, becomes: becomes.entries[i] ?? null, reason: correction.reason } satisfies CorrectionData,
    occurredAt: command.now,
  })));
  return refolded(kind, standing, command, { history, events });
}

type Entries = { entries: readonly (Entry | null)[] } | { refusals: readonly Refusal[] };

function correctedEntries<S, L>(kind: RecordKind<S, L>, standing: Standing<S>, command: Command & { correction: Correction }, { history, wrong }: { history: readonly StoredEvent[]; wrong: readonly StoredEvent[] }): Entries {
  const { becomes } = command.correction;
  if (becomes === null) return struckOut(kind, standing, command, wrong);
  if (becomes.at > command.now) return { refusals: [IN_FUTURE('at', becomes.at)] };
  const base = without(kind, history, command.correction.version, becomes.at);
  const act = actNamed(kind, becomes.act);
  const decide = (body: unknown) => act.decide(base, body as never, { actor: command.correction.decider ?? command.actor, at: becomes.at, now: command.now, facts: command.facts, law: kind.law });
  const decided = decide(becomes.body);
  if ('refusals' in decided) return decided;
  const barred = asCorrector(kind, base, command, act);
  if (barred.length > 0) return { refusals: barred };
  if (types(decided.events) !== types(wrong)) {
    return { refusals: [outOfOrder('The corrected entry would tell something else than the one it corrects. Strike it out and enter it anew.')] };
  }
  const { toldBody } = command.correction;
  const before = toldBody === undefined ? null : decide(toldBody);
  return { entries: keepingFrozen(stands(history, command.correction.version), entriesOf(before, becomes.at), entriesOf(decided, becomes.at)) };
}

interface Entry { readonly occurredAt: Instant; readonly data: unknown }
const types = (events: readonly { type: string }[]): string => events.map((e) => e.type).join();
const entriesOf = (decided: Decided | null, at: Instant): Entry[] => (decided === null || 'refusals' in decided ? [] : decided.events.map((e) => ({ occurredAt: e.occurredAt ?? at, data: e.data })));
const stands = (history: readonly StoredEvent[], version: number): Entry[] => effectiveEvents(history).filter((e) => e.version === version).toSorted((a, b) => a.n - b.n).map(({ occurredAt, data }) => ({ occurredAt, data }));

/** Only its words change: what was decided then stays as it was, though more is known by now. Of an entry struck out nothing stands to keep. */
const keepingFrozen = (frozen: readonly Entry[], before: readonly Entry[], after: readonly Entry[]): readonly Entry[] =>
  (before.length === after.length && frozen.length === after.length ? after.map((entry, i) => reworded(frozen[i]!, before[i]!, entry)) : after);

/** The state on which a corrected entry is decided again: of its own instant, only what was entered before it. */
export const without = <S, L>(kind: RecordKind<S, L>, history: readonly StoredEvent[], version: number, at: Instant): S =>
  fold(kind, effectiveEvents(history.filter((e) => e.version !== version)).filter((e) => e.occurredAt < at || (e.occurredAt === at && e.version < version))).state;

/** A decision: only who could make it corrects what another decided. */
export const isDecision = <S, L>(act: Act<S, L>): boolean => act.nature === 'power' || act.decides === true || act.group === 'duty';

/** Another's decision: nobody with a conflict touches it, and what it decides is decided anew only by one whom the same rules let decide it. */
function asCorrector<S, L>(kind: RecordKind<S, L>, base: S, { actor, now, correction }: Command & { correction: Correction }, act: Act<S, L>): readonly Refusal[] {
  if (!isDecision(act) || !correction.corrector || !correction.becomes) return [];
  const { at, body } = correction.becomes;
  const own = act.decide(base, body as never, { actor, at, now, facts: correction.corrector, law: kind.law });
  return uniqueByCode([...conflictIn(kind, base, { act, actor }), ...('refusals' in own ? own.refusals : [])]);
}

const conflictIn = <S, L>(kind: RecordKind<S, L>, state: S, { act, actor }: { act: Act<S, L>; actor: Actor }): readonly Refusal[] => {
  const officer = officerOf(actor);
  return officer && isDecision(act) ? (kind.conflict?.(state, officer) ?? []) : [];
};
const uniqueByCode = (refusals: readonly Refusal[]): Refusal[] => refusals.filter((r, i) => refusals.findIndex((x) => x.code === r.code && x.field === r.field) === i);

/** A decision of law is struck out by who made it, or by a rank that could not be overruled by theirs, with no conflict of their own; a record may add its own bar. The entry that opened the record stands. */
function struckOut<S, L>(kind: RecordKind<S, L>, { state }: Standing<S>, { actor, correction: { decider } }: Command & { correction: Correction }, wrong: readonly StoredEvent[]): Entries {
  const [first] = wrong;
  const act = kind.acts.find((a) => first!.type in a.events);
  if (first!.version === 1 || !act) return { refusals: [OPENED] };
  const refusals = [
    ...(act.bars?.(first as StoredEvent<string, never>, actor) ?? []), ...when(act.group === 'legal' && outranks(decider, actor), NOT_YOURS(decider)),
    ...(another(decider, actor) ? conflictIn(kind, state, { act, actor }) : []),
  ];
  return refusals.length > 0 ? { refusals } : { entries: wrong.map(() => null) };
}

const officerOf = (actor: Actor | undefined): OfficerAt | null => (actor?.kind === 'person' ? actor.officer : null);
const another = (decider: Actor | undefined, actor: Actor): boolean => officerOf(decider) !== null && officerOf(actor) !== null && officerOf(decider)!.id !== officerOf(actor)!.id;

const outranks = (decider: Actor | undefined, actor: Actor): boolean => another(decider, actor) && !atLeast(officerOf(actor)!.rank, officerOf(decider)!.rank);

const OPENED: Refusal = { code: 'OPENED_THE_RECORD', law: 'Code C 2.1', message: 'This entry opened the record, and every other rests on it. Correct it instead, or record how the detention ended.' };
const NOT_YOURS = (decider: Actor | undefined): Refusal => ({ code: 'STRIKE_OUT_NOT_YOURS', law: 'Code C 2.6', message: `This is a decision of ${officerOf(decider)?.shortName ?? ''}. They strike it out, or an officer of at least their rank. Correct it instead, or ask them.` });
