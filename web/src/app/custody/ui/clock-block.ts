import { ChangeDetectionStrategy, Component, computed, inject, input, model } from '@angular/core';
import type { CustodyView } from '#domain/custody/custody-record/view';
import { unlawfulSince } from '#domain/custody/custody-record/unlawful-detention';
import { duration, elapsed, HOUR, MINUTE, type Instant } from '#domain/shared/time';
import { Clock } from '../../shared/clock.ts';
import { BesidePipe, FullTimePipe } from '../../shared/times.ts';
import { WhyPanel } from '../../shared/why-panel.ts';
import { WhatIf } from '../what-if.ts';

/** Time left biggest, then the deadline, then why, then what if (screens.md). */
@Component({ selector: 'peel-clock-block', changeDetection: ChangeDetectionStrategy.OnPush, imports: [BesidePipe, FullTimePipe, WhyPanel, WhatIf], templateUrl: './clock-block.html' })
export class ClockBlock {
  readonly view = input.required<CustodyView>();
  readonly path = input.required<string>();
  readonly counted = input.required<number>();
  readonly unlawful = input<{ readonly at: string; readonly text: string } | null>(null);
  readonly whyOpen = model(true);
  readonly supposing = model(false);
  readonly clock = inject(Clock);
  readonly leftWords = computed(() => { const { ends } = this.view().clock; const left = ends ? elapsed(this.clock.now(), ends as Instant) : 0; return left < 0 ? `${duration(left)} past the end` : `${duration(left)} left`; });
  /** `used 8 h 40 min of 24 h 00, 15 h 20 min left`; where the authority ends before the hours are used up, only its end, above, is what is left. */
  readonly usedWords = computed(() => {
    const { ofMs, ends } = this.view().clock;
    const [used, left] = [`used ${duration(this.counted())} of ${ofMs / HOUR} h 00`, Math.max(0, ofMs - Math.floor(this.counted() / MINUTE) * MINUTE)]; // as the minutes that are shown: the two make the whole
    return ends && elapsed(this.clock.now(), ends as Instant) < left - MINUTE ? used : `${used}, ${duration(left)} left`;
  });
  readonly endedAt = computed(() => { const { until } = this.view().authority; return until !== null && until < this.clock.now() ? until : null; });
  /** Said by itself where an older review that was missed is what has been unlawful since. */
  readonly noAuthority = computed(() => { const gone = unlawfulSince(this.view().noAuthorityFrom, this.clock.now()); return gone && gone.text !== this.unlawful()?.text ? gone : null; });
  readonly share = computed(() => Math.min(100, Math.round((this.counted() / (this.view().clock.ofMs || 1)) * 100)));
  /** The working of the limit that stands behind the authority, not only of the authority. */
  readonly why = computed(() => { const v = this.view(); return v.deadlines.find((d) => d.key === 'limit24' && v.authority.kind === 's37') ?? v.deadlines.find((d) => d.key === 'authorityEnds' || d.key === 'warrantExpires'); });
  openIs(event: Event): boolean { return (event.target as HTMLDetailsElement).open; }
}
