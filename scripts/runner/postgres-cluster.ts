import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync, closeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { postgresPrograms, type PostgresPrograms } from './postgres-programs.ts';

/** The cluster's superuser: it creates Peel's roles and does nothing else. */
const SUPERUSER = 'peel_super';
const STARTS_WITHIN = 60_000; // a recovery after a crash is part of it
const STOPS_WITHIN = 10_000;

interface ClusterOptions {
  readonly folder: string;
  readonly port: number;
  readonly password: string;
  /** The server's settings by name, over those that every cluster of Peel has. */
  readonly settings?: Readonly<Record<string, string>>;
  /** File that takes the server's own words. */
  readonly log: string;
}

export interface Cluster {
  readonly process: ChildProcess;
  /** The superuser's connection string. */
  readonly url: string;
  /** Ends it in order: sessions are cut, nothing committed is lost. */
  readonly stop: () => Promise<void>;
}

/** Starts a PostgreSQL in `folder`, making it first where there is none; ends one left there by a run that was killed. Throws with the server's last words. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const programs = postgresPrograms();
  await endLeftover(options.folder);
  if (!existsSync(join(options.folder, 'PG_VERSION'))) await initialise(programs, options);
  const child = startServer(programs, options);
  await ready(child, options);
  return { process: child, url: `postgres://${SUPERUSER}:${encodeURIComponent(options.password)}@127.0.0.1:${options.port}/postgres`, stop: () => stop(child) };
}

const environment = (programs: PostgresPrograms): NodeJS.ProcessEnv => ({ PATH: process.env['PATH'], LD_LIBRARY_PATH: programs.lib, LC_ALL: 'C.UTF-8', TZ: 'UTC' });

async function initialise(programs: PostgresPrograms, { folder, password, log }: ClusterOptions): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o700);
  const passwordFile = `${folder}.password`;
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (programs.account) for (const path of [folder, passwordFile]) chownSync(path, programs.account.uid, programs.account.gid);
  const child = run(programs, 'initdb', log, [
    '-D', folder, '-U', SUPERUSER, `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C.UTF-8',
  ]);
  const [code] = (await once(child, 'exit')) as [number | null];
  rmSync(passwordFile, { force: true });
  if (code === 0) return;
  rmSync(folder, { recursive: true, force: true });
  throw new Error(`initdb ended with ${code}:\n${lastLines(log)}`);
}

function startServer(programs: PostgresPrograms, { folder, port, settings, log }: ClusterOptions): ChildProcess {
  const all = { listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: '200', log_timezone: 'UTC', ...settings };
  return run(programs, 'postgres', log, ['-D', folder, '-p', String(port), ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])]);
}

function run({ bin, account, ...programs }: PostgresPrograms, program: string, log: string, args: readonly string[]): ChildProcess {
  mkdirSync(dirname(log), { recursive: true });
  const output = openSync(log, 'a');
  const child = spawn(join(bin, program), args, {
    cwd: '/', detached: true, stdio: ['ignore', output, output], env: environment({ bin, account, ...programs }), ...(account ?? {}),
  });
  closeSync(output);
  return child;
}

/** The server writes `ready` into the eighth line of its pid file. */
async function ready(child: ChildProcess, { folder, log }: ClusterOptions): Promise<void> {
  for (const until = Date.now() + STARTS_WITHIN; Date.now() < until; await later(25)) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`PostgreSQL ended at once:\n${lastLines(log)}`);
    if (pidFile(folder)?.[7]?.trim() === 'ready') return;
  }
  await stop(child);
  throw new Error(`PostgreSQL was not ready after ${STARTS_WITHIN / 1_000} s:\n${lastLines(log)}`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGINT');
  const hurry = setTimeout(() => child.kill('SIGQUIT'), STOPS_WITHIN);
  await gone;
  clearTimeout(hurry);
}

function pidFile(folder: string): string[] | null {
  try {
    return readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return null;
  }
}

/** The server that runs in a folder, if its pid is still that server's and not another process's by now. */
function serverIn(folder: string): number | null {
  const pid = Number(pidFile(folder)?.[0]);
  if (!Number.isInteger(pid) || pid <= 1) return null;
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return command[0]?.endsWith('/postgres') && command.includes(folder) ? pid : null;
  } catch {
    return null;
  }
}

/** Ends a server whose starter was killed; a pid file that nobody holds any more is taken away. */
export async function endLeftover(folder: string): Promise<boolean> {
  const pid = serverIn(folder);
  if (pid === null) {
    rmSync(join(folder, 'postmaster.pid'), { force: true });
    return false;
  }
  process.kill(pid, 'SIGINT');
  for (const until = Date.now() + STOPS_WITHIN; serverIn(folder) === pid; await later(50)) if (Date.now() > until) process.kill(pid, 'SIGQUIT');
  return true;
}

export function lastLines(file: string, lines = 15): string {
  return existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n').slice(-lines).join('\n') : '';
}
