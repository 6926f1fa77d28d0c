import type { Knex } from 'knex';
import { asSystem, type Database } from '#platform/database';
import type { LiveHints } from './live.ts';

/** What every screen says of the engine: whether it does its work, and whether somebody holds it. */
export interface EngineFace { readonly up: boolean; readonly held: boolean }

/** Relay and worker heard within ten seconds and both at Temporal; a hold that is neither ended nor over. */
export async function readEngine(trx: Knex): Promise<EngineFace> {
  const { rows: [face] } = (await trx.raw(`select exists (select 1 from platform.process_state where name = 'relay' and seen_at > clock_timestamp() - interval '10 seconds' and detail->>'temporal' = 'up')
      and exists (select 1 from platform.process_state where name = 'worker' and seen_at > clock_timestamp() - interval '10 seconds' and detail->>'state' = 'running') as up,
    exists (select 1 from platform.hold where released_at is null and until_wall > clock_timestamp()) as held`)) as { rows: [EngineFace] };
  return face;
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
