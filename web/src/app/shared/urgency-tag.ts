import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { duration, elapsed, type Instant } from '#domain/shared/time';
import { tagStep, urgency } from '#domain/shared/urgency';
import { Clock } from './clock.ts';

const SHAPE: Readonly<Record<string, string>> = { overdue: '■!', due: '▲', likelyLate: '◇', paused: '❚❚', doneLate: '✓', onTime: '' };

/**
 * How a clock stands: shape, word and minutes first, colour last, so that greyscale and colour-blind readers lose nothing (screens.md).
 * A clock with several warnings wears one ▲ for each that has begun.
 */
@Component({
  selector: 'peel-urgency', changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<span [class]="'peel-tag peel-tag--' + face()"><span aria-hidden="true">{{ shape() }}</span> {{ text() }}@if (step(); as said) { <span class="govuk-visually-hidden">, {{ said }}</span> }</span>`,
})
export class UrgencyTag {
  readonly kind = input.required<string>();
  readonly due = input<string | null>(null);
  readonly state = input<string | null>(null);
  readonly words = input('');
  /** What is missing, of a clock that is likely late: `no reviewer`. */
  readonly lacks = input('');
  private readonly clock = inject(Clock);
  /** A state told by the server (paused, likely late, done late) holds until time makes it worse. */
  readonly face = computed(() => {
    const told = this.state();
    const own = urgency(this.kind(), this.due() as Instant | null, this.clock.now());
    if (told === 'doneLate' || told === 'paused' || (told === 'likelyLate' && own !== 'overdue')) return told;
    return own;
  });
  private readonly reached = computed(() => (this.face() === 'due' && this.due() ? tagStep(this.kind(), this.due() as Instant, this.clock.now()) : null));
  readonly shape = computed(() => (SHAPE[this.face()] ?? '').repeat(this.reached()?.n ?? 1));
  /** `warning 2 of 2, from 30 min before` */
  readonly step = computed(() => { const r = this.reached(); return r && r.of > 1 ? `warning ${r.n} of ${r.of}, from ${duration(r.within)} before` : ''; });
  readonly text = computed(() => {
    const due = this.due() as Instant | null;
    const minutes = due ? duration(elapsed(this.clock.now(), due)) : '';
    const said = { overdue: `OVERDUE ${minutes}`, due: `DUE ${minutes}`, likelyLate: `LIKELY LATE${this.lacks() ? `: ${this.lacks()}` : ''}`, paused: 'PAUSED', doneLate: 'DONE LATE' } as const;
    return [said[this.face() as keyof typeof said] ?? '', this.words()].filter(Boolean).join(' ');
  });
}
