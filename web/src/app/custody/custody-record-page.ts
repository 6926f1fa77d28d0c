import { ChangeDetectionStrategy, Component, computed, DestroyRef, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ActForm } from '../shared/act-form.ts';
import { Keys } from '../shared/keys.ts';
import { Said } from '../shared/said.ts';
import { FullTimePipe, SpanPipe } from '../shared/times.ts';
import { layoutOf } from './act-layouts.ts';
import { CustodyRecordStore } from './custody-record-store.ts';
import { ClockBlock } from './ui/clock-block.ts';
import { DoNext } from './ui/do-next.ts';
import { IdentityBar } from './ui/identity-bar.ts';
import { OtherActs } from './ui/other-acts.ts';
import { Timeline } from './ui/timeline.ts';

/** The custody record (screens.md): time left biggest, what to do next, why, what if, and the timeline. */
@Component({
  selector: 'peel-custody-record', changeDetection: ChangeDetectionStrategy.OnPush, providers: [CustodyRecordStore], templateUrl: './custody-record-page.html',
  imports: [RouterLink, ActForm, ClockBlock, DoNext, IdentityBar, OtherActs, Said, Timeline, FullTimePipe, SpanPipe],
})
export class CustodyRecordPage {
  readonly id = input.required<string>();
  /** The form to open at once, from a task or the whiteboard. */
  readonly act = input<string>();
  /** The entry whose correction was open before a reload. */
  readonly correct = input<string>();
  readonly store = inject(CustodyRecordStore);
  readonly whyOpen = signal(true);
  readonly supposing = signal(false);
  /** Nothing continues from here: the button names the act. */
  readonly layout = computed(() => ({ ...layoutOf(this.store.form() ?? '', this.store.view()?.markers), submit: this.store.act()?.label ?? '' }));
  /** The form that is on the screen, once there is a record to draw it for. */
  private readonly drawn = computed(() => (this.store.view() ? this.store.form() : null));
  readonly path = computed(() => `/api/custody/custody-record/${this.id()}`);

  constructor() {
    effect(() => { const id = this.id(); untracked(() => { void this.store.read(id); }); });
    effect(() => { const asked = this.act(); if (asked) untracked(() => { this.store.ask(asked); }); });
    effect(() => { if (this.drawn()) toForm(); });
    effect(() => { const entry = this.correct(); if (entry) untracked(() => { this.store.resume(entry); }); });
    inject(Keys).listen({
      w: () => { this.whyOpen.set(!this.whyOpen()); }, f: () => { this.supposing.set(!this.supposing()); }, t: () => { showBelowBar('timeline'); document.getElementById('timeline-heading')?.focus({ preventScroll: true }); }, x: () => { this.openForm('authorise-extension'); }, r: () => { this.openForm('conduct-review'); }, v: () => { this.openForm('record-visit'); }, Escape: () => { this.store.close(); },
    }, inject(DestroyRef));
  }

  openForm(act: string): void { if (this.store.open(act)) toForm(); }
}

const GAP = 8;

/** Scrolls to what begins just below the bar that names the person: how high that is depends on how many lines their offence takes. */
function showBelowBar(id: string): void {
  const bar = document.querySelector<HTMLElement>('.peel-identity');
  const covered = bar && getComputedStyle(bar).position === 'sticky' ? bar.offsetHeight : 0;
  const top = document.getElementById(id)?.getBoundingClientRect().top;
  if (top !== undefined) scrollTo({ top: scrollY + top - covered - GAP });
}

/** Once it is drawn: the form at the top of the screen, and the first question ready. */
function toForm(): void {
  setTimeout(() => { showBelowBar('form'); document.querySelector<HTMLElement>('#form input, #form textarea')?.focus({ preventScroll: true }); });
}
