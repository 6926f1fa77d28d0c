import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { FullTimePipe } from './times.ts';

export interface WhyStepShown { readonly text: string; readonly at?: string | undefined; readonly law?: string | undefined }

/** Why something is due when it is: inputs, stops and starts, arithmetic, in order. */
@Component({
  selector: 'peel-why', changeDetection: ChangeDetectionStrategy.OnPush, imports: [FullTimePipe],
  template: `<ol class="peel-why">@for (step of steps(); track $index) {<li>{{ step.text }}@if (step.at) {: <b>{{ step.at | full }}</b>}@if (step.law) { <span class="peel-quiet">{{ step.law }}</span>}</li>}</ol>`,
})
export class WhyPanel { readonly steps = input.required<readonly WhyStepShown[]>(); }
