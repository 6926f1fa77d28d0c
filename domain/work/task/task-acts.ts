import * as z from 'zod/mini';
import * as f from '../../shared/fields.ts';
import { when, type Refusal } from '../../shared/refusal.ts';
import type { Instant } from '../../shared/time.ts';

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

export interface TaskState { readonly status: 'open' | 'closed'; readonly assigneeId: string; readonly assigneeName: string; readonly heldUntil: Instant | null; readonly holdReason: string; readonly independent: boolean }
export interface TaskActor { readonly id: string; readonly shortName: string }
export interface Assignee { readonly id: string; readonly shortName: string; readonly involved: boolean }

export interface TaskChange { readonly assigneeId?: string; readonly holdReason?: string; readonly heldUntil?: Instant | null }
export type TaskDecision = { readonly change: TaskChange; readonly detail: Record<string, unknown> } | { readonly refusals: Refusal[] };

const refuse = (code: string, message: string): Refusal => ({ code, law: 'policy', message });

const taken = (task: TaskState, by: TaskActor): Refusal[] => when(task.assigneeId !== '' && task.assigneeId !== by.id, refuse('TASK_TAKEN', `${task.assigneeName} has this task. Ask them to release it, or ask a supervisor to reassign it.`));
const notYours = (task: TaskState, by: TaskActor): Refusal[] => when(task.assigneeId !== by.id, refuse('NOT_YOURS', 'This task is not yours to give back.'));
const conflicted = (task: TaskState, to: Assignee | null): Refusal[] => when(task.independent && to?.involved === true, refuse('CONFLICT_OF_ROLE', `${to?.shortName ?? 'They'} is on the investigation team, and this task needs an independent officer.`));

/** Decides what a person does with a task. A task that stands for a legal act has no "done": it closes when the act is recorded. */
export function decideTaskAct(act: TaskAct, task: TaskState, body: TaskActBody, by: { actor: TaskActor; to: Assignee | null }): TaskDecision {
  if (task.status === 'closed') return { refusals: [refuse('ALREADY_DONE', 'This task is closed: what it stood for has been recorded.')] };
  const { refusals, change, detail } = OUTCOMES[act](task, body, by);
  return refusals.length > 0 ? { refusals } : { change, detail };
}

interface Outcome { readonly refusals: Refusal[]; readonly change: TaskChange; readonly detail: Record<string, unknown> }
type Rule = (task: TaskState, body: TaskActBody, by: { actor: TaskActor; to: Assignee | null }) => Outcome;
const nobody = (to: Assignee | null): Refusal[] => when(to === null, { ...refuse('OFFICER_UNKNOWN', 'There is no such officer. Choose one from the list.'), field: 'officerId' });

const OUTCOMES: Readonly<Record<TaskAct, Rule>> = {
  claim: (task, _, { actor, to }) => ({ refusals: [...taken(task, actor), ...conflicted(task, to)], change: { assigneeId: actor.id }, detail: {} }),
  release: (task, _, { actor }) => ({ refusals: notYours(task, actor), change: { assigneeId: '' }, detail: {} }),
  assign: (task, _, { actor, to }) => ({ refusals: [...taken(task, actor), ...nobody(to), ...conflicted(task, to)], change: { assigneeId: to?.id ?? '' }, detail: { to: to?.shortName } }),
  reassign: (task, body, { to }) => ({ refusals: [...nobody(to), ...conflicted(task, to)], change: { assigneeId: to?.id ?? '' }, detail: { from: task.assigneeName, to: to?.shortName, reason: body.reason } }),
  hold: (_, body) => ({ refusals: [], change: { holdReason: body.reason ?? '', heldUntil: body.until ?? null }, detail: { reason: body.reason, until: body.until ?? null } }),
  resume: (task) => ({ refusals: when(task.holdReason === '', refuse('NOT_HELD', 'This task is not on hold.')), change: { holdReason: '', heldUntil: null }, detail: {} }),
  note: (_, body) => ({ refusals: [], change: {}, detail: { text: body.text } }),
};
