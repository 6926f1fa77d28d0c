import type { Knex } from 'knex';

/** What `ended_why` and `closed_why` say already, and nothing read. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw('alter table work.alarm drop column missed; alter table work.task drop column closed_by');
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('alter table work.alarm add column missed boolean not null default false; alter table work.task add column closed_by text');
}
