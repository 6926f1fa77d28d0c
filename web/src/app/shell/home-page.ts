import { ChangeDetectionStrategy, Component, computed, effect, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Store } from '@ngrx/store';
import { Ability } from '../shared/ability.ts';
import { desk } from '../shared/desk-state.ts';
import { allowed, type Needs } from '../shared/may-open.ts';

interface Page { readonly path: string; readonly words: string; readonly needs: Needs }

/** The page a post works on (a suite's whiteboard for those on duty at it, not for a team's supervisor), the first that fits; nobody who has one sees this start. */
const WORKS_ON: readonly Page[] = [
  { path: '/whiteboard', words: 'Whiteboard', needs: ['recordVisit', 'CustodyRecord', 'here'] }, { path: '/work', words: 'Work', needs: ['read', 'Task'] }, { path: '/audit', words: 'Audit log', needs: ['read', 'AuditEvent'] }, { path: '/operations', words: 'Operations', needs: ['read', 'Operations'] },
];
const ELSE: readonly Page[] = [{ path: '/roster', words: 'Roster', needs: ['read', 'DutyRoster'] }, { path: '/training', words: 'Training clock', needs: ['advance', 'Clock'] }];

/** What a post will work with once its area is built. */
const TO_COME: Readonly<Record<string, string>> = {
  caseManager: 'Case files, exchange with the prosecutor, hearings and custody time limits come with the case file. Until then custody is not yours to see, and nothing waits for you here.',
  custodyVisitor: 'The visit, with the detainees who agree to see you and no others, comes with its area. Until then ask the custody officer at the desk for the list of who may be visited.',
};

/** The start: straight to the page a post works on; a post whose area is not built yet is told what comes and what it may open. */
@Component({
  selector: 'peel-home', changeDetection: ChangeDetectionStrategy.OnPush, imports: [RouterLink],
  template: `
    @if (page(); as p) { <h1 class="govuk-heading-l">Peel</h1><p class="govuk-body"><a class="govuk-link" [routerLink]="p.path">Go on to {{ p.words.toLowerCase() }}</a></p> }
    @else {
      <h1 class="govuk-heading-l">{{ session()?.officer?.name }}</h1>
      @for (post of posts(); track post.post) {
        <h2 class="govuk-heading-m">{{ post.words }}@if (post.stations.length) {, {{ names(post.stations) }} }</h2>
        <p class="govuk-body">{{ toCome[post.post] ?? 'This post has no page of its own yet.' }}</p>
      } @empty { <p class="govuk-body">You hold no post now, so there is nothing you may see or do. Your shift may not have begun, or the post was withdrawn. Ask the custody inspector of your station, or an administrator.</p> }
      @if (opens().length) { <h2 class="govuk-heading-s">You may open</h2><ul class="govuk-list govuk-list--bullet">@for (o of opens(); track o.path) { <li><a class="govuk-link" [routerLink]="o.path">{{ o.words }}</a></li> }</ul> }
      @else if (posts().length) { <p class="govuk-body">There is no other page you may open.</p> }
    }`,
})
export class HomePage {
  private readonly ability = inject(Ability);
  readonly session = inject(Store).selectSignal(desk.selectSession);
  readonly toCome = TO_COME;
  readonly posts = computed(() => this.session()?.officer.posts ?? []);
  readonly page = computed(() => WORKS_ON.find((p) => allowed(this.ability, p.needs)) ?? null);
  readonly opens = computed(() => ELSE.filter((p) => allowed(this.ability, p.needs) && (p.path !== '/training' || this.session()?.clock.training === true)));

  constructor() {
    const router = inject(Router);
    effect(() => { const page = this.page(); if (page) void router.navigateByUrl(page.path, { replaceUrl: true }); });
  }

  names(stations: readonly { readonly name: string }[]): string { return stations.map((s) => s.name).join(' and '); }
}
