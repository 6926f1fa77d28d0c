import type { Knex } from 'knex';

/** An alarm of a restricted record is hidden as the record is: it names the person. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter policy seen on work.alarm using ((select platform.is_system()) or (
      ((select platform.grant_all('Alarm')) or station_id = any ((select platform.grant_list('Alarm', 'stations'))::text[]) or team_id = any ((select platform.grant_list('Alarm', 'teams'))::text[]))
      and (not restricted or (select platform.grant_restricted('Alarm')))));
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    alter policy seen on work.alarm using ((select platform.is_system()) or
      (select platform.grant_all('Alarm')) or station_id = any ((select platform.grant_list('Alarm', 'stations'))::text[]) or team_id = any ((select platform.grant_list('Alarm', 'teams'))::text[]));
  `);
}
