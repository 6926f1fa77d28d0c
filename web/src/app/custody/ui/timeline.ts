import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import type { CustodyView } from '#domain/custody/custody-record/view';
import { dayName } from '#domain/shared/local-time';
import { elapsed, MINUTE, type Instant } from '#domain/shared/time';
import type { Acted } from '../../shared/command.ts';
import { ClockPipe, FullTimePipe } from '../../shared/times.ts';
import { CorrectEntry } from '../correct-entry.ts';

const THEMES = [['all', 'All'], ['legal', 'Legal'], ['care', 'Care'], ['people', 'People']] as const;
/** An entry made longer after than this says so. */
const LATE = 2 * MINUTE;
type Entry = CustodyView['timeline'][number];

/** What happened, newest first, with when it was entered; a corrected entry keeps its old value, on demand (Code C 2.6). */
@Component({
  selector: 'peel-timeline', changeDetection: ChangeDetectionStrategy.OnPush, imports: [ClockPipe, FullTimePipe, CorrectEntry],
  template: `<section id="timeline" aria-labelledby="timeline-heading">
    <div class="peel-timeline-head"><h2 class="govuk-heading-m" id="timeline-heading" tabindex="-1">Timeline</h2>
      <div class="peel-themes peel-nodisplay" role="group" aria-label="Show">@for (t of themes; track t[0]) { <button type="button" class="peel-theme" [attr.aria-pressed]="theme() === t[0]" (click)="theme.set(t[0])">{{ t[1] }}</button> }</div><span class="peel-quiet">newest first</span></div>
    <table class="peel-events"><caption class="govuk-visually-hidden">Entries of the record, newest first</caption>
      <thead><tr><th scope="col">What</th><th scope="col">Happened</th><th scope="col">Entered</th><th scope="col" class="peel-nodisplay"><span class="govuk-visually-hidden">Correct it</span></th></tr></thead>
      <tbody>@for (e of entries(); track e.entry) {
        <tr [class.peel-struck]="e.corrected?.struckOut">
          <td>{{ e.says }} <span class="peel-quiet">{{ e.by }}</span>@if (e.corrected; as c) { <span class="peel-quiet"> · {{ c.struckOut ? 'struck out' : 'corrected' }} by {{ c.by }}: {{ c.reason }}</span>
            <details class="peel-show-old"><summary>show old</summary><span class="peel-old">{{ c.says }} {{ c.occurredAt | full }}</span></details> }</td>
          <td data-label="Happened">{{ e.occurredAt | full }}</td>
          <td data-label="Entered" [class.peel-entered-late]="late(e)">{{ sameDay(e) ? (e.recordedAt | clock) : (e.recordedAt | full) }}@if (late(e)) { <span class="govuk-visually-hidden"> (entered later)</span> }</td>
          <td class="peel-nodisplay">@if (e.correctable) { <button type="button" class="peel-plain" (click)="asked.emit(e.entry)">Correct<span class="govuk-visually-hidden"> the entry {{ e.says }}</span></button> }</td>
        </tr>
        @if (correcting() === e.entry) { <tr><td colspan="4"><peel-correct-entry [path]="path()" [version]="version()" [entry]="e.entry" [who]="who()" (acted)="acted.emit($event)" (cancelled)="asked.emit(e.entry)" /></td></tr> }
      } @empty { <tr><td colspan="4">Nothing of this kind is recorded.</td></tr> }</tbody>
    </table>
  </section>`,
})
export class Timeline {
  readonly timeline = input.required<CustodyView['timeline']>();
  readonly path = input.required<string>();
  readonly version = input.required<number>();
  readonly correcting = input<string | null>(null);
  readonly who = input('');
  readonly asked = output<string>();
  readonly acted = output<Acted>();
  readonly themes = THEMES;
  readonly theme = signal<(typeof THEMES)[number][0]>('all');
  readonly entries = computed(() => this.timeline().filter((e) => this.theme() === 'all' || e.theme === this.theme()));
  late(e: Entry): boolean { return elapsed(e.occurredAt as Instant, e.recordedAt as Instant) > LATE; }
  sameDay(e: Entry): boolean { return dayName(e.occurredAt as Instant) === dayName(e.recordedAt as Instant); }
}
