import { ChangeDetectionStrategy, Component, computed, effect, ElementRef, inject, input, output } from '@angular/core';
import { Clock } from '../shared/clock.ts';
import { SearchField } from '../shared/search-field.ts';
import { TimeField } from '../shared/time-field.ts';
import { dutyOf, type ActName, type Assignee, type Task } from './inbox.ts';

const TITLES: Partial<Record<ActName, string>> = { assign: 'Assign', reassign: 'Reassign', hold: 'Put on hold', note: 'Add a note' };
type Given = Readonly<Record<string, string>>;

/** To whom, why, until when: what an act on a task asks. What was typed is the page's, so that it outlives a list that changes. */
@Component({ selector: 'peel-task-act-form', changeDetection: ChangeDetectionStrategy.OnPush, imports: [SearchField, TimeField], templateUrl: './task-act-form.html' })
export class TaskActForm {
  readonly act = input.required<ActName>();
  readonly task = input.required<Task>();
  readonly given = input.required<Given>();
  readonly refused = input.required<string>();
  readonly assignees = input.required<readonly Assignee[]>();
  readonly give = output<{ field: string; value: string }>();
  readonly submitted = output();
  readonly cancelled = output();
  private readonly clock = inject(Clock);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly title = computed(() => TITLES[this.act()] ?? '');
  readonly toSomebody = computed(() => this.act() === 'assign' || this.act() === 'reassign');
  readonly chosen = computed(() => this.assignees().find((a) => a.id === this.given()['officerId']) ?? null);
  readonly other = computed(() => { const id = this.given()['officerId']; return id && !this.chosen() ? [id] : []; });

  constructor() {
    let reached = false;
    effect(() => {
      if (reached || (this.toSomebody() && this.assignees().length === 0)) return;
      reached = true;
      setTimeout(() => { this.host.nativeElement.querySelector<HTMLElement>('input, textarea')?.focus(); });
    });
  }

  hintOf(a: Assignee): string {
    const duty = dutyOf(a, this.clock.now());
    return [a.onDuty ? `on duty${duty ? `, ${duty}` : ''}` : duty, `${a.holding} ${a.holding === 1 ? 'task' : 'tasks'}`, ...a.lacks].join(' · ');
  }
  valueOf(event: Event): string { return (event.target as HTMLInputElement).value; }
}
