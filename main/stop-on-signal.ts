import type { Logger } from 'pino';

/** Ends the process in order at the first SIGINT or SIGTERM, and at once at the second. */
export function stopOnSignal(log: Logger, stop: () => Promise<void>): void {
  let stopping = false;
  const end = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    stop().then(() => process.exit(0), (error: unknown) => { log.error({ err: error }, 'It did not stop in order'); process.exit(1); });
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}
