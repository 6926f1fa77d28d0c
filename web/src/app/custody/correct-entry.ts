import { ChangeDetectionStrategy, Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { signalStore } from '@ngrx/signals';
import { CUSTODY_ACTS } from '#domain/custody/custody-record/acts';
import { CORRECT_ENTRY, CORRECTION_REASON, correctionForm } from '#domain/shared/correct-entry';
import { slug } from '#domain/shared/act';
import { ActForm, type FormAct } from '../shared/act-form.ts';
import { Api, wordsOf } from '../shared/api.ts';
import { type SentForm, withCommand, type Acted } from '../shared/command.ts';
import type { FormLayout } from '../shared/form-layout.ts';
import { linesOf, plainField } from '../shared/problem-lines.ts';
import { layoutOf } from './act-layouts.ts';

interface ToldEntry { readonly entry: string; readonly act: string; readonly label: string; readonly at: string; readonly body: Readonly<Record<string, unknown>> }

const StrikeStore = signalStore(withCommand());

/** Corrects an entry in the form that made it, filled with what was told, or strikes it out; the reason is asked and the old value stays visible (Code C 2.6). */
@Component({
  selector: 'peel-correct-entry', changeDetection: ChangeDetectionStrategy.OnPush, imports: [ActForm], providers: [StrikeStore],
  template: `<section class="peel-panel" [attr.aria-label]="'Correct the entry ' + (told()?.label ?? '')">
    @if (failed()) { <p class="govuk-error-message" role="alert">{{ failed() }}</p> }
    @if (act(); as a) {
      <p class="govuk-body"><b>{{ told()!.label }}: correct what was wrong and say why.</b> The old entry stays visible.</p>
      <peel-act-form [act]="a" [path]="path()" [seenVersion]="version()" [preset]="told()!.body" [happened]="told()!.at" [layout]="layout()" [who]="who()" [envelope]="sent" [fieldOf]="fieldOf" [place]="place()" (acted)="acted.emit($event)" (cancelled)="cancelled.emit()" />
      @if (striking()) {
        <form class="govuk-form-group" (submit)="$event.preventDefault(); strike()" aria-label="Strike it out">
          @for (line of wrong(); track $index) { <p class="govuk-error-message" role="alert"><span class="govuk-visually-hidden">Error:</span> {{ line.text }}</p> }
          <label class="govuk-label" for="strike-reason">Why the entry is struck out</label><textarea class="govuk-textarea" id="strike-reason" rows="2" [value]="reason()" (input)="explain($event)"></textarea>
          <div class="govuk-button-group"><button class="govuk-button govuk-button--warning" type="submit" [disabled]="command.busy()">Yes, strike out “{{ told()!.label }}”@if (who()) {: {{ who() }}}</button><button class="govuk-button govuk-button--secondary" type="button" (click)="striking.set(false)">Keep it</button></div>
        </form>
      } @else { <p class="govuk-body">Did it never happen, or to somebody else? <button class="peel-plain" type="button" (click)="striking.set(true)">Strike it out</button></p> }
    } @else if (!failed()) { <p class="govuk-body" role="status">Reading the entry…</p> }
  </section>`,
})
export class CorrectEntry {
  readonly path = input.required<string>();
  readonly version = input.required<number>();
  readonly entry = input.required<string>();
  /** Name and cell, for the confirm button. */
  readonly who = input('');
  readonly acted = output<Acted>();
  readonly cancelled = output();
  private readonly api = inject(Api);
  readonly command = inject(StrikeStore);
  readonly told = signal<ToldEntry | null>(null);
  readonly failed = signal('');
  readonly striking = signal(false);
  readonly reason = computed(() => { const typed = this.command.draft().typed['reason']; return typeof typed === 'string' ? typed : ''; });
  readonly wrong = computed(() => linesOf(this.command.problem(), []));
  readonly place = computed(() => ({ correct: this.entry() }));
  readonly act = computed<FormAct | null>(() => {
    const found = CUSTODY_ACTS.find((a) => a.name === this.told()?.act);
    return found ? { name: found.name, slug: slug(found.name), label: found.label, schema: correctionForm(found.schema) } : null;
  });
  readonly layout = computed<FormLayout>(() => ({ ...layoutOf(this.act()?.slug ?? ''), at: { label: 'It happened at', hint: 'London time.', ask: 'Enter when it happened.', folded: false }, submit: 'Save the correction', timed: false }));

  constructor() {
    effect(() => { const key = `${this.path()}/strike/${this.entry()}`; untracked(() => { this.command.open(key); }); });
    effect(() => { void this.read(`${this.path()}/entry/${this.entry()}`); });
  }

  private async read(path: string): Promise<void> {
    try {
      this.told.set(await this.api.get<ToldEntry>(path));
    } catch (error) {
      this.failed.set(wordsOf(error));
    }
  }

  readonly sent = ({ commandId, seenVersion, at, body }: SentForm): { slug: string; sent: object } => {
    const { [CORRECTION_REASON]: reason = '', ...becomes } = body;
    return { slug: slug(CORRECT_ENTRY), sent: { commandId, seenVersion, at: null, body: { entry: this.entry(), becomes: { at, body: becomes }, reason } } };
  };

  /** The correction's own reason and time come back under the api's names. */
  readonly fieldOf = (field: string): string => (field === 'body.reason' ? CORRECTION_REASON : field.startsWith('body.becomes.at') ? 'at' : plainField(field));

  explain(event: Event): void { this.command.change({ typed: { reason: (event.target as HTMLTextAreaElement).value } }); }

  async strike(): Promise<void> {
    const acted = await this.command.send<Acted>({
      path: this.path(), seenVersion: this.version(), at: null, body: { entry: this.entry(), becomes: null, reason: this.reason() }, envelope: (sent) => ({ slug: slug(CORRECT_ENTRY), sent }),
    });
    if (acted) this.acted.emit(acted);
  }
}
