import type { Knex } from 'knex';

/** Detainees whom nobody has confirmed as a person are found by the name they gave (CUS-39). */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`create index custody_record_called on custody.custody_record (lower(name)) where person_id = '' and name <> ''`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop index custody.custody_record_called');
}
