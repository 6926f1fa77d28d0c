import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, DestroyRef, effect, ElementRef, inject, input, output, untracked } from '@angular/core';
import { signalStore } from '@ngrx/signals';
import { clockTime, readTime } from '#domain/shared/local-time';
import type { Refusal } from '#domain/shared/refusal';
import { Clock } from './clock.ts';
import { withCommand, type Acted, type Envelope } from './command.ts';
import { DateField } from './date-field.ts';
import { fieldsOf, type Field } from './fields-of.ts';
import { bodyOf, groupsOf, type DrawnGroup, type FormLayout } from './form-layout.ts';
import { pickByDigit } from './pick-by-digit.ts';
import { headingOf, linesOf, misfit, plainField, unreadable } from './problem-lines.ts';
import { markPlace } from './reopen.ts';
import { SearchField } from './search-field.ts';
import { TimeField } from './time-field.ts';

export interface FormAct { readonly name: string; readonly slug: string; readonly label: string; readonly schema: unknown }
export interface Supposed { readonly allowed: boolean; readonly refusals: readonly Refusal[]; readonly view: unknown }

const FormStore = signalStore(withCommand());
const BLANK: readonly unknown[] = [undefined, null, '', false];

/** A form drawn from an act's schema: refusals stand beside their fields, the draft is kept until the act is recorded. */
@Component({
  selector: 'peel-act-form', changeDetection: ChangeDetectionStrategy.OnPush, imports: [NgTemplateOutlet, SearchField, TimeField, DateField], templateUrl: './act-form.html', providers: [FormStore],
  host: { '(keydown.control.enter)': 'submit()', '(keydown)': 'pickByDigit($event)' },
})
export class ActForm {
  readonly act = input.required<FormAct>();
  /** `/api/custody/custody-record/<id>` */
  readonly path = input.required<string>();
  readonly seenVersion = input.required<number>();
  /** Values the page knows: shown where there is a field, sent along where there is none. */
  readonly preset = input<Readonly<Record<string, unknown>>>({});
  /** When it is known to have happened, until another time is typed. */
  readonly happened = input('');
  /** Name, face and cell stand on the confirm button: the wrong-person guard. */
  readonly who = input('');
  readonly supposing = input(false);
  readonly layout = input<FormLayout>({});
  /** Sent to another act of the record, in its own shape (a correction carries the form of the act it corrects). */
  readonly envelope = input<Envelope>((sent) => ({ slug: this.act().slug, sent }));
  /** The api's name of a field as this form's own. */
  readonly fieldOf = input<(field: string) => string>(plainField);
  /** What in the address opens this form again after a reload or a new sign-in; null where the page finds it by itself. */
  readonly place = input<Readonly<Record<string, string>> | null>();
  readonly acted = output<Acted>();
  readonly cancelled = output();
  readonly supposed = output<Supposed>();

  readonly command = inject(FormStore);
  private readonly clock = inject(Clock);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  readonly pickByDigit = pickByDigit;
  readonly fields = computed(() => fieldsOf(this.act().schema));
  readonly values = computed<Readonly<Record<string, unknown>>>(() => ({ ...this.preset(), ...this.command.draft().typed }));
  readonly at = computed(() => this.command.draft().at ?? this.happened());
  private readonly key = computed(() => [this.path(), this.act().slug, ...Object.values(this.place() ?? {})].join('/'));
  readonly groups = computed(() => groupsOf(this.fields(), this.layout(), this.values()));
  /** Where the question for the act's time stands: folded away at the end, at the head of a group, or first of all. */
  readonly timePlace = computed(() => (this.layout().at?.folded ? 'folded' : this.groups().some((g) => g.when) ? 'group' : 'first'));
  /** Every refusal of the act, whether it belongs to a field or to the act as a whole. */
  readonly summary = computed(() => linesOf(this.command.problem(), ['at', ...this.fields().map((f) => f.name)], this.fieldOf()));
  readonly heading = computed(() => headingOf(this.command.problem()));
  readonly button = computed(() => (this.supposing() ? 'What if' : `${this.layout().submit ?? this.act().label}${this.layout().timed ? ` at ${this.recordedAt()}` : ''}`));
  /** Initials, beside the confirm button. */
  readonly face = computed(() => (this.who().split(',')[0] ?? '').split(/\s+/).map((w) => w[0] ?? '').join('').slice(0, 2).toUpperCase());
  readonly kept = computed(() => { const from = this.command.keptFrom(); return from ? clockTime(from) : ''; });
  /** A form, a correction and a supposition may stand open together. */
  readonly prefix = computed(() => (this.supposing() ? 'w-' : this.place() ? 'c-' : 'f-'));
  readonly yesNo = [{ value: 'yes', words: 'Yes' }, { value: 'no', words: 'No' }];

  constructor() {
    effect(() => { const key = this.key(); untracked(() => { this.command.open(key, !this.supposing()); }); });
    const mark = markPlace(inject(DestroyRef));
    effect(() => { const place = this.place(); mark(place === undefined && !this.supposing() ? { act: this.act().slug } : (place ?? {})); });
  }

  private recordedAt(): string { const read = this.at() ? readTime(this.at()) : null; return clockTime(read && 'at' in read ? read.at : this.clock.now()); }

  chosen(field: Field, option: string): boolean { return field.kind === 'yesNo' ? this.values()[field.name] === (option === 'yes') : this.values()[field.name] === option; }
  pick(field: Field, option: string): void { this.set(field.name, field.kind === 'yesNo' ? option === 'yes' : option); }
  focusField(name: string): void { document.getElementById(this.prefix() + name)?.focus(); }
  text(name: string): string { const v = this.values()[name]; return typeof v === 'string' || typeof v === 'number' ? String(v) : ''; }
  list(name: string): readonly string[] { const v = this.values()[name]; return Array.isArray(v) ? (v as string[]) : []; }
  errors(name: string): readonly string[] { return this.summary().filter((line) => line.field === name).map((line) => line.text); }
  /** A folded group stands open where something in it was answered or is wrong. */
  unfolded(group: DrawnGroup): boolean { return group.fields.some((f) => this.errors(f.name).length > 0 || !(BLANK.includes(this.values()[f.name]) || this.values()[f.name] === this.preset()[f.name])); }

  set(name: string, value: unknown): void { this.command.change({ typed: { ...this.command.draft().typed, [name]: value } }); }
  toggle(name: string, value: string, on: boolean): void { this.set(name, on ? [...this.list(name), value] : this.list(name).filter((v) => v !== value)); }
  fromEvent(event: Event): string { return (event.target as HTMLInputElement).value; }
  isOn(event: Event): boolean { return (event.target as HTMLInputElement).checked; }

  async submit(): Promise<void> {
    if (this.misread()) return;
    const attempt = { path: this.path(), seenVersion: this.seenVersion(), at: this.at() || null, body: bodyOf(this.fields(), { values: this.values(), preset: this.preset(), layout: this.layout() }), envelope: this.envelope() };
    if (this.supposing()) {
      const answer = await this.command.send<Supposed>({ ...attempt, envelope: (sent) => { const asked = this.envelope()(sent); return { ...asked, slug: `${asked.slug}/what-if` }; } });
      if (answer) this.supposed.emit(answer);
    } else {
      const acted = await this.command.send<Acted>(attempt);
      if (acted) this.acted.emit(acted);
    }
    if (this.command.problem()) this.showProblem();
  }

  /** What the form can see is wrong, before anything is sent. */
  private misread(): boolean {
    const ask = this.layout().at?.ask;
    const problem = ask && this.at() === '' ? misfit([{ field: 'at', message: ask }]) : unreadable(this.fields(), this.values(), this.at());
    if (!problem) return false;
    this.command.refuse(problem);
    this.showProblem();
    return true;
  }

  /** One fault: straight to its field, for the alert is spoken anyway; several: to their list. */
  private showProblem(): void {
    const [only, ...more] = this.summary();
    setTimeout(() => { if (only?.field && more.length === 0) this.focusField(only.field); else this.element.querySelector<HTMLElement>('.govuk-error-summary')?.focus(); });
  }

  cancel(): void { this.command.clear(); this.cancelled.emit(); }
}
