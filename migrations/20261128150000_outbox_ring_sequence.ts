import type { Knex } from 'knex';

/** No two rings are the same: a relay that comes late with a bell it sent ends that one, and none that was rung since under a number begun anew. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create sequence platform.outbox_ring;
    select setval('platform.outbox_ring', coalesce((select max(ring) from platform.outbox), 0) + 1, false);
    alter table platform.outbox alter column ring set default nextval('platform.outbox_ring');
    grant usage on sequence platform.outbox_ring to peel_app, peel_engine, peel_watchdog`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table platform.outbox alter column ring set default 1;
    drop sequence platform.outbox_ring`);
}
