import { spawn, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Connection } from '@temporalio/client';

const CACHED = fileURLToPath(new URL('../../.cache/temporal/temporal', import.meta.url));
const SETTINGS = [
  '--headless', '--log-level', 'error', '--sqlite-pragma', 'journal_mode=wal', '--sqlite-pragma', 'synchronous=normal',
  '--search-attribute', 'RecordKind=Keyword', '--search-attribute', 'Force=Keyword',
  '--dynamic-config-value', 'frontend.WorkflowTimeSkippingEnabled=true', '--dynamic-config-value', 'history.timerProcessorMaxTimeShift="10ms"',
];

/** The command line tool that holds the server: `TEMPORAL_CLI`, the project's cache, PATH. Throws where there is none. */
function temporalCli(): string {
  const onPath = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'temporal'));
  const found = [process.env['TEMPORAL_CLI'], CACHED, ...onPath].find((file) => file !== undefined && existsSync(file));
  if (found === undefined) throw new Error('No Temporal server: set TEMPORAL_CLI, or run npm start once, which fetches it');
  return found;
}

/** A real Temporal server with its own file, which a test may kill, start again, or start as one that knows nothing. */
export interface EngineServer {
  readonly address: string;
  readonly kill: () => Promise<void>;
  /** Starts it again on the same port; `forgetting` on an empty file. */
  readonly start: (forgetting?: boolean) => Promise<void>;
  readonly remove: () => Promise<void>;
}

export async function startEngineServer(): Promise<EngineServer> {
  const folder = await mkdtemp(join(tmpdir(), 'peel-engine-'));
  const port = await freePort();
  const address = `127.0.0.1:${port}`;
  let child: ChildProcess | null = null;
  let file = 0;
  const start = async (forgetting = false): Promise<void> => {
    if (forgetting) file += 1;
    child = spawn(temporalCli(), ['server', 'start-dev', '--port', String(port), '--db-filename', join(folder, `${file}.db`), ...SETTINGS], { stdio: 'ignore' });
    await answering(address);
  };
  const kill = async (): Promise<void> => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
  process.once('exit', () => child?.kill('SIGKILL'));
  await start();
  return { address, kill, start, remove: async () => { await kill(); await rm(folder, { recursive: true, force: true }); } };
}

/** Below the ports that the machine gives to connections going out: one of those may be taken again between the look and the listening. */
const PORTS = { from: 20_000, to: 30_000 } as const;

/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 100; tries += 1) {
    const port = randomInt(PORTS.from, PORTS.to);
    if (await isFree(port)) return port;
  }
  throw new Error(`No port from ${PORTS.from} to ${PORTS.to} is free.`);
}

const isFree = (port: number): Promise<boolean> => new Promise((answered) => {
  const server = createServer().once('error', () => answered(false)).listen(port, '127.0.0.1', () => server.close(() => answered(true)));
});

async function answering(address: string): Promise<void> {
  for (const until = Date.now() + 20_000; ; await new Promise((later) => setTimeout(later, 100))) {
    try {
      const connection = await Connection.connect({ address, connectTimeout: '1 s' });
      await connection.workflowService.describeNamespace({ namespace: 'default' }).finally(() => connection.close());
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
    }
  }
}
