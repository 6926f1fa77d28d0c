import * as z from 'zod/mini';
import type { OfficerAt } from '../../shared/actor.ts';
import * as f from '../../shared/fields.ts';
import { inCodePointOrder, when, type Refusal } from '../../shared/refusal.ts';
import { duration, elapsed, SECOND, type Instant } from '../../shared/time.ts';
import { conflicted, lacks, type TaskNeeds } from './eligibility.ts';

/** What people may do with a task; they never touch the record it stands for (architecture: tasks). */
export const TASK_ACTS = ['claim', 'release', 'assign', 'reassign', 'hold', 'resume', 'note'] as const;
export type TaskAct = (typeof TASK_ACTS)[number];

const revision = { revision: z.int('Give the revision you saw.') };
export const taskActSchemas = {
  claim: z.object(revision), release: z.object(revision), resume: z.object(revision),
  assign: z.object({ ...revision, officerId: f.officer('Assign to', 'Choose an officer.') }), reassign: z.object({ ...revision, officerId: f.officer('Reassign to', 'Choose an officer.'), reason: f.words('Reason', 'Say why.') }),
  hold: z.object({ ...revision, reason: f.words('Reason', 'Say what it waits for.'), until: f.maybeTime('Until', 'Enter when it comes back.') }), note: z.object({ ...revision, text: f.words('Note', 'Write the note.') }),
} as const satisfies Record<TaskAct, z.ZodMiniType>;
export type TaskActBody = { readonly revision: number; readonly officerId?: string; readonly reason?: string; readonly until?: Instant | null; readonly text?: string };

/** `closedWhy`: what closed it, in words. */
export interface TaskState extends TaskNeeds { readonly status: 'open' | 'closed'; readonly closedWhy: string; readonly assigneeId: string; readonly assigneeName: string; readonly held: boolean; readonly holdReason: string }

/** Who acts, on whom (for claim the same), and when. `assigns`: they may assign this task, so that they answer for it whoever has it. */
interface TaskActBy { readonly actor: OfficerAt; readonly to: OfficerAt | null; readonly assigns: boolean; readonly now: Instant }
export interface TaskChange { readonly assigneeId?: string; readonly holdReason?: string; readonly heldUntil?: Instant | null }
type TaskDecision = { readonly change: TaskChange; readonly detail: Record<string, unknown> } | { readonly refusals: Refusal[] };

interface Outcome { readonly refusals: Refusal[]; readonly change: TaskChange; readonly detail: Record<string, unknown> }
type Rule = (task: TaskState, body: TaskActBody, by: TaskActBy) => Outcome;

const refuse = (code: string, message: string, field?: string): Refusal => ({ code, law: 'policy', message, ...(field ? { field } : {}) });

const taken = (task: TaskState, by: OfficerAt): Refusal[] => when(task.assigneeId !== '' && task.assigneeId !== by.id, refuse('TASK_TAKEN', `${task.assigneeName} has this task. Ask them to release it, or ask a supervisor to reassign it.`));
const notTheirs = (task: TaskState, { actor, assigns }: TaskActBy): Refusal[] =>
  when(!assigns && task.assigneeId !== '' && task.assigneeId !== actor.id, refuse('TASK_TAKEN', `${task.assigneeName} has this task. Ask them, or ask a supervisor who may assign it.`));
const already = (task: TaskState, to: OfficerAt | null): Refusal[] => when(to !== null && task.assigneeId === to.id, refuse('ALREADY_THEIRS', `${to?.shortName} has this task already.`));
const notYours = (task: TaskState, by: OfficerAt): Refusal[] => when(task.assigneeId !== by.id, refuse('NOT_YOURS', 'This task is not yours to give back.'));

/** The law's independence has a code of its own; post and rank are policy (architecture: permission and law). */
function unfit(task: TaskState, to: OfficerAt | null, now: Instant): Refusal[] {
  if (to === null) return [refuse('OFFICER_UNKNOWN', 'There is no such officer. Choose one from the list.', 'officerId')];
  const conflict = conflicted(task, to);
  const others = lacks(task, to, now).slice(conflict ? 1 : 0);
  return [
    ...when(conflict, { ...refuse('CONFLICT_OF_ROLE', `${to.shortName} is on the investigation team, and this task needs an independent officer.`, 'officerId'), law: 'PACE s.40(1)(b)' }),
    ...when(others.length > 0, refuse('NOT_ELIGIBLE', `${to.shortName} ${others.join(', and ')}. Choose another officer.`, 'officerId')),
  ];
}

const OUTCOMES: Readonly<Record<TaskAct, Rule>> = {
  claim: (task, _, { actor, to, now }) => ({ refusals: [...taken(task, actor), ...already(task, to), ...unfit(task, to, now)], change: { assigneeId: actor.id }, detail: {} }),
  release: (task, _, { actor }) => ({ refusals: notYours(task, actor), change: { assigneeId: '' }, detail: {} }),
  assign: (task, _, { actor, to, now }) => ({ refusals: [...taken(task, actor), ...already(task, to), ...unfit(task, to, now)], change: { assigneeId: to?.id ?? '' }, detail: { to: to?.shortName } }),
  reassign: (task, body, { to, now }) => ({
    refusals: [...when(task.assigneeId === '', refuse('NOBODY_HAS_IT', 'Nobody has this task. Assign it.')), ...already(task, to), ...unfit(task, to, now)], change: { assigneeId: to?.id ?? '' }, detail: { from: task.assigneeName, to: to?.shortName, reason: body.reason },
  }),
  hold: (task, body, by) => ({
    refusals: [...notTheirs(task, by), ...when(task.held, refuse('ALREADY_HELD', `This task is on hold already: ${task.holdReason}. Resume it first.`)), ...when(!!body.until && body.until <= by.now, refuse('HOLD_IS_OVER', 'Enter a time that is still to come, or leave it empty.', 'until'))],
    change: { holdReason: body.reason ?? '', heldUntil: body.until ?? null }, detail: { reason: body.reason, until: body.until ?? null },
  }),
  resume: (task, _, by) => ({ refusals: [...notTheirs(task, by), ...when(task.holdReason === '', refuse('NOT_HELD', 'This task is not on hold.'))], change: { holdReason: '', heldUntil: null }, detail: {} }),
  note: (_, body) => ({ refusals: [], change: {}, detail: { text: body.text } }),
};

/** Decides what a person does with a task. A task that stands for a legal act has no "done": it closes when the act is recorded. */
export function decideTaskAct(act: TaskAct, task: TaskState, body: TaskActBody, by: TaskActBy): TaskDecision {
  if (task.status === 'closed') return { refusals: [refuse('ALREADY_DONE', `This task is closed: ${task.closedWhy || 'what it stood for has been recorded'}.`)] };
  const { refusals, change, detail } = OUTCOMES[act](task, body, by);
  return refusals.length > 0 ? { refusals: inCodePointOrder(refusals) } : { change, detail };
}

const DONE: Readonly<Record<string, string>> = {
  claim: 'claimed this', release: 'gave this back', assign: 'assigned this', reassign: 'reassigned this', hold: 'put this on hold', resume: 'took this off hold', note: 'wrote a note on this',
  changed: 'changed this', reopened: 'reopened this', opened: 'opened this', closed: 'closed this', look: 'looked at this',
};
const plural = (n: number, unit: string): string => `${n} ${unit}${n === 1 ? '' : 's'} ago`;

/** How long ago, as a colleague would say it. */
const ago = (from: Instant, now: Instant): string => {
  const seconds = Math.max(0, Math.floor(elapsed(from, now) / SECOND));
  if (seconds === 0) return 'just now';
  if (seconds < 60) return plural(seconds, 'second');
  return seconds < 3600 ? plural(Math.floor(seconds / 60), 'minute') : `${duration(elapsed(from, now))} ago`;
};

export interface TaskEvent { readonly by: string; readonly what: string; readonly at: Instant }
export const didWords = (what: string): string => DONE[what] ?? what;

/** Who was quicker, and with what (screens.md: "DC Shah claimed this 4 seconds ago."). */
export const lostRace = (last: TaskEvent | null, now: Instant): Refusal =>
  refuse('STALE_REVISION', last ? `${last.by} ${didWords(last.what)} ${ago(last.at, now)}.` : 'The task has changed since you saw it. Look at it again.');
