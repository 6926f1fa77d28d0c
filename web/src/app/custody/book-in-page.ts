import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Store } from '@ngrx/store';
import { CUSTODY_ACTS } from '#domain/custody/custody-record/acts';
import type { CustodyView } from '#domain/custody/custody-record/view';
import { slug } from '#domain/shared/act';
import { duration, elapsed, MINUTE, type Instant } from '#domain/shared/time';
import { ActForm, type Acted, type FormAct } from '../shared/act-form.ts';
import { Api, wordsOf } from '../shared/api.ts';
import { Clock } from '../shared/clock.ts';
import { desk } from '../shared/desk-state.ts';
import { FullTimePipe } from '../shared/times.ts';
import { WhyPanel } from '../shared/why-panel.ts';
import { KnownPeople } from './known-people.ts';

interface StepShown { readonly slug: string; readonly words: string; readonly done: (v: CustodyView) => boolean }
const STEPS: readonly StepShown[] = [
  { slug: 'record-arrest', words: '1 Arrest', done: () => true }, { slug: 'record-arrival', words: '2 Arrival', done: (v) => v.phase !== 'enRoute' }, { slug: 'book-in', words: '3 Who', done: (v) => v.deskAt !== null }, { slug: 'record-immediate-needs', words: '4 Now', done: (v) => v.needsRecorded },
  { slug: 'authorise-detention', words: '5 Decide', done: (v) => v.authorised }, { slug: 'give-rights', words: '6 Rights', done: (v) => v.timeline.some((e) => e.act === 'rightsGiven') }, { slug: 'set-observation-level', words: '7 Level', done: (v) => v.timeline.some((e) => e.act === 'observationLevelSet') }, { slug: 'allocate-location', words: '8 Cell', done: (v) => v.location.startsWith('Cell') },
];

const known = (v: CustodyView | null): Readonly<Record<string, unknown>> => (v ? { name: v.name ?? '', dateOfBirth: v.dateOfBirth ?? '', gender: v.gender } : { name: '', dateOfBirth: '', gender: 'notRecorded' });

/** Book in: one group of questions a page, saved on each Continue; the identity bar grows as answers come (screens.md). */
@Component({ selector: 'peel-book-in', changeDetection: ChangeDetectionStrategy.OnPush, imports: [RouterLink, ActForm, WhyPanel, KnownPeople, FullTimePipe], templateUrl: './book-in-page.html' })
export class BookInPage {
  readonly id = input<string>();
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly session = inject(Store).selectSignal(desk.selectSession);
  readonly clock = inject(Clock);
  readonly fresh = crypto.randomUUID();
  readonly view = signal<CustodyView | null>(null);
  readonly failed = signal('');
  readonly wanted = signal<string | null>(null);
  readonly personId = signal<string | null>(null);
  readonly steps = STEPS;

  readonly recordId = computed(() => this.id() ?? this.fresh);
  readonly path = computed(() => `/api/custody/custody-record/${this.recordId()}`);
  readonly step = computed(() => { const v = this.view(); if (this.wanted()) return this.wanted()!; return v ? (STEPS.find((s) => !s.done(v))?.slug ?? '') : 'record-arrest'; });
  readonly act = computed<FormAct | null>(() => { const found = CUSTODY_ACTS.find((a) => slug(a.name) === this.step()); return found ? { name: found.name, slug: slug(found.name), label: found.label, schema: found.schema } : null; });
  readonly station = computed(() => this.session()?.officer.posts.flatMap((p) => p.stations)[0]?.id ?? '');
  readonly here = computed(() => { const at = this.view()?.arrivedAt; return at && !this.view()!.authorised ? elapsed(at as Instant, this.clock.now()) : null; });
  readonly hereFace = computed(() => { const m = (this.here() ?? 0) / MINUTE; return m >= 60 ? 'overdue' : m >= 30 ? 'due' : 'onTime'; });
  readonly hereWords = computed(() => duration(this.here() ?? 0));
  readonly red = computed(() => (this.view()?.markers ?? []).filter((m) => m !== 'Child'));
  private readonly arrest = computed(() => ({ stationId: this.station(), arrestArea: 'Metropolitan', authorityKind: 'PACE_PRECHARGE' }));
  readonly preset = computed<Readonly<Record<string, unknown>>>(() => {
    const v = this.view();
    const person = this.personId() ? { personId: this.personId() } : {};
    const all: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
      'record-arrest': this.arrest(), 'rearrest-on-new-evidence': { ...this.arrest(), ...person }, 'record-arrival': { stationId: v?.stationId ?? this.station(), source: 'gateLog' }, 'book-in': { ...known(v), ...person },
    };
    return all[this.step()] ?? {};
  });

  constructor() { effect(() => { const id = this.id(); if (id) void this.read(id); }); }

  async read(id: string): Promise<void> {
    try {
      this.view.set((await this.api.get<{ view: CustodyView }>(`/api/custody/custody-record/${id}`)).view);
    } catch (error) {
      this.failed.set(wordsOf(error));
    }
  }

  recorded(acted: Acted): void {
    this.view.set(acted.view as CustodyView);
    this.wanted.set(null);
    if (!this.id()) void this.router.navigate(['/book-in', this.fresh], { replaceUrl: true });
  }

  leave(): void { void this.router.navigateByUrl('/whiteboard'); }
}
