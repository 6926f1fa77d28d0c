import { inject, Injectable, type DestroyRef } from '@angular/core';
import { Store } from '@ngrx/store';
import type { Instant } from '#domain/shared/time';
import { Clock } from './clock.ts';
import { deskActions } from './desk-state.ts';

/** Live hints: names what a page shows, hears that it changed, and lets the page read it again. */
@Injectable({ providedIn: 'root' })
export class Live {
  private readonly store = inject(Store);
  private readonly clock = inject(Clock);

  /** `station:<id>`, `record:<id>`, `inbox`; `changed` is also called after the connection was away, for nothing is replayed. */
  follow(shows: readonly string[], changed: () => void, until: DestroyRef): void {
    const source = new EventSource(`/api/live?show=${encodeURIComponent(shows.join(','))}`);
    let away = false;
    source.addEventListener('open', () => { this.store.dispatch(deskActions.connectionChanged({ live: true })); if (away) changed(); away = false; });
    source.addEventListener('hint', () => { changed(); });
    source.addEventListener('clock', (event) => { const { now } = JSON.parse((event as MessageEvent<string>).data) as { now: Instant }; if (now) this.clock.set(now); changed(); });
    source.addEventListener('ended', () => { this.store.dispatch(deskActions.sessionEnded()); source.close(); });
    source.addEventListener('error', () => { away = true; this.store.dispatch(deskActions.connectionChanged({ live: false })); });
    until.onDestroy(() => { source.close(); });
  }
}
