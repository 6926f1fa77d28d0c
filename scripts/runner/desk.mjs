import { watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './bootstrap.mjs';
import { isFresh, startPostgres } from './database.mjs';
import { lastLines } from './postgres-cluster.ts';
import { beginLog, spawnLogged } from './processes.mjs';
import { readState, secretsOf, writeState } from './settings.mjs';
import { startTemporal } from './temporal-server.mjs';
import { buildWeb } from './web.mjs';

/** London time at which the demonstration day begins: a fresh database's training clock stands here before the first arrest. */
const DEMO_START = '2025-12-15T15:00';
const WATCHED_BY_NODE = ['api', 'relay', 'watchdog'];
const WORKER_SOURCES = ['main', 'workflows', 'activities', 'platform', 'domain', 'gateways'];
const answers = (url) => () => fetch(url, { signal: AbortSignal.timeout(2_000) }).then((response) => response.ok, () => false);

/** Starts everything in order: database, engine, identity provider, courts, worker, relay, watchdog, api. Answers what the end of the start needs. */
export async function startDesk({ settings, options, processes, say }) {
  const secrets = secretsOf(settings.files);
  const base = { ...process.env, ...settings.environment(options.dev) };
  const [superuserUrl, engine] = await Promise.all([database({ settings, processes, say }, secrets), engineOf({ settings, processes, say }), options.dev ? null : buildWeb(say)]);
  const env = engine === null ? without(base, 'TEMPORAL_ADDRESS') : { ...base, TEMPORAL_ADDRESS: engine };
  await prepare({ settings, options, processes, say }, env, superuserUrl);
  await services({ settings, options, processes, say }, env);
  await demonstration({ settings, processes, say }, env);
  return { env, engine };
}

const without = (env, name) => Object.fromEntries(Object.entries(env).filter(([key]) => key !== name));

async function database({ settings, processes, say }, secrets) {
  if (process.env.DATABASE_URL) {
    say(`PostgreSQL: the server at ${new URL(process.env.DATABASE_URL).host} (DATABASE_URL).`);
    return process.env.PEEL_DB_SUPERUSER_URL ?? null;
  }
  say(`PostgreSQL starts on port ${settings.ports.pg} …`);
  const url = await startPostgres(processes, settings, secrets.superuser);
  say('PostgreSQL is ready.');
  return url;
}

/** The engine's address; null where there is none, and the desk goes on without. */
async function engineOf({ settings, processes, say }) {
  if (process.env.TEMPORAL_ADDRESS) {
    say(`Temporal: the server at ${process.env.TEMPORAL_ADDRESS} (TEMPORAL_ADDRESS).`);
    return process.env.TEMPORAL_ADDRESS;
  }
  say(`Temporal starts on port ${settings.ports.temporal} …`);
  if (await startTemporal(processes, settings, say)) { say('Temporal is ready.'); return `127.0.0.1:${settings.ports.temporal}`; }
  say('The desk starts without its engine: acts, tasks and clocks work, nothing is done by itself. Bells wait until there is one.');
  return null;
}

/** Runs one of Peel's programs to its end and shows its last word. Throws with its last words where it fails. */
async function once({ settings: { files }, processes, say }, { name, file, show = false }, env) {
  const log = beginLog(files.logs, name);
  const begin = () => spawnLogged({ name, command: process.execPath, args: [join(ROOT, file)], env }, { logs: files.logs, show });
  await processes.finish({ name, layer: 4, begin });
  if (!show) say(lastLines(log, 1));
}

async function prepare({ settings, options, processes, say }, env, superuserUrl) {
  const training = env.PEEL_TRAINING === '1';
  const demo = training && !options.empty;
  if (await isFresh(env, superuserUrl)) writeState(settings.files, { demo: demo ? 'owed' : 'none' });
  else if (options.clock) say('--clock starts the clock of a fresh database; this one is not. Add --fresh, or advance it: npm run clock -- TIME');
  const given = { PEEL_DB_SUPERUSER_URL: superuserUrl, PEEL_CLOCK: options.clock ?? (demo ? DEMO_START : null) };
  await once({ settings, processes, say }, { name: 'migrate', file: 'platform/migrate-main.ts' }, { ...env, ...present(given) });
  if (training) await once({ settings, processes, say }, { name: 'seed', file: 'main/seed.ts' }, env);
}

const present = (settings) => Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== null));

async function services({ settings: { files, ports }, options, processes, say }, env) {
  const service = (name, layer, file, more = {}) => {
    beginLog(files.logs, name);
    const args = [...(options.dev && WATCHED_BY_NODE.includes(name) ? ['--watch', '--watch-preserve-output'] : []), join(ROOT, file)];
    return processes.start({ name, layer, begin: () => spawnLogged({ name, command: process.execPath, args, env }, { logs: files.logs, show: options.dev }), ...more });
  };
  const own = [];
  if (!process.env.PEEL_OIDC_ISSUER) own.push(service('identity', 1, 'gateways/identity-provider/simulator.ts', { ready: answers(`${env.PEEL_OIDC_ISSUER}/.well-known/openid-configuration`) }));
  if (!process.env.PEEL_COURTS_URL) own.push(service('courts', 1, 'gateways/courts/simulator-main.ts', { ready: answers(`${env.PEEL_COURTS_URL}/healthz`) }));
  say('Identity provider, courts, worker, relay, watchdog and api start …');
  if (env.TEMPORAL_ADDRESS) own.push(service('worker', 2, 'main/worker.ts'));
  own.push(service('relay', 2, 'main/relay.ts'), service('watchdog', 2, 'main/watchdog.ts'), service('api', 3, 'main/api.ts', { ready: answers(`http://127.0.0.1:${ports.web}/readyz`) }));
  if (options.dev) own.push(webInDevelopment({ files, ports, processes }, env));
  await Promise.all(own);
  if (options.dev) restartWorkerOnChange(processes);
  say('All processes answer.');
}

/** Node's own watching speaks to the engine's worker threads, which do not understand it: the worker is watched from here. */
function restartWorkerOnChange(processes) {
  let waiting;
  for (const folder of WORKER_SOURCES) watch(join(ROOT, folder), { recursive: true }, () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void processes.restart('worker'), 300);
  });
}

function webInDevelopment({ files, ports, processes }, env) {
  const proxy = join(files.data, 'proxy.json');
  const target = { target: `http://127.0.0.1:${ports.web}`, secure: false };
  writeFileSync(proxy, JSON.stringify({ '/api': target, '/auth': target, '/healthz': target, '/readyz': target }));
  beginLog(files.logs, 'web');
  const args = ['node_modules/@angular/cli/bin/ng.js', 'serve', '--host', '127.0.0.1', '--port', String(ports.dev), '--proxy-config', proxy];
  const begin = () => spawnLogged({ name: 'web', command: process.execPath, args, env: { ...env, NG_CLI_ANALYTICS: 'false' } }, { logs: files.logs, show: true });
  return processes.start({ name: 'web', layer: 4, begin, ready: answers(`http://127.0.0.1:${ports.dev}/`) });
}

/** Loads the demonstration day where it is owed; one that was broken off goes on where it stopped. */
async function demonstration({ settings, processes, say }, env) {
  if (readState(settings.files).demo !== 'owed') return;
  say('Loading the demonstration day …');
  await once({ settings, processes, say }, { name: 'demo', file: 'scripts/demo/main.ts', show: true }, env);
  writeState(settings.files, { demo: 'loaded' });
  say('The demonstration day is loaded.');
}
