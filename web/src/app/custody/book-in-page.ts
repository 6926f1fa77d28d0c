import { ChangeDetectionStrategy, Component, computed, effect, inject, input, untracked, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Store } from '@ngrx/store';
import type { CustodyView } from '#domain/custody/custody-record/view';
import { clockTime, fullTime, localDate } from '#domain/shared/local-time';
import { duration, type Instant } from '#domain/shared/time';
import { typedBirth, yearsBetween } from '#domain/shared/typed-time';
import { Ability } from '../shared/ability.ts';
import { ActForm } from '../shared/act-form.ts';
import { Clock } from '../shared/clock.ts';
import type { Acted } from '../shared/command.ts';
import { desk } from '../shared/desk-state.ts';
import { pickByDigit } from '../shared/pick-by-digit.ts';
import { ClockPipe, FullTimePipe } from '../shared/times.ts';
import { WhyPanel } from '../shared/why-panel.ts';
import { layoutOf } from './act-layouts.ts';
import { entryOf, redAnswers, STEPS } from './book-in-steps.ts';
import { BookInStore, type Confirmed } from './book-in-store.ts';
import { CorrectEntry } from './correct-entry.ts';
import { KnownPeople } from './known-people.ts';

/** Said at the arrest, and not answered by the date of birth: it stands until somebody says no (CUS-199). */
const looksUnder18 = ({ child, dateOfBirth }: CustodyView, today: string): boolean => child && (dateOfBirth === null || yearsBetween(dateOfBirth, today) >= 18);
const known = (v: CustodyView | null, today: string): Readonly<Record<string, unknown>> => (v ? { name: v.name ?? '', dateOfBirth: v.dateOfBirth ?? '', gender: v.gender, ...(looksUnder18(v, today) ? { looksUnder18: true } : {}) } : { name: '', dateOfBirth: '', gender: 'notRecorded' });
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Book in: one group of questions a page, saved on each Continue; the identity bar grows as answers come (screens.md). */
@Component({
  selector: 'peel-book-in', changeDetection: ChangeDetectionStrategy.OnPush, imports: [RouterLink, ActForm, WhyPanel, KnownPeople, CorrectEntry, ClockPipe, FullTimePipe], templateUrl: './book-in-page.html', providers: [BookInStore],
  host: { '(keydown)': 'pickByDigit($event)', '(document:keydown.alt.arrowleft)': 'walk($event, -1)', '(document:keydown.alt.arrowright)': 'walk($event, 1)', '(document:keydown.control.enter)': 'go($event)' },
})
export class BookInPage {
  readonly id = input<string>();
  /** The id the new record will have: in the address, so that a reload or a new sign-in finds the draft. */
  readonly fresh = input<string>('');
  readonly store = inject(BookInStore);
  private readonly router = inject(Router);
  private readonly session = inject(Store).selectSignal(desk.selectSession);
  private readonly clock = inject(Clock);
  private readonly ability = inject(Ability);
  private readonly form = viewChild(ActForm);
  readonly steps = STEPS;
  readonly pickByDigit = pickByDigit;

  readonly path = computed(() => `/api/custody/custody-record/${this.id() ?? this.fresh()}`);
  /** Nothing is asked before the record is read, or before the new one has its id. */
  readonly act = computed(() => ((this.id() ? this.store.view() : this.fresh()) ? this.store.act() : null));
  /** Whose step it is where it is not this officer's: no form is drawn that the desk would refuse. */
  readonly notMine = computed(() => { const act = this.act(); return act !== null && !this.ability.can(act.name, 'CustodyRecord'); });
  readonly layout = computed(() => ({ ...layoutOf(this.act()?.slug ?? ''), at: { label: 'When did it happen?', ...layoutOf(this.act()?.slug ?? '').at } }));
  private readonly station = computed(() => this.session()?.officer.posts.flatMap((p) => p.stations)[0]?.id ?? '');
  /** What the decision set running: the first review, and the end of the 24 hours. */
  readonly promised = computed(() => ([['reviewDue', ' by'], ['limit24', '']] as const).flatMap(([key, by]) => (this.store.view()?.deadlines ?? []).filter((d) => d.key === key && d.due).map((d) => `${d.title}${by} ${fullTime(d.due as Instant)}`)));
  readonly hereWords = computed(() => duration(this.store.here() ?? 0));
  /** What is being typed, for the identity bar. */
  readonly answers = computed(() => this.form()?.values() ?? {});
  readonly name = computed(() => text(this.answers()['name']) || this.store.view()?.name || 'Name not known yet');
  readonly born = computed(() => typedBirth(text(this.answers()['dateOfBirth'])) ?? this.store.view()?.dateOfBirth ?? null);
  readonly age = computed(() => { const born = this.born(); return born ? yearsBetween(born, localDate(this.clock.now())) : null; });
  readonly child = computed(() => { const age = this.age(); return age === null ? this.answers()['looksUnder18'] === true || (this.store.view()?.child ?? false) : age < 18; });
  readonly face = computed(() => (this.name() === 'Name not known yet' ? '?' : this.name().split(/\s+/).map((w) => w[0] ?? '').join('').slice(0, 2).toUpperCase()));
  readonly who = computed(() => { const v = this.store.view(); const name = text(this.answers()['name']) || v?.name || ''; return name === '' ? '' : `${name}${v ? `, ${v.location}` : ''}`; });
  readonly red = computed(() => (this.act()?.slug === 'record-immediate-needs' ? redAnswers(this.answers()) : (this.store.view()?.markers ?? []).filter((m) => !['Child', 'Vulnerable', 'Rouse'].includes(m))));
  private readonly arrest = computed(() => ({ stationId: this.station(), arrestArea: 'Metropolitan', authorityKind: 'PACE_PRECHARGE' }));
  readonly preset = computed<Readonly<Record<string, unknown>>>(() => {
    const v = this.store.view();
    const person = this.store.person() ?? {};
    const all: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
      'record-arrest': this.arrest(), 'rearrest-on-new-evidence': { ...this.arrest(), ...(this.store.person() ? { personId: this.store.person()!.personId } : {}) },
      'record-arrival': { stationId: v?.stationId ?? this.station(), source: 'gateLog' }, 'book-in': { ...known(v, localDate(this.clock.now())), ...person },
    };
    return all[this.act()?.slug ?? ''] ?? {};
  });

  constructor() {
    effect(() => { const id = this.id(); if (id) void this.store.read(id); else if (!this.fresh()) void this.router.navigate(['/book-in'], { queryParams: { fresh: crypto.randomUUID() }, replaceUrl: true }); });
    effect(() => { if (this.act() && !this.store.looking()) setTimeout(() => { untracked(() => { this.toFirstQuestion(); }); }); });
  }

  /** The hand stays on the keyboard: each page opens in its first question. */
  private toFirstQuestion(): void { document.querySelector<HTMLElement>('[data-step] input:not([type=hidden]), [data-step] textarea')?.focus(); }

  walk(event: Event, by: -1 | 1): void { event.preventDefault(); this.store.walk(by); }
  /** Ctrl+Enter goes on from anywhere on the page; inside the form the form hears it itself. */
  go(event: Event): void { if (!(event.target as HTMLElement).closest?.('peel-act-form, peel-correct-entry')) void this.form()?.submit(); }
  confirm(person: Confirmed): void { this.store.confirm(person); this.toFirstQuestion(); }
  entry(step: string): boolean { return entryOf(this.store.view(), step) !== null; }

  /** Help is called first, and that it was stands in the record with its time. */
  called(whom: string): void {
    const said = text(this.answers()['detail']);
    this.form()?.set('detail', `${said}${said ? ' ' : ''}${whom} called ${clockTime(this.clock.now())}.`);
  }

  recorded(acted: Acted): void {
    this.store.replace(acted.view);
    if (!this.id()) void this.router.navigate(['/book-in', this.fresh()], { replaceUrl: true });
  }

  leave(): void { void this.router.navigateByUrl('/whiteboard'); }
}
