import { ChangeDetectionStrategy, Component, computed, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CustodyView } from '#domain/custody/custody-record/view';
import { Api, wordsOf } from '../../shared/api.ts';
import { Clock } from '../../shared/clock.ts';
import { BesidePipe, FullTimePipe, SpanPipe } from '../../shared/times.ts';
import { WhyPanel } from '../../shared/why-panel.ts';
import type { BoardRow } from '../whiteboard.ts';

const HISTORY = 3;

/** What one line has no room for: offences, every deadline, the clock's working, what was done late, the last entries. Read, and audited, only when opened. */
@Component({
  selector: 'peel-board-detail', changeDetection: ChangeDetectionStrategy.OnPush, imports: [RouterLink, BesidePipe, FullTimePipe, SpanPipe, WhyPanel],
  template: `<div class="peel-panel peel-detail-columns">
    <div>
      <p class="govuk-body-s"><b>{{ row().custodyNumber }}</b> · {{ row().offences.join('; ') }} · {{ row().clock.endsWhat }}@if (row().markers.length) { · {{ row().markers.join(', ') }} }</p>
      <ul class="govuk-list govuk-list--bullet govuk-body-s">@for (d of row().deadlines; track d.key) { <li>{{ d.title }}: {{ d.due | full }}</li> }</ul>
      @if (row().doneLate.length) { <p class="govuk-body-s"><b>Done late, kept for ever:</b> @for (d of row().doneLate; track $index) { <span class="peel-tag peel-tag--doneLate">✓ DONE LATE by {{ d.byMs | span }}</span> {{ d.words }} {{ d.doneAt | beside: clock.now() }}{{ $last ? '' : ', ' }} }</p> }
    </div>
    <div>
      @if (view.error(); as e) { <p class="govuk-error-message" role="alert">{{ words(e) }}</p> }
      @else if (view.value(); as v) {
        @if (limit(); as l) { <p class="govuk-body-s govuk-!-margin-bottom-0"><b>Why {{ l.due ? (l.due | beside: clock.now()) : 'it is paused' }}?</b></p><peel-why [steps]="l.why" /> }
        <p class="govuk-body-s govuk-!-margin-bottom-0"><b>Last entries</b></p>
        <ul class="govuk-list govuk-body-s">@for (e of last(); track e.entry) { <li>{{ e.occurredAt | beside: clock.now() }} {{ e.says }} <span class="peel-quiet">{{ e.by }}</span></li> }</ul>
        <a class="govuk-link" [routerLink]="['/custody-record', row().recordId]">Whole record</a>
      } @else { <p class="govuk-body-s" role="status">Reading the record…</p> }
    </div>
  </div>`,
})
export class BoardDetail {
  readonly row = input.required<BoardRow>();
  private readonly api = inject(Api);
  readonly clock = inject(Clock);
  readonly view = resource({ params: () => this.row().recordId, loader: async ({ params }) => (await this.api.get<{ view: CustodyView }>(`/api/custody/custody-record/${params}`)).view });
  readonly limit = computed(() => { const v = this.view.value(); return v?.deadlines.find((d) => d.key === 'limit24' && v.authority.kind === 's37') ?? v?.deadlines.find((d) => d.key === 'authorityEnds' || d.key === 'warrantExpires'); });
  readonly last = computed(() => (this.view.value()?.timeline ?? []).slice(0, HISTORY));
  words(error: Error): string { return wordsOf((error.cause as Error | undefined) ?? error); }
}
