import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './bootstrap.mjs';
import { NOTHING, one } from './counts.mjs';
import { runProgram } from './run-program.mjs';

const LINGERS = 20_000;

/** Runs test files by Mocha. A run that ends without a result, or leaves something running, has failed. */
export async function runMocha(name, files, env = {}, options = []) {
  const counts = join(tmpdir(), `peel-counts-${process.pid}-${name}.json`);
  rmSync(counts, { force: true });
  const args = ['node_modules/mocha/bin/mocha.js', '--forbid-only', '--reporter', join(ROOT, 'tests/support/counting-reporter.mjs'), ...options, ...files];
  let lingered = false;
  const { code } = await runProgram(args, { TZ: 'UTC', NODE_ENV: 'test', ...env, PEEL_TEST_COUNTS: counts }, { onStart: (child) => endLingering(child, counts, () => { lingered = true; }) });
  const result = existsSync(counts) ? JSON.parse(readFileSync(counts, 'utf8')) : NOTHING;
  rmSync(counts, { force: true });
  if (lingered) process.stdout.write(`${name}: the tests had ended, but something they started had not after ${LINGERS / 1_000} s\n`);
  return lingered || (code !== 0 && result.failed === 0) ? { ...result, failed: result.failed + one(false).failed } : result;
}

function endLingering(child, counts, onLingering) {
  let since = null;
  const looking = setInterval(() => {
    if (since === null && existsSync(counts)) since = performance.now();
    if (since === null || performance.now() - since < LINGERS) return;
    onLingering();
    child.kill('SIGKILL');
  }, 250);
  child.once('exit', () => clearInterval(looking));
}
