import type { Knex } from 'knex';
import type { z } from 'zod/mini';
import { may } from '#domain/shared/policy/policy';
import { elapsed, HOUR, type Instant } from '#domain/shared/time';
import { urgency } from '#domain/shared/urgency';
import type { Work } from '#platform/database';
import { whereAllowed } from '#platform/policy-sql';
import type { Asked } from '../shared/route.ts';
import type { SignedIn } from '../shared/caller.ts';
import type { taskSchema } from './schemas.ts';

export type Task = z.infer<typeof taskSchema>;

export interface TaskRow {
  readonly id: string; readonly revision: number; readonly type: string; readonly title: string; readonly record_kind: string; readonly record_id: string; readonly record_title: string; readonly station_id: string; readonly team_id: string; readonly restricted: boolean;
  readonly due_at: Instant | null; readonly opens_at: Instant; readonly asap: boolean; readonly law: string; readonly why: Task['why']; readonly queue: string; readonly act: string; readonly waiting_on: string; readonly step: string; readonly step_outcome: string; readonly status: 'open' | 'closed';
  readonly assignee_id: string; readonly assignee_name: string | null; readonly on_duty: boolean | null; readonly off_at: Instant | null; readonly held_until: Instant | null; readonly hold_reason: string; readonly looked_at: Instant | null; readonly independent: boolean; readonly reviewers: number;
}

const CLOSES: Readonly<Record<string, string>> = {
  review: 'when the review is recorded', visit: 'when the visit is recorded', authorityToDetain: 'when they are charged or released, or move with the authority', detentionDecision: 'when detention is authorised or refused', listWarrantHearing: 'when the court has listed the hearing',
};

/** Tasks the caller may see with their owner's duty, as one query; `restrict` narrows it. */
export function tasksQuery({ trx, now }: Work, who: SignedIn, restrict: (q: Knex.QueryBuilder) => void): Promise<TaskRow[]> {
  const visible = whereAllowed(trx('work.task').select('*'), who.rules, 'read', 'Task').where({ status: 'open' }).modify(restrict);
  return trx.with('visible', visible as never).from('visible as t').leftJoin('force.officer as o', (j) => { j.on(trx.raw('o.id::text = t.assignee_id')); }).select('t.*', 'o.short_name as assignee_name',
    trx.raw(`(select exists (select 1 from force.post_held p where p.officer_id = t.assignee_id and p.from_at <= ? and (p.to_at is null or p.to_at > ?) and p.withdrawn_at is null)) as on_duty`, [now, now]),
    trx.raw(`(select max(p.to_at) from force.post_held p where p.officer_id = t.assignee_id and p.from_at <= ? and p.to_at > ?) as off_at`, [now, now]),
    trx.raw(`(select count(*)::int from force.post_held p where p.station_id = t.station_id and p.post = t.queue and p.from_at <= ? and (p.to_at is null or p.to_at > ?) and p.withdrawn_at is null) as reviewers`, [now, now]),
  ).orderByRaw('t.due_at nulls last, t.opens_at, t.id').limit(500) as unknown as Promise<TaskRow[]>;
}

const canOf = (row: TaskRow, who: SignedIn): Task['can'] => {
  const able = (action: string) => may(who.ability, action, 'Task', { stationId: row.station_id, teamId: row.team_id, restricted: row.restricted });
  const mine = row.assignee_id === who.officer.id;
  const free = row.assignee_id === '';
  return { claim: free && able('claim'), release: mine && able('release'), assign: (free || mine) && able('assign'), reassign: !free && able('reassign'), hold: row.hold_reason === '' && able('hold'), resume: row.hold_reason !== '' && able('resume'), note: able('note') };
};

const isSoon = (due: Instant | null, now: Instant): boolean => due !== null && due >= now && elapsed(now, due) <= 2 * HOUR;

/** Why it may come late although its time has not come: nobody to do it, or an owner off duty. */
function likelyLate(row: TaskRow, now: Instant): string | null {
  if (!isSoon(row.due_at, now)) return null;
  if (row.assignee_id === '') return row.reviewers === 0 && row.station_id !== '' ? 'nobody on duty holds the post it needs' : null;
  return row.on_duty === false ? `${row.assignee_name ?? 'Its owner'} is off duty` : null;
}

const ownerOf = (row: TaskRow): Task['owner'] => (row.assignee_id === '' ? null : { id: row.assignee_id, shortName: row.assignee_name ?? '', onDuty: row.on_duty === true, offAt: row.off_at });

function stateOf(row: TaskRow, { held, late }: { held: boolean; late: string | null }, now: Instant): Task['state'] {
  const face = row.due_at === null ? 'notDue' : urgency(row.type, row.due_at, now);
  if (face === 'overdue') return 'overdue';
  if (held) return 'held';
  if (late !== null) return 'likelyLate';
  return face === 'due' ? 'due' : 'notDue';
}

function attentionOf(row: TaskRow): Task['attention'] {
  if (row.waiting_on !== '') return 'waitingOn';
  return row.looked_at ? 'lookedAt' : 'untouched';
}

export function asTask(row: TaskRow, who: SignedIn, now: Instant): Task {
  const late = likelyLate(row, now);
  const held = row.hold_reason !== '' && (row.held_until === null || row.held_until > now);
  return {
    id: row.id, revision: row.revision, type: row.type, title: row.title, recordKind: row.record_kind, recordId: row.record_id, recordTitle: row.record_title, stationId: row.station_id, due: row.due_at, opens: row.opens_at, asap: row.asap, law: row.law, why: row.why,
    state: stateOf(row, { held, late }, now), likelyLateWhy: late, attention: held ? 'blocked' : attentionOf(row),
    waitingOn: row.waiting_on, stepOutcome: row.step_outcome, owner: ownerOf(row), queue: row.queue, act: row.act, closesWhen: `This task closes ${CLOSES[row.type] ?? 'when the act is recorded'}.`, heldUntil: row.held_until, holdReason: row.hold_reason, can: canOf(row, who),
  };
}

const GROUPS = ['overdue', 'due', 'likelyLate', 'notDue', 'held'] as const;

/** The inbox: one list filtered by owner, in groups by state, with the counts of every owner filter. */
export async function inbox({ query, who }: Asked, work: Work) {
  const rows = await tasksQuery(work, who, () => undefined);
  const all = rows.map((r) => ({ row: r, task: asTask(r, who, work.now) }));
  const posts = who.officer.posts.map((p) => p.post as string);
  const owners: Readonly<Record<string, (r: TaskRow) => boolean>> = { mine: (r) => r.assignee_id === who.officer.id, unowned: (r) => r.assignee_id === '', team: (r) => posts.includes(r.queue) || who.officer.teams.includes(r.team_id), all: () => true };
  const wanted = owners[query['owner'] ?? 'all'] ?? owners['all']!;
  const search = (query['search'] ?? '').toLowerCase();
  const shown = all.filter(({ row, task }) => wanted(row) && (!query['station'] || row.station_id === query['station']) && (!query['type'] || row.type === query['type']) && (!search || `${task.title} ${task.recordTitle}`.toLowerCase().includes(search)));
  work.audit.shows('Task', shown.map(({ row }) => row.id));
  const count = (name: string) => rows.filter(owners[name]!).length;
  return {
    now: work.now, counts: { mine: count('mine'), unowned: count('unowned'), team: count('team'), all: rows.length, overdue: all.filter(({ task }) => task.state === 'overdue').length },
    groups: GROUPS.map((state) => ({ state, tasks: shown.filter(({ task }) => task.state === state).map(({ task }) => task) })), types: [...new Set(rows.map((r) => r.type))].toSorted(),
  };
}
