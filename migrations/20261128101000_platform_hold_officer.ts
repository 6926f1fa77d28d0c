import type { Knex } from 'knex';

/** Who holds by id beside the name: two officers may be called alike, and only the holder renews a hold. Empty for holds of before. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`alter table platform.hold add column held_by_id text not null default ''`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('alter table platform.hold drop column held_by_id');
}
