import type { Knex } from 'knex';

/** Custody records with the columns the whiteboard lists; lists never select state. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create schema custody;
    call platform.create_record_tables('custody', 'custody_record', 'CustodyRecord');
    alter table custody.custody_record
      add column custody_number text not null default '', add column person_id text not null default '', add column name text not null default '',
      add column in_custody boolean not null default false, add column offence_codes text[] not null default '{}',
      add column arrived_at timestamptz, add column ended_at timestamptz, add column ending text not null default '', add column board jsonb not null default '{}';
    create index custody_record_held on custody.custody_record (station_id) where in_custody or status = 'enRoute';
    create index custody_record_person on custody.custody_record (person_id) where person_id <> '';
    create unique index custody_record_number on custody.custody_record (custody_number) where custody_number <> '';
    create table custody.custody_number (station_id text not null, year integer not null, last integer not null, constraint custody_number_pk primary key (station_id, year));
    grant select, insert, update on custody.custody_number to peel_app, peel_engine;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop schema custody cascade');
}
