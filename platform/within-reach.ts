import type { Knex } from 'knex';
import { CORRECT_ENTRY } from '#domain/shared/correct-entry';
import type { RecordKind } from '#domain/shared/record-kind';
import type { CommandInput, SentAct } from './execute-command.ts';

/** An act about to be decided, or just decided, and the record as it stands there. */
interface Reaching { readonly trx: Knex; readonly sent: SentAct; readonly state: unknown }

/**
 * Asked again before each act behind the first: the acts before it may have taken the record away from who sends them. False
 * where they would no longer see it, and throws where they may not do this on it, both as for the act sent alone.
 */
export async function reaches(kind: RecordKind, { sees, permits }: CommandInput, { trx, sent, state }: Reaching): Promise<boolean> {
  const scope = kind.scope(state);
  if (sees && !sees(scope)) return false;
  await permits?.([sent], scope, trx);
  return true;
}

/** A correction moves nobody out of the reach of who makes it: for that there are acts of their own. */
export async function staysInReach(kind: RecordKind, { permits }: CommandInput, { trx, sent, state }: Reaching): Promise<void> {
  if (sent.act === CORRECT_ENTRY) await permits?.([sent], kind.scope(state), trx);
}
