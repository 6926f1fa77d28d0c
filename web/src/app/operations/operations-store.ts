import { inject } from '@angular/core';
import { patchState, signalStore, withMethods, withState } from '@ngrx/signals';
import { Api, ProblemError, wordsOf } from '../shared/api.ts';
import type { Operations } from './operations.ts';

interface State {
  readonly seen: Operations | null;
  /** When the api last answered, by the browser's clock; what is shown is from then. */
  readonly answeredAt: number;
  /** Said where the last look failed: the api is away, or does not allow it. */
  readonly failed: string;
  readonly away: boolean;
  readonly problems: Readonly<Record<string, string>>;
  readonly said: string;
}
const start: State = { seen: null, answeredAt: 0, failed: '', away: false, problems: {}, said: '' };

const isAway = (error: unknown): boolean => !(error instanceof ProblemError) || error.problem.status === 0 || error.problem.status >= 500;
/** What is wrong with each field, the act's own refusal under ''. */
const problemsOf = (error: unknown): Record<string, string> =>
  (error instanceof ProblemError && error.problem.problems.length > 0 ? Object.fromEntries(error.problem.problems.map((p) => [p.field, p.message])) : { '': wordsOf(error) });

/** What the operations page shows: read again every few seconds, kept with its age while the api is away. */
export const OperationsStore = signalStore(
  withState(start),
  withMethods((store, api = inject(Api)) => {
    const read = async (): Promise<void> => {
      try {
        const seen = await api.get<Operations>('/api/operations');
        patchState(store, { seen, answeredAt: Date.now(), failed: '', away: false });
      } catch (error) {
        patchState(store, { failed: wordsOf(error), away: isAway(error) });
      }
    };
    const tell = async (path: string, body: object, said: string): Promise<boolean> => {
      try {
        await api.post(path, body);
        patchState(store, { problems: {}, said });
        await read();
        return true;
      } catch (error) {
        patchState(store, { problems: problemsOf(error), said: '' });
        return false;
      }
    };
    return {
      read,
      /** True where it is held. */
      hold: (what: string, reason: string) => tell('/api/operations/hold', { what, reason }, 'Held for 5 minutes.'),
      /** Ends that hold, whoever holds it. */
      end: (id: string) => tell('/api/operations/release', { id }, (store.seen()?.holds.length ?? 0) > 1 ? 'That hold has ended. Another one still holds.' : 'The hold has ended. Bells sound again.'),
    };
  }),
);
