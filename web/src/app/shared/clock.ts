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
  /** The wall's milliseconds, each second: what is not of the platform's time (sound, connection) counts by it, also while training time stands still. */
  readonly wall = this.tick.asReadonly();
  private offset = 0;
  private standing: Instant | null = null;
  /** True while training time stands still. */
  readonly stands = computed(() => { this.tick(); return this.standing !== null; });

  readonly now = computed<Instant>(() => { this.session(); const wall = this.tick(); return this.standing ?? fromEpoch(wall + this.offset); });
  readonly face = computed(() => `${clockTimeSeconds(this.now())} ${zoneName(this.now())} ${dayName(this.now())}`);
  readonly short = computed(() => clockTime(this.now()));

  constructor() { setInterval(() => { this.tick.set(Date.now()); }, 1000); }

  /** The platform's time at an instant of this browser's own clock. */
  timeOf(wall: number): Instant { return this.standing ?? fromEpoch(wall + this.offset); }

  set(now: Instant, running = true): void {
    this.offset = toEpoch(now) - Date.now();
    this.standing = running ? null : now;
    this.tick.set(Date.now());
  }
}
