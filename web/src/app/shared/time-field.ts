import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { clockTime, dayName, fullTime, localDate, readTime, zoneName } from '#domain/shared/local-time';
import { duration, elapsed, HOUR, MINUTE, plusHours, type Instant } from '#domain/shared/time';
import { dayText, localText, typedClock, typedDay, typedFrom, typedLocal, type TypedTime } from '#domain/shared/typed-time';
import { Clock } from './clock.ts';

interface Boxes extends Omit<TypedTime, 'day'> { readonly day: string | null; readonly stands: string }

/** A time as the desk types it, `0252`, and its date, today's until another is typed; it says back what it understood, with weekday and GMT or BST. */
@Component({
  selector: 'peel-time-field', changeDetection: ChangeDetectionStrategy.OnPush, host: { '(keydown.f4)': '$event.preventDefault(); now()' },
  template: `<fieldset class="govuk-fieldset peel-time">
    <legend class="govuk-fieldset__legend">{{ label() }}@if (optional()) { <span class="peel-quiet"> (optional)</span> }</legend>
    @if (hint()) { <div class="govuk-hint" [id]="inputId() + '-hint'">{{ hint() }}</div> }
    @for (error of errors(); track $index) { <p class="govuk-error-message"><span class="govuk-visually-hidden">Error:</span> {{ error }}</p> }
    <div class="peel-time__boxes">
      <div><label class="govuk-label" [for]="inputId()">Time</label><input class="govuk-input govuk-input--width-5" [class.govuk-input--error]="errors().length" [id]="inputId()" inputmode="numeric" autocomplete="off" [value]="boxes().clock" (input)="type({ clock: textOf($event) })" (blur)="settle()" [attr.aria-describedby]="inputId() + '-says'"></div>
      <div><label class="govuk-label" [for]="inputId() + '-day'">Date</label><input class="govuk-input govuk-input--width-10" [class.govuk-input--error]="errors().length" [id]="inputId() + '-day'" autocomplete="off" [value]="day()" (input)="type({ day: textOf($event) })" (blur)="settle()" [attr.aria-describedby]="inputId() + '-says'"></div>
      <button type="button" class="peel-plain" (click)="now()">Now (F4)</button>
      <span class="peel-time__says" [id]="inputId() + '-says'">{{ says() }}</span>
    </div>
    @for (choice of choices(); track choice) { <button type="button" class="govuk-button govuk-button--secondary" (click)="take(choice)">{{ words(choice) }}</button> }
    @if (dayBefore(); as at) { <button type="button" class="peel-plain" (click)="take(at)">Yesterday, {{ words(at) }}?</button> }
  </fieldset>`,
})
export class TimeField {
  readonly label = input.required<string>();
  readonly inputId = input.required<string>();
  /** Local text, or an instant where a clock change had to be settled; empty is now. */
  readonly value = input.required<string>();
  readonly hint = input('');
  readonly optional = input(false);
  readonly errors = input<readonly string[]>([]);
  /** It has happened already: a time ahead is offered as yesterday's. */
  readonly happened = input(false);
  readonly changed = output<string>();
  private readonly clock = inject(Clock);

  /** What was typed stays as it was typed while it stands for the same value. */
  readonly boxes = linkedSignal<string, Boxes>({ source: this.value, computation: (value, before) => (before?.value.stands === value ? before.value : { clock: '', day: null, ...typedFrom(value), stands: value }) });
  readonly day = computed(() => this.boxes().day ?? dayText(localDate(this.clock.now())));
  private readonly read = computed(() => (this.value() === '' ? null : readTime(this.value())));
  private readonly meant = computed(() => { const read = this.read(); return read && 'at' in read ? read.at : null; });
  readonly choices = computed(() => { const read = this.read(); return read && 'problem' in read ? read.problem.choices : []; });
  readonly dayBefore = computed<Instant | null>(() => { const at = this.meant(); return this.happened() && at && at > this.clock.now() && elapsed(this.clock.now(), at) < 24 * HOUR ? plusHours(at, -24) : null; });

  readonly says = computed(() => {
    const read = this.read();
    if (!read) return '';
    if ('at' in read) return `${fullTime(read.at)}, ${this.distance(read.at)}`;
    return read.problem.code === 'TIME_NOT_UNDERSTOOD' ? (this.boxes().clock === '' ? 'Enter the time too.' : '') : read.problem.message;
  });

  private distance(at: Instant): string {
    const gap = elapsed(at, this.clock.now());
    if (Math.abs(gap) < MINUTE) return 'now';
    if (Math.abs(gap) >= 100 * HOUR) return `${Math.floor(Math.abs(gap) / (24 * HOUR))} days ${gap > 0 ? 'ago' : 'ahead'}`;
    return gap > 0 ? `${duration(gap)} ago` : `in ${duration(gap)}`;
  }

  textOf(event: Event): string { return (event.target as HTMLInputElement).value; }
  words(at: Instant): string { return `${clockTime(at)} ${dayName(at)} ${zoneName(at)}`; }

  type(part: Partial<TypedTime>): void {
    const typed = { clock: this.boxes().clock, day: this.day(), ...part };
    this.tell({ ...typed, stands: typedLocal(typed, this.clock.now()) });
  }

  /** Leaving a box writes out what was understood: 0252 becomes 02:52. */
  settle(): void {
    const { clock, day, stands } = this.boxes();
    const iso = day === null ? null : typedDay(day, localDate(this.clock.now()));
    this.boxes.set({ clock: typedClock(clock) ?? clock, day: iso ? dayText(iso) : day, stands });
  }

  now(): void { this.tell({ ...typedFrom(localText(this.clock.now()))!, stands: localText(this.clock.now()) }); }
  take(at: Instant): void { this.tell({ ...typedFrom(at)!, stands: at }); }
  private tell(boxes: Boxes): void { this.boxes.set(boxes); this.changed.emit(boxes.stands); }
}
