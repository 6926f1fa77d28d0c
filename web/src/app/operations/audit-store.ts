import { computed, inject } from '@angular/core';
import { patchState, signalStore, withComputed, withMethods, withState } from '@ngrx/signals';
import { Api, ProblemError, wordsOf } from '../shared/api.ts';
import { NO_QUERY, type AuditChoices, type AuditPageOfLines, type AuditQuery } from './audit.ts';

interface State {
  readonly choices: AuditChoices;
  readonly query: AuditQuery;
  readonly page: AuditPageOfLines | null;
  /** Where each page that was opened begins, the newest first ('' is the beginning). */
  readonly begins: readonly string[];
  readonly busy: boolean;
  readonly failed: string;
  readonly problems: Readonly<Record<string, string>>;
}
const start: State = { choices: { uses: [], verbs: [], outcomes: [] }, query: NO_QUERY, page: null, begins: [''], busy: false, failed: '', problems: {} };

/** The audit log as searched: the question, one page of lines, and where the pages before it began. Leaves memory with the page. */
export const AuditStore = signalStore(
  withState(start),
  withComputed((store) => ({ number: computed(() => store.begins().length), hasNewer: computed(() => store.begins().length > 1) })),
  withMethods((store, api = inject(Api)) => {
    const look = async (begins: readonly string[]): Promise<void> => {
      patchState(store, { busy: true });
      const asked = Object.fromEntries(Object.entries({ ...store.query(), before: begins.at(-1) ?? '' }).filter(([, value]) => value !== ''));
      try {
        patchState(store, { page: await api.post<AuditPageOfLines>('/api/audit/events/search', asked), begins, busy: false, failed: '', problems: {} });
      } catch (error) {
        const fields = error instanceof ProblemError ? error.problem.problems : [];
        patchState(store, { busy: false, failed: fields.length > 0 ? '' : wordsOf(error), problems: Object.fromEntries(fields.map((p) => [p.field, p.message])) });
      }
    };
    return {
      ask: (name: keyof AuditQuery, value: string): void => { patchState(store, { query: { ...store.query(), [name]: value } }); },
      readChoices: async (): Promise<void> => {
        try {
          patchState(store, { choices: await api.get<AuditChoices>('/api/audit/choices'), failed: '' });
        } catch (error) {
          patchState(store, { failed: wordsOf(error) });
        }
      },
      search: () => look(['']),
      older: (): Promise<void> => { const next = store.page()?.next; return next ? look([...store.begins(), next]) : Promise.resolve(); },
      newer: () => look(store.begins().slice(0, -1)),
    };
  }),
);
