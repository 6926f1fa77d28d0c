import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import type { Instant } from '#domain/shared/time';
import { Api, ProblemError, wordsOf } from '../shared/api.ts';
import { Clock } from '../shared/clock.ts';

/** The training clock: forward by minutes or to a time; heard by every open record at once. It never runs back. */
@Component({
  selector: 'peel-training', changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h1 class="govuk-heading-l">Training clock</h1>
    <p class="peel-big">{{ clock.face() }}</p>
    <p class="govuk-body">Every clock, deadline and alarm follows it. It never runs back; to begin earlier, start anew.</p>
    @if (failed()) { <p class="govuk-error-message" role="alert">{{ failed() }} @for (c of choices(); track c) { <button type="button" class="peel-plain" (click)="move({ to: c })">{{ c }}</button> }</p> }
    <div class="govuk-button-group">@for (m of [1, 5, 10, 30, 60, 180, 360]; track m) { <button type="button" class="govuk-button" (click)="move({ minutes: m })">+ {{ m < 60 ? m + ' min' : m / 60 + ' h' }}</button> }</div>
    <form (submit)="$event.preventDefault(); move({ to: to() })" aria-label="Advance to a time"><div class="govuk-form-group"><label class="govuk-label" for="to">Advance to (London time)</label><input class="govuk-input govuk-input--width-20" id="to" type="datetime-local" step="1" (input)="to.set(valueOf($event))"></div><button class="govuk-button" type="submit">Advance</button></form>
    <div class="govuk-button-group"><button type="button" class="govuk-button govuk-button--secondary" (click)="move({ minutes: 0, running: false })">Stand still</button><button type="button" class="govuk-button govuk-button--secondary" (click)="move({ minutes: 0, running: true })">Run</button></div>`,
})
export class TrainingPage {
  private readonly api = inject(Api);
  readonly clock = inject(Clock);
  readonly failed = signal('');
  readonly choices = signal<readonly string[]>([]);
  readonly to = signal('');
  valueOf(event: Event): string { return (event.target as HTMLInputElement).value; }

  async move(body: object): Promise<void> {
    try {
      const face = await this.api.post<{ now: Instant; running: boolean }>('/api/clock/advance', body);
      this.clock.set(face.now, face.running);
      this.failed.set('');
      this.choices.set([]);
    } catch (error) {
      const refusal = error instanceof ProblemError ? error.problem.refusals[0] : undefined;
      this.failed.set(refusal ? `${refusal.message} ${refusal.code}` : wordsOf(error));
      this.choices.set(refusal?.choices ?? []);
    }
  }
}
