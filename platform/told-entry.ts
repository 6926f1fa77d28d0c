import type { Knex } from 'knex';
import { toldAt, type ToldAct } from '#domain/shared/correct-entry';
import type { StoredEvent } from '#domain/shared/event';
import { effectiveEvents, type RecordKind } from '#domain/shared/record-kind';
import { readEvents, tableOf } from './record-store.ts';

/** The act that told an entry, its body as corrected since, and its event as it stands now; one that was struck out as it was told, for it may be put right again. */
interface ToldEntry { readonly told: ToldAct; readonly stands: StoredEvent }

/** What one version of a record told; null where there is none, or Peel itself made it. */
export async function readTold(trx: Knex, kind: RecordKind, recordId: string, version: number): Promise<ToldEntry | null> {
  const acts = (await trx(`${tableOf(kind)}_command`).select('version', 'act', 'body').where({ record_id: recordId }).orderBy('version')) as ToldAct[];
  const events = await readEvents(trx, kind, recordId);
  const told = toldAt(acts, version);
  const stands = [...effectiveEvents(events), ...events].find((e) => e.version === version);
  return told && stands ? { told, stands } : null;
}

/** The act that one version of a record came by; null where there is no such version. What an act is called is never corrected. */
export async function actOf(trx: Knex, kind: RecordKind, recordId: string, version: number): Promise<string | null> {
  const row = (await trx(`${tableOf(kind)}_command`).select('act').where({ record_id: recordId, version }).first()) as { act: string } | undefined;
  return row?.act ?? null;
}
