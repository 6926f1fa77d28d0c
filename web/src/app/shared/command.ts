import { inject } from '@angular/core';
import { patchState, signalStoreFeature, withMethods, withProps, withState } from '@ngrx/signals';
import { clockTime } from '#domain/shared/local-time';
import type { Instant } from '#domain/shared/time';
import { Api, ProblemError, wordsOf, type Problem } from './api.ts';
import { Clock } from './clock.ts';
import { Drafts, type Draft } from './drafts.ts';

/** What an accepted act answers: the new version, what it now breaches, and the view that replaces the old. */
export interface Acted { readonly version: number; readonly notes: readonly string[]; readonly view: unknown }
/** What goes over the wire for one attempt. */
export interface SentForm { readonly commandId: string; readonly seenVersion: number; readonly at: string | null; readonly body: Readonly<Record<string, unknown>> }
/** Where an attempt goes, and in which shape. */
export type Envelope = (sent: SentForm) => { readonly slug: string; readonly sent: object };

export interface Attempt {
  /** `/api/custody/custody-record/<id>` */
  readonly path: string;
  readonly seenVersion: number;
  readonly body: Readonly<Record<string, unknown>>;
  /** When it happened; null is now. */
  readonly at: string | null;
  readonly envelope: Envelope;
}

interface CommandState { readonly key: string; readonly keeps: boolean; readonly draft: Draft; readonly keptFrom: Instant | null; readonly problem: Problem | null; readonly busy: boolean; readonly knownVersion: number }

const anew = (): Draft => ({ commandId: crypto.randomUUID(), at: null, typed: {}, keptAt: null });
const start = (): CommandState => ({ key: '', keeps: false, draft: anew(), keptFrom: null, problem: null, busy: false, knownVersion: 0 });

/** An empty time means the time of saving: once the connection dropped, that may be long after it happened. */
const offline = (problem: Problem, now: string, at: string | null): Problem => ({
  ...problem, detail: `Not saved. The connection dropped at ${now}. Your text is kept on this device; do not retype it.`,
  problems: at === null ? [{ field: 'at', message: `If it happened at ${now}, enter that time before you save again.` }] : [],
});

const ARRIVED: Problem = { status: -1, code: 'ARRIVED', detail: 'Your first try arrived after all and is recorded. Look at the record; save again only if this happened a second time.', refusals: [], problems: [] };

/** The words where the answer never came, or where only we know what it means. */
function told(error: unknown, now: Instant, at: string | null): Problem {
  if (!(error instanceof ProblemError)) return { status: -1, code: 'UNKNOWN', detail: wordsOf(error), refusals: [], problems: [] };
  if (error.problem.status === 0) return offline(error.problem, clockTime(now), at);
  return error.problem.refusals.some((r) => r.code === 'COMMAND_ID_REUSED') ? ARRIVED : error.problem;
}

/**
 * The one way of an act from a form to the record: an id for each attempt, the same while nothing was changed, so that a try whose
 * answer was lost is not recorded twice; the draft kept until it is recorded; what was refused; the version last heard of.
 */
export function withCommand() {
  return signalStoreFeature(
    withState(start),
    withProps(() => ({ _api: inject(Api), _drafts: inject(Drafts), _clock: inject(Clock) })),
    withMethods((store) => {
      const keep = (draft: Draft): void => { patchState(store, { draft }); if (store.keeps()) store._drafts.keep(store.key(), draft); };
      const fail = (problem: Problem): void => { patchState(store, { problem, knownVersion: problem.version ?? store.knownVersion() }); if (problem === ARRIVED) keep({ ...store.draft(), commandId: crypto.randomUUID() }); };
      return {
        /** Opens the form known by `key`, with what was kept of it; a supposition is not kept. */
        open(key: string, keeps = true): void { const kept = keeps ? store._drafts.read(key) : null; patchState(store, { ...start(), key, keeps, draft: kept ?? anew(), keptFrom: kept?.keptAt ?? null }); },
        change(part: Partial<Pick<Draft, 'at' | 'typed'>>): void { keep({ ...store.draft(), ...part, commandId: crypto.randomUUID(), keptAt: store._clock.now() }); },
        refuse(problem: Problem): void { patchState(store, { problem }); },
        /** Forgets what was typed. */
        clear(): void { if (store.keeps()) store._drafts.drop(store.key()); patchState(store, { ...start(), key: store.key(), keeps: store.keeps() }); },
        /** Sends it; null where it was not accepted, and `problem` says why. */
        async send<T>(attempt: Attempt): Promise<T | null> {
          if (store.busy()) return null;
          const key = store.key();
          patchState(store, { busy: true, problem: null });
          const { slug, sent } = attempt.envelope({ commandId: store.draft().commandId, seenVersion: Math.max(attempt.seenVersion, store.knownVersion()), at: attempt.at, body: attempt.body });
          try {
            const answer = await store._api.post<T>(`${attempt.path}/${slug}`, sent);
            if (store.keeps()) store._drafts.drop(key);
            if (store.keeps() && store.key() === key) patchState(store, { ...start(), key, keeps: true });
            return answer;
          } catch (error) {
            if (store.key() === key) fail(told(error, store._clock.now(), attempt.at));
            return null;
          } finally {
            patchState(store, { busy: false });
          }
        },
      };
    }),
  );
}
