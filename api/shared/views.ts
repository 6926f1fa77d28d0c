import * as z from 'zod/mini';
import type { ZodMiniType } from 'zod/mini';
import type { RecordKind } from '#domain/shared/record-kind';
import { readRow } from '#platform/record-store';
import type { Work } from '#platform/database';
import type { SignedIn } from './caller.ts';
import { absent } from './errors.ts';

interface Viewed { readonly id: string; readonly version: number; readonly state: unknown }
export type ViewMaker = (viewed: Viewed, who: SignedIn, work: Work) => Promise<unknown>;

interface Stood { readonly state: unknown; readonly version: number }

const makers = new Map<string, { readonly make: ViewMaker; readonly schema: ZodMiniType }>();

/** The view of one kind of record; a kind without its own shows its state, which is reference data. */
export const registerView = (kind: string, schema: ZodMiniType, make: ViewMaker): void => { makers.set(kind, { make, schema }); };

/** A record shown as it is kept. */
export const plainView = z.object({ id: z.string(), version: z.number(), state: z.unknown() });
/** What `viewOf` answers for that kind. */
export const viewSchema = (kind: RecordKind): ZodMiniType => makers.get(kind.kind)?.schema ?? plainView;

/** The record as this person may see it; `stood` is its state where the caller has it already. Audited by the caller's transaction. */
export async function viewOf(kind: RecordKind, { id, stood: known }: { readonly id: string; readonly stood?: Stood }, who: SignedIn, work: Work): Promise<unknown> {
  const stood = known ?? (await readRow(work.trx, kind, id));
  if (!stood) throw absent();
  work.audit.shows(kind.subject, [id]);
  const viewed: Viewed = { id, version: stood.version, state: stood.state };
  const maker = makers.get(kind.kind);
  return maker ? maker.make(viewed, who, work) : { id, version: viewed.version, state: viewed.state };
}
