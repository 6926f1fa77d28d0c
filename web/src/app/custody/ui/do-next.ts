import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import type { CustodyView } from '#domain/custody/custody-record/view';
import { Clock } from '../../shared/clock.ts';
import { BesidePipe, SincePipe } from '../../shared/times.ts';
import { UrgencyTag } from '../../shared/urgency-tag.ts';
import { answering, dutyKind } from '../act-groups.ts';

const KEYS: Readonly<Record<string, string>> = { 'conduct-review': 'r', 'record-visit': 'v', 'authorise-extension': 'x' };
const EXTENSION = 'authorise-extension';
type Duty = CustodyView['doNext'][number];

/** What is owed, the most pressing first, each with its urgency, its key and the act that answers it. */
@Component({
  selector: 'peel-do-next', changeDetection: ChangeDetectionStrategy.OnPush, imports: [UrgencyTag, BesidePipe, SincePipe],
  template: `<section aria-labelledby="next">
    <h2 class="govuk-heading-s govuk-!-margin-bottom-1" id="next">Do next</h2>
    @if (view().doNext.length) { <ol class="peel-do-next">
      @for (d of view().doNext; track d.key) {
        <li>
          <span class="peel-duty">@if (d.due) { <peel-urgency [kind]="kindOf(d.key)" [due]="d.due" />&ngsp; } <b>{{ d.title }}</b> {{ d.due ? 'by ' + (d.due | beside: clock.now()) : 'waiting ' + (d.since | since: clock.now()) }} <span class="peel-quiet">{{ d.by }}</span></span>&ngsp;
          @for (a of acts(d); track a.slug) { <span class="peel-keyed"><button type="button" class="govuk-button govuk-button--secondary peel-act" (click)="opened.emit(a.slug)">{{ a.label }}</button>@if (keyOf(a.slug); as key) {&ngsp;<kbd>{{ key }}</kbd>}</span>&ngsp; }
        </li>
      }
    </ol> } @else { <p class="govuk-body">Nothing is owed now.</p> }
  </section>`,
})
export class DoNext {
  readonly view = input.required<CustodyView>();
  readonly opened = output<string>();
  readonly clock = inject(Clock);

  readonly kindOf = dutyKind;
  keyOf(slug: string): string { return KEYS[slug] ?? ''; }
  /** The acts that answer a duty and are open to who looks. */
  acts(duty: Duty): CustodyView['acts'] {
    const slugs = answering(duty);
    const open = this.view().acts.filter((a) => slugs.includes(a.slug) && a.open);
    // Once the authority has ended, one that was given in time and is entered late is the last thing to think of.
    return duty.urgency === 'overdue' ? open.toSorted((a, b) => Number(a.slug === EXTENSION) - Number(b.slug === EXTENSION)) : open;
  }
}
