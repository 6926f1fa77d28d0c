import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { say } from './bootstrap.mjs';
import { one, sum, words } from './counts.mjs';
import { SUITES } from './suites.mjs';

/** `npm test [-- suite or file …]`: all suites, or those named, or only the files named. */
function asked(args) {
  const named = SUITES.filter(({ name }) => args.includes(name));
  const paths = args.filter((arg) => !named.some(({ name }) => name === arg));
  const missing = paths.filter((path) => !existsSync(path));
  if (missing.length > 0) throw new Error(`Neither a suite nor a file: ${missing.join(', ')}. Suites: ${SUITES.map(({ name }) => name).join(' ')}`);
  return { suites: named.length > 0 ? named : SUITES, only: paths.length > 0 ? new Set(paths.map((path) => resolve(path))) : null };
}

async function provide(needs) {
  const env = {};
  for (const need of needs) Object.assign(env, await need());
  return env;
}

async function runSuite(suite, found) {
  try {
    return await suite.run(found, await provide(suite.needs));
  } catch (error) {
    process.stdout.write(`${error.message}\n`);
    return one(false);
  }
}

async function main(args) {
  const { suites, only } = asked(args);
  const rows = [];
  for (const suite of suites) {
    const found = suite.files().filter((file) => only === null || only.has(resolve(file)));
    if (found.length === 0) { if (only === null) rows.push(`${suite.name.padEnd(12)} no files yet`); continue; }
    process.stdout.write(`\n── ${suite.name} ──\n`);
    const from = performance.now();
    const counts = await runSuite(suite, found);
    rows.push({ counts, text: `${suite.name.padEnd(12)} ${words(counts)} in ${((performance.now() - from) / 1_000).toFixed(1)} s` });
  }
  const total = sum(rows.flatMap((row) => row.counts ?? []));
  process.stdout.write(`\n${rows.map((row) => row.text ?? row).join('\n')}\n\n`);
  say('The tests have ended.');
  process.stdout.write(`${words(total)}\n`);
  return total.failed === 0 && total.passed > 0;
}

for (const [signal, code] of [['SIGINT', 130], ['SIGTERM', 143]]) process.once(signal, () => process.exit(code));
try {
  process.exit(await main(process.argv.slice(2)) ? 0 : 1);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
