import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
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
  if (!show) closeSync(log);
  else for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => { writeSync(log, text); process.stdout.write(text.replace(/^(?=.)/gm, `${name.padEnd(9)}│ `)); });
  return child;
}

/** Ends a process group: asked first, made to after 8 seconds. */
export async function endGroup(child, signal = 'SIGTERM') {
  if (gone(child)) return;
  const ended = exited(child);
  signalGroup(child.pid, signal);
  const hurry = setTimeout(() => signalGroup(child.pid, 'SIGKILL'), STOPS_WITHIN);
  await ended;
  clearTimeout(hurry);
}

export function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

const exited = (child) => new Promise((resolve) => { if (gone(child)) resolve(); else child.once('exit', resolve); });
const never = () => new Promise(() => {});

/**
 * The processes of a desk. Each is `{ name, layer, begin, ready? }`; `begin` starts it, `ready` answers true once it serves. One that
 * ends by itself is started again, five times at most. They are stopped layer by layer, the highest first.
 */
export class Processes {
  #running = new Map();
  #beginning = new Set();
  #replaced = new WeakSet();
  #stopping = false;

  constructor({ say, logs, onChange }) {
    Object.assign(this, { say, logs, onChange });
  }

  /** Starts a process that stays, and waits until it serves. Throws with its last words where it does not. */
  async start(spec) {
    const entry = await this.#begin(spec);
    await this.#answering(entry);
    void exited(entry.child).then(() => this.#fell(entry));
  }

  /** Ends a process in order and starts it anew: its sources have changed. */
  async restart(name) {
    const { child, ...spec } = this.#running.get(name) ?? {};
    if (!child || this.#stopping || this.#replaced.has(child)) return;
    this.#replaced.add(child);
    await endGroup(child);
    await this.start({ ...spec, restarts: 0 }).catch((error) => this.say(error.message));
  }

  /** Runs a process to its end. Throws with its last words where it fails. */
  async finish(spec) {
    const { name, child } = await this.#begin(spec);
    await exited(child);
    if (this.#stopping) await never();
    this.#running.delete(name);
    this.#tell();
    if (child.exitCode !== 0) throw new Error(`${name} ${end(child)}. ${this.#lastWords(name)}`);
  }

  async stopAll() {
    this.#stopping = true;
    await Promise.allSettled(this.#beginning);
    const entries = [...this.#running.values()];
    for (const layer of [...new Set(entries.map((entry) => entry.layer))].toSorted((a, b) => b - a)) {
      await Promise.all(entries.filter((entry) => entry.layer === layer).map(({ child, signal }) => endGroup(child, signal)));
    }
  }

  #tell() { this.onChange([...this.#running.values()]); }

  #lastWords(name) { return `Its last words (${logOf(this.logs, name)}):\n${lastLines(logOf(this.logs, name))}`; }

  async #begin(spec) {
    if (this.#stopping) return never();
    const begun = Promise.resolve(spec.begin());
    this.#beginning.add(begun);
    try {
      const entry = { restarts: 0, ...spec, child: await begun };
      this.#running.set(spec.name, entry);
      this.#tell();
      return entry;
    } finally {
      this.#beginning.delete(begun);
    }
  }

  async #answering({ name, child, ready }) {
    for (const until = Date.now() + READY_WITHIN; ready && !(await ready()); await later(100)) {
      if (this.#stopping) await never();
      if (gone(child)) throw new Error(`${name} ${end(child)}. ${this.#lastWords(name)}`);
      if (Date.now() > until) throw new Error(`${name} did not answer within ${READY_WITHIN / 1_000} s. ${this.#lastWords(name)}`);
    }
  }

  async #fell({ child, ...spec }) {
    if (this.#stopping || this.#replaced.has(child)) return;
    const { name, restarts } = spec;
    this.say(`${name} ${end(child)}. ${this.#lastWords(name)}`);
    if (restarts >= MOST_RESTARTS) { this.say(`${name} stays down: it ended ${restarts + 1} times. Mend it and start anew.`); return; }
    await later(1_000 * 2 ** restarts);
    this.say(`${name} starts again …`);
    await this.start({ ...spec, restarts: restarts + 1 }).catch((error) => this.say(error.message));
  }
}
