import { ChangeDetectionStrategy, Component, effect, inject, input, linkedSignal, output, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { signalStore } from '@ngrx/signals';
import { ENDING_WORDS } from '#domain/custody/custody-record/ending-words';
import type { EndingKind } from '#domain/custody/custody-record/told';
import { dayName, clockTime, localDate } from '#domain/shared/local-time';
import type { Instant } from '#domain/shared/time';
import { typedBirth } from '#domain/shared/typed-time';
import { allWordsOf, Api, wordsOf } from '../shared/api.ts';
import { Clock } from '../shared/clock.ts';
import { withCommand } from '../shared/command.ts';
import { DateField } from '../shared/date-field.ts';
import { FullTimePipe } from '../shared/times.ts';
import type { Confirmed } from './book-in-store.ts';

interface Detention { readonly recordId: string | null; readonly custodyNumber: string; readonly stationName: string; readonly inCustody: boolean; readonly arrivedAt: string | null; readonly onBail: boolean; readonly endedAt: string | null; readonly ending: EndingKind | null }
interface Known { readonly id: string | null; readonly name: string; readonly detentions: readonly Detention[] }

const RegisterStore = signalStore(withCommand());

/** Is this person known? Exact match of name and date of birth, confirmed by the officer, so that earlier detentions count (CUS-39). */
@Component({
  selector: 'peel-known-people', changeDetection: ChangeDetectionStrategy.OnPush, imports: [RouterLink, DateField, FullTimePipe], providers: [RegisterStore],
  template: `<section class="peel-panel" [attr.aria-label]="finding() ? 'Find their record' : 'Is this person known'">
    <div class="peel-tools"><div class="govuk-form-group"><label class="govuk-label" for="k-name">Name</label><input class="govuk-input govuk-input--width-20" id="k-name" (keydown.enter)="find()" [value]="asked()" (input)="asked.set(valueOf($event))"></div>
      <div class="govuk-form-group"><label class="govuk-label" for="k-born">Date of birth</label><peel-date-field inputId="k-born" (keydown.enter)="find()" [value]="born()" (changed)="born.set($event)" /></div>
      <button type="button" class="govuk-button govuk-button--secondary" (click)="find()">{{ finding() ? 'Find their record' : 'Is this person known?' }}</button></div>
    <div role="status">@if (said()) { <p class="govuk-body"><b>{{ said() }}</b></p> }
      @for (p of people(); track p.id) {
        @if (heldNow(p); as d) {
          <div class="govuk-inset-text"><p class="govuk-body"><b>■! {{ p.name }} has been in custody {{ d.stationName === '' ? '' : 'at ' + d.stationName }} since {{ since(d) }}.</b>&ngsp;@if (d.recordId) { <a class="govuk-link" [routerLink]="['/custody-record', d.recordId]">Open that record</a> } @else { Ask the custody officer of {{ d.stationName }} } or say why this is another person.</p>
            <div class="govuk-form-group"><label class="govuk-label" for="k-because">Why this is another person</label><input class="govuk-input" id="k-because" [value]="because()" (input)="because.set(valueOf($event))"></div>
            <button type="button" class="govuk-button govuk-button--secondary" (click)="another()">This is another person</button></div>
        } @else { <p class="govuk-body"><b>{{ p.name }}</b>@if (p.id === null) {, not confirmed as a person}@else if (!finding()) { <button type="button" class="peel-plain" (click)="confirm(p.id, p.name)">This is the person</button> }</p> }
        <ul class="govuk-list govuk-list--bullet">
          @for (d of earlier(p); track d.custodyNumber) {
            <li>@if (d.recordId) { <a class="govuk-link" [routerLink]="['/custody-record', d.recordId]">{{ d.custodyNumber }}</a> } @else {<span>{{ d.custodyNumber }}</span>}, {{ d.stationName }}: {{ howItEnded(d) }}@if (d.endedAt) { {{ d.endedAt | full }}}@if (d.onBail) {. <b>{{ d.recordId ? 'Open it to enter the return, or an arrest for breach of that bail.' : 'They answer that bail at ' + d.stationName + '. Here instead, or arrested for breach of it? Ask the custody officer there to change the return to this station: you then have the record, and enter it.' }}</b> }</li>
          } @empty { @if (!heldNow(p)) { <li>No earlier detention.</li> } }
        </ul>
      }
      @if (missing() && !finding()) { <button type="button" class="govuk-button govuk-button--secondary" [disabled]="command.busy()" (click)="register()">Register as a new person</button> }</div>
  </section>`,
})
export class KnownPeople {
  readonly name = input('');
  readonly dateOfBirth = input('');
  /** Nobody is booked in: the detention they come back to is looked for, and nobody is confirmed or registered. */
  readonly finding = input(false);
  /** The record that is being booked in: it is not another detention. */
  readonly except = input('');
  readonly confirmed = output<Confirmed>();
  private readonly api = inject(Api);
  private readonly clock = inject(Clock);
  readonly command = inject(RegisterStore);
  readonly asked = linkedSignal(() => this.name());
  readonly born = linkedSignal(() => this.dateOfBirth());
  readonly people = signal<readonly Known[]>([]);
  readonly said = signal('');
  readonly missing = signal(false);
  readonly because = signal('');
  private readonly fresh = crypto.randomUUID();

  constructor() { effect(() => { if (this.name() !== '') untracked(() => { void this.find(); }); }); }

  howItEnded(d: Detention): string { return d.onBail ? 'on bail' : d.ending ? ENDING_WORDS[d.ending].toLowerCase() : 'not ended'; }
  valueOf(event: Event): string { return (event.target as HTMLInputElement).value; }
  heldNow(p: Known): Detention | undefined { return p.detentions.find((d) => d.inCustody && d.recordId !== this.except()); }
  earlier(p: Known): readonly Detention[] { return p.detentions.filter((d) => !d.inCustody && d.recordId !== this.except()); }

  /** `20:40 today`, or with its day. */
  since(d: Detention): string {
    const at = d.arrivedAt as Instant | null;
    return at === null ? 'their arrest' : `${clockTime(at)} ${localDate(at) === localDate(this.clock.now()) ? 'today' : dayName(at)}`;
  }

  async find(): Promise<void> {
    if (this.born().trim() !== '' && !typedBirth(this.born())) { this.people.set([]); this.missing.set(false); this.said.set('That date of birth cannot be read. Enter it like 27/3/1991, or leave it empty.'); return; }
    try {
      const { people } = await this.api.post<{ people: Known[] }>('/api/people/person/search', { name: this.asked(), ...(typedBirth(this.born()) ? { dateOfBirth: typedBirth(this.born())! } : {}) });
      this.people.set(people);
      this.missing.set(people.every((p) => p.id === null));
      this.said.set(people.length === 0 ? 'Nobody by exactly that name and date of birth is known.' : '');
    } catch (error) {
      this.said.set(allWordsOf(error) || wordsOf(error));
    }
  }

  confirm(personId: string, name: string): void { this.said.set(`${name} confirmed.`); this.people.set([]); this.confirmed.emit({ personId }); }

  async another(): Promise<void> {
    if (this.because().trim().length < 3) this.said.set('Say why this is another person, or open that record.');
    else await this.register();
  }

  async register(): Promise<void> {
    const done = await this.command.send({
      path: `/api/people/person/${this.fresh}`, seenVersion: 0, at: null, body: { name: this.asked(), dateOfBirth: typedBirth(this.born()) }, envelope: (sent) => ({ slug: 'register-person', sent }),
    });
    if (!done) { this.said.set(this.command.problem()?.detail ?? ''); return; }
    this.missing.set(false);
    this.people.set([]);
    this.said.set(`${this.asked()} registered.`);
    this.confirmed.emit({ personId: this.fresh, ...(this.because().trim() ? { anotherPersonBecause: this.because().trim() } : {}) });
  }
}
