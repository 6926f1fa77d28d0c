import type { ZodMiniType } from 'zod/mini';
import type { Actor } from './actor.ts';
import type { Facts, FactNeeds } from './facts.ts';
import type { NewEvent, StoredEvent } from './event.ts';
import type { Refusal } from './refusal.ts';
import type { Instant } from './time.ts';

/** A command as the domain sees it: `at` is what the officer asserts, `now` the platform's clock. */
export interface Decision<L> {
  readonly actor: Actor;
  readonly at: Instant;
  readonly now: Instant;
  readonly facts: Facts;
  readonly law: L;
}

export type Decided =
  /** `notes`: what who sent it must hear with the acceptance. */
  | { readonly events: readonly NewEvent[]; readonly opens?: readonly OpensRecord[]; readonly notes?: readonly string[] }
  | { readonly refusals: readonly Refusal[] };

/** A record that the same act of law opens (release on bail opens the bail). */
export interface OpensRecord {
  readonly kind: string;
  readonly id: string;
  readonly events: readonly NewEvent[];
}

/** May this act be pressed now? `later` says when and why it opens; `closed` acts are not shown. */
export type Opening =
  | { readonly open: true }
  | { readonly open: false; readonly opensAt?: Instant; readonly why: string; readonly show: boolean };

/** What one officer is told by name, as a notice. The title names no detainee: the reader adds that, who must still be allowed to know. */
export interface Telling { readonly officerId: string; readonly title: string }

/** How an event changes the record, and whether it can stand on what came before it (a return needs a departure). */
export interface EventRule<S, D = never> {
  /** null: it stands. Otherwise why not, in plain words: the refusal OUT_OF_ORDER says it. */
  readonly stands?: (state: S, event: StoredEvent<string, D>) => string | null;
  readonly apply: (state: S, event: StoredEvent<string, D>) => S;
  /** One line of the timeline. */
  readonly says: (event: StoredEvent<string, D>) => string;
  /** The same line without legal-advice notes and what belongs to the investigation, where it has such (policy.md: detention officer). */
  readonly brief?: (event: StoredEvent<string, D>) => string;
  readonly theme: 'legal' | 'care' | 'people';
  /** Whom it concerns by name though they did not act. */
  readonly tells?: (event: StoredEvent<string, D>) => readonly Telling[];
}

/**
 * One act, whole: schema, permission, facts it needs, rule, when it opens, its events and their `apply`.
 * - `power` (authorise, extend, bail): refused where the law forbids it at `at`; insists on the current version.
 * - `happening` (visit, arrival, a review held): refused only where impossible; late, it is recorded with its breach.
 */
export interface Act<S, L, B = never> {
  readonly name: string;
  readonly label: string;
  readonly nature: 'power' | 'happening';
  /** A decision of law, though held late it is recorded (a review): whoever corrects it must be one who could have made it. */
  readonly decides?: true;
  /** Opens the record (version 0 to 1). */
  readonly creates?: boolean;
  readonly schema: ZodMiniType<B>;
  readonly group: 'legal' | 'movement' | 'care' | 'rights' | 'people' | 'duty';
  readonly needs?: (state: S, body: B) => FactNeeds;
  /** Key of the obligation it answers, where it answers one: already met, it is refused ALREADY_DONE. */
  readonly answers?: (state: S, body: B) => string | null;
  readonly opens: (state: S, when: Decision<L>) => Opening;
  readonly decide: (state: S, body: B, when: Decision<L>) => Decided;
  readonly events: Readonly<Record<string, EventRule<S>>>;
  /** Who may not strike out an entry of it, beside those whom its maker outranks. */
  readonly bars?: (event: StoredEvent<string, never>, actor: Actor) => readonly Refusal[];
}

/** Ties the body type of an act to its schema, then forgets it, so that a list of acts has one type. */
export const defineAct = <S, L, B>(act: Act<S, L, B>): Act<S, L> => act as unknown as Act<S, L>;
/** Ties the data type of an event's rule, then forgets it. */
export const eventRule = <S, D>(rule: EventRule<S, D>): EventRule<S> => rule as unknown as EventRule<S>;

/** `authoriseExtension` → `authorise-extension`: the URL, the act file and the test title. */
export const slug = (name: string): string => name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);

export const OPEN: Opening = { open: true };
export const closed = (why: string): Opening => ({ open: false, why, show: false });
export const opensLater = (why: string, opensAt?: Instant): Opening => ({ open: false, why, show: true, ...(opensAt ? { opensAt } : {}) });
