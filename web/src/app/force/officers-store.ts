import { inject } from '@angular/core';
import type { Officer } from '#domain/force/officer/officer';
import { patchState, signalStore, withMethods, withState } from '@ngrx/signals';
import { Api, wordsOf } from '../shared/api.ts';

export interface KeptOfficer { readonly id: string; readonly version: number; readonly state: Officer }
interface State { readonly officer: KeptOfficer | null; readonly failed: string; readonly said: string }
const start: State = { officer: null, failed: '', said: '' };

/** One officer's dated facts, as last read or as an act left them. */
export const OfficersStore = signalStore(
  withState(start),
  withMethods((store, api = inject(Api)) => ({
    read: async (id: string): Promise<void> => {
      try {
        const { view } = await api.get<{ view: KeptOfficer }>(`/api/force/officer/${id}`);
        patchState(store, { officer: view, failed: '', said: '' });
      } catch (error) {
        patchState(store, { failed: wordsOf(error) });
      }
    },
    show: (officer: KeptOfficer | null, said: string): void => { patchState(store, { officer, said, failed: '' }); },
  })),
);
