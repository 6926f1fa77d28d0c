import { NativeConnection, Worker } from '@temporalio/worker';
import pino from 'pino';
import type { Config } from '#platform/config';
import { connectEngine, dataConverter, temporalAddress, type Engine } from '#platform/temporal';
import { installRuntime } from '#platform/temporal-runtime';
import { workflowBundle } from '#platform/workflow-bundle';

export const SILENT = pino({ level: process.env['PEEL_LOG_LEVEL'] ?? 'silent' });
let installed = false;

/** The engine's runtime, once for a test process, silent unless `PEEL_LOG_LEVEL` says otherwise. */
export function quietRuntime(): void {
  if (!installed) installRuntime(SILENT);
  installed = true;
}

export interface EngineWorker {
  readonly engine: Engine;
  readonly stop: () => Promise<void>;
}

/** The real workflow bundle on one queue with the activities a test gives it, and a client that shares its codec. */
export async function startEngineWorker(config: Config, taskQueue: string, activities: object): Promise<EngineWorker> {
  quietRuntime();
  const connection = await NativeConnection.connect({ address: temporalAddress(config) });
  const worker = await Worker.create({
    connection, namespace: config.TEMPORAL_NAMESPACE, taskQueue, workflowBundle: await workflowBundle(SILENT), dataConverter: dataConverter(config), activities,
  });
  const ended = worker.run();
  const engine = connectEngine(config);
  return { engine, stop: async () => { worker.shutdown(); await ended; await connection.close(); await engine.close(); } };
}
