import { computed, inject, Injectable, signal } from '@angular/core';
import { Store } from '@ngrx/store';
import { clockTime, clockTimeSeconds, dayName, zoneName } from '#domain/shared/local-time';
import { fromEpoch, toEpoch, type Instant } from '#domain/shared/time';
import { desk } from './desk-state.ts';

/** The platform's time in the browser: what the server said, and the seconds since; in training it may stand still. */
@Injectable({ providedIn: 'root' })
export class Clock {
  private readonly session = inject(Store).selectSignal(desk.selectSession);
  private readonly tick = signal(Date.now());
  private offset = 0;
  private standing: Instant | null = null;

  readonly now = computed<Instant>(() => { this.session(); const wall = this.tick(); return this.standing ?? fromEpoch(wall + this.offset); });
  readonly face = computed(() => `${clockTimeSeconds(this.now())} ${zoneName(this.now())} ${dayName(this.now())}`);
  readonly short = computed(() => clockTime(this.now()));

  constructor() { setInterval(() => { this.tick.set(Date.now()); }, 1000); }

  set(now: Instant, running = true): void {
    this.offset = toEpoch(now) - Date.now();
    this.standing = running ? null : now;
    this.tick.set(Date.now());
  }
}
