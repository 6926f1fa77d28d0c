import { computed, DestroyRef, inject } from '@angular/core';
import { patchState, signalStore, withComputed, withMethods, withProps, withState } from '@ngrx/signals';
import { CUSTODY_ACTS } from '#domain/custody/custody-record/acts';
import { unlawfulSince } from '#domain/custody/custody-record/unlawful-detention';
import type { CustodyView } from '#domain/custody/custody-record/view';
import { slug } from '#domain/shared/act';
import { clockTime } from '#domain/shared/local-time';
import { elapsed, type Instant } from '#domain/shared/time';
import type { FormAct } from '../shared/act-form.ts';
import type { Acted } from '../shared/command.ts';
import { Api, ProblemError, wordsOf } from '../shared/api.ts';
import { Clock } from '../shared/clock.ts';
import { Live } from '../shared/live.ts';
import { isTaken, whyClosed } from './closed-acts.ts';

interface Shown {
  readonly view: CustodyView | null;
  readonly failed: string;
  /** What came of the last act, or why one cannot be opened yet. */
  readonly said: string;
  /** What somebody else recorded while a form was open. */
  readonly meanwhile: string;
  /** The open form, by the slug of its act. */
  readonly form: string | null;
  readonly correcting: string | null;
}

const EMPTY: Shown = { view: null, failed: '', said: '', meanwhile: '', form: null, correcting: null };
const NO_LONGER_HERE = 'This record is with another desk now, or your post has ended.';
const KEPT = ' What you typed is not recorded; this browser keeps it until you sign out, should the record come back.';
const isAbsent = (error: unknown): boolean => error instanceof ProblemError && error.problem.status === 404;
/** A read that failed. Another desk's now: nothing of it stays on this screen; said once, for two hints can ask at once. */
function failure(error: unknown, { view, failed, said, busy }: Pick<Shown, 'view' | 'failed' | 'said'> & { readonly busy: boolean }): Partial<Shown> {
  if (!isAbsent(error)) return { failed: wordsOf(error) };
  if (view) return { view: null, failed: `${said} ${NO_LONGER_HERE}${busy ? KEPT : ''}`.trim() };
  return failed.includes(NO_LONGER_HERE) ? {} : { failed: wordsOf(error) };
}

const ANSWERING = ['conduct-review', 'record-visit'];

/** What the page knows for a form: the task that it answers; the investigation as it stands, so that one answer changed takes none of the others away. */
function presetOf(form: string, view: CustodyView | null): Readonly<Record<string, unknown>> {
  if (form === 'record-investigation' && view) return { ...view.investigation };
  if (form === 'answer-bail' && view) return { stationId: view.stationId };
  const task = ANSWERING.includes(form) ? view?.doNext.find((d) => d.act === form) : undefined;
  return task ? { answersKey: task.key } : {};
}

/** The form that the address asked for, or in its place the sentence of why this post has none. */
const asked = (view: CustodyView, form: string | null): Pick<Shown, 'form' | 'said'> => (form === null || isTaken(view, form) ? { form, said: '' } : { form: null, said: whyClosed(view, form) });

const versionOf = (entry: string): number => Number(entry.split('.')[0]);

/** "PS Hale recorded a visit at 02:58 while you were typing. Your entry is kept below. Check it, then save again." */
function meanwhileWords(before: CustodyView, after: CustodyView): string {
  const added = after.timeline.filter((e) => versionOf(e.entry) > before.version);
  const told = added.map((e) => `${e.by.trim()} recorded at ${clockTime(e.recordedAt as Instant)}: ${e.says}.`);
  return `${told.join(' ') || 'The record was changed.'} That was while you were typing. Your entry is kept below. Check it, then save again.`;
}

/** A custody record as this page holds it: gone from memory with the page. */
export const CustodyRecordStore = signalStore(
  withState(EMPTY),
  withProps(() => ({ _api: inject(Api), _live: inject(Live), _clock: inject(Clock), _until: inject(DestroyRef), _followed: { id: '', stop: (): void => undefined } })),
  withComputed(({ view, form, _clock }) => ({
    who: computed(() => { const v = view(); return v ? `${v.name ?? 'name not known'}, ${v.location}` : ''; }),
    face: computed(() => (view()?.name ?? '?').split(/\s+/).map((w) => w[0] ?? '').join('').slice(0, 2).toUpperCase()),
    act: computed<FormAct | null>(() => { const found = CUSTODY_ACTS.find((a) => slug(a.name) === form()); return found ? { name: found.name, slug: slug(found.name), label: found.label, schema: found.schema } : null; }),
    preset: computed<Readonly<Record<string, unknown>>>(() => presetOf(form() ?? '', view()), { equal: (a, b) => JSON.stringify(a) === JSON.stringify(b) }),
    counted: computed(() => { const c = view()?.clock; return c ? (c.running ? c.countedMs + Math.max(0, elapsed(c.countedAt as Instant, _clock.now())) : c.countedMs) : 0; }),
    /** Also when the clock alone has brought it about, before anybody tells this page. */
    unlawful: computed(() => unlawfulSince(view()?.unlawfulFrom ?? null, _clock.now())),
  })),
  withMethods(({ _api, _live, _until, _followed, ...store }) => {
    const take = (view: CustodyView): void => {
      const before = store.view();
      const changed = before?.id === view.id && view.version > before.version && (store.form() !== null || store.correcting() !== null);
      patchState(store, { view, failed: '', ...(before?.id === view.id ? {} : asked(view, store.form())), ...(changed ? { meanwhile: meanwhileWords(before, view) } : {}) });
    };
    const follow = (id: string): void => {
      if (_followed.id === id) return;
      _followed.stop();
      _followed.id = id;
      _followed.stop = _live.follow([`record:${id}`], () => { void read(id); }, _until);
    };
    const read = async (id: string): Promise<void> => {
      try {
        const { view } = await _api.get<{ view: CustodyView }>(`/api/custody/custody-record/${id}`);
        follow(id);
        if (_followed.id === id) take(view);
      } catch (error) {
        patchState(store, failure(error, { view: store.view(), failed: store.failed(), said: store.said(), busy: store.form() !== null || store.correcting() !== null }));
      }
    };
    return {
      read,
      /** Opens a form; of an act that is not open it says when it opens, and why. */
      open: (act: string): boolean => {
        const view = store.view();
        const why = view ? whyClosed(view, act) : 'The record is not read yet. Try again.';
        patchState(store, why ? { said: why } : { form: act, said: '', meanwhile: '' });
        return why === '';
      },
      /** The form a task or the whiteboard asked for, before the record is read. */
      ask: (act: string) => { const view = store.view(); patchState(store, view ? asked(view, act) : { form: act }); },
      close: () => { patchState(store, { form: null, correcting: null, meanwhile: '' }); },
      correct: (entry: string) => { patchState(store, { correcting: store.correcting() === entry ? null : entry, meanwhile: '' }); },
      resume: (entry: string) => { patchState(store, { correcting: entry }); },
    };
  }),
  withMethods((store) => {
    const done = (acted: Acted, said: string): void => {
      patchState(store, { ...(acted.view ? { view: acted.view as CustodyView } : {}), form: null, correcting: null, meanwhile: '', said: [said, ...acted.notes].join(' ') });
      if (acted.view) return;
      const left = store.view()?.id;
      if (left) void store.read(left);
      else patchState(store, { failed: `${store.said()} ${NO_LONGER_HERE}` }); // a hint was quicker than the answer
    };
    return {
      recorded: (acted: Acted, label: string) => { done(acted, `${label}: recorded.`); },
      /** The entry whose correction was open. */
      corrected: (acted: Acted) => {
        const entry = (acted.view as CustodyView | null)?.timeline.find((e) => e.entry === store.correcting());
        done(acted, entry?.corrected?.struckOut ? 'The entry is struck out.' : 'The entry is corrected.');
      },
    };
  }),
);
