import type { Knex } from 'knex';

/** The operations page names the newest migration. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw('grant select on public.migration to peel_app');
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('revoke select on public.migration from peel_app');
}
