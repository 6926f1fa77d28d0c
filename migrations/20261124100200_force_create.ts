import type { Knex } from 'knex';

/** Officers and duty rosters, with the dated facts projected from them; offences of the CJS index. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create schema force;
    call platform.create_record_tables('force', 'officer', 'Officer');
    call platform.create_record_tables('force', 'duty_roster', 'DutyRoster');
    alter table force.officer add column name text not null default '', add column short_name text not null default '';
    create table force.officer_rank (record_id uuid not null constraint officer_rank_record_fk references force.officer, officer_id text not null, rank text not null, from_at timestamptz not null, to_at timestamptz);
    create table force.acting_rank (record_id uuid not null constraint acting_rank_record_fk references force.officer, officer_id text not null, rank text not null, giver_id text not null, giver_name text not null, giver_rank text not null, from_at timestamptz not null, to_at timestamptz not null, reason text not null);
    create table force.team_member (record_id uuid not null constraint team_member_record_fk references force.officer, officer_id text not null, team_id text not null, team_name text not null, from_at timestamptz not null, to_at timestamptz);
    create table force.station (record_id uuid not null constraint station_record_fk references force.duty_roster, station_id text not null, name text not null, code text not null, area text not null, designated boolean not null, cells jsonb not null, force_code text not null);
    create table force.post_held (record_id uuid not null constraint post_held_record_fk references force.duty_roster, officer_id text not null, post text not null, station_id text not null, from_at timestamptz not null, to_at timestamptz, withdrawn_at timestamptz);
    create table force.custody_post (record_id uuid not null constraint custody_post_record_fk references force.duty_roster, station_id text not null, officer_id text not null, from_at timestamptz not null, to_at timestamptz);
    create index officer_rank_record on force.officer_rank (record_id); create index officer_rank_officer on force.officer_rank (officer_id);
    create index acting_rank_record on force.acting_rank (record_id); create index acting_rank_officer on force.acting_rank (officer_id);
    create index team_member_record on force.team_member (record_id); create index team_member_officer on force.team_member (officer_id);
    create index station_record on force.station (record_id); create index station_id on force.station (station_id);
    create index post_held_record on force.post_held (record_id); create index post_held_officer on force.post_held (officer_id, from_at); create index post_held_station on force.post_held (station_id, from_at);
    create index custody_post_record on force.custody_post (record_id); create index custody_post_station on force.custody_post (station_id, from_at);
    create table reference.offence (code text constraint offence_pk primary key, title text not null, offence_class text not null, category text not null, recordable boolean not null);
    create index offence_words on reference.offence using gin (title gin_trgm_ops);
    grant select on reference.offence to peel_app, peel_engine, peel_watchdog;
    grant usage on schema force to peel_app, peel_engine, peel_watchdog;
    grant select, insert, delete on force.officer_rank, force.acting_rank, force.team_member, force.station, force.post_held, force.custody_post to peel_app, peel_engine, peel_watchdog;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop schema force cascade; drop table reference.offence');
}
