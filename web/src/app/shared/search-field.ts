import { ChangeDetectionStrategy, Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { Api } from './api.ts';

interface Found { readonly value: string; readonly words: string }

/** Finds offences and officers by words, stations and teams in their list, and keeps what was chosen; a search that finds nothing says what to try. */
@Component({
  selector: 'peel-search', changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (listed()) {
      <select class="govuk-select" [id]="inputId()" (change)="choose.emit([valueOf($event)])"><option value="">Choose a {{ kind() }}</option>@for (s of found(); track s.value) { <option [value]="s.value" [selected]="chosen().includes(s.value)">{{ s.words }}</option> }</select>
    } @else {
      <input class="govuk-input" [id]="inputId()" autocomplete="off" [value]="words()" (input)="search(valueOf($event))" (keydown)="fromBox($event)" [attr.aria-describedby]="inputId() + '-found'">
      <div [id]="inputId() + '-found'" aria-live="polite">
        @if (nothing()) { <p class="govuk-hint">{{ nothing() }}@if (meant()) { Did you mean <button type="button" class="peel-plain" (click)="search(meant()!); back()">{{ meant() }}</button>?}</p> }
        <ul class="govuk-list">@for (f of found(); track f.value) { <li><button type="button" class="peel-plain" data-found (click)="take(f)" (keydown)="along($event)">{{ f.words }}</button></li> }</ul>
        @if (names().length) { <ul class="govuk-list">@for (n of names(); track n.value) { <li><b>{{ n.words }}</b> <button type="button" class="peel-plain" (click)="drop(n.value)">Remove<span class="govuk-visually-hidden"> {{ n.words }}</span></button></li> }</ul> }
      </div>
    }`,
})
export class SearchField {
  readonly kind = input.required<'offences' | 'officer' | 'officers' | 'station' | 'team'>();
  readonly inputId = input.required<string>();
  readonly chosen = input.required<readonly string[]>();
  readonly choose = output<string[]>();
  private readonly api = inject(Api);
  /** Few enough to choose from one list. */
  readonly listed = computed(() => this.kind() === 'station' || this.kind() === 'team');
  readonly words = signal('');
  readonly found = signal<readonly Found[]>([]);
  readonly names = signal<readonly Found[]>([]);
  readonly nothing = signal('');
  readonly meant = signal<string | null>(null);
  private asked = 0;

  constructor() {
    effect(() => { if (this.listed()) void this.list(); });
    effect(() => { for (const value of this.chosen()) if (!this.listed() && !untracked(this.names).some((n) => n.value === value)) void this.name(value); });
  }

  /** The words of what was chosen elsewhere: a correction opens with what was told. */
  private async name(value: string): Promise<void> {
    const words = await this.wordsFor(value).catch(() => value);
    if (this.chosen().includes(value) && !this.names().some((n) => n.value === value)) this.names.set([...this.names(), { value, words }]);
  }

  private async wordsFor(value: string): Promise<string> {
    if (this.kind() === 'offences') return (await this.offences(value)).found.find((f) => f.value === value)?.words ?? value;
    return (await this.api.get<{ view: { state: { name: string } } }>(`/api/force/officer/${value}`)).view.state.name;
  }

  valueOf(event: Event): string { return (event.target as HTMLInputElement).value; }

  private async list(): Promise<void> {
    const kind = this.kind() === 'team' ? 'teams' : 'stations';
    const answer = await this.api.get<Readonly<Record<string, { id: string; name: string }[]>>>(`/api/force/${kind}`);
    this.found.set(answer[kind]!.map((s) => ({ value: s.id, words: s.name })));
  }

  async search(words: string): Promise<void> {
    this.words.set(words);
    const turn = ++this.asked;
    if (words.trim().length < 2) { this.found.set([]); this.nothing.set(''); return; }
    const answer = this.kind() === 'offences' ? await this.offences(words) : await this.officers(words);
    if (turn === this.asked) this.show(words, answer);
  }

  private show(words: string, { found, meant }: { found: Found[]; meant: string | null }): void {
    this.found.set(found.filter((f) => !this.chosen().includes(f.value)));
    this.meant.set(meant);
    this.nothing.set(found.length > 0 ? '' : `${this.kind() === 'offences' ? 'No offence matches' : 'No officer matches'} '${words}'.`);
  }

  private async offences(search: string): Promise<{ found: Found[]; meant: string | null }> {
    const { offences, didYouMean } = await this.api.get<{ offences: { code: string; title: string; indictable: boolean }[]; didYouMean: string | null }>('/api/reference/offences', { search });
    return { found: offences.slice(0, 8).map((o) => ({ value: o.code, words: `${o.title} (${o.code}, ${o.indictable ? 'indictable' : 'summary only'})` })), meant: didYouMean };
  }

  private async officers(search: string): Promise<{ found: Found[]; meant: string | null }> {
    const { officers } = await this.api.post<{ officers: { id: string; shortName: string; name: string }[] }>('/api/force/officers/search', { search });
    return { found: officers.slice(0, 8).map((o) => ({ value: o.id, words: `${o.shortName} (${o.name})` })), meant: null };
  }

  take(f: Found): void {
    const one = this.kind() === 'officer';
    this.names.set(one ? [f] : [...this.names(), f]);
    this.choose.emit(one ? [f.value] : [...this.chosen(), f.value]);
    this.found.set([]);
    this.words.set('');
    this.back();
  }

  /** Arrow down goes to what was found; Enter takes it where there is one, and never sends the form half written. */
  fromBox(event: KeyboardEvent): void {
    const enters = event.key === 'Enter' && !event.ctrlKey && this.words() !== '';
    if (!enters && event.key !== 'ArrowDown') return;
    event.preventDefault();
    if (enters && this.found().length === 1) this.take(this.found()[0]!);
    else this.results()[0]?.focus();
  }

  /** Arrows go along what was found; above the first is the box. */
  along(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const results = this.results();
    const to = results.indexOf(document.activeElement as HTMLElement) + (event.key === 'ArrowDown' ? 1 : -1);
    if (to < 0) this.back(); else results[Math.min(to, results.length - 1)]?.focus();
  }

  private results(): HTMLElement[] { return [...document.querySelectorAll<HTMLElement>(`#${this.inputId()}-found [data-found]`)]; }

  /** What was pressed is gone: the hand goes back to the box. */
  back(): void { document.getElementById(this.inputId())?.focus(); }

  drop(value: string): void { this.names.set(this.names().filter((n) => n.value !== value)); this.choose.emit(this.chosen().filter((v) => v !== value)); }
}
