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

export interface AlarmsAnswer { readonly alarms: readonly AlarmSummary[]; readonly open: number }

/** What every page shares: who is signed in, what sounds, whether the desk is live. Of detainees it holds only what the open alarms name, and that goes with the session. */
interface Desk { readonly session: SessionAnswer | null; readonly signedOut: boolean; readonly alarms: readonly AlarmSummary[]; readonly open: number; readonly alarmsAt: number; readonly alarmsFailedSince: number; readonly live: boolean; readonly liveSince: number; readonly refusals: number }
/** Times are the wall's; 0: never. `open` counts also those that the list is too short for; `refusals` how often the posts held did not allow what was asked. */
const NO_ALARMS = { alarms: [], open: 0, alarmsAt: 0, alarmsFailedSince: 0 };
const start: Desk = { session: null, signedOut: false, ...NO_ALARMS, live: true, liveSince: Date.now(), refusals: 0 };

const cutOff = ({ live, liveSince }: Desk): Pick<Desk, 'live' | 'liveSince'> => ({ live: false, liveSince: live ? Date.now() : liveSince });

export const deskActions = createActionGroup({
  source: 'Desk',
  events: { 'Session Read': props<{ session: SessionAnswer }>(), 'Session Ended': emptyProps(), 'Post Refused': emptyProps(), 'Engine Changed': props<{ engine: SessionAnswer['engine'] }>(), 'Alarms Read': props<{ alarms: readonly AlarmSummary[]; open: number }>(), 'Alarms Not Read': emptyProps(), 'Connection Changed': props<{ live: boolean }>() },
});

export const desk = createFeature({
  name: 'desk',
  reducer: createReducer(
    start,
    on(deskActions.sessionRead, (state, { session }) => ({ ...state, session, signedOut: false })), on(deskActions.sessionEnded, (state) => ({ ...state, ...NO_ALARMS, signedOut: true, ...cutOff(state) })), on(deskActions.postRefused, (state) => ({ ...state, refusals: state.refusals + 1 })),
    on(deskActions.engineChanged, (state, { engine }) => (state.session && (state.session.engine.up !== engine.up || state.session.engine.held !== engine.held) ? { ...state, session: { ...state.session, engine } } : state)),
    // an answer that was on its way when the session ended brings nobody's name back
    on(deskActions.alarmsRead, (state, { alarms, open }) => (state.signedOut ? state : { ...state, alarms, open, alarmsAt: Date.now(), alarmsFailedSince: 0 })),
    on(deskActions.alarmsNotRead, (state) => (state.signedOut || state.alarmsFailedSince > 0 ? state : { ...state, alarmsFailedSince: state.alarmsAt || Date.now() })),
    // nobody is told anything without a session, whatever a stream still says that was open before it ended
    on(deskActions.connectionChanged, (state, { live }) => (state.live === live || (live && state.signedOut) ? state : { ...state, live, liveSince: Date.now() })),
  ),
});
