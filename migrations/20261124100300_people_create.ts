import type { Knex } from 'knex';

/** A person, found by exact match of the normalised name and date of birth. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create schema people;
    call platform.create_record_tables('people', 'person', 'Person');
    create table people.person_name (record_id uuid not null constraint person_name_record_fk references people.person, person_id text not null, match_key text not null);
    create index person_name_record on people.person_name (record_id); create index person_name_key on people.person_name (match_key);
    grant select, insert, delete on people.person_name to peel_app, peel_engine, peel_watchdog;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop schema people cascade');
}
