import { ChangeDetectionStrategy, Component, computed, effect, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Store } from '@ngrx/store';
import { Api, wordsOf } from '../shared/api.ts';
import { Clock } from '../shared/clock.ts';
import { desk, deskActions, type AlarmSummary } from '../shared/desk-state.ts';
import { ClockPipe, SincePipe } from '../shared/times.ts';

const SOUND_EVERY = 15_000;

/** Breaches told to my posts, on every page, with sound, until I acknowledge by name; again after two minutes while they last (CUS-9). */
@Component({
  selector: 'peel-alarm-bar', changeDetection: ChangeDetectionStrategy.OnPush, imports: [RouterLink, ClockPipe, SincePipe],
  template: `
    @for (a of sounding(); track a.id) {
      <div class="peel-alarm" role="alert">
        <span><span aria-hidden="true">■!</span> {{ a.code === 'UNLAWFUL_DETENTION_RISK' ? 'UNLAWFUL DETENTION RISK' : 'LATE' }} · {{ a.recordTitle }} · {{ a.title }} ({{ a.at | since: clock.now() }})</span>
        <small>Told: @for (t of a.told; track t.shortName) { {{ t.shortName }}{{ t.acknowledgedAt ? ' ✓ ' + (t.acknowledgedAt | clock) : '' }}{{ $last ? '' : ', ' }} } @if (a.late) { · rung late }</small>
        <a [routerLink]="['/custody-record', a.recordId]">Open the record</a>
        <button type="button" class="govuk-button govuk-button--secondary" data-emergency (click)="acknowledge(a)">Acknowledge<span class="govuk-visually-hidden"> {{ a.recordTitle }}</span></button>
      </div>
    }
    @if (more() > 0) { <div class="peel-alarm"><span>■! {{ more() }} more {{ more() === 1 ? 'alarm' : 'alarms' }} on the whiteboard</span></div> }
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
  readonly clock = inject(Clock);
  private readonly alarms = this.store.selectSignal(desk.selectAlarms);
  private readonly readAt = this.store.selectSignal(desk.selectAlarmsAt);
  readonly failed = signal('');
  private readonly mine = computed(() => {
    this.clock.now();
    return this.alarms().filter((a) => a.toMe && Date.now() - this.readAt() >= a.repeatsInMs);
  });
  /** Warnings of the ladder, newest first: shown and rung once, not repeated. */
  readonly bells = computed(() => this.mine().filter((a) => a.kind === 'warning').toSorted((a, b) => b.at.localeCompare(a.at)));
  private readonly due = computed(() => {
    return this.mine().filter((a) => a.kind === 'breach').toSorted((a, b) => Number(b.code === 'UNLAWFUL_DETENTION_RISK') - Number(a.code === 'UNLAWFUL_DETENTION_RISK') || a.at.localeCompare(b.at));
  });
  readonly sounding = computed(() => this.due().slice(0, 3));
  readonly more = computed(() => Math.max(0, this.due().length - 3));
  private lastSound = 0;
  private rungFor = '';

  constructor() {
    effect(() => {
      const newest = this.bells()[0]?.at ?? '';
      if (newest > this.rungFor && this.rungFor !== '') sound(false);
      if (newest > this.rungFor || this.rungFor === '') this.rungFor = newest || this.clock.now();
    });
    effect(() => {
      if (this.due().length === 0 || Date.now() - this.lastSound < SOUND_EVERY) return;
      this.lastSound = Date.now();
      sound(this.due().some((a) => a.code === 'UNLAWFUL_DETENTION_RISK'));
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

let audio: AudioContext | null = null;

/** Two tones, lower and slower for a late visit; a browser that has not been touched yet stays silent, and the bar still shows. */
function sound(grave: boolean): void {
  audio ??= new AudioContext();
  const at = audio.currentTime;
  for (const [i, hertz] of (grave ? [880, 660, 880, 660] : [520, 520]).entries()) {
    const tone = audio.createOscillator();
    const gain = audio.createGain();
    tone.frequency.value = hertz;
    gain.gain.value = 0.15;
    tone.connect(gain).connect(audio.destination);
    tone.start(at + i * 0.25);
    tone.stop(at + i * 0.25 + 0.2);
  }
}
