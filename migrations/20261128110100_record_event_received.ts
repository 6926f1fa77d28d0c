import type { Knex } from 'knex';

const EVENTS = ['custody.custody_record_event', 'force.duty_roster_event', 'force.officer_event', 'people.person_event'];

/** When a handheld's entry arrived: nothing wrote it and nothing read it. It comes back with the first handheld. */
export async function up(knex: Knex): Promise<void> {
  for (const table of EVENTS) await knex.raw(`alter table ${table} drop column received_at`);
  await knex.raw(`do $$ begin execute replace(pg_get_functiondef('platform.create_record_tables'::regproc), ', received_at timestamptz,', ','); end $$`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`do $$ begin execute replace(pg_get_functiondef('platform.create_record_tables'::regproc), 'recorded_at timestamptz not null,', 'recorded_at timestamptz not null, received_at timestamptz,'); end $$`);
  for (const table of EVENTS) await knex.raw(`alter table ${table} add column received_at timestamptz`);
}
