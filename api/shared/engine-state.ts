import type { Knex } from 'knex';
import { asSystem, type Database } from '#platform/database';
import { engineTrouble, readHeard } from '#platform/engine-state';
import { isHeld } from '#platform/holds';
import type { LiveHints } from './live.ts';

/** What every screen says of the engine: whether it does its work, and whether somebody holds it. */
export interface EngineFace { readonly up: boolean; readonly held: boolean }

export async function readEngine(trx: Knex): Promise<EngineFace> {
  const [heard, held] = await Promise.all([readHeard(trx), isHeld(trx)]);
  return { up: engineTrouble(heard) === null, held };
}

/** Silence and the end of a hold tell nobody, so it is looked at this often. */
const SWEEP = 1_000;

/** Tells every open screen when the engine goes down or comes back, and when a hold begins or ends. Answers how to stop. */
export function watchEngine(db: Database, hints: LiveHints): () => void {
  let looking = false;
  const look = async (): Promise<void> => {
    if (looking) return; // a slow database is not asked twice at once
    looking = true;
    await asSystem(db, ({ trx }) => readEngine(trx)).then((face) => { hints.engineIs(face); }, () => undefined);
    looking = false;
  };
  const timer = setInterval(() => { void look(); }, SWEEP);
  return () => { clearInterval(timer); };
}
