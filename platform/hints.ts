import type { Knex } from 'knex';

/** What may have changed: a record by its kind, a task, an alarm, an officer's notices; and the station whose pages show it. */
export interface Changed { readonly what: string; readonly id: string; readonly stationId?: string }

export const hintText = ({ what, id, stationId = '' }: Changed): string => `${what}:${id}:${stationId}`;

/** Tells browsers at the commit that what they show may have changed: a hint, never the content. */
export async function hintAt(trx: Knex, ...changes: readonly Changed[]): Promise<void> {
  for (const change of changes) await trx.raw("select pg_notify('peel_changed', ?)", [hintText(change)]);
}
