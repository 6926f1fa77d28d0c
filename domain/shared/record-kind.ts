import type { Act, EventRule } from './act.ts';
import type { OfficerAt } from './actor.ts';
import type { Deadline } from './deadline.ts';
import { byOccurrence, CORRECTED, type CorrectionData, type StoredEvent } from './event.ts';
import type { Obligation } from './obligation.ts';
import type { Refusal } from './refusal.ts';
import type { Instant } from './time.ts';

/** The scope a record is permitted and listed by: every column of a rule, never null (policy.md, RLS). */
export interface RecordScope {
  /** '' where the record belongs to no station. */
  readonly stationId: string;
  readonly teamId: string;
  readonly restricted: boolean;
}

/** A breach of law that has happened: kept for ever, never edited away (CUS-59). */
export interface Breach {
  readonly code: string;
  readonly law: string;
  readonly text: string;
  readonly from: Instant;
  readonly to: Instant | null;
}

/** A kind of record: its acts, its fold and what it owes. The same object serves api, engine, browser and tests. */
export interface RecordKind<S = unknown, L = unknown> {
  /** `custody-record` */
  readonly kind: string;
  readonly area: string;
  /** True where a durable workflow follows the record: it can owe something. */
  readonly process: boolean;
  /** CASL subject, `CustodyRecord`. */
  readonly subject: string;
  /** Raised when `apply` is mended: a load with an older shape refolds. */
  readonly shape: number;
  readonly empty: S;
  readonly law: L;
  readonly acts: readonly Act<S, L>[];
  readonly phase: (state: S) => string;
  /** True once nothing can be owed any more: the workflow ends. */
  readonly ended: (state: S) => boolean;
  readonly scope: (state: S) => RecordScope;
  /** Why an officer may touch no decision of law on this record that another made; absent where nothing bars anybody. */
  readonly conflict?: (state: S, officer: OfficerAt) => readonly Refusal[];
  readonly deadlines: (state: S, law: L) => readonly Deadline[];
  readonly obligations: (state: S, law: L) => readonly Obligation[];
  /** The obligation as it was met, for ALREADY_DONE: who and when; null where it is open or unknown. */
  readonly met: (state: S, key: string) => { at: Instant; by: string } | null;
  readonly breaches: (state: S, law: L, now: Instant) => readonly Breach[];
  /** What the record is called on its tasks and alarms. */
  readonly title: (state: S) => string;
  /** Own list columns of the record's table, snake_case. */
  readonly columns: (state: S, law: L) => Readonly<Record<string, unknown>>;
  /** Rows of projection tables owned by this record, replaced with each version: `{ 'force.post_held': [...] }`. */
  readonly rows?: (state: S) => Readonly<Record<string, readonly Record<string, unknown>[]>>;
}

type Rules<S> = Readonly<Record<string, EventRule<S>>>;

const rulesByKind = new WeakMap<object, unknown>();

/** The event rules of a record kind, by event type; gathered once, for every event of every act is looked up in them. */
export function rulesOf<S, L>(kind: RecordKind<S, L>): Rules<S> {
  const known = rulesByKind.get(kind) as Rules<S> | undefined;
  if (known) return known;
  const rules = Object.assign({}, ...kind.acts.map((act) => act.events)) as Rules<S>;
  rulesByKind.set(kind, rules);
  return rules;
}

/** The events that stand: corrections applied to what they name, struck-out entries left out, in the order they happened. */
export function effectiveEvents(events: readonly StoredEvent[]): StoredEvent[] {
  const corrections = new Map<string, CorrectionData>();
  for (const event of events.toSorted((a, b) => a.version - b.version || a.n - b.n)) {
    if (event.type !== CORRECTED) continue;
    const data = event.data as CorrectionData;
    corrections.set(`${data.corrects.version}/${data.corrects.n}`, data);
  }
  return events
    .filter((e) => e.type !== CORRECTED)
    .flatMap((e) => {
      const correction = corrections.get(`${e.version}/${e.n}`);
      if (!correction) return [e];
      return correction.becomes ? [{ ...e, occurredAt: correction.becomes.occurredAt, data: correction.becomes.data }] : [];
    })
    .toSorted(byOccurrence);
}

export interface Fallen { readonly event: StoredEvent; readonly why: string }

/** Folds effective events onto the empty state; `fallen` names entries that cannot stand on what comes before them, and are left out. */
export function fold<S, L>(kind: RecordKind<S, L>, events: readonly StoredEvent[], onto: S = kind.empty): { state: S; fallen: Fallen[] } {
  const rules = rulesOf(kind);
  const fallen: Fallen[] = [];
  let state = onto;
  for (const event of events) {
    const rule = rules[event.type];
    if (!rule) throw new Error(`${kind.kind} knows no event ${event.type}`);
    const why = rule.stands?.(state, event as StoredEvent<string, never>) ?? null;
    if (why !== null) fallen.push({ event, why });
    else state = rule.apply(state, event as StoredEvent<string, never>);
  }
  return { state, fallen };
}
