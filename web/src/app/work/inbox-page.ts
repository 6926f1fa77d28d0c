import { ChangeDetectionStrategy, Component, computed, DestroyRef, effect, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { allWordsOf, Api, wordsOf } from '../shared/api.ts';
import { Clock } from '../shared/clock.ts';
import { Keys } from '../shared/keys.ts';
import { Live } from '../shared/live.ts';
import { SearchField } from '../shared/search-field.ts';
import { ClockPipe, FullTimePipe, SincePipe } from '../shared/times.ts';
import { UrgencyTag } from '../shared/urgency-tag.ts';
import { WhyPanel, type WhyStepShown } from '../shared/why-panel.ts';

interface Task {
  readonly id: string; readonly revision: number; readonly type: string; readonly title: string; readonly recordKind: string; readonly recordId: string; readonly recordTitle: string; readonly due: string | null; readonly opens: string; readonly asap: boolean; readonly law: string; readonly why: readonly WhyStepShown[]; readonly state: string;
  readonly likelyLateWhy: string | null; readonly attention: string; readonly waitingOn: string; readonly stepOutcome: string; readonly owner: { readonly id: string; readonly shortName: string; readonly onDuty: boolean; readonly offAt: string | null } | null; readonly act: string; readonly closesWhen: string; readonly holdReason: string; readonly can: Readonly<Record<string, boolean>>;
}
interface Inbox { readonly counts: Readonly<Record<string, number>>; readonly groups: readonly { readonly state: string; readonly tasks: readonly Task[] }[]; readonly types: readonly string[] }
interface History { readonly at: string; readonly by: string; readonly what: string; readonly detail: Readonly<Record<string, unknown>> }

const OWNERS: readonly (readonly [string, string])[] = [['mine', 'Mine'], ['unowned', 'Unowned'], ['team', 'Team'], ['all', 'All I may see']];
const GROUP_WORDS: Readonly<Record<string, string>> = { overdue: '■! Overdue', due: '▲ Due soon', likelyLate: '◇ Likely late', notDue: 'Not due yet', held: 'On hold' };
const ATTENTION: Readonly<Record<string, string>> = { untouched: 'Untouched', lookedAt: 'Looked at', waitingOn: 'Waiting on', blocked: 'On hold' };

/** The work inbox (screens.md): one list filtered by owner; each act of work its own permission; why it is due; history. */
@Component({ selector: 'peel-inbox', changeDetection: ChangeDetectionStrategy.OnPush, imports: [RouterLink, SearchField, UrgencyTag, WhyPanel, ClockPipe, FullTimePipe, SincePipe], templateUrl: './inbox-page.html' })
export class InboxPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  readonly clock = inject(Clock);
  readonly inbox = signal<Inbox | null>(null);
  readonly owner = signal('team');
  readonly search = signal('');
  readonly type = signal('');
  readonly failed = signal('');
  readonly said = signal('');
  readonly at = signal(0);
  readonly open = signal<string | null>(null);
  readonly ask = signal<{ act: string; task: Task } | null>(null);
  readonly given = signal<Readonly<Record<string, string>>>({});
  readonly history = signal<readonly History[]>([]);
  readonly owners = OWNERS;
  readonly groups = computed(() => (this.inbox()?.groups ?? []).filter((g) => g.tasks.length > 0).map((g) => ({ ...g, words: GROUP_WORDS[g.state] ?? g.state })));
  readonly flat = computed(() => this.groups().flatMap((g) => g.tasks));

  constructor() {
    const until = inject(DestroyRef);
    effect(() => { this.owner(); this.search(); this.type(); void this.read(); });
    inject(Live).follow(['inbox'], () => { void this.read(); }, until);
    inject(Keys).listen({
      j: () => { this.move(1); }, k: () => { this.move(-1); }, c: () => { this.here((t) => { void this.perform('claim', t, {}); }); }, s: () => { this.here((t) => { this.begin(t.owner ? 'reassign' : 'assign', t); }); }, h: () => { this.here((t) => { this.begin('hold', t); }); },
      w: () => { this.here((t) => { void this.look(t); }); }, Enter: () => { this.here((t) => { void this.router.navigate(['/custody-record', t.recordId], { queryParams: { act: t.act } }); }); }, Escape: () => { this.ask.set(null); this.open.set(null); },
    }, until);
  }

  private here(then: (task: Task) => void): void { const task = this.flat()[this.at()]; if (task) then(task); }
  private move(by: number): void { this.at.set(Math.max(0, Math.min(this.flat().length - 1, this.at() + by))); document.getElementById(`task-${this.flat()[this.at()]?.id}`)?.focus(); }

  async read(): Promise<void> {
    try {
      this.inbox.set(await this.api.get<Inbox>('/api/work/tasks', { owner: this.owner(), ...(this.search() ? { search: this.search() } : {}), ...(this.type() ? { type: this.type() } : {}) }));
      this.failed.set('');
    } catch (error) {
      this.failed.set(wordsOf(error));
    }
  }

  async look(task: Task): Promise<void> {
    if (this.open() === task.id) { this.open.set(null); return; }
    this.open.set(task.id);
    this.history.set((await this.api.get<{ history: History[] }>(`/api/work/task/${task.id}`)).history);
  }

  begin(act: string, task: Task): void { if (task.can[act]) { this.given.set({}); this.ask.set({ act, task }); setTimeout(() => { document.querySelector<HTMLElement>('#ask input, #ask textarea')?.focus(); }); } }
  give(name: string, value: string): void { this.given.set({ ...this.given(), [name]: value }); }
  valueOf(event: Event): string { return (event.target as HTMLInputElement).value; }

  async perform(act: string, task: Task, body: object): Promise<void> {
    try {
      await this.api.post(`/api/work/task/${task.id}/${act}`, { revision: task.revision, ...body });
      this.said.set(`${task.title}: ${act === 'claim' ? 'yours' : 'done'}.`);
      this.ask.set(null);
    } catch (error) {
      this.said.set(allWordsOf(error));
    }
    await this.read();
    if (this.open() === task.id) this.history.set((await this.api.get<{ history: History[] }>(`/api/work/task/${task.id}`)).history);
  }

  attention(task: Task): string { return task.attention === 'waitingOn' ? `Waiting on ${task.waitingOn}` : (ATTENTION[task.attention] ?? ''); }
  detailOf(h: History): string { return [h.detail['text'], h.detail['reason'], typeof h.detail['to'] === 'string' ? `to ${h.detail['to']}` : '', h.detail['why']].filter(Boolean).map(String).join(' '); }
}
