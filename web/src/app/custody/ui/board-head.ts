import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import type { BoardCounts } from '#domain/custody/custody-record/board-next';
import { brief, MINUTE } from '#domain/shared/time';
import { Clock } from '../../shared/clock.ts';
import type { Whiteboard } from '../whiteboard.ts';

/** Station, time, the numbers, and who holds the post. */
@Component({
  selector: 'peel-board-head', changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<div class="peel-head">
    <h1 class="govuk-heading-l">{{ board().station?.name ?? 'Whiteboard' }}</h1>
    <span class="peel-big">{{ clock.face() }}</span>
    @if (board().station) {
    <span data-counts>Held <b>{{ counts().held }}</b> · Overdue <b [class.peel-count-overdue]="counts().overdue">{{ counts().overdue }}</b> · Due <b>{{ counts().due }}</b> · Likely late <b>{{ counts().likelyLate }}</b> · Waiting <b>{{ counts().waiting }}</b>@if (counts().waiting) { ({{ wait() }}) }</span>
    <span>@if (board().custodyOfficer; as officer) { Custody officer <b>{{ officer.shortName }}</b>, holding {{ officer.holding }} } @else { <b>◇ Nobody holds the custody officer's post</b> }</span>
    }
  </div>`,
})
export class BoardHead {
  readonly board = input.required<Whiteboard>();
  readonly counts = input.required<BoardCounts>();
  readonly clock = inject(Clock);
  wait(): string { return brief(this.counts().longestWaitMinutes * MINUTE); }
}
