import type { Knex } from 'knex';

/** The auditor's search by one of several verbs: a batch of acts leaves one line, its verbs joined by a comma. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw("create index event_verbs on audit.event using gin (string_to_array(verb, ',')) where verb like '%,%'");
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop index audit.event_verbs');
}
