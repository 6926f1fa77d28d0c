import { ChangeDetectionStrategy, Component, DestroyRef, inject, signal } from '@angular/core';
import { Ability } from '../shared/ability.ts';
import { Api, ProblemError, wordsOf } from '../shared/api.ts';
import { SpanPipe } from '../shared/times.ts';

interface Operations {
  readonly relay: { readonly waiting: number; readonly oldestMs: number; readonly failing: number }; readonly processes: readonly { readonly name: string; readonly ageMs: number; readonly detail: Readonly<Record<string, unknown>> }[]; readonly defectsToday: number; readonly openTasks: number; readonly openAlarms: number;
  readonly defects: readonly { readonly at: string; readonly what: string; readonly recordKind: string; readonly recordId: string }[]; readonly holds: readonly { readonly id: string; readonly what: string; readonly reason: string; readonly heldBy: string; readonly untilWall: string }[]; readonly records: readonly { readonly kind: string; readonly status: string; readonly count: number }[];
}
const EVERY = 5_000;

/** Operations: is the engine up, how far behind is the relay, what did the watchdog have to mend, what is held. */
@Component({
  selector: 'peel-operations', changeDetection: ChangeDetectionStrategy.OnPush, imports: [SpanPipe],
  template: `
    <h1 class="govuk-heading-l">Operations</h1>
    @if (failed()) { <p class="govuk-error-message" role="alert">{{ failed() }}</p> }
    @if (state(); as o) {
      <table class="govuk-table"><caption class="govuk-table__caption govuk-table__caption--m">Engine</caption><tbody class="govuk-table__body">
        @for (p of o.processes; track p.name) { <tr class="govuk-table__row"><th scope="row" class="govuk-table__header">{{ p.name }}</th><td class="govuk-table__cell">{{ p.ageMs < 10000 ? '● up' : '■! not heard for ' + (p.ageMs | span) }}</td><td class="govuk-table__cell">{{ words(p.detail) }}</td></tr> } @empty { <tr class="govuk-table__row"><td class="govuk-table__cell">■! No process of the engine has ever been heard.</td></tr> }
      </tbody></table>
      <p class="govuk-body">Relay: <b>{{ o.relay.waiting }}</b> bells waiting, oldest {{ o.relay.oldestMs | span }}, {{ o.relay.failing }} failing. Open tasks <b>{{ o.openTasks }}</b>. Open alarms <b>{{ o.openAlarms }}</b>. Mended by the watchdog in the last day: <b>{{ o.defectsToday }}</b>.</p>
      @if (o.holds.length) { <h2 class="govuk-heading-m">Held</h2><ul class="govuk-list">@for (h of o.holds; track h.id) { <li>{{ h.what }}: {{ h.reason }} ({{ h.heldBy }})</li> }</ul> }
      @if (ability.can('hold', 'Operations')) {
        <form class="peel-panel" (submit)="$event.preventDefault(); hold()" aria-label="Hold relay and watchdog"><label class="govuk-label" for="why">Hold relay and watchdog, because</label><div class="govuk-hint">For loads and restores. Every screen says so; it ends by itself after 5 minutes.</div><input class="govuk-input" id="why" [value]="reason()" (input)="reason.set(valueOf($event))">
          <div class="govuk-button-group govuk-!-margin-top-3"><button class="govuk-button govuk-button--warning" type="submit">Hold</button><button class="govuk-button govuk-button--secondary" type="button" (click)="end()">End the hold</button></div></form>
      }
      <table class="govuk-table"><caption class="govuk-table__caption govuk-table__caption--m">Records by state</caption><tbody class="govuk-table__body">@for (r of o.records; track r.kind + r.status) { <tr class="govuk-table__row"><th scope="row" class="govuk-table__header">{{ r.kind }}</th><td class="govuk-table__cell">{{ r.status }}</td><td class="govuk-table__cell govuk-table__cell--numeric">{{ r.count }}</td></tr> }</tbody></table>
      <h2 class="govuk-heading-m">Mended by the watchdog</h2><ul class="govuk-list">@for (d of o.defects; track $index) { <li>{{ d.at }} {{ d.what }} {{ d.recordKind }} {{ d.recordId }}</li> } @empty { <li>Nothing had to be mended.</li> }</ul>
    } @else if (!failed()) { <p class="govuk-body" role="status">Reading…</p> }`,
})
export class OperationsPage {
  private readonly api = inject(Api);
  readonly ability = inject(Ability);
  readonly state = signal<Operations | null>(null);
  readonly failed = signal('');
  readonly reason = signal('');

  constructor() { void this.read(); const timer = setInterval(() => { void this.read(); }, EVERY); inject(DestroyRef).onDestroy(() => { clearInterval(timer); }); }
  valueOf(event: Event): string { return (event.target as HTMLInputElement).value; }
  words(detail: Readonly<Record<string, unknown>>): string { return Object.entries(detail).filter(([, v]) => v !== null && typeof v !== 'object').map(([k, v]) => `${k} ${String(v)}`).join(' · '); }

  async read(): Promise<void> {
    try {
      this.state.set(await this.api.get<Operations>('/api/operations'));
      this.failed.set('');
    } catch (error) {
      this.failed.set(wordsOf(error));
    }
  }

  hold(): Promise<void> { return this.tell('/api/operations/hold', { what: 'all', reason: this.reason() }); }
  end(): Promise<void> { return this.tell('/api/operations/release', {}); }

  private async tell(path: string, body: object): Promise<void> {
    try {
      await this.api.post(path, body);
      await this.read();
    } catch (error) {
      this.failed.set(error instanceof ProblemError && error.problem.problems[0] ? error.problem.problems[0].message : wordsOf(error));
    }
  }
}
