import { readFileSync } from 'node:fs';
import { HAS_BOOTSTRAP } from './bootstrap.mjs';

/** The processes between npm and this one, or the one that `PEEL_ENDS_WITH` names: where one of them is killed, nobody is left to press Ctrl-C. */
function ancestorsUpToNpm() {
  if (process.env.PEEL_ENDS_WITH) return [Number(process.env.PEEL_ENDS_WITH)];
  const chain = [];
  for (let pid = process.ppid; pid > 1; pid = parentOf(pid)) {
    chain.push(pid);
    if (/(^|[/\0])npm(-cli\.js)?(\0| )/.test(read(pid, 'cmdline'))) return chain;
  }
  return HAS_BOOTSTRAP ? chain.slice(0, 1) : [];
}

function read(pid, what) {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'utf8');
  } catch {
    return '';
  }
}

const afterName = (pid) => { const stat = read(pid, 'stat'); return stat.slice(stat.lastIndexOf(')') + 2).split(' '); };
const parentOf = (pid) => Number(afterName(pid)[1] ?? 0);
const isAlive = (pid) => !['', 'Z', 'X'].includes(afterName(pid)[0]);

/** Calls `end` once npm, or what stands between it and this process, is gone. */
export function onOrphaned(end) {
  const chain = ancestorsUpToNpm();
  const looking = setInterval(() => {
    if (chain.every(isAlive)) return;
    clearInterval(looking);
    end();
  }, 500);
  looking.unref();
}
