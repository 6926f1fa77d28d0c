import type { Knex } from 'knex';

/** Who looked at a task last, beside when: looked at by whom is not the same as untouched. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`alter table work.task add column looked_by text not null default ''`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('alter table work.task drop column looked_by');
}
