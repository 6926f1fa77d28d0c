import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { freePort } from './engine-server.ts';
import { until } from './until.ts';

const MAIN = fileURLToPath(new URL('../../gateways/courts/simulator-main.ts', import.meta.url));

/** The courts' listing office in its own process, answering `answerAfter` milliseconds after a request. */
export async function courtsProcess(answerAfter: number): Promise<{ url: string; stop: () => Promise<void> }> {
  const port = await freePort();
  const child = spawn(process.execPath, [MAIN], { env: { ...process.env, PEEL_COURTS_PORT: String(port), PEEL_COURTS_ANSWER_AFTER: String(answerAfter) }, stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  const gone = once(child, 'exit');
  await until('the courts simulator answers', () => fetch(`${url}/healthz`).then((r) => r.ok, () => false));
  return { url, stop: async () => { child.kill('SIGTERM'); await gone; } };
}
