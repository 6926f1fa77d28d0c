import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import helmet from 'helmet';
import { pinoHttp } from 'pino-http';
import type { Logger } from 'pino';
import { plainError } from '#platform/log';
import { Problem } from './errors.ts';
import { requestIdOf } from './route.ts';

type Locals = { nonce: string };
const nonceOf = (_: unknown, response: unknown): string => `'nonce-${(response as Response<unknown, Locals>).locals.nonce}'`;

/** Headers, limits, logs without personal data (ids only, no query), JSON of at most 64 kB (2 MB for a batch of acts). */
export function newServer(log: Logger, settings: { readonly perMinute: number }): Express {
  const app = express();
  app.set('query parser', 'simple');
  app.set('trust proxy', process.env['PEEL_TRUST_PROXY'] ?? 'loopback');
  app.disable('x-powered-by');
  app.use(pinoHttp({ logger: log, genReqId: () => randomUUID(), autoLogging: { ignore: (r) => !r.url?.startsWith('/api') }, serializers: { req: (r: { method: string; url: string; id: string }) => ({ id: r.id, method: r.method, path: r.url.split('?')[0] }), res: (r: { statusCode: number }) => ({ status: r.statusCode }) } }));
  app.use((_, response, next) => { response.locals['nonce'] = randomBytes(16).toString('base64'); next(); });
  app.use(helmet({
    contentSecurityPolicy: {
      useDefaults: false, directives: {
        defaultSrc: ["'none'"], scriptSrc: ["'self'", nonceOf], styleSrc: ["'self'", nonceOf], imgSrc: ["'self'", 'data:'], fontSrc: ["'self'"], connectSrc: ["'self'"], formAction: ["'self'"], frameAncestors: ["'none'"], baseUri: ["'self'"], manifestSrc: ["'self'"],
        requireTrustedTypesFor: ["'script'"], trustedTypes: ['angular', 'angular#bundler', 'angular#unsafe-bypass'],
      },
    }, strictTransportSecurity: process.env['NODE_ENV'] === 'production' ? undefined : false,
  } as Parameters<typeof helmet>[0]));
  app.use('/api', (_, response, next) => { response.setHeader('cache-control', 'no-store'); next(); });
  app.use('/api', limited(settings.perMinute, (request) => request.headers.cookie ?? ipKeyGenerator(request.ip ?? '')), limited(settings.perMinute * 20, (request) => ipKeyGenerator(request.ip ?? '')));
  app.use('/auth', limited(SIGN_INS_A_MINUTE * Math.ceil(settings.perMinute / 1_500), (request) => ipKeyGenerator(request.ip ?? '')));
  app.use(['/api', '/auth'], sameOrigin);
  app.use(/\/api\/.*\/acts(\/what-if)?$/, express.json({ limit: '2mb', strict: true }));
  app.use('/api', express.json({ limit: '64kb', strict: true }));
  return app;
}

/** For one address: a whole station signs in at the change of shift. */
const SIGN_INS_A_MINUTE = 300;

/** So many requests a minute for one session, and for one address twenty times as many (a station shares one). */
const limited = (limit: number, keyGenerator: (request: Request) => string) => rateLimit({
  windowMs: 60_000, limit, keyGenerator, standardHeaders: 'draft-8', legacyHeaders: false, handler: (_, __, next) => { next(new Problem(429, 'TOO_MANY', 'Too many requests in a minute. Wait a little and go on.')); },
});

/** A page without an origin of its own (a sandboxed frame, a file) says `null`. */
const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null);

/** Writes come from our own pages, as JSON: no other site can send one with the cookie. */
function sameOrigin(request: Request, _: Response, next: NextFunction): void {
  if (request.method !== 'POST') { next(); return; }
  const origin = request.headers.origin;
  if (origin && hostOf(origin) !== request.headers.host) { next(new Problem(403, 'OTHER_ORIGIN', 'This request came from another site.')); return; }
  if (!request.is('application/json')) { next(new Problem(400, 'NOT_JSON', 'Send JSON (content-type application/json).')); return; }
  next();
}

const shapeOf = (error: { status?: number; type?: string }): Problem | null => {
  if (error.type === 'entity.too.large') return new Problem(413, 'TOO_LARGE', 'That is more than one request may carry (64 kB; 2 MB for a batch of acts). Nothing was recorded; shorten the text or send it in parts.');
  if (error.type === 'entity.parse.failed') return new Problem(400, 'NOT_JSON', 'That is not well-formed JSON.');
  return error.status && error.status < 500 ? new Problem(error.status, 'BAD_REQUEST', 'That request cannot be understood.') : null;
};

/** The last handler: problem details for whatever went wrong; anything unexpected only by its id. */
export const answerProblem = (log: Logger) => (error: unknown, request: Request, response: Response, next: NextFunction): void => {
  if (response.headersSent) { next(error); return; }
  const requestId = requestIdOf(request);
  const problem = error instanceof Problem ? error : shapeOf(error as { status?: number; type?: string });
  if (!problem) log.error({ requestId, err: plainError(error) }, 'unexpected');
  const { status, code, message } = problem ?? { status: 500, code: 'UNEXPECTED', message: `Something went wrong on our side. Nothing was recorded. Quote ${requestId} to the support desk.` };
  if (status === 503) response.setHeader('retry-after', '1');
  response.status(status).type('application/problem+json').send(JSON.stringify({ type: 'about:blank', title: code, status, code, detail: message, requestId, ...(problem?.extra ?? {}) }));
};

const WEB = new URL('../../dist/web/browser/', import.meta.url).pathname;

/** Serves the built web with its nonce; a path that is no file is a page of the web. */
export function serveWeb(app: Express): void {
  const index = join(WEB, 'index.html');
  app.use(express.static(WEB, { index: false, maxAge: '1h' }));
  app.get(/^\/(?!api|auth|healthz|readyz|metrics).*/, (_, response: Response) => {
    if (!existsSync(index)) { response.status(503).type('text').send('The web is not built yet. Run: npm run build:web'); return; }
    const nonce = response.locals['nonce'] as string;
    const html = readFileSync(index, 'utf8').replace('<app-root', `<app-root ngCspNonce="${nonce}"`).replace(/<script type="importmap"/g, `<script type="importmap" nonce="${nonce}"`);
    response.setHeader('cache-control', 'no-store');
    response.type('html').send(html);
  });
}

const SWAGGER = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));

/** Its own scripts only, as everywhere; its renderer writes HTML that Trusted Types would refuse, of a document that is ours alone. */
const docsPolicy = (nonce: string): string =>
  `default-src 'none'; script-src 'self' 'nonce-${nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`;

/** The API's documentation, offline: nothing is fetched from elsewhere. */
export function serveDocs(app: Express, document: object): void {
  app.get('/api/openapi.json', (_, response) => { response.json(document); });
  app.get('/api/docs', (_, response: Response) => {
    const nonce = response.locals['nonce'] as string;
    response.setHeader('content-security-policy', docsPolicy(nonce));
    response.type('html').send(`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Peel API</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/api/docs/assets/swagger-ui.css"></head><body><div id="ui"></div><script src="/api/docs/assets/swagger-ui-bundle.js"></script><script nonce="${nonce}">SwaggerUIBundle({url:'/api/openapi.json',dom_id:'#ui'})</script></body></html>`);
  });
  app.use('/api/docs/assets', express.static(SWAGGER, { index: false }));
}
