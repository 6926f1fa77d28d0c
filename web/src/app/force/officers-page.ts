import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { OFFICER_ACTS } from '#domain/force/officer/acts';
import type { Officer } from '#domain/force/officer/officer';
import { slug } from '#domain/shared/act';
import { RANK_WORDS } from '#domain/shared/posts';
import { Ability } from '../shared/ability.ts';
import { ActForm, type FormAct } from '../shared/act-form.ts';
import { Api, wordsOf } from '../shared/api.ts';
import type { Acted } from '../shared/command.ts';
import { SearchField } from '../shared/search-field.ts';
import { FullTimePipe } from '../shared/times.ts';

interface Kept { readonly id: string; readonly version: number; readonly state: Officer }

const FORMS = OFFICER_ACTS.map((a): FormAct & { readonly creates: boolean } => ({ name: a.name, slug: slug(a.name), label: a.label, schema: a.schema, creates: a.creates === true }));

/** Officers as dated facts: rank, acting rank with its giver and window (CUS-12), teams that decide independence (CUS-11, CUS-13). */
@Component({
  selector: 'peel-officers', changeDetection: ChangeDetectionStrategy.OnPush, imports: [ActForm, SearchField, FullTimePipe],
  template: `
    <h1 class="govuk-heading-l">Officers</h1>
    @if (failed()) { <p class="govuk-error-message" role="alert">{{ failed() }}</p> }
    <div class="govuk-form-group"><label class="govuk-label" for="officer">Find an officer by name</label><peel-search kind="officer" inputId="officer" [chosen]="[]" (choose)="look($event[0] ?? '')" /></div>
    @if (ability.can('appointOfficer', 'Officer')) { <button type="button" class="govuk-button govuk-button--secondary" (click)="appoint()">Appoint officer</button> }
    <div role="status">@if (said()) { <p class="govuk-body">{{ said() }}</p> }</div>
    @if (officer(); as o) {
      <h2 class="govuk-heading-m">{{ o.state.name }}</h2>
      <dl class="govuk-summary-list">
        <div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">Rank</dt><dd class="govuk-summary-list__value">@for (r of o.state.ranks; track $index) { {{ words[r.rank] }} from {{ r.from | full }}@if (r.to) { to {{ r.to | full }} }<br> }</dd></div>
        <div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">Acting rank (PACE s.107)</dt><dd class="govuk-summary-list__value">@for (a of o.state.acting; track $index) { {{ words[a.rank] }} by authority of {{ a.giverName }}, {{ a.from | full }} to {{ a.to | full }}: {{ a.reason }}<br> } @empty { None given. }</dd></div>
        <div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">Teams</dt><dd class="govuk-summary-list__value">@for (t of o.state.teams; track $index) { {{ t.teamName }} from {{ t.from | full }}@if (t.to) { to {{ t.to | full }} }<br> } @empty { In no team. }</dd></div>
      </dl>
      <div class="govuk-button-group">@for (a of offered(); track a.slug) { <button type="button" class="govuk-button" (click)="form.set(a.slug)">{{ a.label }}</button> }</div>
    }
    @if (act(); as a) { <div class="peel-panel"><peel-act-form [act]="a" [path]="path()" [seenVersion]="officer()?.version ?? 0" [who]="officer()?.state?.name ?? ''" (acted)="recorded($event)" (cancelled)="form.set(null)" /></div> }`,
})
export class OfficersPage {
  private readonly api = inject(Api);
  readonly ability = inject(Ability);
  readonly officer = signal<Kept | null>(null);
  readonly failed = signal('');
  readonly said = signal('');
  readonly form = signal<string | null>(null);
  private readonly fresh = signal(crypto.randomUUID());
  readonly words = RANK_WORDS;
  readonly path = computed(() => `/api/force/officer/${this.officer()?.id ?? this.fresh()}`);
  readonly offered = computed(() => FORMS.filter((a) => !a.creates && this.ability.can(a.name, 'Officer')));
  readonly act = computed(() => FORMS.find((a) => a.slug === this.form()) ?? null);

  async look(id: string): Promise<void> {
    if (!id) return;
    this.form.set(null);
    try {
      this.officer.set((await this.api.get<{ view: Kept }>(`/api/force/officer/${id}`)).view);
      this.failed.set('');
    } catch (error) {
      this.failed.set(wordsOf(error));
    }
  }

  appoint(): void {
    this.officer.set(null);
    this.fresh.set(crypto.randomUUID());
    this.form.set('appoint-officer');
  }

  recorded(acted: Acted): void {
    this.officer.set(acted.view as Kept);
    this.said.set(['Recorded.', ...acted.notes].join(' '));
    this.form.set(null);
  }
}
