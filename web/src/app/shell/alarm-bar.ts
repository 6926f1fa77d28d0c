import { ChangeDetectionStrategy, Component, computed, effect, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink } from '@angular/router';
import { Store } from '@ngrx/store';
import { filter, map } from 'rxjs';
import { clockTime, clockTimeSeconds } from '#domain/shared/local-time';
import { MINUTE } from '#domain/shared/time';
import { Api, wordsOf } from '../shared/api.ts';
import { Clock } from '../shared/clock.ts';
import { desk, deskActions, type AlarmsAnswer, type AlarmSummary } from '../shared/desk-state.ts';
import { ClockPipe } from '../shared/times.ts';
import { AlarmLine } from './alarm-line.ts';
import { isGrave, moreOf, noAuthority, spokenOf } from './alarm-words.ts';
import { Sound } from './sound.ts';

const SOUND_EVERY = 15_000;
/** As many lines as leave the page its room; the rest are one press away. */
const SHOWN = 2;

/** Breaches told to my posts, on every page, with sound; one that I acknowledge by name stays in sight, silent for two minutes, while it lasts (CUS-9). */
@Component({
  selector: 'peel-alarm-bar', changeDetection: ChangeDetectionStrategy.OnPush, imports: [RouterLink, ClockPipe, AlarmLine],
  template: `
    <div class="govuk-visually-hidden" role="alert">{{ spoken() }}</div>
    @if (due().length) {
      <section class="peel-alarms" aria-label="Alarms">
        @for (a of shown(); track a.id) { <peel-alarm-line [alarm]="a" [again]="again(a)" [here]="isHere(a)" (acknowledged)="acknowledge($event)" /> }
        @if (more().length) { <details class="peel-alarm-more"><summary>■! {{ moreWords() }}</summary>@for (a of more(); track a.id) { <peel-alarm-line [alarm]="a" [again]="again(a)" [here]="isHere(a)" (acknowledged)="acknowledge($event)" /> }</details> }
        <p class="peel-alarm-note">Acknowledging silences an alarm for you for 2 minutes; only the act itself ends it@if (grave()) {: a late review by the review or the release; no authority by charge, release, or an authority given in time and entered late. PACE s.41(7), CUS-9, CUS-59}.@if (sound.silent()) {&ngsp;<b>Sound is off in this browser until you press a key or click.</b> }</p>
      </section>
    }
    @if (bells(); as list) {
      @if (list.length > 0) {
        <details class="peel-bells">
          <summary><span aria-hidden="true">▲</span> {{ list.length }} {{ list.length === 1 ? 'bell' : 'bells' }}: {{ list[0]!.recordTitle }} · {{ list[0]!.title }} (rang {{ list[0]!.at | clock }}{{ list[0]!.late ? ', late' : '' }})</summary>
          <ul class="govuk-list">@for (a of list; track a.id) {
            <li><a [routerLink]="['/custody-record', a.recordId]">{{ a.recordTitle }}</a> · {{ a.title }} · rang {{ a.at | clock }}{{ a.late ? ', late' : '' }} <button type="button" class="peel-plain" (click)="acknowledge(a)">Acknowledge<span class="govuk-visually-hidden"> {{ a.recordTitle }}</span></button></li>
          }</ul>
        </details>
      }
    }
    @if (cut() > 0) { <div class="peel-band peel-band--down peel-band--printed" role="status">{{ cut() }} more open alarms are not listed: there are too many. Open the whiteboard, which shows everybody who is overdue.</div> }
    <div role="alert">@if (notReadSince(); as since) { <p class="peel-band peel-band--down peel-band--printed">Alarms not read since {{ since }}. What rang after that is not shown and does not sound here. Watch the whiteboard and the cells; if this lasts 2 minutes, ring the support desk.</p> }</div>
    @if (failed()) { <div class="peel-band peel-band--down" role="alert">{{ failed() }}</div> }`,
})
export class AlarmBar {
  private readonly store = inject(Store);
  private readonly api = inject(Api);
  private readonly clock = inject(Clock);
  private readonly router = inject(Router);
  private readonly address = toSignal(this.router.events.pipe(filter((e) => e instanceof NavigationEnd), map((e) => e.urlAfterRedirects)), { initialValue: this.router.url });
  readonly sound = inject(Sound);
  private readonly alarms = this.store.selectSignal(desk.selectAlarms);
  private readonly readAt = this.store.selectSignal(desk.selectAlarmsAt);
  private readonly failedSince = this.store.selectSignal(desk.selectAlarmsFailedSince);
  private readonly open = this.store.selectSignal(desk.selectOpen);
  readonly failed = signal('');
  readonly notReadSince = computed(() => (this.failedSince() > 0 ? clockTimeSeconds(this.clock.timeOf(this.failedSince())) : ''));
  readonly cut = computed(() => this.open() - this.alarms().length);
  /** Which of them sound for me this second (the second may have begun before the answer came); the same list while it is the same alarms, so that nothing is drawn or told again. */
  private readonly mine = computed(() => this.alarms().filter((a) => a.toMe && Math.max(0, this.clock.wall() - this.readAt()) >= a.repeatsInMs), { equal: sameAlarms });
  /** Warnings of the ladder, newest first: shown until acknowledged, each rung once, however late it was written; not repeated. */
  readonly bells = computed(() => this.mine().filter((a) => a.kind === 'warning').toSorted((a, b) => b.at.localeCompare(a.at)));
  private readonly sounding = computed(() => this.mine().filter((a) => a.kind === 'breach'));
  /** Every breach told to my posts: an acknowledgement takes the sound away and never the line. Those held without authority stand before all, then what sounds, the gravest before the others. */
  readonly due = computed(() => this.alarms().filter((a) => a.toMe && a.kind === 'breach')
    .toSorted((a, b) => Number(noAuthority(b)) - Number(noAuthority(a)) || Number(this.sounds(b)) - Number(this.sounds(a)) || Number(isGrave(b)) - Number(isGrave(a)) || a.at.localeCompare(b.at)));
  /** Nobody held without authority is ever folded away. */
  private readonly lines = computed(() => Math.max(SHOWN, this.due().filter(noAuthority).length));
  readonly shown = computed(() => this.due().slice(0, this.lines()));
  readonly more = computed(() => this.due().slice(this.lines()));
  readonly moreWords = computed(() => moreOf(this.more().length, this.more().filter((a) => this.sounds(a)).length));
  readonly grave = computed(() => this.due().some(isGrave));
  readonly spoken = computed(() => this.shown().filter((a) => this.sounds(a)).map(spokenOf).join(' '));
  private lastSound = 0;
  private rung: ReadonlySet<string> = new Set();

  constructor() {
    effect(() => {
      if (this.sound.silent()) return; // the first touch rings what stood before it
      const standing = new Set(this.bells().map((a) => a.id));
      if ([...standing].some((id) => !this.rung.has(id))) this.sound.ring(false);
      this.rung = standing;
    });
    effect(() => { if (this.failedSince() > 0) this.sound.ring(true); });
    effect(() => {
      const wall = this.clock.wall();
      if (this.sounding().length === 0 || wall - this.lastSound < SOUND_EVERY) return;
      this.lastSound = wall;
      this.sound.ring(this.sounding().some(isGrave));
    });
  }

  /** Of the record that is open: paper of it tells its own alarms and nobody else's. */
  isHere(a: AlarmSummary): boolean { return this.address().includes(a.recordId); }

  private sounds(a: AlarmSummary): boolean { return this.mine().includes(a); }

  /** When a silenced breach sounds again, in words; empty where it sounds now. An acknowledgement counts wall time, so a standing clock is told what is left of it. */
  again(a: AlarmSummary): string {
    if (this.sounds(a)) return '';
    const at = this.readAt() + a.repeatsInMs;
    return this.clock.stands() ? `in ${Math.max(1, Math.round((at - this.clock.wall()) / MINUTE))} min` : clockTime(this.clock.timeOf(at));
  }

  async acknowledge(alarm: AlarmSummary): Promise<void> {
    try {
      this.store.dispatch(deskActions.alarmsRead(await this.api.post<AlarmsAnswer>(`/api/work/alarm/${alarm.id}/acknowledge`, {})));
      this.failed.set('');
      setTimeout(() => { document.getElementById(`silenced-${alarm.id}`)?.focus(); }); // the button is gone: whoever pressed it stays at its line
    } catch (error) {
      this.failed.set(wordsOf(error));
    }
  }
}

const sameAlarms = (a: readonly AlarmSummary[], b: readonly AlarmSummary[]): boolean => a.length === b.length && a.every((x, i) => x === b[i]);
