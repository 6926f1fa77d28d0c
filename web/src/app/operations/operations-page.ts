import { ChangeDetectionStrategy, Component, computed, DestroyRef, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Store } from '@ngrx/store';
import { clockTimeSeconds, zoneName } from '#domain/shared/local-time';
import { duration, fromEpoch, MINUTE, SECOND } from '#domain/shared/time';
import { Ability } from '../shared/ability.ts';
import { desk } from '../shared/desk-state.ts';
import { FullTimePipe } from '../shared/times.ts';
import { OperationsStore } from './operations-store.ts';
import { HELD_WORDS } from './operations.ts';

const EVERY = 5_000;
const FAILED = ['Failed', 'TimedOut', 'Terminated', 'Canceled'];
const FIRST = ['Running', 'Completed', 'ContinuedAsNew', ...FAILED];

/** Operations: is the engine up, how far behind is the relay, what had the watchdog to mend, what is held, what runs. */
@Component({ selector: 'peel-operations', changeDetection: ChangeDetectionStrategy.OnPush, imports: [FullTimePipe, RouterLink], providers: [OperationsStore], templateUrl: './operations-page.html' })
export class OperationsPage {
  readonly store = inject(OperationsStore);
  readonly ability = inject(Ability);
  readonly what = signal<string>('all');
  readonly reason = signal('');
  readonly heldWords = HELD_WORDS;
  readonly whats = [{ value: 'all', words: 'Both' }, { value: 'relay', words: 'The relay only' }, { value: 'watchdog', words: 'The watchdog only' }];
  readonly since = computed(() => { const at = fromEpoch(this.store.answeredAt()); return `${clockTimeSeconds(at)} ${zoneName(at)}`; });

  /** Runs by kind, those that went wrong told apart from those that ended well. */
  readonly workflows = computed(() => (this.store.seen()?.workflows?.kinds ?? []).map((k) => {
    const of = (...statuses: string[]): number => k.counts.filter((c) => statuses.includes(c.status)).reduce((sum, c) => sum + c.count, 0);
    return { ...k, running: of('Running'), completed: of('Completed'), continued: of('ContinuedAsNew'), failed: of(...FAILED), others: k.counts.filter((c) => !FIRST.includes(c.status)) };
  }));
  readonly records = computed(() => (this.store.seen()?.records ?? []).flatMap((k) => k.counts.map((c) => ({ ...c, kind: k.words, key: `${k.kind} ${c.status}` }))));

  private readonly signedOut = inject(Store).selectSignal(desk.selectSignedOut);

  constructor() {
    void this.store.read();
    const timer = setInterval(() => { if (!this.signedOut()) void this.store.read(); }, EVERY);
    inject(DestroyRef).onDestroy(() => { clearInterval(timer); });
  }

  valueOf(event: Event): string { return (event.target as HTMLInputElement).value; }
  /** Wall time down to the second, as somebody waiting for it reads it. */
  span(ms: number): string { return ms < MINUTE ? `${Math.max(0, Math.floor(ms / SECOND))} s` : duration(ms); }

  async hold(): Promise<void> { if (await this.store.hold(this.what(), this.reason())) this.reason.set(''); }
}
