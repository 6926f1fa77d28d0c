import type { Knex } from 'knex';

const REACH = `(select platform.grant_all('Task')) or station_id = any ((select platform.grant_list('Task', 'stations'))::text[]) or team_id = any ((select platform.grant_list('Task', 'teams'))::text[])`;

/** A task of a restricted record is changed by whom it is shown to, and by nobody else. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`alter policy changed on work.task using ((select platform.is_system()) or ((${REACH}) and (not restricted or (select platform.grant_restricted('Task')))))`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`alter policy changed on work.task using ((select platform.is_system()) or ${REACH})`);
}
