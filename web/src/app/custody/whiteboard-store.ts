import { computed, DestroyRef, inject } from '@angular/core';
import { patchState, signalStore, withComputed, withMethods, withProps, withState } from '@ngrx/signals';
import { deskCounts, deskOrder, quietUntil } from '#domain/custody/custody-record/board-next';
import type { CustodyView } from '#domain/custody/custody-record/view';
import { clockTime } from '#domain/shared/local-time';
import { Api, wordsOf } from '../shared/api.ts';
import { Clock } from '../shared/clock.ts';
import { Live } from '../shared/live.ts';
import { whyClosed } from './closed-acts.ts';
import type { BoardRow, Whiteboard } from './whiteboard.ts';

interface Shown {
  readonly board: Whiteboard | null;
  readonly failed: string;
  readonly search: string;
  readonly mineOnly: boolean;
  /** The person the keys mean: by record, since the order moves under the reader. */
  readonly chosen: string | null;
  readonly opened: string | null;
  /** Why the last key opened nothing. */
  readonly said: string;
}

const EMPTY: Shown = { board: null, failed: '', search: '', mineOnly: false, chosen: null, opened: null, said: '' };
const matches = (row: BoardRow, words: string): boolean => !words || `${row.name} ${row.location} ${row.custodyNumber} ${row.officer} ${row.plan}`.toLowerCase().includes(words.toLowerCase());
/** `Cell 2` inside a sentence; the name of a hospital stays as it is. */
const inSentence = (place: string): string => place.replace(/^Cell\b/, 'cell');

/** What the whiteboard shows: read whole at each hint, ordered and counted anew each second by the domain's rule. */
export const WhiteboardStore = signalStore(
  withState(EMPTY),
  withProps(() => ({ _api: inject(Api), _live: inject(Live), _clock: inject(Clock), _until: inject(DestroyRef), _asked: { station: '', followed: '', stop: (): void => undefined } })),
  withComputed(({ board, search, mineOnly, chosen, _clock }) => {
    const all = computed(() => board()?.rows ?? []);
    const rows = computed(() => deskOrder(all().filter((r) => (!mineOnly() || r.mine) && matches(r, search())), _clock.now()));
    return {
      rows, counts: computed(() => deskCounts(all(), board()?.waiting ?? [], _clock.now())),
      current: computed(() => rows().find(({ line }) => line.recordId === chosen())?.line ?? null),
      /** "Nothing is due in the next 30 minutes. Next: visit, cell 2, 03:31." */
      quiet: computed(() => { const first = quietUntil(all(), _clock.now()); return first ? `Nothing is due in the next 30 minutes. Next: ${first.next.what.toLowerCase()}, ${inSentence(first.line.location)}, ${clockTime(first.next.due!)}.` : ''; }),
    };
  }),
  withMethods(({ _api, _live, _until, _asked, ...store }) => {
    const follow = (station: string): void => {
      if (_asked.followed === station) return;
      _asked.stop();
      _asked.followed = station;
      _asked.stop = station ? _live.follow([`station:${station}`], () => { void read(_asked.station); }, _until) : () => undefined;
    };
    const take = (board: Whiteboard): void => {
      patchState(store, { board, failed: '' });
      if (store.chosen() === null) patchState(store, { chosen: store.rows()[0]?.line.recordId ?? null });
      follow(board.station?.id ?? '');
    };
    /** An answer that comes after another station was asked for is dropped. */
    const read = async (station: string): Promise<void> => {
      _asked.station = station;
      try {
        const board = await _api.get<Whiteboard>('/api/custody/whiteboard', station ? { station } : {});
        if (_asked.station === station) take(board);
      } catch (error) {
        if (_asked.station === station) patchState(store, { failed: wordsOf(error) });
      }
    };
    const choose = (recordId: string): void => { patchState(store, { chosen: recordId, ...(recordId === store.chosen() ? {} : { said: '' }) }); };
    return {
      read, choose,
      again: () => read(_asked.station),
      find: (search: string) => { patchState(store, { search }); },
      toggleMine: () => { patchState(store, { mineOnly: !store.mineOnly() }); },
      toggle: (recordId: string) => { patchState(store, { opened: store.opened() === recordId ? null : recordId }); },
      /** Moves by rows, and says whose it is now. */
      move: (by: number): string | null => {
        const ids = store.rows().map(({ line }) => line.recordId);
        const current = store.current();
        const at = current ? ids.indexOf(current.recordId) + by : 0;
        const id = ids[Math.max(0, Math.min(ids.length - 1, at))] ?? null;
        if (id) choose(id);
        return id;
      },
    };
  }),
  withMethods((store) => ({ say: (said: string): void => { patchState(store, { said }); } })),
  withMethods(({ _api, ...store }) => ({
    /** Whether a key may open this form for them now; if not, says why. A record that cannot be read says so on its own page. */
    mayOpen: async ({ recordId, name, location }: BoardRow, act: string): Promise<boolean> => {
      const view = await _api.get<{ view: CustodyView }>(`/api/custody/custody-record/${recordId}`).then((answer) => answer.view, () => null);
      const why = view ? whyClosed(view, act) : '';
      store.say(why ? `${location} ${name}. ${why}` : '');
      return why === '';
    },
  })),
);
