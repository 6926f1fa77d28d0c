import { spawn } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// This file runs on Node 20 with nothing installed.
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const MODULES = join(ROOT, 'node_modules');
const NODE = join(MODULES, `node-${process.platform}-${process.arch}`, 'bin', 'node');
const started = performance.now() - Number(process.env.PEEL_STARTED_AGO ?? 0);
/** True where a Node of another version has started this process, and waits for it. */
export const HAS_BOOTSTRAP = 'PEEL_STARTED_AGO' in process.env;
delete process.env.PEEL_STARTED_AGO;

/** A line on what is being done, with the seconds since the command began. */
export function say(text) {
  process.stdout.write(`[${((performance.now() - started) / 1_000).toFixed(1).padStart(6)} s] ${text}\n`);
}

/** Installs what is missing and goes on in `main` (a path from the root) on Node 24 with the same arguments; ends as it ends. */
export async function bootstrap(main, args = process.argv.slice(2)) {
  await install();
  const file = join(ROOT, main);
  if (existsSync(NODE) && realpathSync(process.execPath) !== realpathSync(NODE)) return again(file, args);
  if (Number(process.versions.node.split('.')[0]) < 24) throw new Error(`Peel runs on Node 24, which its packages bring for Linux on x64 and arm64 only. On ${process.platform} ${process.arch} install Node 24 and try again.`);
  process.argv.splice(1, process.argv.length, file, ...args);
  process.env.PATH = `${join(MODULES, '.bin')}:${process.env.PATH}`;
  return import(file);
}

function again(file, args) {
  const env = { ...process.env, PATH: `${join(MODULES, '.bin')}:${process.env.PATH}`, PEEL_STARTED_AGO: String(performance.now() - started) };
  const child = spawn(NODE, [file, ...args], { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => { process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 143); resolve(); });
  });
}

/** Runs `npm ci` where the installed packages are not those of the lock. */
async function install() {
  if (isInstalled()) return;
  say(existsSync(MODULES) ? 'The lock has changed: installing its packages again (npm ci) …' : 'Installing packages (npm ci), 1 to 2 minutes the first time …');
  const ticking = setInterval(() => say('… still installing'), 15_000);
  try {
    await npmCi();
  } finally {
    clearInterval(ticking);
  }
  say('Packages installed.');
}

function npmCi() {
  const args = ['ci', '--include=dev', '--include=optional', '--ignore-scripts=false', '--no-audit', '--no-fund', '--progress=false', '--loglevel=error'];
  const child = spawn('npm', args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, NODE_ENV: 'development' } });
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new Error(`npm could not be run: ${error.message}`)));
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`npm ci ended with ${code}: its own words are above. Needed: the npm registry, or a cache of it.`))));
  });
}

/** npm writes the hidden lock last, so that it is there only after a complete installation. */
function isInstalled() {
  const wanted = packagesOf(join(ROOT, 'package-lock.json'));
  const have = packagesOf(join(MODULES, '.package-lock.json'));
  if (!wanted || !have) return false;
  return Object.entries(wanted).every(([path, { version, integrity, optional, devOptional }]) => {
    if (path === '') return true;
    const installed = have[path];
    return installed ? installed.version === version && installed.integrity === integrity : Boolean(optional ?? devOptional);
  });
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return null;
  }
}
