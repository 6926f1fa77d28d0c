import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, effect, inject, input, output, signal } from '@angular/core';
import { fullTime, clockTime, zoneName } from '#domain/shared/local-time';
import type { Refusal } from '#domain/shared/refusal';
import type { Instant } from '#domain/shared/time';
import { Api, ProblemError, wordsOf, type Problem } from './api.ts';
import { Clock } from './clock.ts';
import { fieldsOf, type Field } from './fields-of.ts';
import { groupsOf, type FormLayout } from './form-layout.ts';
import { SearchField } from './search-field.ts';

export interface Acted { readonly version: number; readonly notes: readonly string[]; readonly view: unknown }
/** What goes over the wire for one attempt, and where to. */
export interface SentForm { readonly commandId: string; readonly seenVersion: number; readonly at: string | null; readonly body: Readonly<Record<string, unknown>> }
export interface FormAct { readonly name: string; readonly slug: string; readonly label: string; readonly schema: unknown }

/** Drafts of forms that were not yet recorded: kept while the page lives, through loss of network and session. */
const drafts = new Map<string, Record<string, unknown>>();

/** A form drawn from an act's schema: refusals stand beside their fields, the draft is kept until the act is recorded. */
@Component({
  selector: 'peel-act-form', changeDetection: ChangeDetectionStrategy.OnPush, imports: [NgTemplateOutlet, SearchField], templateUrl: './act-form.html',
  host: { '(keydown.control.enter)': 'submit()' },
})
export class ActForm {
  readonly act = input.required<FormAct>();
  /** `/api/custody/custody-record/<id>` */
  readonly path = input.required<string>();
  readonly seenVersion = input.required<number>();
  /** Values the page knows: shown where there is a field, sent along where there is none. */
  readonly preset = input<Readonly<Record<string, unknown>>>({});
  /** Name, face and cell stand on the confirm button: the wrong-person guard. */
  readonly who = input('');
  readonly supposing = input(false);
  /** Initials, beside the confirm button. */
  readonly face = input('');
  readonly layout = input<FormLayout>({});
  /** Sent to another act of the record, in its own shape (a correction carries the form of the act it corrects). */
  readonly envelope = input<(sent: SentForm) => { readonly slug: string; readonly sent: object }>();
  readonly acted = output<Acted>();
  readonly cancelled = output();
  /** What was answered so far. */
  readonly typed = output<Readonly<Record<string, unknown>>>();
  readonly failed = output<Problem>();
  readonly supposed = output<{ allowed: boolean; refusals: readonly Refusal[]; view: unknown }>();

  private readonly api = inject(Api);
  private readonly clock = inject(Clock);
  readonly fields = computed(() => fieldsOf(this.act().schema));
  readonly values = signal<Record<string, unknown>>({});
  readonly at = signal('');
  readonly problem = signal<Problem | null>(null);
  readonly busy = signal(false);
  private commandId = crypto.randomUUID();
  readonly groups = computed(() => groupsOf(this.fields(), this.layout(), this.values()));
  private readonly key = computed(() => `${this.path()}/${this.act().slug}`);

  constructor() {
    effect(() => { this.values.set({ ...this.preset(), ...drafts.get(this.key()) }); });
  }

  readonly yesNo = [{ value: 'yes', words: 'Yes' }, { value: 'no', words: 'No' }];
  chosen(field: Field, option: string): boolean { return field.kind === 'yesNo' ? this.values()[field.name] === (option === 'yes') : this.values()[field.name] === option; }
  pick(field: Field, option: string): void { this.set(field.name, field.kind === 'yesNo' ? option === 'yes' : option); }
  focusField(name: string): void { document.getElementById(`f-${name}`)?.focus(); }

  value(name: string): unknown { return this.values()[name] ?? ''; }
  text(name: string): string { const v = this.value(name); return typeof v === 'string' || typeof v === 'number' ? String(v) : ''; }
  list(name: string): readonly string[] { const v = this.values()[name]; return Array.isArray(v) ? (v as string[]) : []; }

  set(name: string, value: unknown): void {
    const next = { ...this.values(), [name]: value };
    this.values.set(next);
    drafts.set(this.key(), next);
    this.commandId = crypto.randomUUID();
    this.typed.emit(next);
  }

  toggle(name: string, value: string, on: boolean): void { this.set(name, on ? [...this.list(name), value] : this.list(name).filter((v) => v !== value)); }
  fromEvent(event: Event): string { return (event.target as HTMLInputElement).value; }
  isOn(event: Event): boolean { return (event.target as HTMLInputElement).checked; }

  /** F4: the time is now, on the desk's own clock. */
  now(name: string | null): void {
    const stamp = londonInput(this.clock.now());
    if (name === null) this.at.set(stamp);
    else this.set(name, stamp);
  }

  errors(name: string): readonly string[] {
    const problem = this.problem();
    if (!problem) return [];
    return [...problem.problems.filter((p) => p.field === name || p.field === `body.${name}` || p.field.startsWith(`${name}.`)).map((p) => p.message), ...problem.refusals.filter((r) => r.field === name).map((r) => `${r.message} ${r.law}. ${r.code}`)];
  }

  choices(name: string): readonly { value: string; words: string }[] {
    const refusal = this.problem()?.refusals.find((r) => r.field === name && r.choices && r.choices.length > 0);
    return (refusal?.choices ?? []).map((c) => ({ value: c, words: `${clockTime(c as Instant)} ${zoneName(c as Instant)}: ${fullTime(c as Instant)}` }));
  }

  /** Every refusal of the act, whether it belongs to a field or to the act as a whole. */
  readonly summary = computed(() => {
    const problem = this.problem();
    if (!problem) return [];
    const named = this.fields().map((f) => f.name);
    const lines = [...problem.refusals.map((r) => ({ field: r.field && named.includes(r.field) ? r.field : r.field === 'at' ? 'at' : '', text: `${r.message} ${r.law}. ${r.code}` })), ...problem.problems.map((p) => ({ field: p.field.replace(/^body\./, '').split('.')[0] ?? '', text: p.message }))];
    return lines.length > 0 ? lines : [{ field: '', text: problem.detail }];
  });

  async submit(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    const plain: SentForm = { commandId: this.commandId, seenVersion: this.seenVersion(), at: this.at() === '' ? null : this.at(), body: this.body() };
    const { slug, sent }: { readonly slug: string; readonly sent: object } = this.envelope()?.(plain) ?? { slug: this.act().slug, sent: plain };
    try {
      if (this.supposing()) this.supposed.emit(await this.api.post(`${this.path()}/${slug}/what-if`, sent));
      else this.done(await this.api.post<Acted>(`${this.path()}/${slug}`, sent));
    } catch (error) {
      this.fail(error instanceof ProblemError ? error.problem : { status: 0, code: 'UNKNOWN', detail: wordsOf(error), refusals: [], problems: [] });
    } finally {
      this.busy.set(false);
    }
  }

  private fail(problem: Problem): void {
    this.problem.set(problem);
    this.failed.emit(problem);
    setTimeout(() => { document.querySelector<HTMLElement>('peel-act-form .govuk-error-summary')?.focus(); });
  }

  private done(acted: Acted): void {
    drafts.delete(this.key());
    this.commandId = crypto.randomUUID();
    this.acted.emit(acted);
  }

  /** What was typed; a field left empty is not sent, so that the schema's own words ask for it. */
  private body(): Record<string, unknown> {
    const known = new Set(this.fields().map((f: Field) => f.name));
    return Object.fromEntries(Object.entries(this.values()).filter(([name, v]) => !(v === '' && known.has(name)) && v !== undefined));
  }
}

/** An instant as an `<input type="datetime-local">` holds it, in London's civil time. */
export function londonInput(at: Instant): string {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hour12: false }).formatToParts(new Date(at));
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}
