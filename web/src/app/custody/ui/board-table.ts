import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { isTooLate, type BoardNext } from '#domain/custody/custody-record/board-next';
import { unlawfulSince } from '#domain/custody/custody-record/unlawful-detention';
import { clockWords, quarterUsed } from '#domain/custody/custody-record/board-words';
import { brief } from '#domain/shared/time';
import { Clock } from '../../shared/clock.ts';
import { AgePipe, BesidePipe, ClockPipe } from '../../shared/times.ts';
import { UrgencyTag } from '../../shared/urgency-tag.ts';
import type { BoardRow } from '../whiteboard.ts';
import { BoardDetail } from './board-detail.ts';

const UNWARNED = ['Child', 'Rouse'];

/** Everybody held, one line each (screens.md): NEXT biggest, then where and who; the rest on demand. */
@Component({ selector: 'peel-board-table', changeDetection: ChangeDetectionStrategy.OnPush, imports: [RouterLink, UrgencyTag, AgePipe, BesidePipe, ClockPipe, BoardDetail], templateUrl: './board-table.html' })
export class BoardTable {
  readonly rows = input.required<readonly { readonly line: BoardRow; readonly next: BoardNext }[]>();
  readonly caption = input('');
  readonly current = input<string | null>(null);
  readonly opened = input<string | null>(null);
  readonly chosen = output<string>();
  readonly toggled = output<string>();
  readonly clock = inject(Clock);

  warned(marker: string): string { return UNWARNED.includes(marker) ? marker : `⚠ ${marker}`; }
  /** What may stand on a line of its own: `5 h 30 used,` and `18 h 30 left`. */
  clockParts(row: BoardRow): string[] { return clockWords(row.clock, this.clock.now()).split(/(?<=,) /); }
  /** A time stays whole; the words for why no clock runs may take two lines, or they widen the table for everybody. */
  short(part: string): boolean { return /^\d/.test(part); }
  /** An arrival is owed only once the journey takes long. */
  owed(row: BoardRow): BoardRow['owed'] { return row.owed.filter((o) => o.since <= this.clock.now()); }
  quarter(row: BoardRow): ReturnType<typeof quarterUsed> { return quarterUsed(row.clock, this.clock.now()); }
  unlawful(row: BoardRow): string | null { return unlawfulSince(row.unlawfulFrom, this.clock.now())?.at ?? null; }
  tooLate(row: BoardRow): boolean { return isTooLate(row, this.clock.now()); }
  hasEnded({ clock }: BoardRow): boolean { return clock.ends !== null && clock.ends < this.clock.now(); }
  /** By how much the last review that was late was late. */
  lateReview(row: BoardRow): string { const last = row.doneLate.findLast((d) => d.kind === 'review'); return last ? brief(last.byMs) : ''; }
  /** The plan names the officer where it says who has them. */
  officerBeside(row: BoardRow): boolean { return row.officer !== '' && !row.plan.includes(row.officer); }
}
