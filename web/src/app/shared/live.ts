import { inject, Injectable, type DestroyRef } from '@angular/core';
import { Store } from '@ngrx/store';
import type { Instant } from '#domain/shared/time';
import { Clock } from './clock.ts';
import { desk, deskActions, type SessionAnswer } from './desk-state.ts';

/** The server says something every 20 s; a connection silent for longer than two of them is dead, whatever the browser believes. */
const SILENCE = 45_000;
const LOOK_EVERY = 5_000;

type Engine = SessionAnswer['engine'];
interface Follower { readonly shows: readonly string[]; readonly changed: () => void }

/** Live hints over one connection: names what the pages show, hears that it changed, and lets them read it again. */
@Injectable({ providedIn: 'root' })
export class Live {
  private readonly store = inject(Store);
  private readonly clock = inject(Clock);
  private readonly signedOut = this.store.selectSignal(desk.selectSignedOut);
  private readonly followers = new Set<Follower>();
  private source: EventSource | null = null;
  /** Connections that listen until the newest is open, so that nothing is missed between them. */
  private readonly older = new Set<EventSource>();
  private away = false;
  private opening = false;
  private heardAt = Date.now();

  constructor() {
    setInterval(() => { if (this.source && Date.now() - this.heardAt > SILENCE) this.lost(true); }, LOOK_EVERY);
    addEventListener('offline', () => { this.source?.close(); this.lost(false); });
    addEventListener('online', () => { this.reopen(); });
  }

  /** `station:<id>`, `record:<id>`, `inbox`, `alarms`; `changed` is also called when the clock was moved and after the connection was away, for nothing is replayed. Answers how to stop before `until` does. */
  follow(shows: readonly string[], changed: () => void, until: DestroyRef): () => void {
    const follower = { shows, changed };
    this.followers.add(follower);
    this.reopen();
    const stop = (): void => { if (this.followers.delete(follower)) this.reopen(); };
    until.onDestroy(stop);
    return stop;
  }

  /** After a session that ended: a stream of the new one. */
  again(): void { this.reopen(); }

  /** A page that is left and one that is opened in the same turn cost one connection. */
  private reopen(): void {
    if (this.opening) return;
    this.opening = true;
    setTimeout(() => { this.opening = false; this.open(); });
  }

  private open(): void {
    if (this.source) this.older.add(this.source);
    if (this.followers.size === 0 || this.signedOut()) { this.closeOlder(); this.source = null; return; }
    const shows = [...new Set([...this.followers].flatMap((f) => f.shows))];
    const source = new EventSource(`/api/live?show=${encodeURIComponent(shows.join(','))}`);
    this.source = source;
    this.heardAt = Date.now();
    source.addEventListener('open', () => { this.closeOlder(); this.heard(); if (this.away) this.tell(() => true); this.away = false; });
    source.addEventListener('hint', (event) => { this.heard(); const { about } = told<{ about: readonly string[] }>(event); this.tell((f) => f.shows.some((s) => about.includes(s))); });
    source.addEventListener('beat', (event) => { this.heard(); this.setClock(event); this.setEngine(told<{ engine: Engine }>(event).engine); });
    source.addEventListener('engine', (event) => { this.heard(); this.setEngine(told<Engine>(event)); });
    source.addEventListener('clock', (event) => { this.heard(); this.setClock(event); this.tell(() => true); });
    source.addEventListener('ended', () => { this.store.dispatch(deskActions.sessionEnded()); source.close(); });
    source.addEventListener('error', () => { if (this.source === source) this.lost(source.readyState === EventSource.CLOSED); });
  }

  private closeOlder(): void { for (const source of this.older) source.close(); this.older.clear(); }
  private heard(): void { this.heardAt = Date.now(); this.store.dispatch(deskActions.connectionChanged({ live: true })); }

  /** The browser tries again by itself unless it was refused; then, and after a silence, a new connection is opened. */
  private lost(anew: boolean): void {
    this.away = true;
    this.heardAt = Date.now();
    this.store.dispatch(deskActions.connectionChanged({ live: false }));
    if (anew) setTimeout(() => { this.reopen(); }, LOOK_EVERY);
  }

  private setClock(event: Event): void { const { now, running } = told<{ now: Instant; running: boolean }>(event); this.clock.set(now, running); }
  private setEngine(engine: Engine): void { this.store.dispatch(deskActions.engineChanged({ engine })); }
  private tell(whom: (follower: Follower) => boolean): void { for (const follower of [...this.followers].filter(whom)) follower.changed(); }
}

const told = <T>(event: Event): T => JSON.parse((event as MessageEvent<string>).data) as T;
