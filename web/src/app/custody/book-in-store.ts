import { computed, inject } from '@angular/core';
import { patchState, signalStore, withComputed, withMethods, withProps, withState } from '@ngrx/signals';
import { CUSTODY_ACTS } from '#domain/custody/custody-record/acts';
import { CUSTODY_LAW } from '#domain/custody/custody-record/limits';
import type { CustodyView } from '#domain/custody/custody-record/view';
import { waitingState } from '#domain/custody/custody-record/waiting';
import { slug } from '#domain/shared/act';
import { elapsed, type Instant } from '#domain/shared/time';
import type { FormAct } from '../shared/act-form.ts';
import { Api, wordsOf } from '../shared/api.ts';
import { Clock } from '../shared/clock.ts';
import { entryOf, nextStep, stepBeside, STEPS } from './book-in-steps.ts';

export interface Confirmed { readonly personId: string; readonly anotherPersonBecause?: string }

interface BookInState {
  readonly view: CustodyView | null;
  readonly failed: string;
  /** Another act than the step's own: do not detain, arrest on new evidence. */
  readonly instead: string | null;
  /** A step that is done, looked at again. */
  readonly looking: string | null;
  readonly person: Confirmed | null;
}

const formOf = (wanted: string): FormAct | null => {
  const found = CUSTODY_ACTS.find((a) => slug(a.name) === wanted);
  return found ? { name: found.name, slug: wanted, label: found.label, schema: found.schema } : null;
};

/** Booking one person in: what is recorded, which step is next, which one is looked at. */
export const BookInStore = signalStore(
  withState<BookInState>({ view: null, failed: '', instead: null, looking: null, person: null }),
  withProps(() => ({ _api: inject(Api), _clock: inject(Clock) })),
  withComputed((store) => {
    const step = computed(() => nextStep(store.view()));
    return {
      step,
      act: computed(() => formOf(store.instead() ?? step())),
      title: computed(() => STEPS.find((s) => s.slug === (store.looking() ?? step()))?.title ?? ''),
      entry: computed(() => { const looking = store.looking(); return looking ? entryOf(store.view(), looking) : null; }),
      authorisedAt: computed(() => entryOf(store.view(), 'authorise-detention')?.occurredAt ?? null),
      /** How long they have been here without a decision. */
      here: computed(() => { const v = store.view(); return v?.arrivedAt && v.phase === 'arrived' ? elapsed(v.arrivedAt as Instant, store._clock.now()) : null; }),
    };
  }),
  withComputed((store) => ({
    hereFace: computed(() => waitingState({ enRoute: false, arrivedAt: store.here() === null ? null : (store.view()!.arrivedAt as Instant), onTheWaySince: null }, CUSTODY_LAW, store._clock.now())),
  })),
  withMethods((store) => ({
    async read(id: string): Promise<void> {
      try {
        const { view } = await store._api.get<{ view: CustodyView }>(`/api/custody/custody-record/${id}`);
        patchState(store, { view, failed: '' });
      } catch (error) {
        patchState(store, { failed: wordsOf(error) });
      }
    },
    replace(view: unknown): void { patchState(store, { view: view as CustodyView, instead: null, looking: null }); },
    choose(act: string | null): void { patchState(store, { instead: act === store.step() ? null : act }); },
    look(step: string | null): void { patchState(store, { looking: step }); },
    /** Alt+← looks at the step before, Alt+→ at the one after. */
    walk(by: -1 | 1): void { patchState(store, { looking: stepBeside(store.view(), store.looking() ?? '', by) }); },
    confirm(person: Confirmed): void { patchState(store, { person }); },
  })),
);
