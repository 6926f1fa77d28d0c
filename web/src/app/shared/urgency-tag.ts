import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { duration, elapsed, type Instant } from '#domain/shared/time';
import { urgency } from '#domain/shared/urgency';
import { Clock } from './clock.ts';

const SHAPE: Readonly<Record<string, string>> = { overdue: '■!', due: '▲', likelyLate: '◇', paused: '❚❚', doneLate: '✓', onTime: '' };

/** How a clock stands: shape, word and minutes first, colour last, so that greyscale and colour-blind readers lose nothing (screens.md). */
@Component({
  selector: 'peel-urgency', changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<span [class]="'peel-tag peel-tag--' + face()"><span aria-hidden="true">{{ shape() }}</span> {{ text() }}</span>`,
})
export class UrgencyTag {
  readonly kind = input.required<string>();
  readonly due = input<string | null>(null);
  readonly state = input<string | null>(null);
  readonly words = input('');
  private readonly clock = inject(Clock);
  /** A state told by the server (paused, likely late) holds until time makes it worse. */
  readonly face = computed(() => {
    const told = this.state();
    const own = urgency(this.kind(), this.due() as Instant | null, this.clock.now());
    if (told === 'paused' || (told === 'likelyLate' && own !== 'overdue')) return told;
    return own;
  });
  readonly shape = computed(() => SHAPE[this.face()] ?? '');
  readonly text = computed(() => {
    const due = this.due() as Instant | null;
    const minutes = due ? duration(elapsed(this.clock.now(), due)) : '';
    switch (this.face()) {
      case 'overdue': return `OVERDUE ${minutes} ${this.words()}`;
      case 'due': return `DUE ${minutes} ${this.words()}`;
      case 'likelyLate': return `LIKELY LATE ${this.words()}`;
      case 'paused': return `PAUSED ${this.words()}`;
      default: return this.words();
    }
  });
}
