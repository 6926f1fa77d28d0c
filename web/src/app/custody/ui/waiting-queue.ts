import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { duration, elapsed, MINUTE } from '#domain/shared/time';
import { Clock } from '../../shared/clock.ts';
import type { Waiting } from '../whiteboard.ts';

const SHAPE = { overdue: '■!', due: '▲', onTime: '' } as const;
/** Minutes in the queue at which the force alerts (CUS-19, CUS-115). */
const ALERTS = [30, 60] as const;
/** Minutes since the arrest after which the arrival is owed (CUS-19). */
const LONG_ON_THE_WAY = 120;

/** Who waits to be booked in, the longest first: ▲ at 30 minutes, ■! at 60. */
@Component({
  selector: 'peel-waiting-queue', changeDetection: ChangeDetectionStrategy.OnPush, imports: [RouterLink],
  template: `@if (waiting().length) {
    <section class="peel-waiting" aria-label="Waiting to book in"><h2 class="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-0">Waiting to book in</h2>
      <ul>@for (w of waiting(); track w.recordId) { <li><span [class]="'peel-tag peel-tag--' + face(w)">{{ shape(w) }} <a class="govuk-link govuk-link--text-colour" [routerLink]="['/book-in', w.recordId]">{{ w.name }}</a> {{ words(w) }} {{ w.officer }} @if (w.note) { ({{ w.note }}) }</span></li> }</ul>
    </section>
  }`,
})
export class WaitingQueue {
  readonly waiting = input.required<readonly Waiting[]>();
  private readonly clock = inject(Clock);

  private minutes(w: Waiting): number { const since = w.enRoute ? w.onTheWaySince : w.arrivedAt; return since ? elapsed(since, this.clock.now()) / MINUTE : 0; }
  face(w: Waiting): keyof typeof SHAPE {
    const m = this.minutes(w);
    if (w.enRoute) return m >= LONG_ON_THE_WAY ? 'due' : 'onTime';
    return m >= ALERTS[1] ? 'overdue' : m >= ALERTS[0] ? 'due' : 'onTime';
  }
  shape(w: Waiting): string { return SHAPE[this.face(w)]; }
  words(w: Waiting): string {
    if (w.enRoute) return w.onTheWaySince ? `on the way ${duration(this.minutes(w) * MINUTE)}` : 'on the way';
    return w.arrivedAt ? `${duration(this.minutes(w) * MINUTE)} here` : 'here';
  }
}
