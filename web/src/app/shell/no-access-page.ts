import { ChangeDetectionStrategy, Component, effect, inject, input, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Ability } from '../shared/ability.ts';
import { allowed, type Needs } from '../shared/may-open.ts';

/** A page that the posts held now do not open: said at once, with whom to ask; it opens by itself once a post allows it. */
@Component({
  selector: 'peel-no-access', changeDetection: ChangeDetectionStrategy.OnPush, imports: [RouterLink],
  template: `<h1 class="govuk-heading-l">You may not {{ what() }}</h1>
    <p class="govuk-body">{{ ask() }}</p>
    <p class="govuk-body"><a class="govuk-link" routerLink="/">Go to your start page</a></p>`,
})
export class NoAccessPage {
  readonly what = input.required<string>();
  readonly ask = input.required<string>();
  readonly needs = input.required<Needs>();

  constructor() {
    const [ability, router] = [inject(Ability), inject(Router)];
    effect(() => { if (allowed(ability, this.needs())) untracked(() => { void router.navigateByUrl(router.url, { onSameUrlNavigation: 'reload' }); }); });
  }
}
