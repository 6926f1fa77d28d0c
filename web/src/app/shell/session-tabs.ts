import { inject, Injectable, type DestroyRef } from '@angular/core';
import { Store } from '@ngrx/store';
import { desk } from '../shared/desk-state.ts';

type News = 'began' | 'ended';
/** A covered page has nothing to show: it asks again when somebody looks at it, and else this seldom. */
const COVERED_EVERY = 10 * 60_000;

/** One session serves every tab of the browser: where it ends in one, the others ask at once and cover themselves; where it begins, those that are covered ask. */
@Injectable({ providedIn: 'root' })
export class SessionTabs {
  private readonly tabs = new BroadcastChannel('peel-session');
  private readonly signedOut = inject(Store).selectSignal(desk.selectSignedOut);

  tell(news: News): void { this.tabs.postMessage(news); }

  /** Calls `ask` when another tab has news of the session, every so often while there is one, and while there is none when the page is looked at. */
  askBy(ask: () => void, every: number, until: DestroyRef): void {
    const heard = ({ data }: MessageEvent<News>): void => { if (data === 'ended' || this.signedOut()) ask(); };
    const looked = (): void => { if (this.signedOut() && document.visibilityState === 'visible') ask(); };
    const timers = [setInterval(() => { if (!this.signedOut()) ask(); }, every), setInterval(() => { if (this.signedOut()) ask(); }, COVERED_EVERY)];
    this.tabs.addEventListener('message', heard);
    document.addEventListener('visibilitychange', looked);
    addEventListener('focus', looked);
    until.onDestroy(() => { timers.forEach((t) => { clearInterval(t); }); this.tabs.removeEventListener('message', heard); document.removeEventListener('visibilitychange', looked); removeEventListener('focus', looked); });
  }
}
