import { createActionGroup, createFeature, createReducer, emptyProps, on, props } from '@ngrx/store';
import type { Instant } from '#domain/shared/time';

export interface PostSummary { readonly post: string; readonly words: string; readonly stations: readonly { readonly id: string; readonly name: string }[] }
export interface SessionAnswer {
  readonly officer: { readonly id: string; readonly name: string; readonly shortName: string; readonly rank: string; readonly posts: readonly PostSummary[]; readonly teams: readonly string[] };
  readonly rules: readonly unknown[];
  readonly clock: { readonly now: Instant; readonly training: boolean; readonly running: boolean };
  readonly engine: { readonly up: boolean; readonly held: boolean };
}
export interface AlarmSummary {
  readonly id: string; readonly recordId: string; readonly stationId: string; readonly code: string; readonly kind: string; readonly title: string; readonly recordTitle: string; readonly at: Instant; readonly late: boolean; readonly toMe: boolean;
  readonly told: readonly { readonly shortName: string; readonly post: string; readonly acknowledgedAt: string | null }[]; readonly duty: string; readonly due: Instant | null; readonly place: string; readonly act: { readonly slug: string; readonly label: string } | null; readonly acknowledgedByMe: string | null; readonly repeatsInMs: number;
}

/** What every page shares: who is signed in, what sounds, whether the desk is live. Nothing about a detainee stays here. */
interface Desk { readonly session: SessionAnswer | null; readonly signedOut: boolean; readonly alarms: readonly AlarmSummary[]; readonly alarmsAt: number; readonly live: boolean; readonly liveSince: number }
const start: Desk = { session: null, signedOut: false, alarms: [], alarmsAt: 0, live: true, liveSince: Date.now() };

export const deskActions = createActionGroup({
  source: 'Desk',
  events: { 'Session Read': props<{ session: SessionAnswer }>(), 'Session Ended': emptyProps(), 'Alarms Read': props<{ alarms: readonly AlarmSummary[] }>(), 'Connection Changed': props<{ live: boolean }>() },
});

export const desk = createFeature({
  name: 'desk',
  reducer: createReducer(
    start,
    on(deskActions.sessionRead, (state, { session }) => ({ ...state, session, signedOut: false })), on(deskActions.sessionEnded, (state) => ({ ...state, signedOut: true })),
    on(deskActions.alarmsRead, (state, { alarms }) => ({ ...state, alarms, alarmsAt: Date.now() })), on(deskActions.connectionChanged, (state, { live }) => (state.live === live ? state : { ...state, live, liveSince: Date.now() })),
  ),
});
