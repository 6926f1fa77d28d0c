import { ChangeDetectionStrategy, Component, computed, effect, inject } from '@angular/core';
import { Store } from '@ngrx/store';
import { Api } from '../shared/api.ts';
import { Attended } from '../shared/attended.ts';
import { Clock } from '../shared/clock.ts';
import { desk } from '../shared/desk-state.ts';
import { Sound } from './sound.ts';

/** A desk without a session rings no alarm: it says that itself, this often, until somebody comes. */
const CALL_EVERY = 30_000;

/** Says and sounds a minute ahead that the session will end, which any touch prevents; once it has ended, calls until somebody touches the desk. */
@Component({
  selector: 'peel-session-warning', changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<div role="alert">@if (endsSoon()) { <p class="peel-band peel-band--down">Nobody has touched this desk for 14 minutes. Press any key or touch the screen within a minute to stay signed in: signed out, alarms do not sound here. What you typed is kept either way.</p> }</div>`,
})
export class SessionWarning {
  readonly attended = inject(Attended);
  private readonly sound = inject(Sound);
  private readonly clock = inject(Clock);
  private readonly signedOut = inject(Store).selectSignal(desk.selectSignedOut);
  readonly endsSoon = computed(() => this.attended.endsSoon() && !this.signedOut());
  private endedAt = 0;
  private calledAt = 0;

  constructor() {
    const api = inject(Api);
    let warned = false;
    effect(() => {
      const soon = this.endsSoon();
      if (warned && !soon && !this.signedOut()) void api.get('/api/session').catch(() => undefined); // the touch counts once the server hears of it
      if (soon && !warned) this.sound.ring(false);
      warned = soon;
    });
    effect(() => { this.callForSomebody(this.clock.wall(), this.signedOut()); });
  }

  private callForSomebody(wall: number, signedOut: boolean): void {
    if (!signedOut) { this.endedAt = 0; this.calledAt = 0; return; }
    this.endedAt ||= wall;
    if (this.attended.touchedAfter(this.endedAt) || wall - this.calledAt < CALL_EVERY) return;
    this.calledAt = wall;
    this.sound.ring(true);
  }
}
