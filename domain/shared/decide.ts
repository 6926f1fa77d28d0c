import { slug, type Act, type Decision } from './act.ts';
import { actorId, actorName, type Actor } from './actor.ts';
import type { NewEvent, StoredEvent } from './event.ts';
import type { Facts } from './facts.ts';
import { fullTime, localDate } from './local-time.ts';
import { effectiveEvents, fold, type Fallen, type RecordKind } from './record-kind.ts';
import { inCodePointOrder, type Refusal } from './refusal.ts';
import type { Instant } from './time.ts';

/** A record as it stands: its state and, where an act reaches back in time, the events behind it. */
export interface Standing<S> {
  readonly id: string;
  readonly version: number;
  readonly state: S;
  /** When the last entry that stands happened; null for a record not yet opened. */
  readonly lastOccurredAt: Instant | null;
}

export interface Command {
  readonly act: string;
  readonly body: unknown;
  readonly at: Instant;
  readonly now: Instant;
  readonly actor: Actor;
  readonly facts: Facts;
}

export type Outcome<S> =
  | { readonly outcome: 'accepted'; readonly state: S; readonly events: readonly StoredEvent[]; readonly notes: readonly string[]; readonly lastOccurredAt: Instant }
  | { readonly outcome: 'refused'; readonly refusals: readonly Refusal[] }
  /** The act tells something behind the last entry: call again with the record's events. */
  | { readonly outcome: 'needs-history' };

export const IN_FUTURE = (field: string, at: Instant): Refusal => ({
  code: 'IN_FUTURE', law: 'Code C 2.1', field, message: `${fullTime(at)} ${localDate(at).slice(0, 4)} has not happened yet. Enter the time it happened, or leave it for later.`,
});

export const outOfOrder = (why: string): Refusal => ({ code: 'OUT_OF_ORDER', law: 'Code C 2.1', message: why });

/** The act of that name. Throws where the record knows none: the route table made it impossible. */
export function actNamed<S, L>(kind: RecordKind<S, L>, name: string): Act<S, L> {
  const act = kind.acts.find((a) => a.name === name || slug(a.name) === name);
  if (!act) throw new Error(`${kind.kind} has no act ${name}`);
  return act;
}

/** True where the act reaches behind the last entry that stands, so that its events must be loaded and refolded. */
export const reachesBack = <S>(standing: Standing<S>, at: Instant): boolean => standing.lastOccurredAt !== null && at < standing.lastOccurredAt;

/** The state as it stood at `at`, entries at that very instant included. */
export const asAt = <S, L>(kind: RecordKind<S, L>, events: readonly StoredEvent[], at: Instant): S =>
  fold(kind, effectiveEvents(events).filter((e) => e.occurredAt <= at)).state;

export function store<S>(standing: Standing<S>, command: Command, news: readonly NewEvent[]): StoredEvent[] {
  return news.map((event, n) => ({
    recordId: standing.id, version: standing.version + 1, n, type: event.type, data: event.data,
    actor: actorId(command.actor), actorName: actorName(command.actor), occurredAt: event.occurredAt ?? command.at, recordedAt: command.now,
  }));
}

const lastOf = (events: readonly StoredEvent[], floor: Instant | null): Instant =>
  events.reduce<Instant>((last, e) => (e.occurredAt > last ? e.occurredAt : last), floor ?? ('' as Instant));

const describe = (fallen: Fallen): string => `${fallen.why} (entry of ${fullTime(fallen.event.occurredAt)})`;

function newlyFallen(before: readonly Fallen[], after: readonly Fallen[]): Fallen[] {
  const known = new Set(before.map((f) => `${f.event.version}/${f.event.n}`));
  return after.filter((f) => !known.has(`${f.event.version}/${f.event.n}`));
}

/** What the record breaches now that it did not before: named to who made the late entry (later powers are not decided again). */
function newBreaches<S, L>(kind: RecordKind<S, L>, before: S, after: S, now: Instant): string[] {
  const known = new Set(kind.breaches(before, kind.law, now).map((b) => `${b.code}/${b.from}/${b.to ?? ''}`));
  return kind.breaches(after, kind.law, now).filter((b) => !known.has(`${b.code}/${b.from}/${b.to ?? ''}`)).map((b) => `${b.text} ${b.law}. ${b.code}`);
}

/**
 * Decides one act on a record: on top of what stands, or, where it happened earlier, on the fold up to then, refused
 * OUT_OF_ORDER if a later entry could no longer stand. Pure: the api, the engine, what-if, the demo's tests and the vectors use it.
 * `history` null: not loaded; where it is needed the outcome says so and nothing was decided.
 */
export function decideAct<S, L>(kind: RecordKind<S, L>, standing: Standing<S>, command: Command, history: readonly StoredEvent[] | null): Outcome<S> {
  if (command.at > command.now) return { outcome: 'refused', refusals: [IN_FUTURE('at', command.at)] };
  const back = reachesBack(standing, command.at);
  if (back && history === null) return { outcome: 'needs-history' };
  const base = back ? asAt(kind, history!, command.at) : standing.state;
  const act = actNamed(kind, command.act);
  const decision: Decision<L> = { ...command, law: kind.law };
  const decided = act.decide(base, command.body as never, decision);
  if ('refusals' in decided) return { outcome: 'refused', refusals: inCodePointOrder([...decided.refusals, ...notOpen(act, { base, decision }, decided.refusals)]) };
  const outcome = told(kind, standing, command, { history, events: store(standing, command, decided.events) });
  return outcome.outcome === 'accepted' && decided.notes ? { ...outcome, notes: [...decided.notes, ...outcome.notes] } : outcome;
}

/** That the act is of another stage is among all that apply, where no refusal says so; what opens a record is of none. */
function notOpen<S, L>(act: Act<S, L>, { base, decision }: { base: S; decision: Decision<L> }, refusals: readonly Refusal[]): Refusal[] {
  if (act.creates || refusals.some((r) => STAGE.includes(r.code))) return [];
  const opening = act.opens(base, decision);
  return opening.open || opening.show ? [] : [outOfOrder(opening.why)];
}

const STAGE: readonly string[] = ['NOT_OPEN', 'OUT_OF_ORDER', 'ALREADY_DONE'];

/** What was decided, set on top of the record, or into its past where it happened earlier. */
function told<S, L>(kind: RecordKind<S, L>, standing: Standing<S>, command: Command, { history, events }: { history: readonly StoredEvent[] | null; events: readonly StoredEvent[] }): Outcome<S> {
  const future = events.find((e) => e.occurredAt > command.now);
  if (future) return { outcome: 'refused', refusals: [IN_FUTURE('body', future.occurredAt)] };
  if (![command.at, ...events.map((e) => e.occurredAt)].some((at) => reachesBack(standing, at))) return onTop(kind, standing, events);
  return history === null ? { outcome: 'needs-history' } : refolded(kind, standing, command, { history, events });
}

function onTop<S, L>(kind: RecordKind<S, L>, standing: Standing<S>, events: readonly StoredEvent[]): Outcome<S> {
  const { state, fallen } = fold(kind, events, standing.state);
  if (fallen.length > 0) return { outcome: 'refused', refusals: inCodePointOrder(fallen.map((f) => outOfOrder(f.why))) };
  return { outcome: 'accepted', state, events, notes: [], lastOccurredAt: lastOf(events, standing.lastOccurredAt) };
}

export interface Refolding { readonly history: readonly StoredEvent[]; readonly events: readonly StoredEvent[] }

export function refolded<S, L>(kind: RecordKind<S, L>, standing: Standing<S>, command: Command, { history, events }: Refolding): Outcome<S> {
  const before = fold(kind, effectiveEvents(history));
  const all = effectiveEvents([...history, ...events]);
  const after = fold(kind, all);
  const broken = newlyFallen(before.fallen, after.fallen);
  if (broken.length > 0) return { outcome: 'refused', refusals: inCodePointOrder(broken.map((f) => outOfOrder(describe(f)))) };
  return { outcome: 'accepted', state: after.state, events, notes: newBreaches(kind, standing.state, after.state, command.now), lastOccurredAt: lastOf(all, null) };
}
