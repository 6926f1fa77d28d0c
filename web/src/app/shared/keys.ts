import { Injectable, signal, type DestroyRef } from '@angular/core';

const TYPING = 'input, textarea, select, [contenteditable]';

/** One-letter keys open forms, never record an act; they are off while typing and can be turned off (WCAG 2.1.4). */
@Injectable({ providedIn: 'root' })
export class Keys {
  readonly on = signal(localStorage.getItem('peel.keys') !== 'off');
  private last = '';

  turn(on: boolean): void { this.on.set(on); localStorage.setItem('peel.keys', on ? 'on' : 'off'); }

  private meansKey(event: KeyboardEvent): boolean {
    if (event.ctrlKey || event.altKey || event.metaKey) return false;
    const typing = (event.target as HTMLElement).closest?.(TYPING) !== null;
    return event.key === 'Escape' || (!typing && this.on());
  }

  /** `handlers`: a key, or two in a row like `g w`. */
  listen(handlers: Readonly<Record<string, () => void>>, until: DestroyRef): void {
    const heard = (event: KeyboardEvent): void => {
      if (!this.meansKey(event)) return;
      const handler = handlers[`${this.last} ${event.key}`] ?? handlers[event.key];
      this.last = event.key;
      if (handler) { event.preventDefault(); handler(); }
    };
    document.addEventListener('keydown', heard);
    until.onDestroy(() => { document.removeEventListener('keydown', heard); });
  }
}
