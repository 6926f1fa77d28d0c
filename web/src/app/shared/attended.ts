import type { HttpInterceptorFn } from '@angular/common/http';

/** A desk that nobody has touched for this long is left alone: what its pages then read by themselves does not keep the session. */
const ATTENDED = 60_000;
const TOUCHES = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/** Marks what is read while nobody is at the desk, so that the server's idle time counts (15 minutes) however live the page is. */
export function unattendedReads(): HttpInterceptorFn {
  let touchedAt = Date.now();
  for (const touch of TOUCHES) document.addEventListener(touch, () => { touchedAt = Date.now(); }, { capture: true, passive: true });
  return (request, next) => next(request.method === 'GET' && Date.now() - touchedAt > ATTENDED ? request.clone({ setHeaders: { 'x-peel-unattended': '1' } }) : request);
}
