import { computed, inject } from '@angular/core';
import { patchState, signalStore, withComputed, withMethods, withProps, withState } from '@ngrx/signals';
import { allWordsOf, Api, wordsOf } from '../shared/api.ts';
import type { ActName, Assignee, Filters, History, Inbox, Task } from './inbox.ts';

interface Asking { readonly act: ActName; readonly task: Task; readonly given: Readonly<Record<string, string>>; readonly refused: string; readonly assignees: readonly Assignee[] }
interface Said { readonly words: string; readonly failed: boolean; readonly undo: { readonly act: ActName; readonly task: Task } | null }
interface Shown {
  readonly inbox: Inbox | null; readonly failed: string;
  /** Words searched for; a name typed here leaves memory with the page. */
  readonly search: string;
  readonly said: Said | null; readonly asking: Asking | null;
  /** The task the keys mean, and the one that stands opened. */
  readonly chosen: string | null; readonly opened: string | null; readonly history: readonly History[];
}
const EMPTY: Shown = { inbox: null, failed: '', search: '', said: null, asking: null, chosen: null, opened: null, history: [] };

/** An act that can be taken back at once by its opposite. */
const OPPOSITE: Partial<Record<ActName, ActName>> = { claim: 'release', release: 'claim', hold: 'resume' };
const DONE: Readonly<Record<ActName, string>> = { claim: 'It is yours.', release: 'Given back: nobody has it now.', assign: 'Assigned.', reassign: 'Reassigned.', hold: 'On hold. Its clock goes on.', resume: 'No longer on hold.', note: 'The note is kept.' };
const UNDO_FOR = 12_000;
const FORM: readonly ActName[] = ['assign', 'reassign', 'hold', 'note'];
const name = (task: Task): string => `${task.title}, ${task.recordTitle}`;

/** What the inbox shows, read anew at each hint; every act goes by the revision that was seen. */
export const InboxStore = signalStore(
  withState(EMPTY),
  withProps(() => ({ _api: inject(Api), _asked: { filters: {} as Filters, turn: 0, undo: 0 } })),
  withComputed(({ inbox, chosen }) => {
    const tasks = computed(() => (inbox()?.groups ?? []).flatMap((g) => g.tasks));
    return { tasks, current: computed(() => tasks().find((t) => t.id === chosen()) ?? null) };
  }),
  withMethods(({ _api, _asked, ...store }) => {
    /** Where the task that was chosen has left the list, the keys go on from its place. */
    const keepPlace = (inbox: Inbox): string | null => {
      const before = store.tasks().findIndex((t) => t.id === store.chosen());
      const ids = inbox.groups.flatMap((g) => g.tasks.map((t) => t.id));
      return ids.includes(store.chosen() ?? '') || before < 0 ? store.chosen() : (ids[Math.min(before, ids.length - 1)] ?? null);
    };
    /** An answer that comes after another was asked for is dropped. */
    const read = async (filters: Filters): Promise<void> => {
      _asked.filters = filters;
      const turn = ++_asked.turn;
      try {
        const inbox = await _api.post<Inbox>('/api/work/tasks/search', Object.fromEntries(Object.entries(filters).filter(([, value]) => value)));
        if (turn === _asked.turn) patchState(store, { chosen: keepPlace(inbox), inbox, failed: '' });
      } catch (error) {
        if (turn === _asked.turn) patchState(store, { failed: wordsOf(error) });
      }
    };
    const _readHistory = async (id: string): Promise<void> => {
      const { history } = await _api.get<{ history: History[] }>(`/api/work/task/${id}`).catch(() => ({ history: [] }));
      if (store.opened() === id) patchState(store, { history });
    };
    return { read, _readHistory, again: (): Promise<void> => read(_asked.filters) };
  }),
  withMethods(({ _asked, ...store }) => {
    const _say = (said: Said): void => {
      clearTimeout(_asked.undo);
      patchState(store, { said });
      if (said.undo) _asked.undo = window.setTimeout(() => { patchState(store, { said: { ...said, undo: null } }); }, UNDO_FOR);
    };
    /** Refused in a form, it stands in the form with all that was typed. */
    const _fail = (words: string): void => {
      const asking = store.asking();
      if (asking) patchState(store, { asking: { ...asking, refused: words } });
      else _say({ words, failed: true, undo: null });
    };
    return { _say, _fail };
  }),
  withMethods(({ _api, _say, _fail, _readHistory, ...store }) => ({
    async perform(act: ActName, task: Task, body: object = {}): Promise<void> {
      try {
        const { task: after, warnings } = await _api.post<{ task: Task; warnings: readonly string[] }>(`/api/work/task/${task.id}/${act}`, { revision: task.revision, ...body });
        patchState(store, { asking: null });
        const opposite = OPPOSITE[act];
        _say({ words: [`${name(task)}. ${DONE[act]}`, ...warnings].join(' '), failed: false, undo: opposite && after.can[opposite] ? { act: opposite, task: after } : null });
      } catch (error) {
        _fail(allWordsOf(error));
      }
      await store.again();
      if (store.opened() === task.id) await _readHistory(task.id);
    },
    /** Opening a task is looking at it, and is noted as that. */
    async toggle(task: Task): Promise<void> {
      const opens = store.opened() !== task.id;
      patchState(store, { opened: opens ? task.id : null, history: [], chosen: task.id });
      if (!opens) return;
      await _api.post(`/api/work/task/${task.id}/look`, {}).catch(() => null); // what is looked at is shown even where the note of it fails
      await _readHistory(task.id);
    },
    find: (search: string): void => { patchState(store, { search: search.trim() }); },
    choose: (id: string) => { if (store.chosen() !== id) patchState(store, { chosen: id }); },
    /** Moves by rows, and says where it is now. */
    move: (by: number): string | null => {
      const ids = store.tasks().map((t) => t.id);
      const at = ids.indexOf(store.chosen() ?? '');
      const chosen = ids[at < 0 ? 0 : Math.max(0, Math.min(ids.length - 1, at + by))] ?? null;
      patchState(store, { chosen });
      return chosen;
    },
    give: (field: string, value: string) => { const asking = store.asking(); if (asking) patchState(store, { asking: { ...asking, given: { ...asking.given, [field]: value } } }); },
    /** Closes what is open, the form before the row. */
    close: (): void => { if (store.asking()) patchState(store, { asking: null }); else patchState(store, { opened: null }); },
  })),
  withMethods(({ _api, ...store }) => ({
    async begin(act: ActName, task: Task): Promise<void> {
      if (!task.can[act]) return;
      if (!FORM.includes(act)) { await store.perform(act, task); return; }
      patchState(store, { asking: { act, task, given: {}, refused: '', assignees: [] }, chosen: task.id });
      if (act !== 'assign' && act !== 'reassign') return;
      const { officers } = await _api.get<{ officers: Assignee[] }>(`/api/work/task/${task.id}/assignees`).catch(() => ({ officers: [] }));
      const asking = store.asking();
      if (asking?.task.id === task.id) patchState(store, { asking: { ...asking, assignees: officers } });
    },
    /** After a refusal the officer has seen the task as it is now, so the next try goes by that. */
    async submit(): Promise<void> {
      const asking = store.asking();
      if (!asking) return;
      const seen = (asking.refused ? store.tasks().find((t) => t.id === asking.task.id) : null) ?? asking.task;
      await store.perform(asking.act, seen, Object.fromEntries(Object.entries(asking.given).filter(([, value]) => value !== '')));
    },
    undo: async (): Promise<void> => { const undo = store.said()?.undo; if (undo) await store.perform(undo.act, undo.task); },
  })),
);
