import { ChangeDetectionStrategy, Component, DestroyRef, effect, inject, input, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Ability } from '../shared/ability.ts';
import { Keys } from '../shared/keys.ts';
import { Said } from '../shared/said.ts';
import { BoardHead } from './ui/board-head.ts';
import { BoardTable } from './ui/board-table.ts';
import { WaitingQueue } from './ui/waiting-queue.ts';
import { WhiteboardStore } from './whiteboard-store.ts';

/** The desk's whiteboard (screens.md): everybody held here, most pressing first, ticking by itself between reads. */
@Component({ selector: 'peel-whiteboard', changeDetection: ChangeDetectionStrategy.OnPush, imports: [RouterLink, BoardHead, BoardTable, Said, WaitingQueue], providers: [WhiteboardStore], templateUrl: './whiteboard-page.html' })
export class WhiteboardPage {
  readonly station = input<string>();
  private readonly router = inject(Router);
  readonly ability = inject(Ability);
  readonly store = inject(WhiteboardStore);

  constructor() {
    effect(() => { const station = this.station() ?? ''; untracked(() => { void this.store.read(station); }); });
    inject(Keys).listen({
      ArrowDown: () => { this.move(1); }, ArrowUp: () => { this.move(-1); }, Enter: () => { this.go(); }, v: () => { void this.open('record-visit'); }, r: () => { void this.open('conduct-review'); }, x: () => { void this.open('authorise-extension'); }, n: () => { this.bookIn(); },
      m: () => { this.store.toggleMine(); }, p: () => { this.print(); }, a: () => { this.toAlarm(); },
    }, inject(DestroyRef));
  }

  /** Focus goes with the row, so that Enter and a screen reader follow. */
  private move(by: number): void {
    const id = this.store.move(by);
    const row = id ? document.getElementById(`row-${id}`) : null;
    row?.querySelector<HTMLElement>('th a')?.focus();
    row?.scrollIntoView({ block: 'nearest' });
  }

  private bookIn(): void {
    if (this.ability.canHere('recordArrest', 'CustodyRecord')) void this.router.navigateByUrl('/book-in');
    else this.store.say('Book in: your post books nobody in here. Ask the custody officer of the station.');
  }

  private toAlarm(): void {
    const button = document.querySelector<HTMLElement>('[data-emergency]');
    if (button) button.focus();
    else this.store.say('Acknowledge: no alarm sounds here for you.');
  }

  /** A form is opened for whoever is chosen as the key goes down; one that is closed says why, here. */
  private async open(act: string): Promise<void> {
    const row = this.store.current();
    const looksOn = (): boolean => this.store.current()?.recordId === row?.recordId && this.router.url.startsWith('/whiteboard'); // the answer may come when somebody else is chosen
    if (row && (await this.store.mayOpen(row, act)) && looksOn()) void this.router.navigate(['/custody-record', row.recordId], { queryParams: { act } });
  }

  private go(): void { const row = this.store.current(); if (row) void this.router.navigate(['/custody-record', row.recordId]); }
  pick(event: Event): void { const station = this.text(event); if (station) void this.router.navigate(['/whiteboard'], { queryParams: { station } }); }
  text(event: Event): string { return (event.target as HTMLInputElement).value; }
  print(): void { window.print(); }

  nobody(): string { return this.store.search() ? 'Nobody here matches that search.' : this.store.mineOnly() ? 'Nobody here is mine. Press m for all.' : 'Nobody is held here.'; }
  /** "You can see Hale Road only. Ask the custody inspector for other suites." */
  noAccess(): string {
    const names = (this.store.board()?.stations ?? []).map((s) => s.name);
    return names.length === 0 ? 'Your posts show no whole suite. Detainees of your team’s cases are reached from Work: each task opens its record. Ask the custody inspector of a station for its suite.' : `You can see ${names.join(' and ')} only. Ask the custody inspector for other suites.`;
  }
}
