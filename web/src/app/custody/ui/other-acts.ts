import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import type { CustodyView } from '#domain/custody/custody-record/view';
import { FullTimePipe } from '../../shared/times.ts';
import { otherActs } from '../act-groups.ts';

/** Everything else this officer may do now, folded; below it what opens later, with when and why. */
@Component({
  selector: 'peel-other-acts', changeDetection: ChangeDetectionStrategy.OnPush, imports: [FullTimePipe],
  template: `<section aria-labelledby="acts" class="peel-nodisplay">
    <h2 class="govuk-heading-s govuk-!-margin-bottom-1" id="acts"><button type="button" class="peel-fold" [attr.aria-expanded]="open()" aria-controls="other-acts" (click)="open.set(!open())"><span aria-hidden="true">{{ open() ? '▾' : '▸' }}</span> Other acts</button></h2>
    @if (!open()) { <p class="govuk-body-s peel-quiet govuk-!-margin-bottom-1">{{ hint() }}</p> }
    <div id="other-acts" [hidden]="!open()">
      @for (g of acts().usual; track g.words) { <h3 class="govuk-body-s govuk-!-font-weight-bold govuk-!-margin-bottom-0">{{ g.words }}</h3><ul class="peel-acts">@for (a of g.acts; track a.slug) { <li><button type="button" class="peel-plain" (click)="opened.emit(a.slug)">{{ a.label }}</button></li> }</ul> }
      @if (acts().seldom.length) { <h3 class="govuk-body-s govuk-!-font-weight-bold govuk-!-margin-bottom-0">Seldom needed at this stage</h3><ul class="peel-acts">@for (a of acts().seldom; track a.slug) { <li><button type="button" class="peel-plain" (click)="opened.emit(a.slug)">{{ a.label }}</button></li> }</ul> }
    </div>
    @if (acts().later.length) { <ul class="govuk-list govuk-body-s" aria-label="Opens later">@for (a of acts().later; track a.slug) { <li><b>{{ a.label }}:</b> {{ a.why }}@if (a.opensAt) {, from {{ a.opensAt | full }}}</li> }</ul> }
  </section>`,
})
export class OtherActs {
  readonly view = input.required<CustodyView>();
  readonly counted = input.required<number>();
  readonly opened = output<string>();
  readonly open = signal(false);
  readonly acts = computed(() => otherActs(this.view(), this.counted()));
  /** `Release, Charge, Release on bail, Leave for hospital…` */
  readonly hint = computed(() => this.acts().usual.flatMap((g) => g.acts.slice(0, 3)).slice(0, 6).map((a) => a.label).join(', ') + '…');
}
