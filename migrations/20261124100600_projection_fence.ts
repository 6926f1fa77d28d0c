import type { Knex } from 'knex';

const ROSTER = ['force.officer_rank', 'force.acting_rank', 'force.team_member', 'force.station', 'force.post_held', 'force.custody_post'];

/** What stands beside a record is fenced as the record is: the roster for whoever is signed in, names of persons, histories of tasks and alarms. */
export async function up(knex: Knex): Promise<void> {
  for (const table of ROSTER) {
    await knex.raw(`
      alter table ${table} enable row level security;
      create policy seen on ${table} for select using ((select platform.claims()) is not null);
      create policy replaced on ${table} for delete using ((select platform.is_system()));
      create policy written on ${table} for insert with check ((select platform.is_system()));
    `);
  }
  await knex.raw(`
    alter table people.person_name enable row level security;
    create policy seen on people.person_name for select using ((select platform.is_system()) or (select platform.grant_all('Person')));
    create policy replaced on people.person_name for delete using ((select platform.is_system()));
    create policy written on people.person_name for insert with check ((select platform.is_system()));
    alter table custody.custody_number enable row level security;
    create policy drawn on custody.custody_number using ((select platform.is_system()));
    alter table work.task_event enable row level security;
    create policy seen on work.task_event for select using ((select platform.is_system()) or exists (select 1 from work.task t where t.id = task_id));
    create policy written on work.task_event for insert with check ((select platform.is_system()));
    alter table work.alarm_acknowledgement enable row level security;
    create policy seen on work.alarm_acknowledgement for select using ((select platform.is_system()) or exists (select 1 from work.alarm a where a.id = alarm_id));
    create policy written on work.alarm_acknowledgement for insert with check ((select platform.is_system())
      or (officer_id = (select platform.claims() ->> 'officerId') and exists (select 1 from work.alarm a where a.id = alarm_id)));
  `);
}

export async function down(knex: Knex): Promise<void> {
  for (const table of [...ROSTER, 'people.person_name']) {
    await knex.raw(`drop policy seen on ${table}; drop policy replaced on ${table}; drop policy written on ${table}; alter table ${table} disable row level security`);
  }
  for (const table of ['work.task_event', 'work.alarm_acknowledgement']) {
    await knex.raw(`drop policy seen on ${table}; drop policy written on ${table}; alter table ${table} disable row level security`);
  }
  await knex.raw('drop policy drawn on custody.custody_number; alter table custody.custody_number disable row level security');
}
