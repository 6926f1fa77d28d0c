import { spawn } from 'node:child_process';
import { ROOT } from './bootstrap.mjs';

const running = new Set();
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));

/** Runs a program of this Node to its end, its output shown and kept. `env` is added to ours. */
export function runProgram(args, env = {}, { onStart = () => {}, show = true } = {}) {
  const child = spawn(process.execPath, args, { cwd: ROOT, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  onStart(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => { output += text; if (show) process.stdout.write(text); });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => { running.delete(child); resolve({ code: code ?? 1, output }); });
  });
}
