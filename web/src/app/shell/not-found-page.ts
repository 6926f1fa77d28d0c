import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink } from '@angular/router';

@Component({ selector: 'peel-not-found', changeDetection: ChangeDetectionStrategy.OnPush, imports: [RouterLink], template: `<h1 class="govuk-heading-l">Page not found</h1><p class="govuk-body">There is no such page. <a class="govuk-link" routerLink="/">Go to the start</a>.</p>` })
export class NotFoundPage {}
