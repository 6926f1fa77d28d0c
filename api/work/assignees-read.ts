import * as z from 'zod/mini';
import { answering, belongsToTeam, lacks, offAt, offDutyWarning, onDuty } from '#domain/work/task/eligibility';
import type { OfficerAt } from '#domain/shared/actor';
import type { Work } from '#platform/database';
import { officersAt } from '#platform/facts/force';
import { idOf } from '../shared/act-routes.ts';
import { absent } from '../shared/errors.ts';
import type { Asked } from '../shared/route.ts';
import { needsOf, taskRow, type TaskRow } from './task-reads.ts';

export const assigneesSchema = z.object({ officers: z.array(z.object({ id: z.string(), shortName: z.string(), onDuty: z.boolean(), offAt: z.nullable(z.string()), holding: z.number(), lacks: z.array(z.string()), warning: z.nullable(z.string()) })) });
type Assignee = z.infer<typeof assigneesSchema>['officers'][number];

/** Who holds the task's post, or may stand in for it, around now: on duty first, then by how much they hold; what one lacks is said, not hidden. */
export async function assignees(asked: Asked, work: Work): Promise<z.infer<typeof assigneesSchema>> {
  const row = await taskRow(work, asked.who, idOf(asked));
  if (!row) throw absent();
  work.audit.shows('Task', [row.id, row.record_id]);
  const officers = Object.values(await officersAt(work.trx, await candidates(row, work), work.now));
  const holding = (await work.trx('work.task').select('assignee_id as id', work.trx.raw('count(*)::int as n')).where({ status: 'open' }).whereIn('assignee_id', officers.map((o) => o.id)).groupBy('assignee_id')) as { id: string; n: number }[];
  const held = new Map(holding.map((h) => [h.id, h.n]));
  const ofTheQueue = (id: string) => officers.some((o) => o.id === id && o.posts.some((p) => p.post === row.queue));
  return { officers: officers.filter((o) => o.id !== row.assignee_id).map((o) => asAssignee(o, row, { work, held })).filter((a) => a.lacks.length === 0 || ofTheQueue(a.id)).toSorted(bestFirst) };
}

async function candidates(row: TaskRow, { trx, now }: Work): Promise<string[]> {
  const rows = (await trx('force.post_held as p').distinct('p.officer_id as id').whereIn('p.post', [...answering(row.queue)]).where('p.from_at', '<=', now).whereRaw("(p.to_at is null or p.to_at > ?::timestamptz - interval '12 hours') and (p.withdrawn_at is null or p.withdrawn_at > ?)", [now, now])
    .modify((q) => { if (belongsToTeam(row.queue)) void q.join('force.team_member as m', 'm.officer_id', 'p.officer_id').where('m.team_id', row.team_id); else void q.where('p.station_id', row.station_id); })) as { id: string }[];
  return rows.map((r) => r.id);
}

const asAssignee = (o: OfficerAt, row: TaskRow, { work, held }: { readonly work: Work; readonly held: ReadonlyMap<string, number> }): Assignee => ({
  id: o.id, shortName: o.shortName, onDuty: onDuty(o, work.now), offAt: offAt(o, work.now), holding: held.get(o.id) ?? 0, lacks: lacks(needsOf(row), o, work.now), warning: offDutyWarning(o, work.now),
});

const worth = (a: Assignee): number => (a.lacks.length > 0 ? 2 : a.onDuty ? 0 : 1);
const bestFirst = (a: Assignee, b: Assignee): number => worth(a) - worth(b) || a.holding - b.holding || a.shortName.localeCompare(b.shortName);
