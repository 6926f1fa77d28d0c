import { ChangeDetectionStrategy, Component, computed, DestroyRef, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { CUSTODY_ACTS } from '#domain/custody/custody-record/acts';
import type { CustodyView } from '#domain/custody/custody-record/view';
import { slug } from '#domain/shared/act';
import type { Refusal } from '#domain/shared/refusal';
import { duration, elapsed, HOUR, type Instant } from '#domain/shared/time';
import { ActForm, type FormAct } from '../shared/act-form.ts';
import { Api, wordsOf } from '../shared/api.ts';
import { Clock } from '../shared/clock.ts';
import type { Acted } from '../shared/command.ts';
import { Keys } from '../shared/keys.ts';
import { Live } from '../shared/live.ts';
import { ClockPipe, FullTimePipe, SincePipe } from '../shared/times.ts';
import { UrgencyTag } from '../shared/urgency-tag.ts';
import { WhyPanel } from '../shared/why-panel.ts';
import { CorrectEntry } from './correct-entry.ts';
import { WhatIf } from './what-if.ts';

const GROUPS: readonly (readonly [string, string])[] = [['legal', 'Decisions'], ['care', 'Care'], ['movement', 'Movements'], ['rights', 'Rights'], ['people', 'People'], ['duty', 'Duty']];
const THEMES = ['all', 'legal', 'care', 'people'] as const;
const KINDS: Readonly<Record<string, string>> = { review: 'reviewDue', visit: 'visitDue' };

/** The custody record (screens.md): time left biggest, what to do next, why, what if, and the timeline. */
@Component({
  selector: 'peel-custody-record', changeDetection: ChangeDetectionStrategy.OnPush, imports: [RouterLink, ActForm, UrgencyTag, WhyPanel, WhatIf, CorrectEntry, ClockPipe, FullTimePipe, SincePipe], templateUrl: './custody-record-page.html',
})
export class CustodyRecordPage {
  readonly id = input.required<string>();
  /** The form to open at once, from a task or the whiteboard. */
  readonly act = input<string>();
  /** The entry whose correction was open before a reload. */
  readonly correct = input<string>();
  private readonly api = inject(Api);
  private readonly live = inject(Live);
  private readonly until = inject(DestroyRef);
  readonly clock = inject(Clock);
  readonly view = signal<CustodyView | null>(null);
  readonly failed = signal('');
  readonly said = signal('');
  readonly form = signal<string | null>(null);
  readonly whyOpen = signal(true);
  readonly supposing = signal(false);
  readonly theme = signal<(typeof THEMES)[number]>('all');
  readonly themes = THEMES;
  readonly correcting = signal<string | null>(null);
  private followed = false;

  readonly path = computed(() => `/api/custody/custody-record/${this.id()}`);
  readonly who = computed(() => { const v = this.view(); return v ? `${v.name ?? 'name not known'}, ${v.location}` : ''; });
  readonly face = computed(() => (this.view()?.name ?? '?').split(/\s+/).map((w) => w[0] ?? '').join('').slice(0, 2).toUpperCase());
  readonly formAct = computed<FormAct | null>(() => { const found = CUSTODY_ACTS.find((a) => slug(a.name) === this.form()); return found ? { name: found.name, slug: slug(found.name), label: found.label, schema: found.schema } : null; });
  readonly groups = computed(() => GROUPS.map(([group, words]) => ({ words, acts: (this.view()?.acts ?? []).filter((a) => a.group === group) })).filter((g) => g.acts.length > 0));
  readonly entries = computed(() => (this.view()?.timeline ?? []).filter((e) => this.theme() === 'all' || e.theme === this.theme()));
  readonly counted = computed(() => { const c = this.view()?.clock; return c ? (c.running ? c.countedMs + Math.max(0, elapsed(c.countedAt as Instant, this.clock.now())) : c.countedMs) : 0; });
  readonly left = computed(() => { const ends = this.view()?.clock.ends; return ends ? elapsed(this.clock.now(), ends as Instant) : null; });
  readonly leftWords = computed(() => { const left = this.left(); return left === null ? '' : left < 0 ? `${duration(left)} past the end` : `${duration(left)} left`; });
  /** `used 8 h 40 min of 24 h 00, 15 h 20 min left` */
  readonly usedWords = computed(() => { const of = this.view()?.clock.ofMs ?? 0; return `used ${duration(this.counted())} of ${of / HOUR} h 00, ${duration(Math.max(0, of - this.counted()))} left`; });
  readonly share = computed(() => Math.min(100, Math.round((this.counted() / (this.view()?.clock.ofMs ?? 1)) * 100)));
  readonly limit = computed(() => this.view()?.deadlines.find((d) => d.key === 'authorityEnds' || d.key === 'warrantExpires'));
  /** The working of the limit that stands behind the authority, not only of the authority. */
  readonly why = computed(() => { const v = this.view(); return v?.deadlines.find((d) => d.key === 'limit24' && v.authority.kind === 's37') ?? this.limit(); });
  readonly preset = computed<Readonly<Record<string, unknown>>>(() => { const task = this.view()?.doNext.find((d) => d.act === this.form()); return task && (this.form() === 'conduct-review' || this.form() === 'record-visit') ? { answersKey: task.key } : {}; });

  constructor() {
    effect(() => { void this.read(this.id()); });
    effect(() => { const asked = this.act(); if (asked) this.form.set(asked); });
    effect(() => { const entry = this.correct(); if (entry) this.correcting.set(entry); });
    inject(Keys).listen({
      w: () => { this.whyOpen.set(!this.whyOpen()); }, f: () => { this.supposing.set(!this.supposing()); }, t: () => { document.getElementById('timeline')?.scrollIntoView(); }, x: () => { this.openForm('authorise-extension'); }, r: () => { this.openForm('conduct-review'); }, v: () => { this.openForm('record-visit'); }, Escape: () => { this.form.set(null); },
    }, this.until);
  }

  async read(id: string): Promise<void> {
    try {
      this.view.set((await this.api.get<{ view: CustodyView }>(`/api/custody/custody-record/${id}`)).view);
      this.failed.set('');
      if (!this.followed) this.live.follow([`record:${id}`], () => { void this.read(this.id()); }, this.until);
      this.followed = true;
    } catch (error) {
      this.failed.set(wordsOf(error));
    }
  }

  openForm(act: string): void {
    if (!this.view()?.acts.some((a) => a.slug === act && a.open)) return;
    this.said.set('');
    this.form.set(act);
    setTimeout(() => { document.getElementById('form')?.scrollIntoView({ block: 'start' }); document.querySelector<HTMLElement>('#form input, #form textarea')?.focus(); });
  }

  recorded(acted: Acted): void {
    const label = this.formAct()?.label ?? 'The entry';
    if (acted.view) this.view.set(acted.view as CustodyView);
    this.form.set(null);
    this.correcting.set(null);
    this.said.set([`${label}: recorded.`, ...acted.notes].join(' '));
  }

  kindOf(key: string): string { return KINDS[key.split('/')[0] ?? ''] ?? key.split('/')[0] ?? ''; }
  late(entry: { occurredAt: string; recordedAt: string }): boolean { return elapsed(entry.occurredAt as Instant, entry.recordedAt as Instant) > 120_000; }
  supposed(answer: { allowed: boolean; refusals: readonly Refusal[]; view: unknown }): void { this.said.set(answer.allowed ? '' : answer.refusals.map((r) => r.message).join(' ')); }
}
