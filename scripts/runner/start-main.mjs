import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { PERSONAS } from '#domain/force/personas';
import { readTime, withOffset } from '#domain/shared/local-time';
import { POST_WORDS, RANK_WORDS } from '#domain/shared/posts';
import { say } from './bootstrap.mjs';
import { startDesk } from './desk.mjs';
import { endLeftovers, forgetRun, writeRun } from './leftovers.mjs';
import { onOrphaned } from './lifeline.mjs';
import { readOptions, USAGE } from './options.mjs';
import { checkPorts } from './ports.mjs';
import { Processes } from './processes.mjs';
import { readSettings } from './settings.mjs';

const SAME_SIGNAL = 1_500; // Ctrl-C reaches this process once itself and once through what started it

function portsOf({ ports, portVariable }, { dev }) {
  const { DATABASE_URL, TEMPORAL_ADDRESS, PEEL_OIDC_ISSUER, PEEL_COURTS_URL } = process.env;
  const all = [['the desk', 'web', true], ['PostgreSQL', 'pg', !DATABASE_URL], ['Temporal', 'temporal', !TEMPORAL_ADDRESS], ['the identity provider', 'idp', !PEEL_OIDC_ISSUER], ['the courts', 'courts', !PEEL_COURTS_URL], ['ng serve', 'dev', dev]];
  return all.filter(([, , wanted]) => wanted).map(([what, name]) => [what, ports[name], portVariable(name)]);
}

/** Before anything is forgotten: a time that did not happen, or happened twice, begins no clock. */
function checkClock({ clock }) {
  if (clock === undefined) return;
  const { problem } = readTime(clock);
  if (problem) throw new Error(`--clock ${clock}: ${problem.message}${problem.choices.length > 0 ? `\nWrite it as ${problem.choices.map(withOffset).join(' or ')}.` : ''}`);
}

function wipe({ data, pg }) {
  say('Forgetting everything kept here (--fresh) …');
  for (const folder of [data, dirname(pg) === data ? pg : dirname(pg)]) rmSync(folder, { recursive: true, force: true });
}

/** Ends everything in order at the first signal, and at once at a later one. */
function endOnSignal(processes, files) {
  let since = null;
  const end = async (code) => {
    if (since !== null) { if (performance.now() - since > SAME_SIGNAL) process.exit(1); return; }
    since = performance.now();
    say('Stopping …');
    await processes.stopAll();
    forgetRun(files);
    say('Stopped.');
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end(0));
  process.stdout.on('error', () => {});
  process.stderr.on('error', () => {});
  onOrphaned(() => void end(1));
  return { end, isEnding: () => since !== null };
}

function farewell({ engine, env }) {
  const line = ([name, rank, post, where, tries]) => `  ${name.padEnd(14)} ${rank.padEnd(20)} ${post.padEnd(27)} ${where.padEnd(26)} ${tries}`;
  const people = [['NAME', 'RANK', 'POST', 'WHERE', 'TO TRY'], ...PERSONAS.map((p) => [p.name, RANK_WORDS[p.rank], POST_WORDS[p.post], p.stations.join(', ') || p.team || 'the force', p.tries])].map(line);
  process.stdout.write(`\nSign in as any of these, no password needed:\n${people.join('\n')}\n\n`);
  if (engine === null) process.stdout.write('Without the engine: see above for the ways to a Temporal server.\n');
  process.stdout.write(`Peel is ready: ${env.PEEL_PUBLIC_URL}   (Ctrl-C stops it)\n`);
}

async function main(args) {
  const options = readOptions(args);
  if (options.help) { process.stdout.write(`${USAGE}\n`); return; }
  checkClock(options);
  const settings = readSettings();
  await endLeftovers(settings.files, say);
  if (options.fresh) wipe(settings.files);
  await checkPorts(portsOf(settings, options));
  const processes = new Processes({ say, logs: settings.files.logs, onChange: (children) => writeRun(settings.files, children) });
  const { end, isEnding } = endOnSignal(processes, settings.files);
  writeRun(settings.files, []);
  try {
    const desk = await startDesk({ settings, options, processes, say });
    farewell(desk);
  } catch (error) {
    if (isEnding()) return;
    process.stderr.write(`\n${error.message}\n\n`);
    await end(1);
  }
}

await main(process.argv.slice(2)).catch((error) => { process.stderr.write(`${error.message}\n`); process.exit(1); });
