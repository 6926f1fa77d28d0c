import type { HttpInterceptorFn, HttpRequest } from '@angular/common/http';
import { inject, Injectable, signal } from '@angular/core';

/** A desk that nobody has touched for this long is left alone: what its pages then read by themselves does not keep the session. */
const ATTENDED = 60_000;
/** The server ends a session after 15 minutes of nothing; a minute before, the desk says so. */
const WARN_AFTER = 14 * 60_000;
const LOOK = 5_000;
const TELL_EVERY = 1_000;
const TOUCHES = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/** Whether anybody is at the desk: the last touch of key, pointer or screen. */
@Injectable({ providedIn: 'root' })
export class Attended {
  private touchedAt = Date.now();
  /** One session serves every tab of the desk: a touch of one is heard by all, so that none warns or sounds behind somebody's back. */
  private readonly tabs = new BroadcastChannel('peel-touch');
  /** True in the last minute before the server ends a session that nobody uses. */
  readonly endsSoon = signal(false);

  constructor() {
    this.tabs.addEventListener('message', () => { this.noted(); });
    for (const touch of TOUCHES) document.addEventListener(touch, () => { this.touched(); }, { capture: true, passive: true });
    setInterval(() => { this.endsSoon.set(Date.now() - this.touchedAt > WARN_AFTER); }, LOOK);
  }

  /** Whether anybody touched the desk after this instant of the wall. */
  touchedAfter(wall: number): boolean { return this.touchedAt > wall; }
  isNow(): boolean { return Date.now() - this.touchedAt <= ATTENDED; }
  private touched(): void {
    if (Date.now() - this.touchedAt > TELL_EVERY) this.tabs.postMessage('touched');
    this.noted();
  }

  private noted(): void { this.touchedAt = Date.now(); this.endsSoon.set(false); }
}

/** As the server has it: what is searched for travels in a body. */
const onlyReads = ({ method, url }: HttpRequest<unknown>): boolean => method === 'GET' || url.endsWith('/search');

/** Marks what is read while nobody is at the desk, so that the server's idle time counts (15 minutes) however live the page is. */
export const unattendedReads: HttpInterceptorFn = (request, next) =>
  next(onlyReads(request) && !inject(Attended).isNow() ? request.clone({ setHeaders: { 'x-peel-unattended': '1' } }) : request);
