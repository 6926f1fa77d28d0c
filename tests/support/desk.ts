import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { reachableFor } from '../../scripts/runner/postgres-programs.ts';
import { freePort } from './engine-server.ts';
import { until } from './until.ts';

const START = fileURLToPath(new URL('../../scripts/start.mjs', import.meta.url));
const PORTS = ['PEEL_PORT', 'PEEL_PG_PORT', 'PEEL_TEMPORAL_PORT', 'PEEL_IDP_PORT', 'PEEL_COURTS_PORT'];
const SERVERS = ['DATABASE_URL', 'TEMPORAL_ADDRESS'];
/** Settings of a desk that this checkout keeps are not this one's. */
const isOfAnother = (name: string): boolean => name.startsWith('PEEL_') || SERVERS.includes(name);
const READY_WITHIN = 180_000;

/** What `npm start` runs, whole, with a folder and ports of its own. */
export interface TestDesk {
  readonly url: string;
  /** Its settings: to run `npm run clock` and its fellows against it. */
  readonly env: NodeJS.ProcessEnv;
  /** What it has said so far. */
  readonly said: () => string;
  /** Ends it as Ctrl-C does, and forgets everything it kept; answers its exit code. */
  readonly stop: () => Promise<number | null>;
}

/** Starts a fresh, empty desk whose training clock begins at a London time such as `2026-10-24T15:00`. Throws with its words where it does not start. */
export async function startDesk(clock: string, settings: NodeJS.ProcessEnv = {}): Promise<TestDesk> {
  const data = await mkdtemp(join(tmpdir(), 'peel-desk-'));
  const ports = await Promise.all(PORTS.map(async (name) => [name, String(await freePort())] as const));
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !isOfAnother(name)));
  const env = { ...inherited, ...Object.fromEntries(ports), PEEL_DATA: data, PEEL_ENDS_WITH: String(process.pid), ...settings };
  const child = spawn(process.execPath, [START, '--empty', '--clock', clock], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => { said += text; });
  const stop = async (): Promise<number | null> => {
    await end(child);
    await Promise.all([data, reachableFor(data)].map((folder) => rm(folder, { recursive: true, force: true })));
    return child.exitCode;
  };
  const url = await until('the desk is ready', () => (child.exitCode === null ? /Peel is ready: (\S+)/.exec(said)?.[1] : 'none'), READY_WITHIN).catch(() => 'none');
  if (url !== 'none') return { url, env, said: () => said, stop };
  await stop();
  throw new Error(`The desk did not start. It said:\n${said}`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}
