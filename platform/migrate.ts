import { readdir } from 'node:fs/promises';
import knex, { type Knex } from 'knex';
import { roleUrl, type Config, type DatabaseRole } from './config.ts';

/** Migrations are named without their extension, so that a compiled build sees the same names. */
class MigrationFolder implements Knex.MigrationSource<string> {
  readonly folder = new URL('../migrations/', import.meta.url);
  async getMigrations(): Promise<string[]> { return (await readdir(this.folder)).filter((f) => f.endsWith('.ts')).sort(); }
  getMigrationName(file: string): string { return file.replace(/\.ts$/, ''); }
  getMigration(file: string): Promise<Knex.Migration> { return import(new URL(file, this.folder).href) as Promise<Knex.Migration>; }
}

const ROLES: readonly DatabaseRole[] = ['migrator', 'app', 'engine', 'relay', 'watchdog'];

/** Creates Peel's roles (none a superuser, none above row-level security) and its database. Needs the superuser once. */
export async function createRolesAndDatabase(superuserUrl: string, config: Config): Promise<void> {
  const admin = knex({ client: 'pg', connection: superuserUrl, pool: { min: 0, max: 1 } });
  try {
    for (const role of ROLES) await ensureRole(admin, role, config);
    const name = new URL(config.DATABASE_URL).pathname.slice(1);
    const { rows } = (await admin.raw('select 1 from pg_database where datname = ?', [name])) as { rows: unknown[] };
    if (rows.length === 0) await admin.raw('create database ?? owner peel_migrator', [name]);
  } finally {
    await admin.destroy();
  }
}

async function ensureRole(admin: Knex, role: DatabaseRole, config: Config): Promise<void> {
  const password = decodeURIComponent(new URL(roleUrl(config, role)).password);
  const { rows } = (await admin.raw('select 1 from pg_roles where rolname = ?', [`peel_${role}`])) as { rows: unknown[] };
  const verb = rows.length === 0 ? 'create' : 'alter';
  await admin.raw(`${verb} role ?? login nosuperuser nocreatedb nocreaterole nobypassrls password '${password.replaceAll("'", "''")}'`, [`peel_${role}`]);
}

const CONFIG = { migrationSource: new MigrationFolder(), tableName: 'migration', schemaName: 'public' };

async function asOwner(config: Config, work: (owner: Knex) => Promise<string[]>): Promise<string[]> {
  const owner = knex({ client: 'pg', connection: roleUrl(config, 'migrator'), pool: { min: 0, max: 1 } });
  try {
    return await work(owner);
  } finally {
    await owner.destroy();
  }
}

/** Brings the database to the newest schema as its owner; returns the migrations it ran. */
export const migrate = (config: Config): Promise<string[]> => asOwner(config, async (owner) => {
  const [, ran] = (await owner.migrate.latest(CONFIG)) as [number, string[]];
  return ran;
});

/** Takes back every migration, newest first, with everything the database holds: for tests and new beginnings. */
export const migrateBack = (config: Config): Promise<string[]> => asOwner(config, async (owner) => {
  const [, taken] = (await owner.migrate.rollback(CONFIG, true)) as [number, string[]];
  return taken;
});
