import { ChangeDetectionStrategy, Component, computed, input, signal } from '@angular/core';
import { CUSTODY_ACTS } from '#domain/custody/custody-record/acts';
import type { CustodyView } from '#domain/custody/custody-record/view';
import { slug } from '#domain/shared/act';
import { ActForm, type FormAct, type Supposed } from '../shared/act-form.ts';
import type { SentForm } from '../shared/command.ts';
import type { FormLayout } from '../shared/form-layout.ts';
import { TimeField } from '../shared/time-field.ts';
import { FullTimePipe } from '../shared/times.ts';
import { layoutOf } from './act-layouts.ts';

const CHOICES = ['leave-for-hospital', 'return-from-hospital', 'authorise-extension', 'release-on-bail', 'conduct-review', 'charge', 'answer-bail', 'record-breach-arrest'];

/** What would follow: the same decision without the commit, old and new deadlines side by side. Nothing is saved. */
@Component({
  selector: 'peel-what-if', changeDetection: ChangeDetectionStrategy.OnPush, imports: [ActForm, TimeField, FullTimePipe],
  template: `
    <label class="govuk-label" for="what-if">What if</label>
    <select class="govuk-select" id="what-if" (change)="choose($event)"><option value="">Choose</option>@for (a of offered(); track a.slug) { <option [value]="a.slug" [selected]="a.slug === chosen()">{{ a.label }}</option> }</select>
    @if (act(); as a) {
      @if (a.slug === 'leave-for-hospital') { <div class="govuk-form-group"><peel-time-field label="Back at" inputId="what-if-back" hint="Leave empty where the return is not known: the clock then stays paused." [value]="back()" (changed)="back.set($event)" /></div> }
      <peel-act-form [act]="a" [path]="path()" [seenVersion]="version()" [supposing]="true" [layout]="layout()" [envelope]="asked" (supposed)="show($event)" (cancelled)="clear()" />
    }
    @if (answer(); as r) {
      <div role="status"><p><b>NOT SAVED</b> @if (!r.allowed) { This would be refused: @for (x of r.refusals; track x.code) { {{ x.message }} {{ x.law }}. {{ x.code }} } }</p>
        @if (r.allowed) { <ul class="govuk-list">@for (c of changes(); track c.title) { <li>{{ c.title }}: {{ c.before ? (c.before | full) : 'none' }} → <b>{{ c.after ? (c.after | full) : 'paused or none' }}</b>@if (c.other; as other) { ({{ other.text }}: <b>{{ other.due | full }}</b>) }</li> } @empty { <li>No deadline would move.</li> }</ul> }
        <button type="button" class="govuk-button govuk-button--secondary" (click)="clear()">Clear</button></div>
    }`,
})
export class WhatIf {
  readonly path = input.required<string>();
  readonly version = input.required<number>();
  readonly acts = input.required<CustodyView['acts']>();
  readonly deadlines = input.required<CustodyView['deadlines']>();
  readonly chosen = signal('');
  readonly back = signal('');
  readonly answer = signal<Supposed | null>(null);
  readonly offered = computed(() => this.acts().filter((a) => CHOICES.includes(a.slug)));
  readonly act = computed<FormAct | null>(() => { const found = CUSTODY_ACTS.find((a) => slug(a.name) === this.chosen()); return found ? { name: found.name, slug: slug(found.name), label: found.label, schema: found.schema } : null; });
  readonly layout = computed<FormLayout>(() => { const { as } = layoutOf(this.chosen()); return as ? { as } : {}; });
  readonly changes = computed(() => {
    const after = (this.answer()?.view as CustodyView | null)?.deadlines ?? [];
    const keys = [...new Set([...this.deadlines(), ...after].map((d) => d.key))];
    return keys.map((key) => ({ title: (this.deadlines().find((d) => d.key === key) ?? after.find((d) => d.key === key))!.title, before: this.deadlines().find((d) => d.key === key)?.due ?? null, after: after.find((d) => d.key === key)?.due ?? null, other: after.find((d) => d.key === key)?.otherReading ?? null })).filter((c) => c.before !== c.after || c.other);
  });

  /** Leaving and coming back are two acts, supposed together. */
  readonly asked = (sent: SentForm): { readonly slug: string; readonly sent: object } => {
    if (this.chosen() !== 'leave-for-hospital' || this.back() === '') return { slug: this.chosen(), sent };
    const { commandId, seenVersion, at, body } = sent;
    return { slug: 'acts', sent: { commandId, seenVersion, acts: [{ act: this.chosen(), at, body }, { act: 'return-from-hospital', at: this.back(), body: { location: 'Cell', care: 'Supposed' } }] } };
  };

  choose(event: Event): void { this.chosen.set((event.target as HTMLSelectElement).value); this.answer.set(null); }
  show(answer: Supposed): void { this.answer.set(answer); }
  clear(): void { this.chosen.set(''); this.back.set(''); this.answer.set(null); }
}
