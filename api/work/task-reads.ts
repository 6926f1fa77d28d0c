import type { z } from 'zod/mini';
import { isCaseOwn } from '#domain/work/task/case-task';
import { lacks, offAt, onDuty, type TaskNeeds } from '#domain/work/task/eligibility';
import { typeWords } from '#domain/work/task/task-types';
import type { OfficerAt } from '#domain/shared/actor';
import { may } from '#domain/shared/policy/policy';
import { clockTime } from '#domain/shared/local-time';
import type { PostName, Rank } from '#domain/shared/posts';
import type { Instant } from '#domain/shared/time';
import type { Work } from '#platform/database';
import { officersAt } from '#platform/facts/force';
import type { SignedIn } from '../shared/caller.ts';
import type { taskSchema } from './schemas.ts';
import { standing } from './task-standing.ts';

export type Task = z.infer<typeof taskSchema>;
type Owner = NonNullable<Task['owner']>;

export interface TaskRow {
  readonly id: string; readonly revision: number; readonly type: string; readonly title: string; readonly record_kind: string; readonly record_id: string; readonly record_title: string; readonly station_id: string; readonly team_id: string; readonly restricted: boolean;
  readonly due_at: Instant | null; readonly opens_at: Instant; readonly asap: boolean; readonly law: string; readonly why: Task['why']; readonly queue: PostName; readonly min_rank: Rank | ''; readonly act: string; readonly waiting_on: string; readonly step_outcome: string; readonly status: 'open' | 'closed'; readonly closed_why: string | null;
  readonly assignee_id: string; readonly assignee_name: string | null; readonly held: boolean; readonly held_until: Instant | null; readonly hold_reason: string; readonly looked_at: Instant | null; readonly looked_by: string; readonly independent: boolean; readonly state: string; readonly lacking: string;
}

export const needsOf = (row: TaskRow): TaskNeeds => ({ queue: row.queue, minRank: row.min_rank, independent: row.independent, stationId: row.station_id, teamId: row.team_id });

/** One task, open or closed, as the caller may see it. */
export async function taskRow(work: Work, who: SignedIn, id: string): Promise<TaskRow | null> {
  return ((await standing(work, who, (q) => { void q.where({ id }); }).select('*').first()) as TaskRow | undefined) ?? null;
}

/** In place of what is not theirs to read. */
export const FOR_CUSTODY = 'kept for custody staff';

/** Whether the caller may read what people wrote on the task: on custody's tasks it may tell of care. */
export const readsWords = (row: TaskRow, { ability }: SignedIn): boolean =>
  row.record_kind !== 'custody-record' || isCaseOwn(row.queue) || may(ability, 'readCare', 'CustodyRecord', { stationId: row.station_id, teamId: row.team_id, restricted: row.restricted });

const holdOf = (row: TaskRow, who: SignedIn): Pick<Task, 'heldUntil' | 'holdReason'> =>
  (row.held ? { heldUntil: row.held_until, holdReason: readsWords(row, who) ? row.hold_reason : FOR_CUSTODY } : { heldUntil: null, holdReason: '' });

function canOf(row: TaskRow, who: SignedIn, now: Instant): Task['can'] {
  const scope = { stationId: row.station_id, teamId: row.team_id, restricted: row.restricted };
  const able = (action: string, where: boolean) => where && row.status === 'open' && may(who.ability, action, 'Task', scope);
  const mine = row.assignee_id === who.officer.id;
  const free = row.assignee_id === '';
  const answersFor = free || mine || able('assign', true);
  return {
    claim: able('claim', free) && lacks(needsOf(row), who.officer, now).length === 0, release: able('release', mine), assign: able('assign', free || mine), reassign: able('reassign', !free && !mine),
    hold: able('hold', !row.held && answersFor), resume: able('resume', row.held && answersFor), note: able('note', true),
  };
}

function nobodyFor(queue: PostName): string {
  if (isCaseOwn(queue)) return 'nobody of the team is on duty';
  return queue === 'custodyInspector' ? 'no reviewer on duty' : 'nobody on duty holds the post it needs';
}

/** Why it may come late although its time has not come. */
function lateWords(row: TaskRow, owner: Owner | null): string | null {
  const name = owner?.shortName ?? 'Its owner';
  switch (row.lacking) {
    case 'ownerOff': return `${name} is off duty`;
    case 'ownerLeaves': return `${name} goes off at ${clockTime(owner?.offAt as Instant)}, before it is due`;
    case 'nobody': return nobodyFor(row.queue);
    default: return null;
  }
}

/** A duty, and what the owner lacks by now: posts and teams are dated facts, a task is given once. */
const ownerOf = (row: TaskRow, officer: OfficerAt | undefined, now: Instant): Owner | null => (officer ? {
  id: officer.id, shortName: officer.shortName, onDuty: onDuty(officer, now), offAt: offAt(officer, now), lacks: lacks(needsOf(row), officer, now).map((l) => `${officer.shortName} ${l}.`),
} : null);

function attentionOf(row: TaskRow): Task['attention'] {
  if (row.held) return 'held';
  if (row.waiting_on !== '') return 'waitingOn';
  return row.looked_at ? 'lookedAt' : 'untouched';
}

type People = Readonly<Record<string, OfficerAt>>;

function asTask(row: TaskRow, people: People, { who, now }: { readonly who: SignedIn; readonly now: Instant }): Task {
  const owner = ownerOf(row, people[row.assignee_id], now);
  const type = typeWords(row.type);
  return {
    id: row.id, revision: row.revision, type: row.type, title: row.title, recordKind: row.record_kind, recordId: row.record_id, recordTitle: row.record_title, stationId: row.station_id, due: row.due_at, opens: row.opens_at, asap: row.asap, law: row.law, why: row.why, state: row.state,
    likelyLateWhy: lateWords(row, owner), attention: attentionOf(row), waitingOn: row.waiting_on, stepOutcome: row.step_outcome, owner, lookedAt: row.looked_at, lookedBy: people[row.looked_by]?.shortName ?? '', queue: row.queue, act: type.choice ? '' : row.act, openWords: type.open,
    closesWhen: row.status === 'closed' ? `This task is closed: ${row.closed_why ?? 'it is no longer owed'}.` : `This task closes when ${type.closesWhen}.`, ...holdOf(row, who), can: canOf(row, who, now),
  };
}

/** Rows with their people as they stand now: one query for all of them. */
export async function asTasks(rows: readonly TaskRow[], who: SignedIn, { trx, now }: Work): Promise<Task[]> {
  const ids = [...new Set(rows.flatMap((r) => [r.assignee_id, r.looked_by]))].filter(Boolean);
  const people = await officersAt(trx, ids, now);
  return rows.map((row) => asTask(row, people, { who, now }));
}
