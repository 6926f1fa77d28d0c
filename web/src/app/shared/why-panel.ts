import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { clockTime } from '#domain/shared/local-time';
import type { Instant } from '#domain/shared/time';
import { FullTimePipe } from './times.ts';

export interface WhyStepShown { readonly text: string; readonly at?: string | undefined; readonly law?: string | undefined }

/** Why something is due when it is: inputs, stops and starts, arithmetic, in order. */
@Component({
  selector: 'peel-why', changeDetection: ChangeDetectionStrategy.OnPush, imports: [FullTimePipe],
  template: `<ol class="peel-why">@for (step of steps(); track $index) {<li>{{ step.text }}@if (tells(step)) {: <b>{{ step.at! | full }}</b>}@if (step.law) {&ngsp;<span class="peel-quiet">{{ step.law }}</span>}</li>}</ol>`,
})
export class WhyPanel {
  readonly steps = input.required<readonly WhyStepShown[]>();
  /** The time is added where the words do not say it already. */
  tells(step: WhyStepShown): boolean { return step.at !== undefined && !step.text.includes(clockTime(step.at as Instant)); }
}
