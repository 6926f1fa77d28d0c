import type { Knex } from 'knex';

/**
 * The roster's facts about officers at one instant, as functions: their plans are kept for the connection, and every request asks them.
 * `officer_now` sets its claims itself, so that it is one statement in a transaction of its own.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create function force.officers_at(ids uuid[], as_of timestamptz) returns table (id uuid, name text, rank text, acting jsonb, posts jsonb, teams jsonb)
    language plpgsql stable as $$
    begin
      return query select o.id, o.name,
        (select r.rank from force.officer_rank r where r.officer_id = o.id::text and r.from_at <= as_of and (r.to_at is null or as_of < r.to_at) order by r.from_at desc limit 1),
        (select jsonb_build_object('rank', a.rank, 'giverId', a.giver_id, 'giverName', a.giver_name, 'giverRank', a.giver_rank, 'from', a.from_at, 'to', a.to_at, 'reason', a.reason)
           from force.acting_rank a where a.officer_id = o.id::text and a.from_at <= as_of and as_of < a.to_at order by a.from_at desc limit 1),
        (select jsonb_agg(jsonb_build_object('post', p.post, 'station_id', p.station_id, 'from_at', p.from_at, 'to_at', p.to_at, 'withdrawn_at', p.withdrawn_at))
           from force.post_held p where p.officer_id = o.id::text and p.from_at <= as_of and (p.to_at is null or p.to_at > as_of - interval '12 hours')),
        (select jsonb_agg(t.team_id) from force.team_member t where t.officer_id = o.id::text and t.from_at <= as_of and (t.to_at is null or as_of < t.to_at))
      from force.officer o where o.id = any (ids);
    end $$;
    create function force.officer_now(officer uuid, claims text) returns table (now_at timestamptz, id uuid, name text, rank text, acting jsonb, posts jsonb, teams jsonb)
    language plpgsql as $$
    begin
      perform set_config('peel.claims', claims, true);
      return query select platform.now(), o.* from force.officers_at(array[officer], platform.now()) o;
    end $$;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop function force.officer_now; drop function force.officers_at');
}
