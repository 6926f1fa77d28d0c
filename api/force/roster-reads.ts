import * as z from 'zod/mini';
import { asKept, type Board } from '#domain/custody/custody-record/columns';
import { shiftStart, shiftStartSchema } from '#domain/custody/custody-record/shift-start';
import type { DutyRoster } from '#domain/force/duty-roster/duty-roster';
import { gapsIn } from '#domain/force/duty-roster/gaps';
import type { SuiteLine } from '#domain/shared/facts';
import { POST_WORDS, POSTS, RANK_WORDS, type PostName, type Rank } from '#domain/shared/posts';
import { plusHours, type Instant } from '#domain/shared/time';
import type { Work } from '#platform/database';
import { suiteLines } from '#platform/facts/custody';
import { whereAllowed } from '#platform/policy-sql';
import type { SignedIn } from '../shared/caller.ts';
import { absent } from '../shared/errors.ts';
import type { ViewMaker } from '../shared/views.ts';

export const stationSchema = z.object({ id: z.string(), name: z.string(), code: z.string(), area: z.string(), designated: z.boolean(), cells: z.array(z.string()) });
const holder = z.object({ officerId: z.string(), name: z.string(), post: z.string(), words: z.string(), from: z.string(), to: z.nullable(z.string()), now: z.boolean() });
const custodyPost = z.object({ officerId: z.string(), name: z.string(), from: z.string(), to: z.nullable(z.string()), handover: z.nullable(z.string()), fallbackReason: z.string() });
const acting = z.object({ officerId: z.string(), name: z.string(), rank: z.string(), rankWords: z.string(), giver: z.string(), giverRankWords: z.string(), from: z.string(), to: z.string(), reason: z.string(), inForce: z.boolean() });
export const rosterSchema = z.object({
  now: z.string(), version: z.number(), station: stationSchema, posts: z.array(holder), gaps: z.array(z.object({ post: z.string(), words: z.string(), from: z.string(), to: z.string() })),
  custodyPost: z.array(custodyPost), custodyPostTrouble: z.nullable(z.string()), acting: z.array(acting), shiftStart: z.nullable(shiftStartSchema),
});
type Roster = z.infer<typeof rosterSchema>;

export const stationColumns = ['station_id as id', 'name', 'code', 'area', 'designated', 'cells'];
const AHEAD = 24;
/** Changes of the custody officer's post that are shown: a week of two shifts a day. */
const HANDOVERS = 14;

/** What is handed over speaks of detainees: it is for whoever sees the station's custody, as the numbers are (policy.md). */
function seesStation(who: SignedIn, station: string): boolean {
  const grant = who.claims.grants['CustodyRecord'];
  return grant !== undefined && (grant.all || grant.stations.includes(station));
}

/** The roster as an act leaves it, without what was handed over where that is not for the reader. */
export const rosterView: ViewMaker = async ({ id, version, state }, who) => {
  const kept = state as DutyRoster;
  return { id, version, state: seesStation(who, id) ? kept : { ...kept, custodyPosts: kept.custodyPosts.map((p) => ({ ...p, handover: '' })) } };
};

/** One station's roster: who holds which post now and in the next 24 hours, where nobody does, and what a shift that begins takes over. */
export async function roster(id: string, who: SignedIn, work: Work): Promise<Roster> {
  const { trx, now } = work;
  const record = (await trx('force.duty_roster').select('version').where({ id }).first()) as { version: number } | undefined;
  const station = (await trx('force.station').select(stationColumns).where({ station_id: id }).first()) as Roster['station'] | undefined;
  if (!station) throw absent();
  const posts = await postsAround(work, id);
  const custodyPosts = (await custodyPostOf(work, id)).map((p) => (seesStation(who, id) ? p : { ...p, handover: null }));
  return {
    now, version: record?.version ?? 0, station, posts, custodyPost: custodyPosts, custodyPostTrouble: station.designated ? troubleOf(posts, custodyPosts[0]) : null,
    gaps: station.designated ? gapsIn(posts as (Roster['posts'][number] & { post: PostName; from: Instant; to: Instant | null })[], { from: now, to: plusHours(now, AHEAD) }) : [],
    acting: await actingHere(work, posts.map((p) => p.officerId)), shiftStart: await shiftStartOf(work, who, station),
  };
}

const withOfficer = ({ trx }: Work, table: string) => trx(table).join('force.officer as o', (j) => { j.on(trx.raw('o.id::text = officer_id')); });

async function postsAround(work: Work, id: string): Promise<Roster['posts']> {
  const { now } = work;
  const rows = (await withOfficer(work, 'force.post_held as p').select('p.officer_id as officerId', 'o.short_name as name', 'p.post', 'p.from_at as from', 'p.to_at as to').where({ 'p.station_id': id }).whereNull('p.withdrawn_at')
    .where('p.from_at', '<', plusHours(now, AHEAD)).where((q) => { q.whereNull('p.to_at').orWhere('p.to_at', '>', now); }).orderBy(['p.from_at', 'o.short_name'])) as { officerId: string; name: string; post: PostName; from: string; to: string | null }[];
  return rows.map((p) => ({ ...p, words: POST_WORDS[p.post], now: p.from <= now })).toSorted((a, b) => Number(b.now) - Number(a.now) || (a.now ? 0 : a.from.localeCompare(b.from)) || POSTS.indexOf(a.post) - POSTS.indexOf(b.post));
}

const custodyPostOf = (work: Work, id: string): Promise<Roster['custodyPost']> => withOfficer(work, 'force.custody_post as c')
  .select('c.officer_id as officerId', 'o.short_name as name', 'c.from_at as from', 'c.to_at as to', 'c.handover', 'c.fallback_reason as fallbackReason').where({ 'c.station_id': id }).orderBy([{ column: 'c.from_at', order: 'desc' }, { column: 'c.to_at', order: 'desc', nulls: 'first' }]).limit(HANDOVERS) as unknown as Promise<Roster['custodyPost']>;

/** CUS-10: a post nobody took, or one whose holder's shift is over, is told before it is found out by a refusal. */
function troubleOf(posts: Roster['posts'], last: Roster['custodyPost'][number] | undefined): string | null {
  if (!last || last.to !== null) return 'Nobody holds the custody officer’s post. A sergeant rostered here takes it over.';
  const rostered = posts.some((p) => p.officerId === last.officerId && p.post === 'custodySergeant' && p.now);
  if (rostered) return null;
  return last.fallbackReason ? `${last.name} is not rostered as custody sergeant: ${last.fallbackReason}` : `${last.name} is no longer rostered as custody sergeant, and nobody has taken over.`;
}

async function actingHere(work: Work, officers: readonly string[]): Promise<Roster['acting']> {
  const { now } = work;
  const rows = (await withOfficer(work, 'force.acting_rank as a').select('a.officer_id as officerId', 'o.short_name as name', 'a.rank', 'a.giver_name as giver', 'a.giver_rank as giverRank', 'a.from_at as from', 'a.to_at as to', 'a.reason')
    .whereIn('a.officer_id', [...officers]).where('a.to_at', '>', now).orderBy('a.from_at')) as { officerId: string; name: string; rank: Rank; giver: string; giverRank: Rank; from: string; to: string; reason: string }[];
  return rows.map(({ giverRank, ...a }) => ({ ...a, rankWords: RANK_WORDS[a.rank], giverRankWords: RANK_WORDS[giverRank], inForce: a.from <= now }));
}

/** The numbers a shift begins with; only for those whose post sees the whole station. */
async function shiftStartOf({ trx, now }: Work, who: SignedIn, station: Roster['station']): Promise<Roster['shiftStart']> {
  if (!seesStation(who, station.id)) return null;
  const lines = (await suiteLines(trx, station.id, (all) => whereAllowed(all, who.rules, 'read', 'CustodyRecord'))) as SuiteLine<Board>[];
  return shiftStart(lines.map((l) => ({ ...l, board: asKept(l.board) })), station.cells.length, now);
}
