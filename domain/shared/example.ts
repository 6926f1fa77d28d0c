import { type Actor, type OfficerAt, type PostHeld } from './actor.ts';
import { actNamed, decideAct, reachesBack, type Outcome, type Standing } from './decide.ts';
import type { StoredEvent } from './event.ts';
import { NO_FACTS, type Facts } from './facts.ts';
import { readTime } from './local-time.ts';
import type { PostName, Rank } from './posts.ts';
import type { RecordKind } from './record-kind.ts';
import type { Instant } from './time.ts';

/** Reads a London wall time of an example. Throws for one that is not a time. */
export const when = (text: string): Instant => {
  const read = readTime(text);
  if ('problem' in read) throw new RangeError(read.problem.message);
  return read.at;
};

const since = when('2000-01-01T00:00');
export const held = (post: PostName, ...stations: string[]): PostHeld => ({ post, stations, from: since, to: null, withdrawnAt: null });
export const officer = (id: string, rank: Rank, posts: readonly PostHeld[] = [], more: Partial<OfficerAt> = {}): OfficerAt => ({ id, shortName: id, name: id, rank, acting: null, posts, teams: [], ...more });

/** One attempt: who, at what London time, with what answers; `facts` and `now` where they are not the usual ones. */
export interface Attempt { readonly by: OfficerAt; readonly at: string; readonly body?: object; readonly facts?: Partial<Facts>; readonly now?: string }

/** Plays a record as the product decides it, for cases and walks: the same acts, fold and law, with facts given by hand. Ships with no product code. */
export class Example<S, L> {
  standing: Standing<S>;
  readonly events: StoredEvent[] = [];
  readonly kind: RecordKind<S, L>;
  /** What who sent the last accepted act hears with it. */
  notes: readonly string[] = [];

  constructor(kind: RecordKind<S, L>) {
    this.kind = kind;
    this.standing = { id: 'example', version: 0, state: kind.empty, lastOccurredAt: null };
  }

  get record(): S { return this.standing.state; }

  /** What the server would know, where an attempt does not say otherwise. */
  protected known(): Partial<Facts> { return {}; }

  /** Sends one act; what it decided stands if it was accepted. */
  send(act: string, attempt: Attempt): Outcome<S> {
    const outcome = this.what(act, attempt);
    if (outcome.outcome === 'accepted') {
      this.shown(act, attempt);
      this.events.push(...outcome.events);
      this.notes = outcome.notes;
      this.standing = { id: 'example', version: this.standing.version + 1, state: outcome.state, lastOccurredAt: outcome.lastOccurredAt };
    }
    return outcome;
  }

  /** Throws where an act was accepted that the record's page would not have offered; of a late entry, and of one that opens the record, the page says nothing. */
  private shown(act: string, { by, at, facts = {}, now }: Attempt): void {
    const rule = actNamed(this.kind, act);
    if (rule.creates || reachesBack(this.standing, when(at))) return;
    const opening = rule.opens(this.standing.state, { actor: { kind: 'person', officer: by }, at: when(at), now: when(now ?? at), facts: { ...NO_FACTS, actor: by, ...this.known(), ...facts }, law: this.kind.law });
    if (!opening.open) throw new Error(`${act} at ${at} was accepted, and is not open: ${opening.why}`);
  }

  /** Sends an act that a case stands on. Throws where it is refused. */
  must(act: string, attempt: Attempt): this {
    const refused = codes(this.send(act, attempt));
    if (refused.length > 0) throw new Error(`${act} at ${attempt.at} was refused: ${refused.join(', ')}`);
    return this;
  }

  /** Decides and stores nothing: what if. */
  what(act: string, { by, at, body = {}, facts = {}, now }: Attempt): Outcome<S> {
    const schema = actNamed(this.kind, act).schema as unknown as { parse: (b: object) => unknown };
    const actor: Actor = { kind: 'person', officer: by };
    return decideAct(this.kind, this.standing, { act, body: schema.parse(body), at: when(at), now: when(now ?? at), actor, facts: { ...NO_FACTS, actor: by, ...this.known(), ...facts } }, this.events);
  }
}

export const codes = <S>(outcome: Outcome<S>): string[] => (outcome.outcome === 'refused' ? outcome.refusals.map((r) => r.code) : []);

/** One case of an act: an attempt on a given record, and what a user or a court would see of it. */
export interface ActCase<E> extends Attempt {
  /** Completes "it …". */
  readonly it: string;
  readonly given?: (example: E) => unknown;
  /** Every code it is refused with; absent where it is accepted. */
  readonly refused?: readonly string[];
  /** What is read off the record afterwards, and what it must be. */
  readonly shows?: (example: E) => unknown;
  readonly as?: unknown;
}

/** The cases of one act: at what it allows, at each refusal code, and at the instants before, at and after its limit. */
export interface ActCases<E> { readonly start: () => E; readonly cases: readonly ActCase<E>[] }
