import knex, { type Knex } from 'knex';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Instant } from '#domain/shared/time';
import { readConfig, type Config } from '#platform/config';
import { loadReference } from '#platform/load-reference';
import { createRolesAndDatabase, migrate } from '#platform/migrate';
import { endLeftover, startCluster, type Cluster } from '../../scripts/runner/postgres-cluster.ts';
import { isRoot, REACHABLE } from '../../scripts/runner/postgres-programs.ts';
import { freePort } from './engine-server.ts';

/** A test keeps nothing: what a crash would lose need not be written. */
const FORGETFUL = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '400' };
const HOME = isRoot() ? REACHABLE : tmpdir();
const PREFIX = 'peel-test-';
const TEMPLATE_LOCK = 4_715_001;

/** A test file's own database, with Peel's roles as in production. */
export interface TestDatabase {
  /** Settings that connect Peel's own code to it. */
  readonly config: Config;
  /** As the database's superuser: to look at every row, and to do what no role of Peel may. */
  readonly admin: Knex;
  /** Training time stands still at this instant until it is set again; it may be set back. */
  readonly setClock: (at: Instant) => Promise<void>;
  /** Training time runs from this instant, as long as somebody keeps it beating. */
  readonly runClock: (at: Instant) => Promise<void>;
  readonly drop: () => Promise<void>;
}

/** A database cloned from the migrated template (30 ms), in training, its clock standing at `start`. */
export async function freshDatabase(start: Instant): Promise<TestDatabase> {
  const superuser = await superuserUrl();
  const template = await migratedTemplate(superuser);
  const name = `peel_test_${randomBytes(6).toString('hex')}`;
  await asSuperuser(superuser, (server) => server.raw('create database ?? template ?? owner peel_migrator', [name, template]));
  const admin = knex({ client: 'pg', connection: named(superuser, name), pool: { min: 0, max: 2 } });
  const set = async (to: Instant, running: boolean): Promise<void> => {
    await admin('platform.clock').update({ training: true, running, base_at: to, base_wall: admin.fn.now(), heartbeat_at: admin.fn.now() });
  };
  await set(start, false);
  const drop = async (): Promise<void> => {
    await admin.destroy();
    await asSuperuser(superuser, (server) => server.raw('drop database if exists ?? with (force)', [name]));
  };
  return { config: configFor(superuser, name), admin, setClock: (to) => set(to, false), runClock: (to) => set(to, true), drop };
}

const named = (superuser: string, database: string): string => Object.assign(new URL(superuser), { pathname: `/${database}` }).href;
const configFor = (superuser: string, database: string): Config => readConfig({ ...process.env, DATABASE_URL: named(superuser, database) });

async function asSuperuser<T>(url: string, work: (server: Knex) => PromiseLike<T>): Promise<T> {
  const server = knex({ client: 'pg', connection: url, pool: { min: 0, max: 1 } });
  try {
    return await work(server);
  } finally {
    await server.destroy();
  }
}

/** Made once for each state of the migrations and the offence index; whoever comes meanwhile waits. */
async function migratedTemplate(superuser: string): Promise<string> {
  const name = `peel_template_${stateOfSchema()}`;
  await asSuperuser(superuser, (server) => server.transaction(async (trx) => {
    await trx.raw('select pg_advisory_xact_lock(?)', [TEMPLATE_LOCK]);
    const made: unknown = await trx('pg_database').where({ datname: name }).first();
    if (made === undefined) await buildTemplate(superuser, name);
  }));
  return name;
}

async function buildTemplate(superuser: string, name: string): Promise<void> {
  const building = `${name}_building`;
  const config = configFor(superuser, building);
  await asSuperuser(superuser, (server) => server.raw('drop database if exists ?? with (force)', [building]));
  await createRolesAndDatabase(superuser, config);
  await migrate(config);
  await loadReference(config);
  await asSuperuser(superuser, (server) => server.raw('alter database ?? rename to ??', [building, name]));
}

function stateOfSchema(): string {
  const hash = createHash('sha256');
  for (const folder of ['migrations', 'reference']) {
    const at = new URL(`../../${folder}/`, import.meta.url);
    for (const file of readdirSync(at).toSorted()) hash.update(file).update(readFileSync(new URL(file, at)));
  }
  return hash.digest('hex').slice(0, 12);
}

let starting: Promise<string> | null = null;

/** `PEEL_DB_SUPERUSER_URL` where a run has set it; else a cluster for this process, which ends with it. */
export function superuserUrl(): Promise<string> {
  const given = process.env['PEEL_DB_SUPERUSER_URL'];
  if (given) return Promise.resolve(given);
  starting ??= testCluster().then((cluster) => (process.env['PEEL_DB_SUPERUSER_URL'] = cluster.url));
  return starting;
}

/** A cluster that ends with this process. What a killed run left is swept away first. */
export async function testCluster(): Promise<Cluster> {
  mkdirSync(HOME, { recursive: true });
  await sweep();
  const home = join(HOME, `${PREFIX}${process.pid}-${randomBytes(3).toString('hex')}`);
  mkdirSync(home, { recursive: true, mode: 0o755 });
  const folder = join(home, 'pg');
  const cluster = await startCluster({ folder, port: await freePort(), password: randomBytes(12).toString('hex'), settings: FORGETFUL, log: join(home, 'log') });
  cluster.process.unref();
  process.once('exit', () => endNow(cluster, home));
  return cluster;
}

/** In the last moment of a process nothing may be awaited: the server takes its pid file away when it has ended. */
function endNow(cluster: Cluster, home: string): void {
  cluster.process.kill('SIGQUIT');
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (let waited = 0; waited < 100 && existsSync(join(home, 'pg', 'postmaster.pid')); waited += 1) Atomics.wait(pause, 0, 0, 20);
  rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
}

async function sweep(): Promise<void> {
  const left = readdirSync(HOME, { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name.startsWith(PREFIX) && !isAlive(Number(entry.name.split('-')[2])));
  for (const { name } of left) {
    await endLeftover(join(HOME, name, 'pg'));
    rmSync(join(HOME, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
