import type { Knex } from 'knex';

/** What was handed over with the custody officer's post, and why somebody held it who is not rostered for it (CUS-10). */
export async function up(knex: Knex): Promise<void> {
  await knex.raw("alter table force.custody_post add column handover text not null default '', add column fallback_reason text not null default ''");
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('alter table force.custody_post drop column handover, drop column fallback_reason');
}
