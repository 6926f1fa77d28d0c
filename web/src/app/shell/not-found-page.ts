import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink } from '@angular/router';

/** An address that is no page: said plainly, with the way back; nothing that was recorded is lost by it. */
@Component({
  selector: 'peel-not-found', changeDetection: ChangeDetectionStrategy.OnPush, imports: [RouterLink],
  template: `<h1 class="govuk-heading-l">Page not found</h1>
    <p class="govuk-body">There is no page at this address. If you typed it, check it; if a link brought you here, the page may have moved. Nothing you recorded is lost.</p>
    <p class="govuk-body"><a class="govuk-link" routerLink="/">Go to your start page</a></p>`,
})
export class NotFoundPage {}
