import { clockBeside } from '#domain/shared/local-time';
import { afterNextRender, ChangeDetectionStrategy, Component, computed, DestroyRef, effect, inject, Injector, input, untracked } from '@angular/core';
import { ActivatedRoute, Router } from '@angular/router';
import { Store } from '@ngrx/store';
import { Clock } from '../shared/clock.ts';
import { desk } from '../shared/desk-state.ts';
import { Keys } from '../shared/keys.ts';
import { Live } from '../shared/live.ts';
import { GROUPS, OWNERS, type ActName, type Filters, type Group, type OwnerFilter, type Task } from './inbox.ts';
import { InboxFilters } from './inbox-filters.ts';
import { InboxStore } from './inbox-store.ts';
import { TaskActForm } from './task-act-form.ts';
import { TaskDetail } from './task-detail.ts';
import { TaskLine } from './task-line.ts';

/** The work inbox (screens.md): one list filtered by owner, its filters in the address but for the words searched (they are names), grouped by how each task stands. */
@Component({ selector: 'peel-inbox', changeDetection: ChangeDetectionStrategy.OnPush, imports: [InboxFilters, TaskActForm, TaskDetail, TaskLine], providers: [InboxStore], templateUrl: './inbox-page.html' })
export class InboxPage {
  readonly owner = input<string>();
  readonly due = input<string>();
  readonly type = input<string>();
  readonly station = input<string>();
  readonly held = input<string>();
  readonly off = input<string>();
  readonly later = input<string>();
  readonly store = inject(InboxStore);
  readonly clock = inject(Clock);
  private readonly router = inject(Router);
  private readonly injector = inject(Injector);
  private readonly route = inject(ActivatedRoute);
  private readonly session = inject(Store).selectSignal(desk.selectSession);
  readonly owners = OWNERS;
  readonly me = computed(() => this.session()?.officer.id ?? '');
  readonly filters = computed<Filters>(() => ({ owner: this.owner(), due: this.due(), type: this.type(), station: this.station(), held: this.held(), off: this.off(), later: this.later(), search: this.store.search() || undefined }));
  readonly groups = computed(() => (this.store.inbox()?.groups ?? []).filter((g) => g.count > 0).map((g) => ({ ...g, ...GROUPS[g.state]!, folded: g.state === 'notDue' && this.later() !== 'yes' })));
  readonly chosenOwner = computed<OwnerFilter>(() => this.store.inbox()?.owner ?? 'team');
  readonly total = computed(() => this.store.inbox()?.counts[this.chosenOwner()] ?? 0);
  readonly narrowed = computed(() => { const { due, type, station, held, off, search } = this.filters(); return [due, type, station, held, off, search].some(Boolean); });
  /** "Nothing is due soon. Next: Review 1, ADEYEMI, Hale Road, due 04:20." */
  readonly quiet = computed(() => {
    const next = this.store.inbox()?.next;
    if (!next || this.groups().some((g) => g.state !== 'notDue')) return '';
    return `${this.narrowed() ? 'Nothing that fits the filters is due soon.' : 'Nothing is due soon.'} Next: ${next.title}, ${next.recordTitle}${next.due ? `, due ${clockBeside(next.due, this.clock.now())}` : ''}.`;
  });
  /** The task of the open form is not always in the list any more; the form stays. */
  readonly strayForm = computed(() => { const asking = this.store.asking(); return asking && !this.store.tasks().some((t) => t.id === asking.task.id) ? asking : null; });

  constructor() {
    const until = inject(DestroyRef);
    effect(() => { const filters = this.filters(); untracked(() => { void this.store.read(filters); }); });
    this.rereadWhenTimeAloneChanges();
    inject(Live).follow(['inbox'], () => { void this.store.again(); }, until);
    inject(Keys).listen({
      j: () => { this.move(1); }, k: () => { this.move(-1); }, c: () => { this.here('claim'); }, s: () => { this.here('assign', 'reassign'); }, h: () => { this.here('hold'); }, u: () => { void this.undo(); }, p: () => { void this.print(); },
      w: () => { const task = this.store.current(); if (task) void this.store.toggle(task); }, Escape: () => { this.back(); },
    }, until);
  }

  private rereadWhenTimeAloneChanges(): void {
    let asked = '';
    effect(() => {
      const at = this.store.inbox()?.changesAt;
      if (!at || this.clock.now() < at || asked === at) return;
      asked = at;
      untracked(() => { void this.store.again(); });
    });
  }

  /** Changes the address; the list follows it, and Back leads to what was shown before. */
  go(changes: Filters): void { void this.router.navigate([], { relativeTo: this.route, queryParams: changes, queryParamsHandling: 'merge' }); }
  clear(): void { this.store.find(''); this.go({ due: undefined, type: undefined, station: undefined, held: undefined, off: undefined }); }
  unfold(group: Group): void { if (group.state === 'notDue') this.go({ later: this.later() === 'yes' ? undefined : 'yes' }); }

  private move(by: number): void { this.focus(this.store.move(by)); }
  private here(...acts: readonly ActName[]): void { const task = this.store.current(); const act = task && acts.find((a) => task.can[a]); if (task && act) void this.begin(act, task); }
  private focus(id: string | null): void { if (id) setTimeout(() => { document.getElementById(`task-${id}`)?.focus(); }); }

  async begin(act: ActName, task: Task): Promise<void> { this.store.choose(task.id); await this.store.begin(act, task); if (!this.store.asking()) this.focus(this.store.chosen()); }
  async submit(): Promise<void> { await this.store.submit(); if (!this.store.asking()) this.focus(this.store.chosen()); }
  async undo(): Promise<void> { await this.store.undo(); this.focus(this.store.chosen()); }

  back(): void {
    if (document.activeElement?.id === 'search') { (document.activeElement as HTMLElement).blur(); this.focus(this.store.chosen()); return; }
    this.store.close();
    this.focus(this.store.chosen());
  }

  /** Paper has every group unfolded: what is folded here is read for it first. */
  async print(): Promise<void> {
    if (this.groups().some((g) => g.folded)) await this.store.read({ ...this.filters(), later: 'yes' });
    afterNextRender(() => { window.print(); void this.store.read(this.filters()); }, { injector: this.injector });
  }
}
