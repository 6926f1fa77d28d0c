import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import type { CustodyView } from '#domain/custody/custody-record/view';
import { Clock } from '../../shared/clock.ts';
import { ClockPipe, SincePipe } from '../../shared/times.ts';
import { UrgencyTag } from '../../shared/urgency-tag.ts';

const KEYS: Readonly<Record<string, string>> = { 'conduct-review': 'r', 'record-visit': 'v', 'authorise-extension': 'x' };
/** Duties that more than one act answers: how it comes out is not for the page to choose. */
const ANSWERED_BY: Readonly<Record<string, readonly string[]>> = {
  authorityToDetain: ['charge', 'release', 'authorise-extension'], warrantDecision: ['record-warrant', 'record-warrant-refusal', 'record-adjournment'], detentionDecision: ['authorise-detention', 'refuse-detention'],
};
type Duty = CustodyView['doNext'][number];

/** What is owed, the most pressing first, each with its urgency, its key and the act that answers it. */
@Component({
  selector: 'peel-do-next', changeDetection: ChangeDetectionStrategy.OnPush, imports: [UrgencyTag, ClockPipe, SincePipe],
  template: `<section aria-labelledby="next">
    <h2 class="govuk-heading-s govuk-!-margin-bottom-1" id="next">Do next</h2>
    <ol class="peel-do-next">
      @for (d of view().doNext; track d.key) {
        <li>
          <span class="peel-duty">@if (d.due) { <peel-urgency [kind]="kindOf(d.key)" [due]="d.due" />&ngsp; } <b>{{ d.title }}</b> {{ d.due ? 'by ' + (d.due | clock: clock.now()) : 'waiting ' + (d.since | since: clock.now()) }} <span class="peel-quiet">{{ d.by }}</span></span>&ngsp;
          @for (a of acts(d); track a.slug) { <span class="peel-keyed"><button type="button" class="govuk-button govuk-button--secondary peel-act" (click)="opened.emit(a.slug)">{{ a.label }}</button>@if (keyOf(a.slug); as key) {&ngsp;<kbd>{{ key }}</kbd>}</span>&ngsp; }
        </li>
      } @empty { <li>Nothing is owed now.</li> }
    </ol>
  </section>`,
})
export class DoNext {
  readonly view = input.required<CustodyView>();
  readonly opened = output<string>();
  readonly clock = inject(Clock);

  kindOf(key: string): string { return key.split('/')[0] ?? ''; }
  keyOf(slug: string): string { return KEYS[slug] ?? ''; }
  /** The acts that answer a duty and are open to who looks. */
  acts(duty: Duty): CustodyView['acts'] {
    const answering = ANSWERED_BY[this.kindOf(duty.key)] ?? [duty.act];
    return this.view().acts.filter((a) => answering.includes(a.slug) && a.open);
  }
}
