import type { Knex } from 'knex';

/**
 * The auditor's search: newest first by platform time, narrowed by officer, verb, what failed or record (the last has its index).
 * Lines that were shown or accepted are nearly all, so an index of outcomes holds only the others.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create index event_newest on audit.event (platform_at desc, id desc);
    create index event_verb on audit.event (verb, platform_at desc, id desc);
    create index event_failed on audit.event (outcome, platform_at desc, id desc) where outcome not in ('shown', 'accepted');
    drop index audit.event_actor;
    create index event_actor on audit.event (actor, platform_at desc, id desc);
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop index audit.event_newest; drop index audit.event_verb; drop index audit.event_failed; drop index audit.event_actor;
    create index event_actor on audit.event (actor, at);
  `);
}
