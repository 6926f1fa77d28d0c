import { ChangeDetectionStrategy, Component, inject, input, linkedSignal, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, wordsOf } from '../shared/api.ts';
import { FullTimePipe } from '../shared/times.ts';

interface Known { readonly id: string; readonly name: string; readonly detentions: readonly { readonly recordId: string; readonly custodyNumber: string; readonly stationName: string; readonly inCustody: boolean; readonly onBail: boolean; readonly endedAt: string | null; readonly ending: string | null }[] }

/** Is this person known? Exact match of name and date of birth, confirmed by the officer, so that earlier detentions count (CUS-39). */
@Component({
  selector: 'peel-known-people', changeDetection: ChangeDetectionStrategy.OnPush, imports: [RouterLink, FullTimePipe],
  template: `<section class="peel-panel" aria-label="Is this person known">
    <div class="peel-tools"><div class="govuk-form-group"><label class="govuk-label" for="k-name">Name</label><input class="govuk-input govuk-input--width-20" id="k-name" [value]="asked()" (input)="asked.set(valueOf($event))"></div>
      <div class="govuk-form-group"><label class="govuk-label" for="k-born">Date of birth</label><input class="govuk-input govuk-input--width-10" id="k-born" type="date" [value]="born()" (input)="born.set(valueOf($event))"></div>
      <button type="button" class="govuk-button govuk-button--secondary" (click)="find()">Is this person known?</button></div>
    <div role="status">@if (said()) { <p class="govuk-body">{{ said() }}</p> }
      @for (p of people(); track p.id) {
        <p class="govuk-body"><b>{{ p.name }}</b> <button type="button" class="peel-plain" (click)="confirm(p)">This is the person</button></p>
        <ul class="govuk-list govuk-list--bullet">@for (d of p.detentions; track d.recordId) { <li>@if (d.inCustody) { <b>In custody now at {{ d.stationName }}.</b> <a class="govuk-link" [routerLink]="['/custody-record', d.recordId]">Open that record</a> or say why this is another person. } @else { {{ d.custodyNumber }}, {{ d.stationName }}: {{ d.onBail ? 'on bail' : d.ending }}@if (d.endedAt) { {{ d.endedAt | full }}} }</li> } @empty { <li>No earlier detention.</li> }</ul>
      }
      @if (missing()) { <button type="button" class="govuk-button govuk-button--secondary" (click)="register()">Register as a new person</button> }</div>
  </section>`,
})
export class KnownPeople {
  readonly name = input('');
  readonly dateOfBirth = input('');
  readonly confirmed = output<string>();
  private readonly api = inject(Api);
  readonly asked = linkedSignal(() => this.name());
  readonly born = linkedSignal(() => this.dateOfBirth());
  readonly people = signal<readonly Known[]>([]);
  readonly said = signal('');
  readonly missing = signal(false);

  valueOf(event: Event): string { return (event.target as HTMLInputElement).value; }

  async find(): Promise<void> {
    try {
      const { people } = await this.api.get<{ people: Known[] }>('/api/people/person', { name: this.asked(), ...(this.born() ? { dateOfBirth: this.born() } : {}) });
      this.people.set(people);
      this.missing.set(people.length === 0);
      this.said.set(people.length === 0 ? 'Nobody by exactly that name and date of birth is known.' : '');
    } catch (error) {
      this.said.set(wordsOf(error));
    }
  }

  confirm(person: Known): void { this.said.set(`${person.name} confirmed.`); this.confirmed.emit(person.id); }

  async register(): Promise<void> {
    const id = crypto.randomUUID();
    try {
      await this.api.post(`/api/people/person/${id}/register-person`, { commandId: crypto.randomUUID(), seenVersion: 0, at: null, body: { name: this.asked(), dateOfBirth: this.born() || null } });
      this.missing.set(false);
      this.said.set(`${this.asked()} registered.`);
      this.confirmed.emit(id);
    } catch (error) {
      this.said.set(wordsOf(error));
    }
  }
}
