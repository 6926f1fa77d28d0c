import type { Refusal } from '#domain/shared/refusal';
import type { CommandResult } from '#platform/execute-command';
import type { Problem as FieldProblem } from '#platform/parse-body';

/** An answer that is not a success, as RFC 9457 problem details. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly extra: Readonly<Record<string, unknown>>;
  constructor(status: number, code: string, detail: string, extra: Readonly<Record<string, unknown>> = {}) {
    super(detail);
    this.status = status;
    this.code = code;
    this.extra = extra;
  }
}

export const notSignedIn = () => new Problem(401, 'NOT_SIGNED_IN', 'You are not signed in, or your session has ended. Sign in again; what you typed is kept.');
export const notAllowed = (what: string) => new Problem(403, 'NOT_ALLOWED', `Your post does not allow this: ${what}. Ask your supervisor or an administrator if you need it.`);
export const absent = () => new Problem(404, 'NOT_FOUND', 'There is nothing here that you may see.');
export const badShape = (problems: readonly FieldProblem[]) => new Problem(400, 'BAD_SHAPE', 'Some fields need mending.', { problems });
export const busy = (words = 'Somebody else is saving this record just now. Nothing was lost; try again in a moment.') => new Problem(503, 'BUSY', words);
/** PostgreSQL gave up waiting for a lock (55P03). */
export const isBusy = (error: unknown): boolean => (error as { code?: string }).code === '55P03';
export const refused = (refusals: readonly Refusal[], extra: Readonly<Record<string, unknown>> = {}) =>
  new Problem(409, 'REFUSED', refusals.map((r) => r.message).join(' '), { refusals, ...extra });

type Accepted = Extract<CommandResult, { outcome: 'accepted' }>;

/** The only map from a command's outcome to HTTP. Throws a Problem for anything but an acceptance. */
export function accepted(result: CommandResult): Accepted {
  switch (result.outcome) {
    case 'accepted': return result;
    case 'refused': throw refused(result.refusals, { version: result.version, ...(result.place === undefined ? {} : { place: result.place }) });
    case 'bad-shape': throw new Problem(400, 'BAD_SHAPE', 'Some fields need mending.', { problems: result.problems, ...(result.place === undefined ? {} : { place: result.place }) });
    case 'absent': throw absent();
    case 'busy': throw busy();
  }
}
