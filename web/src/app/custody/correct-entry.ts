import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import type { Instant } from '#domain/shared/time';
import { londonInput, type Acted } from '../shared/act-form.ts';
import { Api, ProblemError, wordsOf } from '../shared/api.ts';

/** Corrects the time of an entry or strikes it out, with the reason; the old value stays visible. */
@Component({
  selector: 'peel-correct-entry', changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<form class="peel-panel" (submit)="$event.preventDefault(); send(false)" aria-label="Correct the entry">
    @if (failed()) { <p class="govuk-error-message" role="alert">{{ failed() }}</p> }
    <div class="govuk-form-group"><label class="govuk-label" for="c-at">It happened at</label><input class="govuk-input govuk-input--width-20" id="c-at" type="datetime-local" step="1" [value]="at() || shown()" (input)="at.set(valueOf($event))"></div>
    <div class="govuk-form-group"><label class="govuk-label" for="c-reason">Why the entry was wrong</label><textarea class="govuk-textarea" id="c-reason" rows="2" (input)="reason.set(valueOf($event))"></textarea></div>
    <div class="govuk-button-group"><button class="govuk-button" type="submit" [disabled]="busy()">Correct the time</button><button class="govuk-button govuk-button--warning" type="button" [disabled]="busy()" (click)="send(true)">Strike it out</button><button class="govuk-button govuk-button--secondary" type="button" (click)="cancelled.emit()">Cancel</button></div>
  </form>`,
})
export class CorrectEntry {
  readonly path = input.required<string>();
  readonly version = input.required<number>();
  readonly entry = input.required<string>();
  readonly occurredAt = input.required<string>();
  readonly acted = output<Acted>();
  readonly cancelled = output();
  private readonly api = inject(Api);
  readonly at = signal('');
  readonly reason = signal('');
  readonly failed = signal('');
  readonly busy = signal(false);

  shown(): string { return londonInput(this.occurredAt() as Instant); }
  valueOf(event: Event): string { return (event.target as HTMLInputElement).value; }

  async send(strike: boolean): Promise<void> {
    this.busy.set(true);
    const becomes = strike ? null : { at: this.at() || null, body: {} };
    try {
      this.acted.emit(await this.api.post<Acted>(`${this.path()}/correct-entry`, { commandId: crypto.randomUUID(), seenVersion: this.version(), at: null, body: { entry: this.entry(), becomes, reason: this.reason() } }));
    } catch (error) {
      const refusals = error instanceof ProblemError ? [...error.problem.refusals.map((r) => `${r.message} ${r.code}`), ...error.problem.problems.map((p) => p.message)] : [];
      this.failed.set(refusals.join(' ') || wordsOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}
