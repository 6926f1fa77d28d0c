import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { clockBeside } from '#domain/shared/local-time';
import type { Instant } from '#domain/shared/time';
import { Clock } from '../shared/clock.ts';
import { FullTimePipe } from '../shared/times.ts';
import { WhyPanel } from '../shared/why-panel.ts';
import type { History, Task } from './inbox.ts';

/** The opened task: why it is due, what closes it, who no longer may, its notes and its history. */
@Component({
  selector: 'peel-task-detail', changeDetection: ChangeDetectionStrategy.OnPush, imports: [RouterLink, WhyPanel, FullTimePipe],
  template: `
    <div class="peel-panel">
      <h3 class="govuk-heading-s">Why is this due?</h3>
      <peel-why [steps]="task().why" />
      <p class="govuk-body">Law: {{ task().law }}</p>
      @for (l of task().owner?.lacks ?? []; track l) { <p class="govuk-body"><span class="peel-tag peel-tag--likelyLate"><span aria-hidden="true">◇</span> No longer eligible</span> {{ l }} Reassign it.</p> }
      @if (task().holdReason) { <p class="govuk-body"><b>On hold{{ task().heldUntil ? ' until ' : '' }}{{ task().heldUntil | full }}:</b> {{ task().holdReason }}. Its clock goes on.</p> }
      @if (task().stepOutcome) { <p class="govuk-body">{{ task().stepOutcome }}</p> }
      <p class="govuk-body">{{ task().closesWhen }} <a class="govuk-link" [routerLink]="['/', task().recordKind, task().recordId]" [queryParams]="task().act ? { act: task().act } : {}">{{ task().openWords }}</a>.</p>
      @if (notes().length) { <h3 class="govuk-heading-s">Notes</h3><ul class="govuk-list govuk-list--bullet">@for (h of notes(); track $index) { <li>{{ detailOf(h) }} <span class="peel-quiet">{{ h.by }}, {{ h.at | full }}</span></li> }</ul> }
      <h3 class="govuk-heading-s">History</h3>
      <ul class="govuk-list">@for (h of history(); track $index) { <li>{{ h.at | full }} <b>{{ h.by }}</b> {{ h.did }}{{ h.what === 'note' ? '' : detailOf(h) }}</li> } @empty { <li>Reading the history…</li> }</ul>
      @if (task().can['note']) { <button type="button" class="govuk-button govuk-button--secondary" (click)="note.emit()">Add a note</button> }
    </div>`,
})
export class TaskDetail {
  private readonly clock = inject(Clock);
  readonly task = input.required<Task>();
  readonly history = input.required<readonly History[]>();
  readonly note = output();

  notes(): readonly History[] { return this.history().filter((h) => h.what === 'note'); }

  detailOf({ what, detail }: History): string {
    if (what === 'note') return String(detail['text']);
    if (what === 'changed') return moved(detail['due'] as Moved | undefined, this.clock.now());
    return [typeof detail['from'] === 'string' && detail['from'] ? ` from ${detail['from']}` : '', typeof detail['to'] === 'string' ? ` to ${detail['to']}` : '', ...[detail['reason'], detail['why']].filter(Boolean).map((d) => `: ${String(d)}`)].join('');
  }
}

interface Moved { readonly from: Instant | null; readonly to: Instant | null }
const paused = (at: Instant | null, now: Instant): string => (at ? clockBeside(at, now) : 'no time');
const moved = (due: Moved | undefined, now: Instant): string => (due && due.from !== due.to ? `: due ${paused(due.from, now)} → ${paused(due.to, now)}` : '');
