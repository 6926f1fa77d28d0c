import type { TaskAct, TaskChange } from '#domain/work/task/task-acts';
import type { OfficerAt } from '#domain/shared/actor';
import type { TaskRow } from './task-reads.ts';

interface Notice { readonly officerId: string; readonly title: string }

const SAID: Partial<Record<TaskAct, string>> = { hold: 'put your task on hold', resume: 'took your task off hold', note: 'wrote a note on your task' };

/** Who is told of an act on a task: who gets it, who loses it, and whose it is when another touches it. No title names a detainee: the reader adds that, who must still be allowed to know. */
export function noticesOf(act: TaskAct, { row, change, by }: { readonly row: TaskRow; readonly change: TaskChange; readonly by: OfficerAt }): Notice[] {
  const before = row.assignee_id;
  const after = change.assigneeId ?? before;
  const told = (officerId: string, said: string): Notice[] => (officerId === '' || officerId === by.id ? [] : [{ officerId, title: `${by.shortName} ${said}: ${row.title}` }]);
  if (after !== before) return [...told(after, 'gave you'), ...told(before, 'gave to another')];
  return SAID[act] ? told(before, SAID[act]) : [];
}
