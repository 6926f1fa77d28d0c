import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { dayName, localDate } from '#domain/shared/local-time';
import { plusHours, type Instant } from '#domain/shared/time';
import { typedLocal } from '#domain/shared/typed-time';
import { allWordsOf, Api } from '../shared/api.ts';
import { Clock } from '../shared/clock.ts';
import { TimeField } from '../shared/time-field.ts';

/** Hours of the day where the desk changes: shifts, the night's reviews, the court's list. */
const HOURS = ['03:00', '07:00', '10:00', '15:00', '19:00', '22:00'];

/** The training clock: forward by minutes or to a time; heard by every open record at once. It never runs back. */
@Component({
  selector: 'peel-training', changeDetection: ChangeDetectionStrategy.OnPush, imports: [TimeField],
  template: `
    <h1 class="govuk-heading-l">Training clock</h1>
    <p class="peel-big">{{ clock.face() }}</p>
    <p class="govuk-body">Every clock, deadline and alarm follows it. It never runs back; to begin earlier, start anew.</p>
    <h2 class="govuk-heading-s" id="forward">Forward by</h2>
    <div class="govuk-button-group" role="group" aria-labelledby="forward">@for (m of [1, 5, 10, 30, 60, 180, 360]; track m) { <button type="button" class="govuk-button" [disabled]="busy()" (click)="move({ minutes: m })">+ {{ m < 60 ? m + ' min' : m / 60 + ' h' }}</button> }</div>
    <h2 class="govuk-heading-s" id="next">To the next</h2>
    <div class="govuk-button-group" role="group" aria-labelledby="next">@for (h of hours(); track h.to) { <button type="button" class="govuk-button govuk-button--secondary" [disabled]="busy()" (click)="move({ to: h.to })">{{ h.words }}</button> }</div>
    <form (submit)="$event.preventDefault(); advance()" aria-label="Advance to a time">
      <div class="govuk-form-group" [class.govuk-form-group--error]="wrong().length"><peel-time-field label="Advance to" hint="London time, like 0300." inputId="to" [value]="to()" [errors]="wrong()" (changed)="to.set($event)" /></div>
      <button class="govuk-button" type="submit" [disabled]="busy()">Advance</button>
    </form>
    <div class="govuk-button-group"><button type="button" class="govuk-button govuk-button--secondary" (click)="move({ minutes: 0, running: false })">Stand still</button><button type="button" class="govuk-button govuk-button--secondary" (click)="move({ minutes: 0, running: true })">Run</button></div>`,
})
export class TrainingPage {
  private readonly api = inject(Api);
  readonly clock = inject(Clock);
  readonly wrong = signal<readonly string[]>([]);
  readonly busy = signal(false);
  readonly to = signal('');
  /** Each hour at its next coming, soonest first. */
  readonly hours = computed(() => HOURS.map((hour) => this.nextOf(hour)).toSorted((a, b) => (a.to < b.to ? -1 : 1)));

  private nextOf(hour: string): { to: string; words: string } {
    const now = this.clock.now();
    const today = typedLocal({ clock: hour, day: localDate(now) }, now);
    const at = hour > this.clock.short() ? now : plusHours(now, 24);
    return { to: at === now ? today : typedLocal({ clock: hour, day: localDate(at) }, now), words: `${hour} ${dayName(at)}` };
  }

  advance(): void {
    if (this.to() === '') this.wrong.set(['Enter the time to advance to, like 0300.']);
    else void this.move({ to: this.to() });
  }

  async move(body: object): Promise<void> {
    this.busy.set(true);
    try {
      const face = await this.api.post<{ now: Instant; running: boolean }>('/api/clock/advance', body);
      this.clock.set(face.now, face.running);
      this.to.set('');
      this.wrong.set([]);
    } catch (error) {
      this.wrong.set([allWordsOf(error)]);
    } finally {
      this.busy.set(false);
    }
  }
}
