import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { ROOT } from './bootstrap.mjs';
import { lastLines } from './postgres-cluster.ts';

const READY_WITHIN = 90_000;
const STOPS_WITHIN = 8_000;
const MOST_RESTARTS = 5;
const gone = (child) => child.exitCode !== null || child.signalCode !== null;
const end = (child) => (child.signalCode ? `was ended by ${child.signalCode}` : `ended with ${child.exitCode}`);

export const logOf = (logs, name) => join(logs, `${name}.log`);

/** Keeps the log of the run before, and begins a new one. */
export function beginLog(logs, name) {
  mkdirSync(logs, { recursive: true });
  const log = logOf(logs, name);
  if (existsSync(log)) renameSync(log, join(logs, `${name}.previous.log`));
  return log;
}

/** Starts a program in a process group of its own, its words in its log, and shown with its name where `show` is set. */
export function spawnLogged({ name, command, args, env }, { logs, show }) {
  const log = openSync(logOf(logs, name), 'a');
  const child = spawn(command, args, { cwd: ROOT, env, detached: true, stdio: show ? ['ignore', 'pipe', 'pipe'] : ['ignore', log, log] });
  closeSync(log);
  if (show) for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => process.stdout.write(text.replace(/^(?=.)/gm, `${name.padEnd(9)}│ `)));
  return child;
}

/** Ends a process group: asked first, made to after 8 seconds. */
export async function endGroup(child, signal = 'SIGTERM') {
  if (gone(child)) return;
  const exited = new Promise((resolve) => { child.once('exit', resolve); });
  signalGroup(child.pid, signal);
  const hurry = setTimeout(() => signalGroup(child.pid, 'SIGKILL'), STOPS_WITHIN);
  await exited;
  clearTimeout(hurry);
}

export function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/**
 * The processes of a desk. Each is `{ name, layer, begin, ready?, stop? }`; `begin` starts it, `ready` answers true once it serves. One
 * that ends by itself is started again, five times at most. They are stopped layer by layer, the highest first.
 */
export function keepProcesses({ say, logs, onChange }) {
  const running = new Map();
  let stopping = false;

  async function start(spec) {
    const child = await spec.begin();
    const entry = { ...spec, child, restarts: spec.restarts ?? 0 };
    running.set(spec.name, entry);
    onChange([...running.values()]);
    await answering(entry);
    child.once('exit', () => void fell(entry));
    if (gone(child)) await fell(entry);
  }

  async function answering({ name, child, ready }) {
    for (const until = Date.now() + READY_WITHIN; ready && !(await ready()); await later(100)) {
      if (gone(child)) throw new Error(`${name} ${end(child)}. Its last words (${logOf(logs, name)}):\n${lastLines(logOf(logs, name))}`);
      if (Date.now() > until) throw new Error(`${name} did not answer within ${READY_WITHIN / 1_000} s. Its last words (${logOf(logs, name)}):\n${lastLines(logOf(logs, name))}`);
    }
  }

  async function fell(entry) {
    if (stopping || entry.fallen) return;
    entry.fallen = true;
    const { name, child, restarts } = entry;
    say(`${name} ${end(child)}. Its last words (${logOf(logs, name)}):\n${lastLines(logOf(logs, name))}`);
    if (restarts >= MOST_RESTARTS) { say(`${name} stays down: it ended ${restarts + 1} times. Mend it and start anew.`); return; }
    await later(1_000 * 2 ** restarts);
    if (stopping) return;
    say(`${name} starts again …`);
    await start({ ...entry, fallen: false, restarts: restarts + 1 }).catch((error) => say(error.message));
  }

  async function stopAll() {
    stopping = true;
    const entries = [...running.values()];
    for (const layer of [...new Set(entries.map((entry) => entry.layer))].toSorted((a, b) => b - a)) {
      await Promise.all(entries.filter((entry) => entry.layer === layer).map(({ child, signal }) => endGroup(child, signal)));
    }
    onChange([]);
  }

  return { start, stopAll };
}
