import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Clock } from '../shared/clock.ts';
import type { AlarmSummary } from '../shared/desk-state.ts';
import { headOf, meansOf, toldOf, whoOf } from './alarm-words.ts';

/** One breach on one line: what, who and where, since when, who was told, and the act that ends it. */
@Component({
  selector: 'peel-alarm-line', changeDetection: ChangeDetectionStrategy.OnPush, imports: [RouterLink], host: { class: 'peel-alarm-line', '[class.peel-alarm-line--silenced]': 'again()', '[class.peel-alarm-line--here]': 'here()' },
  template: `
    <span class="peel-alarm-words"><b><span aria-hidden="true">■! </span>{{ head() }}</b> · <b>{{ who() }}</b> · {{ means() }} · <span class="peel-alarm-told">Told {{ told() || 'nobody: no such post is held' }}@if (alarm().late) { · bell was late }</span></span>
    <span class="peel-alarm-acts">
      <a class="peel-alarm-act" [routerLink]="['/custody-record', alarm().recordId]" [queryParams]="single() ? { act: single()!.slug } : {}">{{ single()?.label ?? 'Open the record' }}<span class="govuk-visually-hidden"> of {{ who() }}</span></a>
      @if (again()) { <span class="peel-alarm-silenced" tabindex="-1" [id]="'silenced-' + alarm().id"><span aria-hidden="true">✓ </span>Acknowledged, sounds again {{ again() }}<span class="govuk-visually-hidden">: {{ who() }}</span></span> }
      @else { <button type="button" class="peel-alarm-act" data-emergency (click)="acknowledged.emit(alarm())">Acknowledge<span class="govuk-visually-hidden"> {{ who() }}</span></button> }
    </span>`,
})
export class AlarmLine {
  readonly alarm = input.required<AlarmSummary>();
  /** When it sounds again for whoever has silenced it; empty while it sounds. */
  readonly again = input('');
  /** Of whoever the page below is about. */
  readonly here = input(false);
  readonly acknowledged = output<AlarmSummary>();
  private readonly clock = inject(Clock);
  readonly head = computed(() => headOf(this.alarm(), this.clock.now()));
  readonly means = computed(() => meansOf(this.alarm(), this.clock.now()));
  readonly who = computed(() => whoOf(this.alarm()));
  readonly told = computed(() => toldOf(this.alarm()));
  /** Charge and release both end a want of authority: the record lets the officer choose. */
  readonly single = computed(() => (this.alarm().duty === 'authorityToDetain' ? null : this.alarm().act));
}
