import { inject } from '@angular/core';
import { patchState, signalStore, withMethods, withState } from '@ngrx/signals';
import { Api, wordsOf } from '../shared/api.ts';
import type { Roster, Station } from './roster.ts';

interface State { readonly stations: readonly Station[]; readonly station: string; readonly roster: Roster | null; readonly failed: string; readonly said: string }
const start: State = { stations: [], station: '', roster: null, failed: '', said: '' };

/** One station's roster, and the stations there are to choose from. */
export const RosterStore = signalStore(
  withState(start),
  withMethods((store, api = inject(Api)) => {
    const failing = async (work: () => Promise<void>): Promise<void> => {
      try {
        await work();
        patchState(store, { failed: '' });
      } catch (error) {
        patchState(store, { failed: wordsOf(error) });
      }
    };
    /** An answer for a station that was left meanwhile is dropped. */
    const read = () => failing(async () => {
      const asked = store.station();
      if (asked === '') return;
      const roster = await api.get<Roster>(`/api/force/duty-roster/${asked}`);
      if (asked === store.station()) patchState(store, { roster });
    });
    return {
      read,
      /** Shows the station asked for, or else the officer's own, or the first. */
      open: (wanted: string, own: string) => failing(async () => {
        const { stations } = await api.get<{ stations: Station[] }>('/api/force/stations');
        const station = [wanted, own].find((id) => stations.some((s) => s.id === id)) ?? stations[0]?.id ?? '';
        patchState(store, { stations, station });
        await read();
      }),
      choose: async (station: string): Promise<void> => { patchState(store, { station, roster: null, said: '' }); await read(); },
      say: (said: string): void => { patchState(store, { said }); },
    };
  }),
);
