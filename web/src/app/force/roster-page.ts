import { ChangeDetectionStrategy, Component, computed, effect, inject, signal } from '@angular/core';
import { Store } from '@ngrx/store';
import { DUTY_ROSTER_ACTS } from '#domain/force/duty-roster/acts';
import { slug } from '#domain/shared/act';
import { Ability } from '../shared/ability.ts';
import { ActForm, type FormAct } from '../shared/act-form.ts';
import { Api, wordsOf } from '../shared/api.ts';
import { Clock } from '../shared/clock.ts';
import type { Acted } from '../shared/command.ts';
import { desk } from '../shared/desk-state.ts';
import { FullTimePipe } from '../shared/times.ts';

interface Held { readonly officerId: string; readonly name: string; readonly post: string; readonly words: string; readonly from: string; readonly to: string | null; readonly now: boolean }
interface Roster {
  readonly version: number; readonly station: { readonly id: string; readonly name: string; readonly cells: readonly string[] }; readonly posts: readonly Held[]; readonly custodyPost: readonly { readonly officerId: string; readonly name: string; readonly from: string; readonly to: string | null }[];
  readonly acting: readonly { readonly name: string; readonly rank: string; readonly giver: string; readonly from: string; readonly to: string; readonly reason: string }[];
}

/** Duty roster and shift page: who holds which post at a station now and next, and the custody officer's post (CUS-10, CUS-12, CUS-14). */
@Component({
  selector: 'peel-roster', changeDetection: ChangeDetectionStrategy.OnPush, imports: [ActForm, FullTimePipe],
  template: `
    <h1 class="govuk-heading-l">Duty roster</h1>
    @if (failed()) { <p class="govuk-error-message" role="alert">{{ failed() }}</p> }
    <div class="govuk-form-group"><label class="govuk-label" for="station">Station</label><select class="govuk-select" id="station" (change)="station.set(valueOf($event))">@for (s of stations(); track s.id) { <option [value]="s.id" [selected]="s.id === station()">{{ s.name }}</option> }</select></div>
    @if (roster(); as r) {
      <h2 class="govuk-heading-m">{{ r.station.name }}, {{ clock.face() }}</h2>
      <p class="govuk-body"><b>Custody officer: {{ r.custodyPost[0] && !r.custodyPost[0].to ? r.custodyPost[0].name : 'nobody' }}</b>@if (r.custodyPost[0]) { since {{ r.custodyPost[0].from | full }} }</p>
      <div class="govuk-button-group">@for (a of offered(); track a.slug) { <button type="button" class="govuk-button" (click)="form.set(a.slug)">{{ a.label }}</button> }</div>
      @if (act(); as a) { <div class="peel-panel"><peel-act-form [act]="a" [path]="'/api/force/duty-roster/' + r.station.id" [seenVersion]="r.version" [who]="r.station.name" (acted)="recorded($event)" (cancelled)="form.set(null)" /></div> }
      <div role="status">@if (said()) { <p class="govuk-body">{{ said() }}</p> }</div>
      <table class="govuk-table"><caption class="govuk-table__caption govuk-table__caption--m">On duty now</caption><thead class="govuk-table__head"><tr class="govuk-table__row"><th scope="col" class="govuk-table__header">Post</th><th scope="col" class="govuk-table__header">Officer</th><th scope="col" class="govuk-table__header">Until</th></tr></thead>
        <tbody class="govuk-table__body">@for (p of now(); track $index) { <tr class="govuk-table__row"><td class="govuk-table__cell">{{ p.words }}</td><td class="govuk-table__cell">{{ p.name }}</td><td class="govuk-table__cell">{{ p.to ? (p.to | full) : 'withdrawn' }}</td></tr> } @empty { <tr class="govuk-table__row"><td class="govuk-table__cell" colspan="3">Nobody holds a post here now.</td></tr> }</tbody></table>
      <table class="govuk-table"><caption class="govuk-table__caption govuk-table__caption--m">Next, within 24 hours</caption><tbody class="govuk-table__body">@for (p of next(); track $index) { <tr class="govuk-table__row"><td class="govuk-table__cell">{{ p.words }}</td><td class="govuk-table__cell">{{ p.name }}</td><td class="govuk-table__cell">{{ p.from | full }}</td></tr> } @empty { <tr class="govuk-table__row"><td class="govuk-table__cell">No change is rostered.</td></tr> }</tbody></table>
      <table class="govuk-table"><caption class="govuk-table__caption govuk-table__caption--m">Acting ranks (PACE s.107)</caption><tbody class="govuk-table__body">@for (a of r.acting; track $index) { <tr class="govuk-table__row"><td class="govuk-table__cell">{{ a.name }} as {{ a.rank }}</td><td class="govuk-table__cell">given by {{ a.giver }}: {{ a.reason }}</td><td class="govuk-table__cell">{{ a.from | full }} to {{ a.to | full }}</td></tr> } @empty { <tr class="govuk-table__row"><td class="govuk-table__cell">Nobody here acts in a higher rank.</td></tr> }</tbody></table>
    } @else if (!failed()) { <p class="govuk-body" role="status">Reading the roster…</p> }`,
})
export class RosterPage {
  private readonly api = inject(Api);
  private readonly ability = inject(Ability);
  private readonly session = inject(Store).selectSignal(desk.selectSession);
  readonly clock = inject(Clock);
  readonly stations = signal<readonly { id: string; name: string }[]>([]);
  readonly station = signal('');
  readonly roster = signal<Roster | null>(null);
  readonly failed = signal('');
  readonly said = signal('');
  readonly form = signal<string | null>(null);
  private readonly acts = DUTY_ROSTER_ACTS.filter((a) => !a.creates).map((a): FormAct => ({ name: a.name, slug: slug(a.name), label: a.label, schema: a.schema }));
  readonly offered = computed(() => this.acts.filter((a) => this.ability.can(a.name, 'DutyRoster')));
  readonly act = computed(() => this.acts.find((a) => a.slug === this.form()) ?? null);
  readonly now = computed(() => this.roster()?.posts.filter((p) => p.now) ?? []);
  readonly next = computed(() => this.roster()?.posts.filter((p) => !p.now) ?? []);

  constructor() { void this.start(); effect(() => { const id = this.station(); if (id) void this.read(id); }); }
  valueOf(event: Event): string { return (event.target as HTMLSelectElement).value; }

  private async start(): Promise<void> {
    try {
      const { stations } = await this.api.get<{ stations: { id: string; name: string }[] }>('/api/force/stations');
      this.stations.set(stations);
      this.station.set(this.session()?.officer.posts.flatMap((p) => p.stations)[0]?.id ?? stations[0]?.id ?? '');
    } catch (error) {
      this.failed.set(wordsOf(error));
    }
  }

  async read(id: string): Promise<void> {
    try {
      this.roster.set(await this.api.get<Roster>(`/api/force/duty-roster/${id}`));
      this.failed.set('');
    } catch (error) {
      this.failed.set(wordsOf(error));
    }
  }

  recorded(acted: Acted): void { this.said.set(['Recorded.', ...acted.notes].join(' ')); this.form.set(null); void this.read(this.station()); }
}
