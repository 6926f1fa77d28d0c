import { afterNextRender, ChangeDetectionStrategy, Component, output, viewChild, type ElementRef } from '@angular/core';

/** In place of the page while nobody is signed in: no detainee stays on the screen. The page behind it keeps what was typed. */
@Component({
  selector: 'peel-session-ended', changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<div role="alert">
    <h1 class="govuk-heading-l" tabindex="-1" #heading>Your session has ended</h1>
    <p class="govuk-body">The page is covered until somebody signs in. What you typed is kept on this page.</p>
    <p class="govuk-body"><b>Nobody is signed in at this desk: alarms do not sound here.</b></p>
  </div>
  <button type="button" class="govuk-button" (click)="signsIn.emit()">Sign in again</button>`,
})
export class SessionEnded {
  readonly signsIn = output();
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');

  /** What had the focus is hidden: the reader goes on here. */
  constructor() { afterNextRender(() => { this.heading().nativeElement.focus(); }); }
}
