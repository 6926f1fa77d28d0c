import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { endLeftover } from './postgres-cluster.ts';
import { signalGroup } from './processes.mjs';

const RUNNER_ENDS_WITHIN = 15_000;
const CHILD_ENDS_WITHIN = 4_000;

/** A process as it can be recognised later: its number alone may by then be another's. */
function identity(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? null : { pid, began: fields[19], command: readFileSync(`/proc/${pid}/cmdline`, 'utf8') };
  } catch {
    return null;
  }
}

const isSame = (known) => {
  const now = identity(known.pid);
  return now !== null && now.began === known.began && now.command === known.command;
};

/** Writes down who runs, so that the next start can end what this one may leave behind. */
export function writeRun({ run }, children) {
  mkdirSync(dirname(run), { recursive: true, mode: 0o700 });
  const known = children.map(({ name, child }) => ({ name, ...identity(child.pid) })).filter(({ pid }) => pid);
  writeFileSync(`${run}.new`, JSON.stringify({ runner: identity(process.pid), children: known }));
  renameSync(`${run}.new`, run);
}

export const forgetRun = ({ run }) => rmSync(run, { force: true });

const readRun = ({ run }) => {
  try {
    return JSON.parse(readFileSync(run, 'utf8'));
  } catch {
    return { runner: null, children: [] };
  }
};

/** Ends what a killed run left. Throws where a run is still alive and does not end by itself. */
export async function endLeftovers(files, say) {
  const { runner, children } = readRun(files);
  if (runner) await otherRunner(runner, say);
  const left = children.filter(isSame);
  if (left.length > 0) say(`A run before this one was killed: ending what it left (${left.map(({ name }) => name).join(', ')}) …`);
  await Promise.all(left.filter(({ name }) => name !== 'postgres').map(endChild));
  if (existsSync(files.pg)) await endLeftover(files.pg);
  forgetRun(files);
}

async function otherRunner(runner, say) {
  if (!isSame(runner)) return;
  say(`Another run of this desk (process ${runner.pid}) is alive: waiting whether it ends …`);
  for (const until = Date.now() + RUNNER_ENDS_WITHIN; isSame(runner); await later(200)) {
    if (Date.now() > until) throw new Error(`This desk runs already, as process ${runner.pid}. Stop it there with Ctrl-C, or by: kill ${runner.pid}. A second desk needs PEEL_DATA and ports of its own.`);
  }
}

async function endChild(known) {
  signalGroup(known.pid, 'SIGTERM');
  for (const until = Date.now() + CHILD_ENDS_WITHIN; isSame(known); await later(50)) if (Date.now() > until) signalGroup(known.pid, 'SIGKILL');
}
