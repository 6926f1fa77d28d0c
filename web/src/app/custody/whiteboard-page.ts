import { ChangeDetectionStrategy, Component, computed, DestroyRef, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { clockTime } from '#domain/shared/local-time';
import { duration, elapsed, MINUTE, plus, type Instant } from '#domain/shared/time';
import { urgency } from '#domain/shared/urgency';
import { Ability } from '../shared/ability.ts';
import { Api, wordsOf } from '../shared/api.ts';
import { Clock } from '../shared/clock.ts';
import { Keys } from '../shared/keys.ts';
import { Live } from '../shared/live.ts';
import { ClockPipe, FullTimePipe, SincePipe } from '../shared/times.ts';
import { UrgencyTag } from '../shared/urgency-tag.ts';
import type { BoardRow, Waiting, Whiteboard } from './whiteboard.ts';

const rank = (row: BoardRow, now: Instant): number => (urgency(row.next.key, row.next.due, now) === 'overdue' && row.next.state !== 'paused' ? (row.next.key === 'visitDue' ? 1 : 0) : 2);

/** The desk's whiteboard (screens.md): everybody held here, most pressing first, ticking by itself between reads. */
@Component({ selector: 'peel-whiteboard', changeDetection: ChangeDetectionStrategy.OnPush, imports: [RouterLink, UrgencyTag, ClockPipe, FullTimePipe, SincePipe], templateUrl: './whiteboard-page.html' })
export class WhiteboardPage {
  readonly station = input<string>();
  private readonly api = inject(Api);
  private readonly live = inject(Live);
  private readonly router = inject(Router);
  private readonly until = inject(DestroyRef);
  readonly ability = inject(Ability);
  readonly clock = inject(Clock);
  readonly board = signal<Whiteboard | null>(null);
  readonly failed = signal('');
  readonly search = signal('');
  readonly at = signal(0);
  readonly open = signal<string | null>(null);
  private following = '';

  readonly rows = computed(() => {
    const now = this.clock.now();
    const words = this.search().toLowerCase();
    return (this.board()?.rows ?? []).filter((r) => !words || `${r.name} ${r.location} ${r.custodyNumber} ${r.officer}`.toLowerCase().includes(words))
      .toSorted((a, b) => rank(a, now) - rank(b, now) || (a.next.due ?? '9').localeCompare(b.next.due ?? '9') || a.name.localeCompare(b.name));
  });
  readonly overdue = computed(() => this.rows().filter((r) => rank(r, this.clock.now()) < 2).length);
  /** "Nothing is due in the next 30 minutes. Next: …" */
  readonly quiet = computed(() => {
    const first = this.rows().find((r) => r.next.due);
    if (!first?.next.due || first.next.due < plus(this.clock.now(), 30 * MINUTE)) return '';
    return `Nothing is due in the next 30 minutes. Next: ${first.next.words.toLowerCase()}, ${first.location}, ${clockTime(first.next.due)}.`;
  });

  constructor() {
    effect(() => { void this.read(this.station()); });
    inject(Keys).listen({
      ArrowDown: () => { this.move(1); }, ArrowUp: () => { this.move(-1); }, Enter: () => { this.go(''); }, v: () => { this.go('record-visit'); }, r: () => { this.go('conduct-review'); }, n: () => { void this.router.navigateByUrl('/book-in'); },
      p: () => { window.print(); }, a: () => { document.querySelector<HTMLElement>('[data-emergency]')?.click(); },
    }, this.until);
  }

  async read(station: string | undefined): Promise<void> {
    try {
      const board = await this.api.get<Whiteboard>('/api/custody/whiteboard', station ? { station } : {});
      this.board.set(board);
      this.failed.set('');
      this.follow(board.station?.id ?? '');
    } catch (error) {
      this.failed.set(wordsOf(error));
    }
  }

  private follow(station: string): void {
    if (this.following || !station) return;
    this.following = station;
    this.live.follow([`station:${station}`], () => { void this.read(this.station() ?? station); }, this.until);
  }

  private move(by: number): void { this.at.set(Math.max(0, Math.min(this.rows().length - 1, this.at() + by))); document.getElementById(`row-${this.at()}`)?.scrollIntoView({ block: 'nearest' }); }
  private go(act: string): void { const row = this.rows()[this.at()]; if (row) void this.router.navigate(['/custody-record', row.recordId], act ? { queryParams: { act } } : {}); }
  pick(event: Event): void { void this.router.navigate(['/whiteboard'], { queryParams: { station: (event.target as HTMLSelectElement).value } }).then(() => { location.reload(); }); }
  typed(event: Event): void { this.search.set((event.target as HTMLInputElement).value); }
  print(): void { window.print(); }

  /** `6 h 20 of 24 ◔ ends 20:40`, or why there is no clock. */
  clockWords(row: BoardRow): string {
    const { clock } = row;
    if (clock.noClock) return clock.noClock === 'charged' ? 'Charged' : `No PACE clock: ${clock.noClock}`;
    if (!clock.relevantTime) return 'Clock not started';
    const counted = clock.running ? clock.countedMs + Math.max(0, elapsed(clock.countedAt, this.clock.now())) : clock.countedMs;
    return `${duration(counted)}${clock.ends ? ` · ends ${clockTime(clock.ends)}` : clock.pausedWhy ? ' used' : ''}`;
  }

  waitWords(w: Waiting): string { return w.enRoute ? 'on the way' : w.arrivedAt ? `${duration(elapsed(w.arrivedAt, this.clock.now()))} here` : 'here'; }
  waitFace(w: Waiting): string { const m = w.arrivedAt && !w.enRoute ? elapsed(w.arrivedAt, this.clock.now()) / MINUTE : 0; return m >= 60 ? 'overdue' : m >= 30 ? 'due' : 'onTime'; }
}
