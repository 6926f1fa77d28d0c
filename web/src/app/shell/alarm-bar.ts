import { ChangeDetectionStrategy, Component, computed, effect, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Store } from '@ngrx/store';
import { Api, wordsOf } from '../shared/api.ts';
import { Clock } from '../shared/clock.ts';
import { desk, deskActions, type AlarmSummary } from '../shared/desk-state.ts';
import { ClockPipe } from '../shared/times.ts';
import { AlarmLine } from './alarm-line.ts';
import { isGrave, spokenOf } from './alarm-words.ts';
import { Sound } from './sound.ts';

const SOUND_EVERY = 15_000;
/** As many lines as leave the page its room; the rest are one press away. */
const SHOWN = 2;

/** Breaches told to my posts, on every page, with sound, until I acknowledge by name; again after two minutes while they last (CUS-9). */
@Component({
  selector: 'peel-alarm-bar', changeDetection: ChangeDetectionStrategy.OnPush, imports: [RouterLink, ClockPipe, AlarmLine],
  template: `
    <div class="govuk-visually-hidden" role="alert">{{ spoken() }}</div>
    @if (due().length) {
      <section class="peel-alarms" aria-label="Alarms">
        @for (a of sounding(); track a.id) { <peel-alarm-line [alarm]="a" (acknowledged)="acknowledge($event)" /> }
        @if (more().length) { <details class="peel-alarm-more"><summary>■! {{ more().length }} more {{ more().length === 1 ? 'alarm' : 'alarms' }}</summary>@for (a of more(); track a.id) { <peel-alarm-line [alarm]="a" (acknowledged)="acknowledge($event)" /> }</details> }
        <p class="peel-alarm-note">Acknowledging silences an alarm for you for 2 minutes; only the act itself ends it@if (grave()) {: the review, charge, release, or an authority given in time and entered late. PACE s.41(7), CUS-9, CUS-59}.@if (sound.silent()) {&ngsp;<b>Sound is off in this browser until you press a key or click.</b> }</p>
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
    @if (failed()) { <div class="peel-band peel-band--down" role="alert">{{ failed() }}</div> }`,
})
export class AlarmBar {
  private readonly store = inject(Store);
  private readonly api = inject(Api);
  private readonly clock = inject(Clock);
  readonly sound = inject(Sound);
  private readonly alarms = this.store.selectSignal(desk.selectAlarms);
  private readonly readAt = this.store.selectSignal(desk.selectAlarmsAt);
  readonly failed = signal('');
  /** Which of them sound for me this second; the same list while it is the same alarms, so that nothing is drawn or told again. */
  private readonly mine = computed(() => this.alarms().filter((a) => a.toMe && this.clock.wall() - this.readAt() >= a.repeatsInMs), { equal: sameAlarms });
  /** Warnings of the ladder, newest first: shown and rung once, not repeated. */
  readonly bells = computed(() => this.mine().filter((a) => a.kind === 'warning').toSorted((a, b) => b.at.localeCompare(a.at)));
  readonly due = computed(() => this.mine().filter((a) => a.kind === 'breach').toSorted((a, b) => Number(isGrave(b)) - Number(isGrave(a)) || a.at.localeCompare(b.at)));
  readonly sounding = computed(() => this.due().slice(0, SHOWN));
  readonly more = computed(() => this.due().slice(SHOWN));
  readonly grave = computed(() => this.due().some(isGrave));
  readonly spoken = computed(() => this.sounding().map(spokenOf).join(' '));
  private lastSound = 0;
  private rungFor = '';

  constructor() {
    effect(() => {
      const newest = this.bells()[0]?.at ?? '';
      if (newest > this.rungFor && this.rungFor !== '') this.sound.ring(false);
      if (newest > this.rungFor || this.rungFor === '') this.rungFor = newest || this.clock.now();
    });
    effect(() => {
      const wall = this.clock.wall();
      if (this.due().length === 0 || wall - this.lastSound < SOUND_EVERY) return;
      this.lastSound = wall;
      this.sound.ring(this.grave());
    });
  }

  async acknowledge(alarm: AlarmSummary): Promise<void> {
    try {
      const { alarms } = await this.api.post<{ alarms: AlarmSummary[] }>(`/api/work/alarm/${alarm.id}/acknowledge`, {});
      this.store.dispatch(deskActions.alarmsRead({ alarms }));
      this.failed.set('');
    } catch (error) {
      this.failed.set(wordsOf(error));
    }
  }
}

const sameAlarms = (a: readonly AlarmSummary[], b: readonly AlarmSummary[]): boolean => a.length === b.length && a.every((x, i) => x === b[i]);
