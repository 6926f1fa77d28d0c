import { clockBeside } from '#domain/shared/local-time';
import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { duration, elapsed } from '#domain/shared/time';
import { Clock } from '../shared/clock.ts';
import { UrgencyTag } from '../shared/urgency-tag.ts';
import { dutyOf, type ActName, type Task } from './inbox.ts';

const ACTS: readonly (readonly [ActName, string])[] = [['claim', 'Claim'], ['release', 'Release'], ['assign', 'Assign'], ['reassign', 'Reassign'], ['hold', 'Hold'], ['resume', 'Resume']];

/** One task on one line: what, who, when, whose, whether anyone looked; and what this officer may do with it. */
@Component({ selector: 'peel-task-line', changeDetection: ChangeDetectionStrategy.OnPush, imports: [RouterLink, UrgencyTag], templateUrl: './task-line.html' })
export class TaskLine {
  readonly task = input.required<Task>();
  readonly me = input.required<string>();
  readonly opened = input(false);
  readonly act = output<ActName>();
  readonly toggled = output();
  private readonly clock = inject(Clock);

  readonly link = computed(() => ['/', this.task().recordKind, this.task().recordId]);
  readonly query = computed(() => (this.task().act ? { act: this.task().act } : {}));
  readonly due = computed(() => { const { due } = this.task(); return due ? `due ${clockBeside(due, this.clock.now())}` : ''; });
  /** Beside a tag that tells the minutes stands the time, beside the time stand the minutes. */
  readonly beside = computed(() => {
    const { due, state } = this.task();
    if (!due) return '';
    return state === 'notDue' || state === 'held' ? `in ${duration(elapsed(this.clock.now(), due))}` : this.due();
  });
  readonly owedFor = computed(() => duration(Math.max(0, elapsed(this.task().opens, this.clock.now()))));
  readonly owedSince = computed(() => clockBeside(this.task().opens, this.clock.now()));
  readonly mine = computed(() => this.task().owner?.id === this.me());
  readonly duty = computed(() => { const { owner } = this.task(); return owner && !this.mine() ? dutyOf(owner, this.clock.now()) : ''; });
  readonly acts = computed(() => ACTS.filter(([name]) => this.task().can[name]));
  readonly attention = computed<{ shape: string; words: string }>(() => {
    const { attention, waitingOn, lookedAt, lookedBy, heldUntil } = this.task();
    switch (attention) {
      case 'held': return { shape: '❚❚', words: `On hold${heldUntil ? ` until ${clockBeside(heldUntil, this.clock.now())}` : ''}` };
      case 'waitingOn': return { shape: '…', words: `Waiting on ${waitingOn}` };
      case 'lookedAt': return { shape: '◐', words: `Looked at${lookedAt ? ` ${clockBeside(lookedAt, this.clock.now())}` : ''}${lookedBy ? `, ${lookedBy}` : ''}` };
      default: return { shape: '○', words: 'Untouched' };
    }
  });
}
