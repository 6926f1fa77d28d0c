import { existsSync, globSync } from 'node:fs';
import { ROOT } from './bootstrap.mjs';
import { NOTHING, one, readCounts, sum } from './counts.mjs';
import { runMocha } from './mocha-suite.mjs';
import { browser, database, temporal, web } from './needs.mjs';
import { runProgram } from './run-program.mjs';

const VECTORS = 'tests/vectors/custody-vectors.json';
const files = (...patterns) => globSync(patterns, { cwd: ROOT, exclude: (path) => /(^|\/)(node_modules|dist|\..+)$/.test(path) }).toSorted();
const pass = async (name, args) => {
  const good = (await runProgram(args)).code === 0;
  process.stdout.write(`${good ? '✔' : '✘'} ${name}\n`);
  return one(good);
};

async function lint() {
  const server = await pass('lint: everything but web', ['node_modules/eslint/bin/eslint.js', '.', '--ignore-pattern', 'web/**', '--max-warnings', '0']);
  return sum([server, existsSync('web') ? await pass('lint: web', ['node_modules/eslint/bin/eslint.js', 'web', '--max-warnings', '0']) : NOTHING]);
}

async function types() {
  const projects = files('tsconfig.*.json', 'web/tsconfig.*.json').filter((file) => file !== 'tsconfig.base.json');
  const results = [];
  for (const project of projects) results.push(await pass(`types: ${project}`, [compilerFor(project), '-p', project, '--noEmit']));
  return sum(results);
}

/** Angular's own compiler checks the templates as well. */
const compilerFor = (project) => (project.startsWith('web/') ? 'node_modules/@angular/compiler-cli/bundles/src/bin/ngc.js' : 'node_modules/typescript/bin/tsc');

async function vectors() {
  const { code, output } = await runProgram(['tests/vectors/run-vectors.ts', VECTORS]);
  const counts = readCounts(output);
  return counts === null || (code !== 0 && counts.failed === 0) ? one(false) : counts;
}

const mocha = (name, patterns, needs = [], options = []) => ({ name, files: () => files(...patterns), needs, run: (found, env) => runMocha(name, found, env, options) });
const always = (name, run) => ({ name, files: () => [name], needs: [], run });

/** What `npm test` runs, in this order; a suite without a file yet is passed over, and says so. */
export const SUITES = [
  always('lint', lint),
  always('types', types),
  mocha('architecture', ['tests/architecture/*.test.ts'], [], ['--timeout', '30000']),
  mocha('domain', ['{domain,platform,gateways,scripts,api,activities,main,workflows,bench}/**/*.test.ts', 'tests/walks/*.test.ts'], [], ['--timeout', '10000']),
  { name: 'vectors', files: () => files(VECTORS), needs: [], run: vectors },
  mocha('db', ['{domain,platform,gateways,scripts,api,activities,main,workflows,migrations,tests,bench}/**/*.db-test.ts'], [database], ['--timeout', '60000']),
  mocha('api', ['{api,platform,main,gateways,tests}/**/*.api-test.ts'], [database], ['--timeout', '60000']),
  mocha('workflow', ['{workflows,activities,platform}/**/*.workflow-test.ts', 'tests/!(replay)/**/*.workflow-test.ts'], [database, temporal], ['--timeout', '60000']),
  mocha('replay', ['tests/replay/*.workflow-test.ts'], [], ['--timeout', '60000']),
  mocha('journeys', ['tests/journeys/*.journey.ts'], [temporal, browser, web], ['--timeout', '120000', '--slow', '10000']),
];
