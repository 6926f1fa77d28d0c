import type { Knex } from 'knex';
import type { OfficerAt, PostHeld } from '#domain/shared/actor';
import type { StationFact, TeamFact } from '#domain/shared/facts';
import { shortName, type PostName, type Rank } from '#domain/shared/posts';
import type { Instant } from '#domain/shared/time';
import { alone, SYSTEM_CLAIMS, type Database } from '../database.ts';

interface OfficerRow { readonly id: string; readonly name: string; readonly rank: Rank | null; readonly acting: OfficerAt['acting']; readonly posts: readonly PostRow[] | null; readonly teams: readonly string[] | null }
interface PostRow { readonly post: PostName; readonly station_id: string; readonly from_at: string; readonly to_at: string | null; readonly withdrawn_at: string | null }

const OFFICER = 'id, name, rank, acting, posts, teams';

const iso = (text: string | null): Instant | null => (text === null ? null : (new Date(text).toISOString() as Instant));

const asPost = (row: PostRow): PostHeld => ({ post: row.post, stations: row.station_id === '' ? [] : [row.station_id], from: iso(row.from_at)!, to: iso(row.to_at), withdrawnAt: iso(row.withdrawn_at) });

const asOfficer = (row: OfficerRow): OfficerAt => {
  const rank = row.rank ?? 'constable';
  const acting = row.acting ? { ...row.acting, from: iso(row.acting.from)!, to: iso(row.acting.to)! } : null;
  return { id: row.id, name: row.name, shortName: shortName(rank, row.name, (row.teams ?? []).length > 0), rank, acting, posts: (row.posts ?? []).map(asPost), teams: row.teams ?? [] };
};

/**
 * Officers as they stood at one instant: rank, acting rank, teams then, and the posts of a day before and after it (a post ended
 * by the clock still permits entering what happened inside it). One query.
 */
export async function officersAt(trx: Knex, ids: readonly string[], at: Instant): Promise<Record<string, OfficerAt>> {
  if (ids.length === 0) return {};
  const { rows } = (await trx.raw(`select ${OFFICER} from force.officers_at(?, ?)`, [[...ids], at] as never)) as { rows: OfficerRow[] };
  return Object.fromEntries(rows.map((r) => [r.id, asOfficer(r)]));
}

/** The officer who asks, as the roster has them now, and the time it is: of every request, so one statement that sets its own claims. */
export async function officerNow(db: Database, id: string): Promise<{ officer: OfficerAt; now: Instant } | null> {
  const [row] = await alone<OfficerRow & { now_at: Instant }>(db, `select now_at, ${OFFICER} from force.officer_now(?, ?)`, [id, JSON.stringify(SYSTEM_CLAIMS)]);
  return row ? { officer: asOfficer(row), now: row.now_at } : null;
}

/** Stations by id; officers' headquarters is none. */
export async function stationsById(trx: Knex, ids: readonly string[]): Promise<Record<string, StationFact>> {
  if (ids.length === 0) return {};
  const rows = (await trx('force.station').whereIn('station_id', [...ids])) as { station_id: string; name: string; code: string; area: string; designated: boolean; cells: string[] }[];
  return Object.fromEntries(rows.map((r) => [r.station_id, { id: r.station_id, name: r.name, code: r.code, area: r.area, designated: r.designated, cells: r.cells }]));
}

const teams = (trx: Knex) => trx('force.team_member').select('team_id as id').max('team_name as name').groupBy('team_id').orderBy('name');

/** Teams by id: a team is who was ever in it. What happened in a shift when nobody was is entered all the same; who is barred goes by the officers' own teams. */
export async function teamsById(trx: Knex, ids: readonly string[]): Promise<Record<string, TeamFact>> {
  if (ids.length === 0) return {};
  return Object.fromEntries(((await teams(trx).whereIn('team_id', [...ids])) as TeamFact[]).map((t) => [t.id, t]));
}

/** Every team that somebody is in at that instant, by name. */
export const allTeams = async (trx: Knex, at: Instant): Promise<TeamFact[]> =>
  (await teams(trx).where('from_at', '<=', at).andWhere((q) => { q.whereNull('to_at').orWhere('to_at', '>', at); })) as TeamFact[];

/** Who held the custody officer's post at a station at that instant, as they stood then; null where nobody did (CUS-10). */
export async function custodyOfficerAt(trx: Knex, stationId: string, at: Instant): Promise<OfficerAt | null> {
  const { rows } = (await trx.raw(
    `select ${OFFICER} from force.officers_at(array(select p.officer_id::uuid from force.custody_post p
       where p.station_id = :stationId and p.from_at <= :at and (p.to_at is null or p.to_at > :at) order by p.from_at desc limit 1), :at)`, { stationId, at },
  )) as { rows: OfficerRow[] };
  return rows[0] ? asOfficer(rows[0]) : null;
}
