import { inject, Injectable, signal, type DestroyRef } from '@angular/core';
import { Store } from '@ngrx/store';
import { desk } from './desk-state.ts';

const TYPING = 'input, textarea, select, [contenteditable]';
/** What takes Enter and the arrows for itself. */
const OWN = 'a, button, summary';
const OWN_KEYS = ['Enter', ' '];
/** The second key of `g w` comes within this. */
const TOGETHER = 1_500;

type Handlers = Readonly<Record<string, () => void>>;

/** One-letter keys open forms, never record an act; they are off while typing, and while nobody is signed in and the page is covered; they can be turned off (WCAG 2.1.4). */
@Injectable({ providedIn: 'root' })
export class Keys {
  readonly on = signal(localStorage.getItem('peel.keys') !== 'off');
  private readonly signedOut = inject(Store).selectSignal(desk.selectSignedOut);
  private readonly listeners: Handlers[] = [];
  private last = { key: '', at: 0 };

  constructor() { document.addEventListener('keydown', (event) => { this.heard(event); }); }

  turn(on: boolean): void { this.on.set(on); localStorage.setItem('peel.keys', on ? 'on' : 'off'); }

  /** `handlers`: a key, or two in a row like `g w`. The page opened last is asked first. */
  listen(handlers: Handlers, until: DestroyRef): void {
    this.listeners.unshift(handlers);
    until.onDestroy(() => { this.listeners.splice(this.listeners.indexOf(handlers), 1); });
  }

  private heard(event: KeyboardEvent): void {
    if (!this.meansKey(event)) return;
    const pair = Date.now() - this.last.at < TOGETHER ? `${this.last.key} ${event.key}` : '';
    this.last = { key: event.key, at: Date.now() };
    if (event.key === 'Escape') { this.listeners.forEach((l) => l['Escape']?.()); return; }
    const handler = this.listeners.find((l) => l[pair])?.[pair] ?? this.listeners.find((l) => l[event.key])?.[event.key];
    if (handler) { event.preventDefault(); handler(); }
  }

  private meansKey(event: KeyboardEvent): boolean {
    if (this.signedOut() || event.ctrlKey || event.altKey || event.metaKey) return false;
    if (event.key === 'Escape') return true;
    const within = (event.target as HTMLElement).closest(OWN_KEYS.includes(event.key) ? `${TYPING}, ${OWN}` : TYPING);
    return within === null && this.on();
  }
}
