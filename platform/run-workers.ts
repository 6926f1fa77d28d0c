import { NativeConnection, Worker } from '@temporalio/worker';
import type { Logger } from 'pino';
import { PROCESS_KINDS } from '#domain/records';
import { readBuild, type Build } from './build.ts';
import type { Config } from './config.ts';
import { asSystem, type Database } from './database.ts';
import { sayState } from './process-state.ts';
import { dataConverter, namespaceId, taskQueue, temporalAddress } from './temporal.ts';
import { Wake } from './wake.ts';
import { workflowBundle } from './workflow-bundle.ts';

interface WorkersParts {
  readonly db: Database;
  readonly config: Config;
  readonly log: Logger;
  /** Activities by task queue. */
  readonly activities: Readonly<Record<string, object>>;
}

/** What the worker says of itself, for the operations page. */
export interface WorkerState {
  readonly state: 'looking for Temporal' | 'running' | 'stopped';
  readonly queues: readonly string[];
  readonly build: Build;
}

const PAUSE = 2_000;
const SAY = 2_000;
/** Of the attempts to reach a server that is away, every so many is told: one a minute. */
const TOLD = 30;

const AWAY = 'Temporal does not answer; records are kept, alarms wait for the watchdog';

interface Running extends WorkersParts {
  readonly queues: readonly string[];
  readonly wake: Wake;
  readonly build: Build;
  state: WorkerState['state'];
  wanted: boolean;
  connection: NativeConnection | null;
  workers: readonly Worker[];
}

/** Works every area's queue until it is stopped; while Temporal is not there it says so and looks again, for ever. */
export function startWorkers(parts: WorkersParts): { stop: () => Promise<void> } {
  const queues = [...new Set(PROCESS_KINDS.map(taskQueue))];
  const running: Running = { ...parts, queues, wake: new Wake(), build: readBuild(), state: 'looking for Temporal', wanted: true, connection: null, workers: [] };
  const saying = setInterval(() => { look(running).then(() => say(running)).catch(() => undefined); }, SAY);
  const loop = work(running);
  return {
    stop: async () => {
      running.wanted = false;
      endAll(running.workers);
      running.wake.ring();
      await loop;
      clearInterval(saying);
      running.state = 'stopped';
      await say(running).catch(() => undefined);
    },
  };
}

async function work(running: Running): Promise<void> {
  const bundle = await workflowBundle(running.log);
  for (let tries = 0; running.wanted; tries += 1) {
    try {
      await workOnce(running, bundle);
    } catch (error) {
      if (running.state === 'running') running.log.error({ err: error }, 'The workers stopped and will start again');
      else if (tries % TOLD === 0) running.log.warn({ address: temporalAddress(running.config) }, AWAY);
    }
    running.state = 'looking for Temporal';
    if (running.wanted) await running.wake.sleep(PAUSE);
  }
}

async function workOnce(running: Running, bundle: { code: string }): Promise<void> {
  const { config, log, queues } = running;
  const connection = await NativeConnection.connect({ address: temporalAddress(config) });
  try {
    running.workers = await Promise.all(queues.map((queue) => Worker.create({
      connection, namespace: config.TEMPORAL_NAMESPACE, taskQueue: queue, workflowBundle: bundle, dataConverter: dataConverter(config),
      activities: running.activities[queue] ?? {}, shutdownGraceTime: '8 s', shutdownForceTime: '12 s',
      maxConcurrentLocalActivityExecutions: 8,
    })));
    running.connection = connection;
    running.state = 'running';
    log.info({ queues }, 'The workers run');
    if (running.wanted) await runTogether(running.workers);
  } finally {
    running.workers = [];
    running.connection = null;
    await connection.close();
  }
}

const endAll = (workers: readonly Worker[]): void => workers.filter((w) => w.getState() === 'RUNNING').forEach((w) => w.shutdown());

/** All of them or none: one that fails ends the others, and its error is thrown. */
async function runTogether(workers: readonly Worker[]): Promise<void> {
  const ended = await Promise.allSettled(workers.map((w) => w.run().finally(() => endAll(workers))));
  const failed = ended.find((e) => e.status === 'rejected');
  if (failed) throw failed.reason as Error;
}

/** A worker outlives its server and reconnects by itself; this only says so. */
async function look(running: Running): Promise<void> {
  if (!running.connection) return;
  const up = await namespaceId(running.connection, running.config, SAY).then(() => true, () => false);
  if (!running.connection || up === (running.state === 'running')) return;
  running.state = up ? 'running' : 'looking for Temporal';
  running.log[up ? 'info' : 'warn'](up ? 'Temporal answers again' : AWAY);
}

const say = ({ db, state, queues, build }: Running): Promise<void> => asSystem(db, ({ trx }) => sayState(trx, 'worker', { state, queues, build } satisfies WorkerState));
