import type { Express, NextFunction, Request, Response } from 'express';
import type { ZodType } from 'zod';
import type { ZodMiniType } from 'zod/mini';
import { allows } from '#domain/shared/policy/policy';
import type { AuditLine } from '#platform/audit';
import { SYSTEM_CLAIMS, withActor, type Database, type Work } from '#platform/database';
import { callerOf, signedIn, type SignedIn } from './caller.ts';
import { absent, badShape, busy, isBusy, notAllowed, Problem } from './errors.ts';

type Schema = ZodType | ZodMiniType;

export interface Asked {
  readonly params: Record<string, string>;
  readonly query: Record<string, string>;
  readonly body: unknown;
  readonly who: SignedIn;
  readonly requestId: string;
  readonly db: Database;
}

/** One route, whole: nothing is served without a schema, a permission, an audit purpose and a handler. */
export interface Route {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly summary: string;
  /** `describes` stands in the OpenAPI document for a body whose inside is read later (an act's, by `decide`'s own refusals). */
  readonly schema: { readonly query?: Schema; readonly body?: Schema; readonly describes?: Schema; readonly response: Schema };
  /** Action and subject the caller's posts must allow for some scope; the handler checks the record's own. */
  readonly permission: readonly [action: string, subject: string];
  readonly purpose: string;
  /** The verb of the line that a failed attempt leaves, where it is not the permission's action. */
  readonly attempted?: (body: unknown) => string;
  /** `read`: inside one audited transaction under the caller's claims. `act`: opens its own. */
  readonly handler: ReadHandler | ActHandler;
}
type ReadHandler = { readonly kind: 'read'; readonly run: (asked: Asked, work: Work) => Promise<unknown> };
type ActHandler = { readonly kind: 'act'; readonly run: (asked: Asked) => Promise<unknown> };

export const read = (run: ReadHandler['run']): ReadHandler => ({ kind: 'read', run });
export const act = (run: ActHandler['run']): ActHandler => ({ kind: 'act', run });

/** NUL, and half of a character of two halves: PostgreSQL keeps neither. */
const UNKEEPABLE = /\\u0000|\\ud[89a-f][0-9a-f]{2}/i;

/** What was sent, as text again; brackets within brackets by the thousand are no form of ours. */
function textOf(value: unknown): string {
  try {
    return JSON.stringify(value ?? {});
  } catch (error) {
    if (error instanceof RangeError) throw badShape([{ field: '', message: 'This is nested too deep to be read. Send the fields of the form, nothing around them.' }]);
    throw error;
  }
}

function parse(schema: Schema | undefined, value: unknown): unknown {
  if (!schema) return value;
  if (UNKEEPABLE.test(textOf(value))) throw badShape([{ field: '', message: 'Some text holds a character that cannot be kept. Type it again.' }]);
  const parsed = schema.safeParse(value ?? {});
  if (parsed.success) return parsed.data;
  throw badShape(parsed.error.issues.map((i) => ({ field: i.path.map(String).join('.'), message: i.message })));
}

/** By some post and for some time; the handler asks for the record's own scope and the act's own time. */
function mayAtAll(who: SignedIn, [action, subject]: Route['permission']): boolean {
  return subject === 'Session' || allows(who.abilityAt(null), action, subject);
}

async function serve(db: Database, route: Route, request: Request): Promise<unknown> {
  const who = await signedIn(db, request);
  if (!mayAtAll(who, route.permission)) throw notAllowed(route.summary.toLowerCase());
  const asked: Asked = {
    params: request.params as Record<string, string>, query: parse(route.schema.query, request.query) as Record<string, string>, body: parse(route.schema.body, request.body), who, requestId: requestIdOf(request), db,
  };
  if (route.handler.kind === 'act') return route.handler.run(asked);
  const { run } = route.handler;
  return withActor(db, callerOf(who, route.purpose, asked.requestId), async (work) => {
    work.audit.says({ verb: 'read', subjectType: route.permission[1], outcome: 'shown' });
    return run(asked, work);
  });
}

export const requestIdOf = (request: Request): string => String((request as Request & { id?: string | number }).id ?? '');

/** Mounts the routes; what fails goes to `auditFailures`. */
export function mount(app: Express, db: Database, routes: readonly Route[]): void {
  for (const route of routes) {
    app[route.method](route.path, (request: Request, response: Response, next: NextFunction) => {
      response.locals['route'] = route;
      response.locals['id'] = request.params['id']; // the parameters of a route are gone once its error has left it
      serve(db, route, request).then((answer) => { response.json(answer ?? {}); }, (error: unknown) => { next(isBusy(error) ? busy() : error); });
    });
  }
  app.use('/api', (_, __, next) => { next(absent()); });
}

const TOO_MANY = 429; // a flood must not fill the audit log

/** Each attempt that did not succeed leaves its audit line too: refused, forbidden, unreadable or broken. */
export const auditFailures = (db: Database) => (error: unknown, request: Request, response: Response, next: NextFunction): void => {
  if (statusOf(error) === TOO_MANY || !/^\/(api|auth)\b/.test(request.originalUrl)) { next(error); return; }
  auditAttempt(db, request, { ...(response.locals as Left), error }).then(() => { next(error); }, next);
};

const statusOf = (error: unknown): number => (error as { status?: number }).status ?? 500;

/** What stays beside a response once its route is left. */
interface Left { readonly route?: Route; readonly id?: string; readonly officerId?: string }

/** The line's words where no route of Peel's list was reached. */
const outside = ({ method, path }: Request): Pick<Route, 'permission' | 'purpose' | 'path' | 'attempted'> =>
  (path.startsWith('/auth') ? { permission: [path === '/auth/logout' ? 'signOut' : 'signIn', 'Session'], purpose: 'Sign-in', path } : { permission: [method, 'Request'], purpose: 'None known', path });

const whoTried = (request: Request, left: Left): string => left.officerId ?? (request.session as Request['session'] | undefined)?.officerId ?? 'nobody'; // an ended session is gone

async function auditAttempt(db: Database, request: Request, { error, route, id, ...left }: Left & { error: unknown }): Promise<void> {
  const officerId = whoTried(request, left);
  const { permission: [action, subjectType], purpose, path, attempted } = route ?? outside(request);
  const verb = attempted?.(request.body) ?? action;
  await auditUnsigned(db, request, purpose, { actor: officerId, verb, subjectType, subjectIds: id ? [id] : [], outcome: error instanceof Problem ? error.code : 'ERROR', detail: { refusals: refusalsOf(error), status: statusOf(error), path } });
}

type Unsigned = Pick<AuditLine, 'actor' | 'verb' | 'subjectType' | 'outcome'> & Partial<AuditLine>;

/** The line of a request that nobody's posts stand behind: it failed, or it signs in or out. Peel writes it itself and knows the actor by id alone. */
export const auditUnsigned = (db: Database, request: Request, purpose: string, line: Unsigned): Promise<void> =>
  withActor(db, { actor: { kind: 'system', process: 'loader' }, claims: SYSTEM_CLAIMS, purpose, requestId: requestIdOf(request), sessionId: (request.sessionID as string | undefined) ?? null }, ({ audit }) => {
    audit.says({ actorName: line.actor, ...line });
    return Promise.resolve();
  });

const refusalsOf = (error: unknown): string[] => (error instanceof Problem ? ((error.extra['refusals'] as { code: string }[] | undefined) ?? []).map((r) => r.code) : []);
