import type { Knex } from 'knex';

/** Schemas, the caller's claims, the platform's clock, the outbox and holds. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create schema platform; create schema audit; create schema work; create schema reference;
    create extension if not exists pg_trgm with schema public;

    -- The caller's claims, set for one transaction by withActor. A pooled connection later answers '', hence nullif.
    create function platform.claims() returns jsonb language sql stable parallel safe
      as $$ select nullif(current_setting('peel.claims', true), '')::jsonb $$;
    create function platform.is_system() returns boolean language sql stable parallel safe
      as $$ select coalesce((platform.claims() ->> 'system')::boolean, false) $$;
    create function platform.grant_all(subject text) returns boolean language sql stable parallel safe
      as $$ select coalesce((platform.claims() #>> array['grants', subject, 'all'])::boolean, false) $$;
    create function platform.grant_restricted(subject text) returns boolean language sql stable parallel safe
      as $$ select coalesce((platform.claims() #>> array['grants', subject, 'restricted'])::boolean, false) $$;
    create function platform.grant_list(subject text, list text) returns text[] language sql stable parallel safe
      as $$ select coalesce(array(select jsonb_array_elements_text(platform.claims() #> array['grants', subject, list])), '{}') $$;

    -- Time. In training the clock stands still while Peel is stopped: it counts only up to 15 s past the last heartbeat.
    create table platform.clock (
      one boolean constraint clock_pk primary key default true constraint clock_one check (one),
      training boolean not null, running boolean not null,
      base_at timestamptz not null, base_wall timestamptz not null, heartbeat_at timestamptz not null);
    insert into platform.clock values (true, false, true, clock_timestamp(), clock_timestamp(), clock_timestamp());
    create function platform.now() returns timestamptz language sql volatile as $$
      select date_trunc('milliseconds', case
        when not training then clock_timestamp()
        when not running then base_at
        else base_at + greatest(interval '0', least(clock_timestamp(), heartbeat_at + interval '15 seconds') - base_wall) end)
      from platform.clock $$;
    create function platform.heartbeat() returns void language sql volatile as $$
      update platform.clock set
        base_at = case when clock_timestamp() > heartbeat_at + interval '15 seconds' then platform.now() else base_at end,
        base_wall = case when clock_timestamp() > heartbeat_at + interval '15 seconds' then clock_timestamp() else base_wall end,
        heartbeat_at = clock_timestamp()
      where training $$;

    create table platform.outbox (
      record_kind text not null, record_id uuid not null,
      ring bigint not null default 1, tries integer not null default 0,
      rung_at timestamptz not null default clock_timestamp(), next_try_at timestamptz not null default clock_timestamp(),
      leased_until timestamptz, last_error text,
      constraint outbox_pk primary key (record_kind, record_id));
    create index outbox_next_try on platform.outbox (next_try_at);

    create table platform.hold (
      id uuid constraint hold_pk primary key, what text not null, reason text not null, held_by text not null,
      held_at timestamptz not null default clock_timestamp(), until_wall timestamptz not null, released_at timestamptz);
    create index hold_open on platform.hold (until_wall) where released_at is null;

    create table platform.process_state (
      name text constraint process_state_pk primary key, seen_at timestamptz not null default clock_timestamp(), detail jsonb not null default '{}');

    create table platform.session (
      sid text constraint session_pk primary key, sess jsonb not null, expire timestamptz not null);
    create index session_expire on platform.session (expire);

    create table platform.defect (
      id bigint generated always as identity constraint defect_pk primary key, at timestamptz not null default clock_timestamp(),
      found_by text not null, record_kind text not null, record_id uuid not null, what text not null, detail jsonb not null default '{}');

    create table audit.event (
      id bigint generated always as identity constraint event_pk primary key,
      at timestamptz not null default clock_timestamp(), platform_at timestamptz not null,
      actor text not null, actor_name text not null, on_behalf_of text, session_id text, request_id text not null,
      verb text not null, subject_type text not null, subject_ids text[] not null default '{}',
      purpose text not null, outcome text not null, detail jsonb not null default '{}');
    create index event_at on audit.event (at);
    create index event_actor on audit.event (actor, at);
    create index event_subjects on audit.event using gin (subject_ids);

    -- Three tables a record: its row, the commands it accepted, its events. Scope columns are never null (policy.md).
    create procedure platform.create_record_tables(schema_name text, record text, subject text) language plpgsql as $$
    declare tbl text := format('%I.%I', schema_name, record); cmd text := format('%I.%I', schema_name, record || '_command'); evt text := format('%I.%I', schema_name, record || '_event');
    begin
      execute format('create table %s (id uuid constraint %I primary key, version integer not null, shape integer not null, status text not null,
        station_id text not null default '''', team_id text not null default '''', restricted boolean not null default false, title text not null default '''',
        next_wake timestamptz, open_tasks integer not null default 0, ended boolean not null default false,
        created_at timestamptz not null, changed_at timestamptz not null, last_occurred_at timestamptz not null, state jsonb not null)', tbl, record || '_pk');
      execute format('create index %I on %s (next_wake) where next_wake is not null', record || '_next_wake', tbl);
      execute format('create index %I on %s (station_id)', record || '_station', tbl);
      execute format('create table %s (id uuid constraint %I primary key, record_id uuid not null constraint %I references %s, body_hash text not null, version integer not null, act text not null, body jsonb not null, at timestamptz not null default clock_timestamp())',
        cmd, record || '_command_pk', record || '_command_record_fk', tbl);
      execute format('create index %I on %s (record_id)', record || '_command_record', cmd);
      execute format('create table %s (record_id uuid not null constraint %I references %s, version integer not null, n integer not null, type text not null, data jsonb not null,
        actor text not null, actor_name text not null, occurred_at timestamptz not null, recorded_at timestamptz not null, received_at timestamptz,
        constraint %I primary key (record_id, version, n))', evt, record || '_event_record_fk', tbl, record || '_event_pk');
      execute format('alter table %s enable row level security', tbl);
      execute format('alter table %s enable row level security', cmd);
      execute format('alter table %s enable row level security', evt);
      execute format('create policy seen on %s for select using ((select platform.is_system()) or (
        ((select platform.grant_all(%L)) or station_id = any ((select platform.grant_list(%L, ''stations''))::text[]) or team_id = any ((select platform.grant_list(%L, ''teams''))::text[]))
        and (not restricted or (select platform.grant_restricted(%L)))))', tbl, subject, subject, subject, subject);
      -- A row is locked under the actor's claims, so that who may not see it cannot hold it.
      execute format('create policy locked on %s for update using ((select platform.is_system()) or (
        ((select platform.grant_all(%L)) or station_id = any ((select platform.grant_list(%L, ''stations''))::text[]) or team_id = any ((select platform.grant_list(%L, ''teams''))::text[]))
        and (not restricted or (select platform.grant_restricted(%L))))) with check ((select platform.is_system()))', tbl, subject, subject, subject, subject);
      execute format('create policy written on %s for insert with check ((select platform.is_system()))', tbl);
      execute format('create policy seen on %s for select using (exists (select 1 from %s r where r.id = record_id))', cmd, tbl);
      execute format('create policy written on %s for insert with check ((select platform.is_system()))', cmd);
      execute format('create policy seen on %s for select using (exists (select 1 from %s r where r.id = record_id))', evt, tbl);
      execute format('create policy written on %s for insert with check ((select platform.is_system()))', evt);
      execute format('grant select, insert on %s, %s to peel_app, peel_engine, peel_watchdog', cmd, evt);
      execute format('grant select, insert, update on %s to peel_app, peel_engine, peel_watchdog', tbl);
      execute format('grant usage on schema %I to peel_app, peel_engine, peel_watchdog', schema_name);
    end $$;

    grant usage on schema platform, audit, work, reference to peel_app, peel_engine, peel_relay, peel_watchdog;
    grant select, update on platform.clock to peel_app, peel_engine, peel_relay, peel_watchdog;
    grant select, insert, update on platform.outbox to peel_app, peel_engine, peel_watchdog;
    grant select, update, delete on platform.outbox to peel_relay;
    grant select, insert, update on platform.hold to peel_app;
    grant select on platform.hold to peel_engine, peel_relay, peel_watchdog;
    grant select, insert, update on platform.process_state to peel_app, peel_engine, peel_relay, peel_watchdog;
    grant select, insert, update, delete on platform.session to peel_app;
    grant select on platform.defect to peel_app; grant insert on platform.defect to peel_watchdog, peel_engine;
    grant usage on all sequences in schema platform, audit to peel_app, peel_engine, peel_relay, peel_watchdog;
    alter table audit.event enable row level security;
    create policy written on audit.event for insert with check (true);
    create policy seen on audit.event for select using ((select platform.grant_all('AuditEvent')));
    grant insert on audit.event to peel_app, peel_engine, peel_relay, peel_watchdog;
    grant select on audit.event to peel_app;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop schema audit cascade; drop schema work cascade; drop schema reference cascade; drop schema platform cascade');
}
