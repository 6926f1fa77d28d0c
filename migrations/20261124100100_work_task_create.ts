import type { Knex } from 'knex';

/** Tasks, their history, alarms with acknowledgement by name, notifications. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table work.task (
      id uuid constraint task_pk primary key, record_kind text not null, record_id uuid not null, key text not null,
      type text not null, title text not null, record_title text not null default '',
      station_id text not null default '', team_id text not null default '', restricted boolean not null default false,
      queue text not null, min_rank text not null default '', independent boolean not null default false,
      opens_at timestamptz not null, due_at timestamptz, asap boolean not null default false,
      law text not null, why jsonb not null, act text not null, waiting_on text not null default '',
      step text not null default '', step_version integer not null default 0, step_tries integer not null default 0, step_outcome text not null default '',
      status text not null constraint task_status check (status in ('open', 'closed')),
      opened_at timestamptz not null, closed_at timestamptz, closed_why text, closed_by text,
      assignee_id text not null default '', held_until timestamptz, hold_reason text not null default '', looked_at timestamptz,
      revision integer not null default 1,
      constraint task_key unique (record_kind, record_id, key));
    create index task_open_station on work.task (station_id, due_at) where status = 'open';
    create index task_open_team on work.task (team_id, due_at) where status = 'open';
    create index task_open_assignee on work.task (assignee_id, due_at) where status = 'open';
    create table work.task_event (
      task_id uuid not null constraint task_event_task_fk references work.task, n integer not null, at timestamptz not null,
      by_id text not null, by_name text not null, what text not null, detail jsonb not null default '{}',
      constraint task_event_pk primary key (task_id, n));
    create table work.alarm (
      id uuid constraint alarm_pk primary key, record_kind text not null, record_id uuid not null, key text not null,
      due_at timestamptz, rung text not null, rung_at timestamptz not null, kind text not null, code text not null default '', title text not null,
      record_title text not null default '', station_id text not null default '', team_id text not null default '', restricted boolean not null default false,
      to_posts text[] not null, sounded_at timestamptz not null, late boolean not null default false, missed boolean not null default false,
      ended_at timestamptz, ended_why text,
      constraint alarm_rung unique nulls not distinct (record_kind, record_id, key, due_at, rung));
    create index alarm_open on work.alarm (station_id) where ended_at is null;
    create index alarm_record on work.alarm (record_kind, record_id);
    create table work.alarm_acknowledgement (
      alarm_id uuid not null constraint alarm_acknowledgement_alarm_fk references work.alarm, officer_id text not null, officer_name text not null,
      at timestamptz not null, wall_at timestamptz not null default clock_timestamp(), n integer not null,
      constraint alarm_acknowledgement_pk primary key (alarm_id, officer_id, n));
    create table work.notification (
      id uuid constraint notification_pk primary key, officer_id text not null, at timestamptz not null, title text not null,
      task_id uuid constraint notification_task_fk references work.task, record_kind text not null, record_id uuid not null, read_at timestamptz);
    create index notification_officer on work.notification (officer_id, at desc);
    create index notification_task on work.notification (task_id);

    alter table work.task enable row level security; alter table work.alarm enable row level security; alter table work.notification enable row level security;
    create policy seen on work.task for select using ((select platform.is_system()) or (
      ((select platform.grant_all('Task')) or station_id = any ((select platform.grant_list('Task', 'stations'))::text[]) or team_id = any ((select platform.grant_list('Task', 'teams'))::text[]))
      and (not restricted or (select platform.grant_restricted('Task')))));
    create policy changed on work.task for update using ((select platform.is_system()) or
      (select platform.grant_all('Task')) or station_id = any ((select platform.grant_list('Task', 'stations'))::text[]) or team_id = any ((select platform.grant_list('Task', 'teams'))::text[]));
    create policy opened on work.task for insert with check ((select platform.is_system()));
    create policy seen on work.alarm for select using ((select platform.is_system()) or
      (select platform.grant_all('Alarm')) or station_id = any ((select platform.grant_list('Alarm', 'stations'))::text[]) or team_id = any ((select platform.grant_list('Alarm', 'teams'))::text[]));
    create policy changed on work.alarm for update using ((select platform.is_system()));
    create policy sounded on work.alarm for insert with check ((select platform.is_system()));
    create policy own on work.notification using ((select platform.is_system()) or officer_id = (select platform.claims() ->> 'officerId'));

    grant select, insert, update on work.task, work.alarm, work.notification to peel_app, peel_engine, peel_watchdog;
    grant select, insert on work.task_event, work.alarm_acknowledgement to peel_app, peel_engine, peel_watchdog;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop table work.notification, work.alarm_acknowledgement, work.alarm, work.task_event, work.task');
}
