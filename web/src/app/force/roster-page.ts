import { ChangeDetectionStrategy, Component, computed, DestroyRef, effect, inject, input, signal, untracked } from '@angular/core';
import { Store } from '@ngrx/store';
import { DUTY_ROSTER_ACTS } from '#domain/force/duty-roster/acts';
import { slug } from '#domain/shared/act';
import { Ability } from '../shared/ability.ts';
import { ActForm, type FormAct } from '../shared/act-form.ts';
import type { Acted, SentForm } from '../shared/command.ts';
import { Clock } from '../shared/clock.ts';
import { desk } from '../shared/desk-state.ts';
import type { FormLayout } from '../shared/form-layout.ts';
import { Live } from '../shared/live.ts';
import { ClockPipe, FullTimePipe } from '../shared/times.ts';
import { RosterStore } from './roster-store.ts';
import { gapWords, type PostHeld } from './roster.ts';

const ACTS = Object.fromEntries(DUTY_ROSTER_ACTS.map((a): [string, FormAct] => [a.name, { name: a.name, slug: slug(a.name), label: a.label, schema: a.schema }]));
const LAYOUTS: Readonly<Record<string, FormLayout>> = {
  takeOverCustodyPost: {
    at: { label: 'When did you take over?', hint: 'London time. Leave empty for now. F4 fills in the time.' }, asks: (name) => name !== 'officerId', as: { handover: { hint: 'As the officer you relieve told you: risks, who is waited for, what is broken. The next shift reads it here.' } },
    groups: [{ fields: ['handover'] }, { words: 'You are not rostered as custody sergeant here?', folded: true, fields: ['fallbackReason'] }],
  },
  assignPost: { at: { label: 'Decided at', hint: 'London time. Leave empty for now.' } },
  withdrawPost: { at: { label: 'Withdrawn from', hint: 'London time. Leave empty for now: the next thing they do is refused. It ends every shift of theirs in this post here.' }, asks: (name) => name === 'reason' },
};

interface Form { readonly name: string; readonly act: FormAct; readonly held: PostHeld | null; readonly who: string }

/** Duty roster and shift page: who holds which post at a station now and next, where nobody does, and what a shift takes over (CUS-10, CUS-12, CUS-14). */
@Component({ selector: 'peel-roster', changeDetection: ChangeDetectionStrategy.OnPush, imports: [ActForm, ClockPipe, FullTimePipe], providers: [RosterStore], templateUrl: './roster-page.html' })
export class RosterPage {
  /** A station's id, where another page leads here. */
  readonly station = input<string>();
  readonly store = inject(RosterStore);
  readonly ability = inject(Ability);
  readonly clock = inject(Clock);
  private readonly session = inject(Store).selectSignal(desk.selectSession);
  private readonly live = inject(Live);
  private readonly until = inject(DestroyRef);
  private readonly followed = new Set<string>();
  readonly form = signal<Form | null>(null);
  readonly now = computed(() => this.store.roster()?.posts.filter((p) => p.now) ?? []);
  readonly next = computed(() => this.store.roster()?.posts.filter((p) => !p.now) ?? []);
  readonly holder = computed(() => this.store.roster()?.custodyPost.find((p) => p.to === null) ?? null);
  readonly isMe = computed(() => this.holder()?.officerId === this.session()?.officer.id);
  readonly troubles = computed(() => {
    const roster = this.store.roster();
    if (!roster) return [];
    return [...(roster.custodyPostTrouble ? [roster.custodyPostTrouble] : []), ...roster.gaps.map((g) => `${gapWords(g, roster.now)}.`)];
  });
  readonly layout = computed(() => LAYOUTS[this.form()?.name ?? ''] ?? {});
  /** Sent for the very row whose button was pressed, whatever an older draft holds. */
  readonly envelope = computed(() => {
    const { held, act } = this.form() ?? { held: null, act: null };
    return (sent: SentForm) => ({ slug: held ? ACTS['withdrawPost']!.slug : act!.slug, sent: held ? { ...sent, body: { reason: sent.body['reason'], officerId: held.officerId, post: held.post } } : sent });
  });

  constructor() {
    const own = (): string => this.session()?.officer.posts.flatMap((p) => p.stations)[0]?.id ?? '';
    effect(() => { const wanted = this.station() ?? ''; void untracked(() => this.store.open(wanted, own())); });
    effect(() => { const id = this.store.station(); if (id) untracked(() => { this.follow(id); }); });
  }

  private follow(station: string): void {
    if (this.followed.has(station)) return;
    this.followed.add(station);
    this.live.follow([`record:${station}`, `station:${station}`], () => { if (this.store.station() === station) void this.store.read(); }, this.until);
  }

  valueOf(event: Event): string { return (event.target as HTMLSelectElement).value; }
  choose(station: string): void { this.form.set(null); void this.store.choose(station); }

  begin(name: string): void { this.show({ name, act: ACTS[name]!, held: null, who: this.store.roster()?.station.name ?? '' }); }
  /** Each row keeps its own draft, so that a reason meant for one officer is never sent for another. */
  withdraw(held: PostHeld): void { this.show({ name: 'withdrawPost', act: { ...ACTS['withdrawPost']!, slug: `withdraw-post ${held.officerId} ${held.post}` }, held, who: `${held.name}, ${held.words.toLowerCase()}` }); }

  private show(form: Form): void {
    this.form.set(form);
    this.store.say('');
    setTimeout(() => { document.querySelector<HTMLElement>('#roster-form')?.focus(); });
  }

  recorded(acted: Acted): void {
    const form = this.form()!;
    this.store.say([form.held ? `${form.who}: the post is withdrawn and counts no more from their next request.` : `${form.act.label}: recorded.`, ...acted.notes].join(' '));
    this.form.set(null);
    void this.store.read();
  }
}
