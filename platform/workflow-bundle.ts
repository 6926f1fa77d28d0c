import { bundleWorkflowCode, type WorkflowBundle } from '@temporalio/worker';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { FAILURE_CONVERTER } from './temporal.ts';
import { runtimeLogger } from './temporal-runtime.ts';

const WORKFLOWS = fileURLToPath(new URL('../workflows/', import.meta.url));
const CACHE = fileURLToPath(new URL('../.cache/workflow-bundle/', import.meta.url));
const SDK = createRequire(import.meta.url)('@temporalio/workflow/package.json') as { version: string };

/** Hash of all that the bundle is made of: workflow code, the failure converter, the SDK. Types from the domain leave no code behind. */
async function sourceHash(): Promise<string> {
  const files = (await readdir(WORKFLOWS, { recursive: true })).filter((f) => f.endsWith('.ts') && !f.endsWith('-test.ts')).sort();
  const hash = createHash('sha256').update(SDK.version).update(await readFile(FAILURE_CONVERTER));
  for (const file of files) hash.update(file).update(await readFile(`${WORKFLOWS}${file}`));
  return hash.digest('hex').slice(0, 24);
}

/** The workflows as one script, built once per state of their source (1.5 s, 300 MB) and kept in the project's cache. */
export async function workflowBundle(log: Logger): Promise<WorkflowBundle> {
  const path = `${CACHE}${await sourceHash()}.js`;
  const kept = await readFile(path, 'utf8').catch(() => null);
  if (kept !== null) return { code: kept };
  const bundle = await bundleWorkflowCode({ workflowsPath: `${WORKFLOWS}index.ts`, failureConverterPath: FAILURE_CONVERTER, logger: runtimeLogger(log) });
  await mkdir(CACHE, { recursive: true });
  await writeFile(`${path}.${process.pid}`, bundle.code);
  await rename(`${path}.${process.pid}`, path);
  return bundle;
}
