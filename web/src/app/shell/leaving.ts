import { A11yModule } from '@angular/cdk/a11y';
import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';

/** Asks before a sign-out forgets what was typed and not saved. Its keys are its own: Esc stays, and closes no form behind it. */
@Component({
  selector: 'peel-leaving', changeDetection: ChangeDetectionStrategy.OnPush, imports: [A11yModule],
  template: `<div class="peel-dialog" role="alertdialog" aria-modal="true" aria-labelledby="leaving" aria-describedby="leaving-why" cdkTrapFocus cdkTrapFocusAutoCapture (keydown)="$event.stopPropagation()" (keydown.escape)="stays.emit()">
    <h2 class="govuk-heading-m" id="leaving">{{ unsaved() === 1 ? 'One form is not saved' : unsaved() + ' forms are not saved' }}</h2>
    <p class="govuk-body" id="leaving-why">What you typed stands on this device alone. Signing out forgets it. To keep it, stay, open the form again and save it.</p>
    <div class="govuk-button-group"><button type="button" class="govuk-button" (click)="stays.emit()">Stay signed in</button><button type="button" class="govuk-button govuk-button--warning" (click)="leaves.emit()">Forget it and sign out</button></div>
  </div>`,
})
export class Leaving {
  readonly unsaved = input.required<number>();
  readonly stays = output();
  readonly leaves = output();
}
