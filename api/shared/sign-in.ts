import type { Express, NextFunction, Request, Response } from 'express';
import type { SessionData } from 'express-session';
import { validate as isUuid } from 'uuid';
import { alone, asSystem, type Database } from '#platform/database';
import type { IdentityProvider } from '#gateways/identity-provider/oidc-client';
import { Problem } from './errors.ts';
import { auditUnsigned } from './route.ts';

const IDLE = 15 * 60_000;
const ABSOLUTE = 12 * 60 * 60_000;

/** Being there is written down no oftener than this: a write, and its commit, for each request would say nothing more. */
const SEEN_EVERY = 5_000;

/** Only a path of our own may be returned to. */
export const localPath = (asked: unknown): string => (typeof asked === 'string' && /^\/(?![/\\])/.test(asked) ? asked : '/');

const isOver = ({ seenAt = 0, signedInAt = 0 }: Partial<SessionData>, now: number): boolean => now - seenAt > IDLE || now - signedInAt > ABSOLUTE;

/** True where the session that opened a stream has been signed out since, or has run out. */
export const hasEnded = (request: Request): Promise<boolean> => new Promise((resolve, reject) => {
  request.sessionStore.get(request.sessionID, (error: unknown, stored) => { if (error) reject(error as Error); else resolve(!stored?.officerId || isOver(stored, Date.now())); });
});

/** A page that reads by itself while nobody touches it, or listens, is no sign of anybody being there. */
const isUnattended = (request: Request): boolean => request.path === '/live' || (onlyReads(request) && request.headers['x-peel-unattended'] === '1');
/** A search carries names, so it is posted; it changes nothing all the same. */
const onlyReads = ({ method, path }: Request): boolean => method === 'GET' || path.endsWith('/search');

/** Notes that somebody is there, on the stored session alone: what express-session saves after an answer would bring back one that was signed out meanwhile. */
const noteSeen = (db: Database, request: Request): Promise<unknown> =>
  alone(db, "update platform.session set sess = jsonb_set(sess, '{seenAt}', to_jsonb(?::bigint)) where sid = ?", [Date.now(), request.sessionID]);

/** Ends sessions that idled 15 minutes or are 12 hours old, by the wall clock; what was typed stays in the browser. */
export const expireSessions = (db: Database) => (request: Request, response: Response, next: NextFunction): void => {
  const { session } = request;
  if (!session.officerId) { next(); return; }
  if (isOver(session, Date.now())) {
    response.locals['officerId'] = session.officerId; // the line of this attempt names whose session it was
    session.destroy(() => { next(new Problem(401, 'SESSION_ENDED', 'Your session ended while nothing was done. Sign in again; what you typed is kept.')); });
    return;
  }
  if (isUnattended(request) || Date.now() - (session.seenAt ?? 0) < SEEN_EVERY) { next(); return; }
  noteSeen(db, request).then(() => { next(); }, next);
};

const auditSignIn = (db: Database, request: Request, said: { verb: string; officerId: string; outcome: string }): Promise<void> =>
  auditUnsigned(db, request, 'Sign-in', { actor: said.officerId, verb: said.verb, subjectType: 'Session', outcome: said.outcome });

/**
 * A redirect's headers leave before express-session has stored what it kept: whoever follows at once must find it. It is stored this
 * once: express-session does not know that a renewed session was, and would store it again behind the answer, over a sign-out that
 * came meanwhile.
 */
const saved = (request: Request): Promise<void> => new Promise((resolve, reject) => {
  const { session } = request;
  session.save((error: unknown) => {
    if (error) { reject(error as Error); return; }
    session.save = (done) => { done?.(null); return session; };
    resolve();
  });
});

const renewed = (request: Request): Promise<void> => new Promise((resolve, reject) => { request.session.regenerate((error: unknown) => { if (error) reject(error as Error); else resolve(); }); });

const isOnRoster = (db: Database, officerId: string): Promise<boolean> =>
  asSystem(db, async ({ trx }) => isUuid(officerId) && (await trx('force.officer').select('id').where({ id: officerId }).first()) !== undefined);

/** The page says why in words: the provider is away, it refused, or the person is on no roster. */
const backWith = (response: Response, why: 'away' | 'refused' | 'unknown'): void => { response.redirect(`/?signIn=${why}`); };

async function finish(db: Database, provider: IdentityProvider, request: Request, response: Response): Promise<void> {
  const asked = request.session.signIn;
  if (!asked) {
    await auditSignIn(db, request, { verb: 'signIn', officerId: 'nobody', outcome: 'SIGN_IN_UNASKED' });
    response.redirect('/auth/login');
    return;
  }
  const found = await provider.finish(request.originalUrl, asked).catch(() => null);
  if (!found) {
    await auditSignIn(db, request, { verb: 'signIn', officerId: 'nobody', outcome: 'SIGN_IN_REFUSED' });
    backWith(response, 'refused');
    return;
  }
  if (!(await isOnRoster(db, found.officerId))) {
    await auditSignIn(db, request, { verb: 'signIn', officerId: found.officerId, outcome: 'UNKNOWN_OFFICER' });
    backWith(response, 'unknown');
    return;
  }
  await renewed(request);
  await auditSignIn(db, request, { verb: 'signIn', officerId: found.officerId, outcome: 'accepted' }); // first: a sign-in without its line leaves no session
  Object.assign(request.session, { ...found, signedInAt: Date.now(), seenAt: Date.now() });
  await saved(request);
  response.redirect(asked.returnTo);
}

/** Sign-in and sign-out; tokens stay on the server, the browser has one cookie. */
export function mountSignIn(app: Express, db: Database, provider: IdentityProvider): void {
  app.get('/auth/login', async (request, response) => {
    const started = await provider.start(request.session.anew === true).catch(() => null);
    if (!started) {
      await auditSignIn(db, request, { verb: 'signIn', officerId: 'nobody', outcome: 'SIGN_IN_AWAY' });
      backWith(response, 'away');
      return;
    }
    const { url, ...asked } = started;
    request.session.signIn = { ...asked, returnTo: localPath(request.query['returnTo']) };
    await saved(request);
    response.redirect(url);
  });
  app.get('/auth/callback', (request, response) => finish(db, provider, request, response));
  app.post('/auth/logout', async (request, response) => {
    const { officerId, idToken } = request.session;
    const end = idToken ? await provider.end(idToken).catch(() => '/') : '/';
    if (officerId) await auditSignIn(db, request, { verb: 'signOut', officerId, outcome: 'accepted' });
    await renewed(request);
    request.session.anew = true;
    await saved(request);
    response.json({ end });
  });
}
