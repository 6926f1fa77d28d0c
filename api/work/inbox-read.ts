import * as z from 'zod/mini';
import type { Knex } from 'knex';
import { localDate } from '#domain/shared/local-time';
import { plusHours, type Instant } from '#domain/shared/time';
import { typeWords } from '#domain/work/task/task-types';
import type { Work } from '#platform/database';
import { inCustody } from '#platform/facts/custody';
import { anywhere } from '#platform/likeness';
import type { Asked } from '../shared/route.ts';
import type { SignedIn } from '../shared/caller.ts';
import { taskSchema } from './schemas.ts';
import { ownerClause, standing, type OwnerFilter } from './task-standing.ts';
import { asTasks, type TaskRow } from './task-reads.ts';
import { teamName } from './team-name.ts';

/** Rows shown of one group; the count beside its heading is of all. */
const SHOWN = 100;
const STATES = ['overdue', 'due', 'likelyLate', 'held', 'notDue'] as const;
const OWNERS = ['mine', 'unowned', 'team', 'all'] as const;
const yes = z.optional(z.literal('yes', 'Say yes, or leave it out.'));

/** Sent as a body: people are searched for by name, and a name stays out of addresses. */
export const inboxQuery = z.object({
  owner: z.optional(z.enum(OWNERS, 'Choose mine, unowned, team or all.')), due: z.optional(z.enum(['hour', 'today'], 'Choose hour or today.')), type: z.optional(z.string().check(z.maxLength(60, 'There is no such type.'))), station: z.optional(z.string().check(z.maxLength(60, 'There is no such station.'))),
  held: yes, off: yes, later: yes, search: z.optional(z.string().check(z.maxLength(100, 'Search for fewer words.'))),
});
type Query = z.infer<typeof inboxQuery>;

const choice = z.object({ value: z.string(), words: z.string() });
export const inboxSchema = z.object({
  now: z.string(), team: z.string(), owner: z.string(), counts: z.object({ mine: z.number(), unowned: z.number(), team: z.number(), all: z.number() }),
  groups: z.array(z.object({ state: z.string(), count: z.number(), tasks: z.array(taskSchema) })), types: z.array(choice), stations: z.array(choice), changesAt: z.nullable(z.string()), next: z.nullable(z.object({ title: z.string(), recordTitle: z.string(), due: z.nullable(z.string()) })),
});

const midnightAfter = (now: Instant): string => `${localDate(now)} 24:00`;

/** What is owed already (no hour of its own) is due within any window. */
function dueBy(q: Knex.QueryBuilder, window: Query['due'], now: Instant): void {
  if (window === 'hour') void q.where((one) => { void one.where('due_at', '<=', plusHours(now, 1)).orWhere({ state: 'due' }); });
  if (window === 'today') void q.where((one) => { void one.whereRaw("due_at < ?::timestamp at time zone 'Europe/London'", [midnightAfter(now)]).orWhere({ state: 'due' }); });
}

/** Every filter but the owner's, so that each owner's count is right under the others. */
function narrow(q: Knex.QueryBuilder, query: Query, { trx, now }: Work): void {
  dueBy(q, query.due, now);
  if (query.type) void q.where({ type: query.type });
  if (query.station) void q.where({ station_id: query.station });
  if (query.off) void q.where({ owner_off: true });
  if (query.held) void q.whereIn('record_id', inCustody(trx));
  for (const word of (query.search ?? '').split(/\s+/).filter(Boolean)) void q.whereRaw("title || ' ' || record_title || ' ' || coalesce(assignee_name, '') ilike ?", [anywhere(word)]);
}

interface Counted { readonly mine: number; readonly unowned: number; readonly team: number; readonly all: number; readonly changes_at: Instant | null; readonly states: Readonly<Record<string, number>> }
interface Asking { readonly query: Query; readonly owner: OwnerFilter; readonly who: SignedIn }

/** Counts of every owner and of every group, and when the next task changes its group by time alone. */
async function counted({ query, owner, who }: Asking, work: Work): Promise<Counted> {
  const { trx, now } = work;
  const all = standing(work, who, open).modify((q) => { narrow(q, query, work); });
  const of = (name: OwnerFilter): Knex.QueryBuilder => (trx.from('narrowed') as Knex.QueryBuilder).modify(ownerClause(name, who, now));
  const groups = of(owner).select('state', trx.raw('count(*)::int as n')).groupBy('state').as('g');
  const columns = [
    ...OWNERS.map((name) => of(name).select(trx.raw('count(*)::int')).as(name)), trx.from(groups as never).select(trx.raw("coalesce(jsonb_object_agg(state, n), '{}')")).as('states'),
    of('all').select(trx.raw("min(case when due_at >= ? then case when tagged_until < due_at then due_at - (tagged_until - ?::timestamptz) else due_at + interval '1 millisecond' end end)", [now, now])).as('changes_at'),
  ] as unknown as Knex.Raw[];
  return (await trx.with('narrowed', all.select('*') as never).select(columns).first()) as Counted;
}

const open = (q: Knex.QueryBuilder): void => { void q.where({ status: 'open' }); };

/** The rows of the groups, soonest first, no more than a page of each; of the folded group only the first, which comes next. */
async function rowsOf({ query, owner, who }: Asking, work: Work): Promise<TaskRow[]> {
  const cut = standing(work, who, open).modify((q) => { narrow(q, query, work); ownerClause(owner, who, work.now)(q); })
    .select('*', work.trx.raw('row_number() over (partition by state order by coalesce(due_at, opens_at), id) as place')).as('cut');
  return (await work.trx.from(cut as never).whereRaw("place <= case when state = 'notDue' then ?::int else ?::int end", [query.later === 'yes' ? SHOWN : 1, SHOWN]).orderBy('place')) as TaskRow[];
}

async function choices(who: SignedIn, work: Work): Promise<{ types: z.infer<typeof choice>[]; stations: z.infer<typeof choice>[] }> {
  const row = (await standing(work, who, open).select(work.trx.raw("coalesce(array_agg(distinct type), '{}') as types, coalesce(array_agg(distinct station_id), '{}') as stations")).first()) as { types: string[]; stations: string[] };
  const named = (await work.trx('force.station').select('station_id as value', 'name as words').whereIn('station_id', row.stations).orderBy('name')) as z.infer<typeof choice>[];
  return { types: row.types.map((value) => ({ value, words: typeWords(value).words })).toSorted((a, b) => a.words.localeCompare(b.words)), stations: named };
}

/** The inbox: one list filtered by owner, in groups by how each task stands; narrowed, counted and cut by the database. */
export async function inbox({ body, who }: Asked, work: Work): Promise<z.infer<typeof inboxSchema>> {
  const query = body as Query;
  const asking: Asking = { query, owner: query.owner ?? 'team', who };
  const { states, changes_at: changesAt, ...counts } = await counted(asking, work);
  const rows = await rowsOf(asking, work);
  work.audit.shows('Task', rows.flatMap((r) => [r.id, r.record_id]));
  const tasks = await asTasks(rows, who, work);
  const next = tasks.find((t) => t.state === 'notDue') ?? null;
  const shown = query.later === 'yes' ? tasks : tasks.filter((t) => t !== next);
  return {
    now: work.now, team: await teamName(who, work), owner: asking.owner, counts, changesAt, next: next && { title: next.title, recordTitle: next.recordTitle, due: next.due }, ...(await choices(who, work)),
    groups: STATES.map((state) => ({ state, count: states[state] ?? 0, tasks: shown.filter((t) => t.state === state) })),
  };
}
