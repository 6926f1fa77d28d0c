import { inject, Injectable, type DestroyRef } from '@angular/core';
import { Store } from '@ngrx/store';
import type { Instant } from '#domain/shared/time';
import { Clock } from './clock.ts';
import { deskActions } from './desk-state.ts';

interface Follower { readonly shows: readonly string[]; readonly changed: () => void }

/** Live hints over one connection: names what the pages show, hears that it changed, and lets them read it again. */
@Injectable({ providedIn: 'root' })
export class Live {
  private readonly store = inject(Store);
  private readonly clock = inject(Clock);
  private readonly followers = new Set<Follower>();
  private source: EventSource | null = null;
  private away = false;
  private opening = false;

  /** `station:<id>`, `record:<id>`, `inbox`, `alarms`; `changed` is also called when the clock was moved and after the connection was away, for nothing is replayed. */
  follow(shows: readonly string[], changed: () => void, until: DestroyRef): void {
    const follower = { shows, changed };
    this.followers.add(follower);
    this.reopen();
    until.onDestroy(() => { this.followers.delete(follower); this.reopen(); });
  }

  /** A page that is left and one that is opened in the same turn cost one connection. */
  private reopen(): void {
    if (this.opening) return;
    this.opening = true;
    setTimeout(() => { this.opening = false; this.open(); });
  }

  private open(): void {
    this.source?.close();
    if (this.followers.size === 0) return;
    const shows = [...new Set([...this.followers].flatMap((f) => f.shows))];
    const source = new EventSource(`/api/live?show=${encodeURIComponent(shows.join(','))}`);
    this.source = source;
    source.addEventListener('open', () => { this.store.dispatch(deskActions.connectionChanged({ live: true })); if (this.away) this.tell(() => true); this.away = false; });
    source.addEventListener('hint', (event) => { const { about } = told<{ about: readonly string[] }>(event); this.tell((f) => f.shows.some((s) => about.includes(s))); });
    source.addEventListener('beat', (event) => { this.setClock(event); });
    source.addEventListener('clock', (event) => { this.setClock(event); this.tell(() => true); });
    source.addEventListener('ended', () => { this.store.dispatch(deskActions.sessionEnded()); source.close(); });
    source.addEventListener('error', () => { this.away = true; this.store.dispatch(deskActions.connectionChanged({ live: false })); });
  }

  private setClock(event: Event): void { const { now, running } = told<{ now: Instant; running: boolean }>(event); this.clock.set(now, running); }
  private tell(whom: (follower: Follower) => boolean): void { for (const follower of [...this.followers].filter(whom)) follower.changed(); }
}

const told = <T>(event: Event): T => JSON.parse((event as MessageEvent<string>).data) as T;
