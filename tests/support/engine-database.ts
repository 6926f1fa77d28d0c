import knex, { type Knex } from 'knex';
import { randomBytes } from 'node:crypto';
import type { Instant } from '#domain/shared/time';
import { readConfig, type Config } from '#platform/config';
import { createRolesAndDatabase, migrate } from '#platform/migrate';

export interface EngineDatabase {
  readonly config: Config;
  /** As the database's superuser: to look at every row, and to do what no role of Peel may. */
  readonly admin: Knex;
  /** Training time stands still at this instant until it is set again; it may be set back. */
  readonly setClock: (at: Instant) => Promise<void>;
  /** Training time runs from this instant, as long as somebody keeps it beating. */
  readonly runClock: (at: Instant) => Promise<void>;
  readonly drop: () => Promise<void>;
}

/** A database of its own, migrated from nothing, in training. `PEEL_DB_SUPERUSER_URL` names the server. */
export async function engineDatabase(start: Instant): Promise<EngineDatabase> {
  const superuser = process.env['PEEL_DB_SUPERUSER_URL'];
  if (!superuser) throw new Error('PEEL_DB_SUPERUSER_URL is not set: npm test starts a server and sets it');
  const name = `peel_engine_${randomBytes(6).toString('hex')}`;
  const at = (database: string): string => Object.assign(new URL(superuser), { pathname: `/${database}` }).href;
  const config = readConfig({ ...process.env, DATABASE_URL: at(name) });
  await createRolesAndDatabase(superuser, config);
  await migrate(config);
  const admin = knex({ client: 'pg', connection: at(name), pool: { min: 0, max: 2 } });
  const set = async (to: Instant, running: boolean): Promise<void> => {
    await admin('platform.clock').update({ training: true, running, base_at: to, base_wall: admin.fn.now(), heartbeat_at: admin.fn.now() });
  };
  await set(start, false);
  return { config, admin, setClock: (to) => set(to, false), runClock: (to) => set(to, true), drop: () => dropDatabase(admin, superuser, name) };
}

async function dropDatabase(admin: Knex, superuser: string, name: string): Promise<void> {
  await admin.destroy();
  const server = knex({ client: 'pg', connection: superuser, pool: { min: 0, max: 1 } });
  await server.raw('drop database if exists ?? with (force)', [name]);
  await server.destroy();
}
