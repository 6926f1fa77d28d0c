import { ChangeDetectionStrategy, Component, computed, effect, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Ability } from '../shared/ability.ts';

/** The start: straight to the page a post works on; a post whose area is not built yet is told so. */
@Component({
  selector: 'peel-home', changeDetection: ChangeDetectionStrategy.OnPush, imports: [RouterLink],
  template: `<h1 class="govuk-heading-l">Peel</h1>@if (!page()) { <p class="govuk-body">Your post has no page of its own yet. What you may open stands at the top.</p> } @else { <p class="govuk-body"><a class="govuk-link" [routerLink]="page()">Go on</a></p> }`,
})
export class HomePage {
  private readonly ability = inject(Ability);
  readonly page = computed(() => (this.ability.can('manageCustody', 'CustodyRecord') || this.ability.can('recordVisit', 'CustodyRecord') ? '/whiteboard' : this.ability.can('read', 'Task') ? '/work' : this.ability.can('read', 'Operations') ? '/operations' : null));
  constructor() { const router = inject(Router); effect(() => { const page = this.page(); if (page) void router.navigateByUrl(page, { replaceUrl: true }); }); }
}
