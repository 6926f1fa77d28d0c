import type { Knex } from 'knex';

/** Lines of the whiteboard carry from when detention is unlawful; those written before are given what the screens made of them until now. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    update custody.custody_record r set board = r.board || jsonb_build_object('unlawfulFrom', case
      when review is not null and (ends is null or review <= ends) then jsonb_build_object('at', review, 'text', 'review ' || n || ' not done')
      when ends is not null then jsonb_build_object('at', ends, 'text', 'no authority to hold') end)
    from (select id, board -> 'review' ->> 'due' as review, board -> 'review' ->> 'n' as n, board -> 'clock' ->> 'ends' as ends from custody.custody_record) old
    where old.id = r.id`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("update custody.custody_record set board = board - 'unlawfulFrom'");
}
