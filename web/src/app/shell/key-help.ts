import { A11yModule } from '@angular/cdk/a11y';
import { ChangeDetectionStrategy, Component, inject, output } from '@angular/core';
import { Keys } from '../shared/keys.ts';

const HELP: readonly (readonly [string, string])[] = [
  ['?', 'this help'], ['/', 'search'], ['g w', 'whiteboard'], ['g i', 'work'], ['!', 'emergency: the first alarm'], ['Esc', 'close or go back'], ['Ctrl+Enter', 'submit the form'], ['F4', 'now, in a time field'],
  ['↑ ↓ Enter', 'whiteboard: move, open'], ['v r x n a m p', 'whiteboard: visit, review, extension, new arrival, acknowledge, mine or all, print'], ['w f t x r v', 'record: why, what if, timeline, extension, review, visit'],
  ['j k Enter', 'work: down, up, open'], ['c s h w', 'work: claim, assign or reassign, hold, why'], ['u p', 'work: undo while it is offered, print'],
];

@Component({
  selector: 'peel-key-help', changeDetection: ChangeDetectionStrategy.OnPush, imports: [A11yModule],
  template: `<div class="peel-dialog" role="dialog" aria-modal="true" aria-labelledby="keys" cdkTrapFocus cdkTrapFocusAutoCapture>
    <h2 class="govuk-heading-m" id="keys">Keys</h2>
    <dl class="govuk-summary-list">@for (row of help; track row[0]) { <div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">{{ row[0] }}</dt><dd class="govuk-summary-list__value">{{ row[1] }}</dd></div> }</dl>
    <p class="govuk-body">Keys open forms; they never record an act. They are off while you type.</p>
    <div class="govuk-button-group"><button type="button" class="govuk-button" (click)="closed.emit()">Close</button><button type="button" class="govuk-button govuk-button--secondary" (click)="keys.turn(!keys.on())">Turn keys {{ keys.on() ? 'off' : 'on' }}</button></div>
  </div>`,
})
export class KeyHelp { readonly closed = output(); readonly keys = inject(Keys); readonly help = HELP; }
