import { ChangeDetectionStrategy, Component, computed, DestroyRef, effect, inject, signal, untracked } from '@angular/core';
import { Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { Store } from '@ngrx/store';
import { clockTimeSeconds } from '#domain/shared/local-time';
import { AlarmBar } from './shell/alarm-bar.ts';
import { KeyHelp } from './shell/key-help.ts';
import { leaveClosedPages } from './shell/leave-closed-pages.ts';
import { Leaving } from './shell/leaving.ts';
import { Ability } from './shared/ability.ts';
import { Api, ProblemError } from './shared/api.ts';
import { Clock } from './shared/clock.ts';
import { Drafts } from './shared/drafts.ts';
import { desk, deskActions, type AlarmsAnswer, type SessionAnswer } from './shared/desk-state.ts';
import { Keys } from './shared/keys.ts';
import { Live } from './shared/live.ts';
import { SessionEnded } from './shell/session-ended.ts';
import { SessionTabs } from './shell/session-tabs.ts';
import { SessionWarning } from './shell/session-warning.ts';
import { NoticesBell } from './work/notices.ts';

const SESSION_EVERY = 20_000;
const ALARMS_EVERY = 30_000;
/** A refusal that comes sooner than this after the last look has nothing new to tell: no answer may keep asking itself. */
const LOOK_AGAIN = 5_000;
/** Why the last sign-in came to nothing, as the server says it in the address. */
const NOT_SIGNED_IN: Readonly<Record<string, string>> = {
  away: 'The identity provider does not answer. Wait a minute and sign in again; if it stays away, ring the support desk.', refused: 'The identity provider did not confirm the sign-in. Sign in again.',
  unknown: 'Your account is not on the force’s roster. Ask your administrator to appoint you.',
};

/** The shell: who is signed in, where they may go, what sounds, whether the desk is live, what time it is. */
@Component({ selector: 'app-root', changeDetection: ChangeDetectionStrategy.OnPush, imports: [RouterOutlet, RouterLink, RouterLinkActive, AlarmBar, KeyHelp, Leaving, NoticesBell, SessionEnded, SessionWarning], templateUrl: './app.html' })
export class App {
  private readonly store = inject(Store);
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly ability = inject(Ability);
  private readonly hints = inject(Live);
  private readonly drafts = inject(Drafts);
  private readonly tabs = inject(SessionTabs);
  private readonly until = inject(DestroyRef);
  private following = false;
  private renewedAt = 0;
  private readonly refusals = this.store.selectSignal(desk.selectRefusals);
  readonly clock = inject(Clock);
  readonly session = this.store.selectSignal(desk.selectSession);
  readonly signedOut = this.store.selectSignal(desk.selectSignedOut);
  readonly live = this.store.selectSignal(desk.selectLive);
  readonly liveSince = this.store.selectSignal(desk.selectLiveSince);
  readonly failed = signal('');
  /** The first look for a session has come back: until then nobody is told to sign in. */
  readonly asked = signal(false);
  readonly refused = NOT_SIGNED_IN[new URLSearchParams(location.search).get('signIn') ?? ''] ?? '';
  readonly help = signal(false);
  /** Forms that a sign-out, asked for just now, would forget. */
  readonly unsaved = signal(0);
  readonly posts = computed(() => (this.session()?.officer.posts ?? []).map((p) => `${p.words}${p.stations.length ? `, ${p.stations.map((s) => s.name).join(' and ')}` : ''}`));
  readonly pages = computed(() => [
    { path: '/whiteboard', words: 'Whiteboard', shown: this.ability.can('read', 'CustodyRecord') }, { path: '/work', words: 'Work', shown: this.ability.can('read', 'Task') }, { path: '/roster', words: 'Roster', shown: this.ability.can('read', 'DutyRoster') },
    { path: '/officers', words: 'Officers', shown: this.ability.can('giveActingRank', 'Officer') }, { path: '/operations', words: 'Operations', shown: this.ability.can('read', 'Operations') }, { path: '/audit', words: 'Audit log', shown: this.ability.can('read', 'AuditEvent') }, { path: '/training', words: 'Training clock', shown: this.session()?.clock.training === true && this.ability.can('advance', 'Clock') },
  ].filter((p) => p.shown));
  readonly staleSince = computed(() => clockTimeSeconds(this.clock.timeOf(this.liveSince())));

  constructor() {
    void this.readSession();
    this.tabs.askBy(() => { void this.readSession(); }, SESSION_EVERY, this.until);
    const timer = setInterval(() => { void this.readAlarms(); }, ALARMS_EVERY);
    this.until.onDestroy(() => { clearInterval(timer); });
    effect(() => { if (this.refusals() > 0) untracked(() => { this.renew(); }); });
    leaveClosedPages();
    inject(Keys).listen({ '?': () => { this.help.set(true); }, 'g w': () => { void this.router.navigateByUrl('/whiteboard'); }, 'g i': () => { void this.router.navigateByUrl('/work'); }, '/': () => { document.querySelector<HTMLElement>('[data-search]')?.focus(); }, '!': () => { document.querySelector<HTMLElement>('[data-emergency]')?.focus(); }, Escape: () => { this.help.set(false); } }, this.until);
  }

  /** What the posts no longer allow was pressed, or read anew: the posts may have changed, and what the shell offers goes by them. */
  private renew(): void {
    if (Date.now() - this.renewedAt < LOOK_AGAIN) return;
    this.renewedAt = Date.now();
    void this.readSession();
  }

  private async readSession(): Promise<void> {
    try {
      const session = await this.api.get<SessionAnswer>('/api/session');
      this.take(session);
      if (this.store.selectSignal(desk.selectAlarmsAt)() === 0 || !this.ability.can('read', 'Alarm')) await this.readAlarms();
    } catch (error) {
      this.failed.set(error instanceof ProblemError && error.problem.status === 401 ? '' : 'Peel does not answer. Trying again.');
    } finally {
      this.asked.set(true);
    }
  }

  private take(session: SessionAnswer): void {
    if ((this.session()?.officer.id ?? session.officer.id) !== session.officer.id) { location.reload(); return; } // what the page holds was read for somebody else
    if (this.signedOut()) this.hints.again();
    if (!this.session()) this.tabs.tell('began');
    this.store.dispatch(deskActions.sessionRead({ session }));
    this.drafts.forgetOthers();
    this.clock.set(session.clock.now, session.clock.running);
    this.failed.set('');
    if (!this.following) this.hints.follow(['alarms'], () => { void this.readAlarms(); }, this.until);
    this.following = true;
  }

  private async readAlarms(): Promise<void> {
    if (!this.session() || this.signedOut()) return;
    if (!this.ability.can('read', 'Alarm')) { this.store.dispatch(deskActions.alarmsRead({ alarms: [], open: 0 })); return; } // a post that was withdrawn takes its alarms along
    try {
      this.store.dispatch(deskActions.alarmsRead(await this.api.get<AlarmsAnswer>('/api/work/alarms')));
    } catch {
      this.store.dispatch(deskActions.alarmsNotRead());
    }
  }

  signIn(): void { location.assign(`/auth/login?returnTo=${encodeURIComponent(location.pathname + location.search)}`); }

  /** Asks first where something typed would be forgotten. */
  leave(): void {
    this.unsaved.set(this.drafts.unsaved());
    if (this.unsaved() === 0) void this.signOut();
  }

  async signOut(): Promise<void> {
    const { end } = await this.api.post<{ end: string }>('/auth/logout', {}).catch(() => ({ end: '/' }));
    this.tabs.tell('ended');
    this.drafts.forgetAll();
    location.assign(end);
  }
}
