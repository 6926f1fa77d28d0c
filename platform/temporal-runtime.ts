import { makeTelemetryFilterString, Runtime, type Logger as RuntimeLogger, type LogLevel } from '@temporalio/worker';
import type { Logger } from 'pino';

/** What a line of the engine may carry: opaque ids and counters. */
const KEPT = ['sdkComponent', 'namespace', 'taskQueue', 'workflowId', 'runId', 'workflowType', 'activityType', 'activityId', 'attempt', 'isLocal', 'durationMs'];
const LEVELS = { TRACE: 'trace', DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const satisfies Record<LogLevel, string>;

function keep(meta: Record<string | symbol, unknown> = {}): Record<string, unknown> {
  const kept = Object.fromEntries(KEPT.flatMap((key) => (meta[key] === undefined ? [] : [[key, meta[key]]])));
  return meta['error'] === undefined ? kept : { ...kept, err: meta['error'] };
}

/** Temporal's lines through ours, with everything dropped that is not on the list. */
export function runtimeLogger(log: Logger): RuntimeLogger {
  const line = (level: LogLevel, message: string, meta?: Record<string | symbol, unknown>) => log[LEVELS[level]](keep(meta), message);
  return {
    log: line, trace: (m, meta) => line('TRACE', m, meta), debug: (m, meta) => line('DEBUG', m, meta),
    info: (m, meta) => line('INFO', m, meta), warn: (m, meta) => line('WARN', m, meta), error: (m, meta) => line('ERROR', m, meta),
  };
}

/** Installs the engine's runtime once per process. The process ends workers itself, hence no signals of its own. */
export function installRuntime(log: Logger): void {
  Runtime.install({
    logger: runtimeLogger(log), shutdownSignals: [],
    telemetryOptions: { logging: { forward: {}, filter: makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' }) } },
  });
}
