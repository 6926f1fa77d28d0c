import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { CUSTODY_LAW } from '#domain/custody/custody-record/limits';
import { waitingSince, waitingState } from '#domain/custody/custody-record/waiting';
import { duration, elapsed } from '#domain/shared/time';
import { Clock } from '../../shared/clock.ts';
import type { Waiting } from '../whiteboard.ts';

const SHAPE = { overdue: '■!', due: '▲', onTime: '' } as const;

/** Who waits to be booked in, the longest first; how each wait stands is the domain's to say. */
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

  private waited(w: Waiting): string { const since = waitingSince(w); return since ? duration(elapsed(since, this.clock.now())) : ''; }
  face(w: Waiting): keyof typeof SHAPE { return waitingState(w, CUSTODY_LAW, this.clock.now()); }
  shape(w: Waiting): string { return SHAPE[this.face(w)]; }
  words(w: Waiting): string { return w.enRoute ? `on the way ${this.waited(w)}`.trimEnd() : `${this.waited(w)} here`.trimStart(); }
}
