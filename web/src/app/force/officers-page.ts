import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { OFFICER_ACTS } from '#domain/force/officer/acts';
import { slug } from '#domain/shared/act';
import { RANK_WORDS } from '#domain/shared/posts';
import type { Instant } from '#domain/shared/time';
import { Ability } from '../shared/ability.ts';
import { ActForm, type FormAct } from '../shared/act-form.ts';
import type { Acted } from '../shared/command.ts';
import { Clock } from '../shared/clock.ts';
import type { FormLayout } from '../shared/form-layout.ts';
import { SearchField } from '../shared/search-field.ts';
import { FullTimePipe } from '../shared/times.ts';
import { OfficersStore, type KeptOfficer } from './officers-store.ts';

const FORMS = OFFICER_ACTS.map((a): FormAct & { readonly creates: boolean } => ({ name: a.name, slug: slug(a.name), label: a.label, schema: a.schema, creates: a.creates === true }));
const AT: Readonly<Record<string, string>> = { appointOfficer: 'Appointed from', promoteOfficer: 'New rank from', joinTeam: 'Member from', leaveTeam: 'Member until', giveActingRank: 'Authority given at' };

/** Officers as dated facts: rank, acting rank with its giver and window (CUS-12), teams that decide independence (CUS-11, CUS-13). */
@Component({ selector: 'peel-officers', changeDetection: ChangeDetectionStrategy.OnPush, imports: [ActForm, SearchField, FullTimePipe], providers: [OfficersStore], templateUrl: './officers-page.html' })
export class OfficersPage {
  readonly store = inject(OfficersStore);
  readonly ability = inject(Ability);
  readonly clock = inject(Clock);
  readonly form = signal<string | null>(null);
  private readonly fresh = signal(crypto.randomUUID());
  readonly words = RANK_WORDS;
  readonly path = computed(() => `/api/force/officer/${this.store.officer()?.id ?? this.fresh()}`);
  readonly offered = computed(() => FORMS.filter((a) => !a.creates && this.ability.can(a.name, 'Officer')));
  readonly act = computed(() => FORMS.find((a) => a.slug === this.form()) ?? null);
  readonly layout = computed((): FormLayout => ({ at: { label: AT[this.act()?.name ?? ''] ?? 'When?', hint: 'London time. Leave empty for now. F4 fills in the time.' } }));

  /** `in force`, `not yet` or `over`: a dated fact by the desk's clock. */
  stands(from: Instant, to: Instant | null): string { const now = this.clock.now(); return from > now ? 'not yet' : to !== null && to <= now ? 'over' : 'in force'; }

  look(id: string): void {
    this.form.set(null);
    if (id) void this.store.read(id);
    else this.store.show(null, '');
  }

  appoint(): void {
    this.store.show(null, '');
    this.fresh.set(crypto.randomUUID());
    this.begin('appoint-officer');
  }

  begin(form: string): void {
    this.form.set(form);
    setTimeout(() => { document.getElementById('officer-form')?.focus(); });
  }

  recorded(acted: Acted): void {
    this.store.show(acted.view as KeptOfficer, [`${this.act()?.label}: recorded.`, ...acted.notes].join(' '));
    this.form.set(null);
  }
}
