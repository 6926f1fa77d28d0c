import type { Knex } from 'knex';
import { CORRECT_ENTRY, correctEntrySchema } from '#domain/shared/correct-entry';
import { may, type Scoped } from '#domain/shared/policy/policy';
import type { RecordKind } from '#domain/shared/record-kind';
import type { SentAct } from '#platform/execute-command';
import { actOf } from '#platform/told-entry';
import type { SignedIn } from './caller.ts';

export const CORRECTING = 'correct an entry';
export const CORRECTING_CARE = 'correct an entry that is not a decision of law';

/** What an entry of this act tells is read with the case, or only with `readCare`: of custody, everything but decisions of law. */
export const isCare = (kind: RecordKind, act: string | null): boolean => kind.subject === 'CustodyRecord' && kind.acts.find((a) => a.name === act)?.group !== 'legal';

export const mayReadCare = ({ ability }: SignedIn, kind: RecordKind, scope: Scoped): boolean => may(ability, 'readCare', kind.subject, scope);

interface Correcting { readonly kind: RecordKind; readonly recordId: string; readonly acts: readonly SentAct[] }

/** Whether any of these acts corrects an entry of care: who may not read it may not put it right either. */
export async function correctsCare(trx: Knex, { kind, recordId, acts }: Correcting): Promise<boolean> {
  const entries = acts.filter((a) => a.act === CORRECT_ENTRY).flatMap((a) => correctEntrySchema.safeParse(a.body).data?.entry ?? []);
  const corrected = await Promise.all(entries.map((entry) => actOf(trx, kind, recordId, Number(entry.split('.')[0]))));
  return corrected.some((act) => isCare(kind, act));
}
