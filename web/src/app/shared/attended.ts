import type { HttpInterceptorFn } from '@angular/common/http';
import { inject, Injectable, signal } from '@angular/core';

/** A desk that nobody has touched for this long is left alone: what its pages then read by themselves does not keep the session. */
const ATTENDED = 60_000;
/** The server ends a session after 15 minutes of nothing; a minute before, the desk says so. */
const WARN_AFTER = 14 * 60_000;
const LOOK = 5_000;
const TOUCHES = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/** Whether anybody is at the desk: the last touch of key, pointer or screen. */
@Injectable({ providedIn: 'root' })
export class Attended {
  private touchedAt = Date.now();
  /** True in the last minute before the server ends a session that nobody uses. */
  readonly endsSoon = signal(false);

  constructor() {
    for (const touch of TOUCHES) document.addEventListener(touch, () => { this.touched(); }, { capture: true, passive: true });
    setInterval(() => { this.endsSoon.set(Date.now() - this.touchedAt > WARN_AFTER); }, LOOK);
  }

  isNow(): boolean { return Date.now() - this.touchedAt <= ATTENDED; }
  private touched(): void { this.touchedAt = Date.now(); this.endsSoon.set(false); }
}

/** Marks what is read while nobody is at the desk, so that the server's idle time counts (15 minutes) however live the page is. */
export const unattendedReads: HttpInterceptorFn = (request, next) =>
  next(request.method === 'GET' && !inject(Attended).isNow() ? request.clone({ setHeaders: { 'x-peel-unattended': '1' } }) : request);
