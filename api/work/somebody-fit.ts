import { EXERCISED_BY } from '#domain/shared/effective-rank';
import { POSTS, RANKS } from '#domain/shared/posts';
import type { Instant } from '#domain/shared/time';
import { answering, belongsToTeam } from '#domain/work/task/eligibility';

/** When the post `p` is held: its holder is on duty. */
export const ON_DUTY = 'p.from_at <= :now and (p.to_at is null or p.to_at > :now) and (p.withdrawn_at is null or p.withdrawn_at > :now)';
const IN_TEAM = 'm.team_id = t.team_id and m.from_at <= :now and (m.to_at is null or m.to_at > :now)';

/** The rank that may be exercised now: `effectiveRank` as SQL, by its own table (PACE s.107). */
const RANK = `coalesce((select case when array_position(:ranks::text[], a.giver_rank) >= array_position(:ranks::text[], :exercised::jsonb -> a.rank ->> 'giver') and r.rank = :exercised::jsonb -> a.rank ->> 'holder' then a.rank else r.rank end
  from force.officer_rank r left join lateral (select a.rank, a.giver_rank from force.acting_rank a where a.officer_id = r.officer_id and a.from_at <= :now and :now < a.to_at order by a.from_at desc limit 1) a on true
  where r.officer_id = p.officer_id and r.from_at <= :now and (r.to_at is null or :now < r.to_at) order by r.from_at desc limit 1), 'constable')`;

/** Holder of a post who is on duty and lacks nothing that the task needs of them but the place: `lacks` as SQL, by its own tables. */
const FITS = `${ON_DUTY} and (:answering::jsonb -> t.queue) @> to_jsonb(p.post) and (t.min_rank = '' or array_position(:ranks::text[], ${RANK}) >= array_position(:ranks::text[], t.min_rank))
  and not (t.independent and exists (select 1 from force.team_member m where m.officer_id = p.officer_id and ${IN_TEAM}))`;

/** True where nobody on duty could take the task `t`, at its station or in its team. */
export const NOBODY_FITS = `(case when t.queue = any (:ofStations) then not exists (select 1 from force.post_held p where p.station_id = t.station_id and ${FITS})
  else not exists (select 1 from force.team_member m join force.post_held p on p.officer_id = m.officer_id where ${IN_TEAM} and ${FITS}) end)`;

/** The domain's own tables, for what is asked by them here. */
export const fitting = (now: Instant) => ({
  now, ranks: [...RANKS], exercised: JSON.stringify(EXERCISED_BY), answering: JSON.stringify(Object.fromEntries(POSTS.map((post) => [post, answering(post)]))), ofStations: POSTS.filter((p) => !belongsToTeam(p)),
});
