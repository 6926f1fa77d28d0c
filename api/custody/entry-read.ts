import * as z from 'zod/mini';
import { custodyRecordKind } from '#domain/custody/custody-record/custody-record-kind';
import type { CustodyRecord } from '#domain/custody/custody-record/record';
import { slug } from '#domain/shared/act';
import { CORRECT_ENTRY } from '#domain/shared/correct-entry';
import { actNamed } from '#domain/shared/decide';
import { may } from '#domain/shared/policy/policy';
import type { RecordKind } from '#domain/shared/record-kind';
import type { Work } from '#platform/database';
import { readRow } from '#platform/record-store';
import { readTold } from '#platform/told-entry';
import { idOf } from '../shared/act-routes.ts';
import { CORRECTING, CORRECTING_CARE, isCare, mayReadCare } from '../shared/correcting.ts';
import { absent, notAllowed } from '../shared/errors.ts';
import type { Asked } from '../shared/route.ts';

const kind = custodyRecordKind as unknown as RecordKind;

export const entrySchema = z.object({ entry: z.string(), act: z.string(), slug: z.string(), label: z.string(), at: z.string(), body: z.record(z.string(), z.unknown()) });

const VERSION = /^(\d{1,9})\.\d{1,9}$/;
const versionOf = (entry: string): number => Number(VERSION.exec(entry)?.[1] ?? 0);

/** What an officer told in one entry, as it stands after corrections: only for who may correct it, and of care only for who may read care. 404 where there is no such entry, or Peel itself made it. */
export async function toldEntry(asked: Asked, { trx, audit }: Work): Promise<z.infer<typeof entrySchema>> {
  const id = idOf(asked);
  const entry = asked.params['entry'] ?? '';
  const row = await readRow(trx, kind, id);
  if (!row) throw absent();
  const scope = kind.scope(row.state as CustodyRecord);
  if (!may(asked.who.ability, CORRECT_ENTRY, kind.subject, scope)) throw notAllowed(CORRECTING);
  const found = await readTold(trx, kind, id, versionOf(entry));
  if (!found) throw absent();
  const { told, stands } = found;
  if (isCare(kind, told.act) && !mayReadCare(asked.who, kind, scope)) throw notAllowed(CORRECTING_CARE);
  audit.says({ verb: 'read', subjectType: kind.subject, subjectIds: [id], outcome: 'shown', detail: { entry } });
  const act = actNamed(kind, told.act);
  return { entry, act: act.name, slug: slug(act.name), label: act.label, at: stands.occurredAt, body: told.body };
}
