import pino, { type Logger } from 'pino';

/** An error as a log may hold it. A database's message can quote a value it was given, so only its code and constraint stay. */
export function plainError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: 'NotAnError' };
  const { code, constraint, table } = error as { code?: string; constraint?: string; table?: string };
  const fromDatabase = 'severity' in error;
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at ')).slice(0, 12);
  return {
    name: error.name, code, ...(fromDatabase ? { constraint, table } : { message: error.message }), stack: frames,
    ...(error.cause === undefined ? {} : { cause: plainError(error.cause) }),
  };
}

/** The log of one of Peel's processes: JSON lines on standard output; ids and codes, never names or what was typed. */
export const processLog = (name: string): Logger =>
  pino({ name, level: process.env['PEEL_LOG_LEVEL'] ?? 'info', serializers: { err: plainError } });
