import session from 'express-session';
import connectPgSimple from 'connect-pg-simple';
import pg from 'pg';
import { collectDefaultMetrics, Histogram, register } from 'prom-client';
import type { Logger } from 'pino';
import type { Express } from 'express';
import { custodyRoutes } from '../api/custody/custody-record-routes.ts';
import { forceRoutes } from '../api/force/force-routes.ts';
import { auditRoutes } from '../api/operations/audit-routes.ts';
import { operationsRoutes } from '../api/operations/operations-routes.ts';
import { personRoutes } from '../api/people/person-routes.ts';
import { actRoutes } from '../api/shared/act-routes.ts';
import { watchEngine } from '../api/shared/engine-state.ts';
import { LiveHints, mountLive } from '../api/shared/live.ts';
import { openApiDocument } from '../api/shared/openapi.ts';
import { auditFailures, mount, type Route } from '../api/shared/route.ts';
import { answerProblem, newServer, serveDocs, serveWeb } from '../api/shared/server.ts';
import { sessionRoutes } from '../api/shared/session-routes.ts';
import { expireSessions, mountSignIn } from '../api/shared/sign-in.ts';
import { workRoutes } from '../api/work/work-routes.ts';
import { IdentityProvider, isDevelopmentIssuer } from '../gateways/identity-provider/oidc-client.ts';
import { heartbeat, readClock } from '#platform/clock';
import { readConfig, roleUrl, type Config } from '#platform/config';
import { alone, asSystem, connect, type Database } from '#platform/database';
import { listen } from '#platform/listen';
import { processLog } from '#platform/log';

interface ApiSettings { readonly port: number; readonly publicUrl: string; readonly issuer: string; readonly clientId: string; readonly clientSecret: string; readonly sessionSecret: string; readonly perMinute: number }

/** Settings of the api from its environment, refused where they would be unsafe. */
export function readSettings(env: NodeJS.ProcessEnv, config: Config): ApiSettings {
  const given = (name: string, usual: string): string => env[name] ?? usual;
  const port = Number(given('PEEL_PORT', '8080'));
  const issuer = given('PEEL_OIDC_ISSUER', 'http://127.0.0.1:8091');
  if (config.PEEL_TRAINING === '1' && !isDevelopmentIssuer(issuer)) throw new Error('PEEL_TRAINING=1 with a real identity provider: a training clock never runs with real people. Unset one of them.');
  const sessionSecret = given('PEEL_SESSION_SECRET', '');
  if (sessionSecret === '' && env['NODE_ENV'] === 'production') throw new Error('PEEL_SESSION_SECRET is not set.');
  return {
    port, issuer, publicUrl: given('PEEL_PUBLIC_URL', `http://127.0.0.1:${port}`), clientId: given('PEEL_OIDC_CLIENT_ID', 'peel'), clientSecret: given('PEEL_OIDC_CLIENT_SECRET', 'development'),
    sessionSecret: sessionSecret || 'development', perMinute: Number(given('PEEL_REQUESTS_PER_MINUTE', '1500')),
  };
}

/** Every route of the api: the matrix of tests is made from this list. Areas come first, for the acts answer with their views. */
export const allRoutes = (): Route[] => [...sessionRoutes(), ...custodyRoutes(), ...forceRoutes(), ...actRoutes(), ...workRoutes(), ...personRoutes(), ...operationsRoutes(), ...auditRoutes()];


function mountSessions(app: Express, config: Config, settings: ApiSettings, log: Logger): pg.Pool {
  const pool = new pg.Pool({ connectionString: roleUrl(config, 'app'), max: 4 });
  pool.on('error', (error) => { log.warn({ code: (error as { code?: string }).code }, 'session pool'); });
  const Store = connectPgSimple(session);
  const secure = settings.publicUrl.startsWith('https:');
  app.use(['/api', '/auth'], session({
    store: new Store({ pool, schemaName: 'platform', tableName: 'session', createTableIfMissing: false, disableTouch: true }), name: secure ? '__Host-peel' : 'peel', secret: settings.sessionSecret, resave: false, saveUninitialized: false, rolling: false,
    cookie: { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: 12 * 60 * 60_000 },
  }));
  return pool;
}

const latency = new Histogram({ name: 'peel_http_seconds', help: 'Answer time by route', labelNames: ['route', 'status'], buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5] });

function mountHealth(app: Express, db: Database): void {
  app.get('/healthz', (_, response) => { response.json({ ok: true }); });
  app.get('/readyz', (_, response) => { alone(db, 'select platform.now()').then(() => { response.json({ ok: true }); }, () => { response.status(503).json({ ok: false, why: 'The database does not answer.' }); }); });
  app.get('/metrics', async (_, response) => { response.type(register.contentType).send(await register.metrics()); });
}

/** The whole api over one database: what `npm start` runs and what the tests drive. */
export function buildApi(db: Database, config: Config, settings: ApiSettings, log: Logger): { app: Express; hints: LiveHints; close: () => Promise<void> } {
  const app = newServer(log, { perMinute: settings.perMinute });
  app.use((request, response, next) => { const end = latency.startTimer(); response.on('finish', () => { end({ route: (request.route as { path?: string } | undefined)?.path?.toString() ?? 'other', status: response.statusCode }); }); next(); });
  mountHealth(app, db);
  const routes = allRoutes();
  serveDocs(app, openApiDocument(routes));
  const pool = mountSessions(app, config, settings, log);
  app.use('/api', expireSessions(db));
  mountSignIn(app, db, new IdentityProvider(settings));
  const hints = new LiveHints();
  mountLive(app, db, hints);
  mount(app, db, routes);
  serveWeb(app);
  app.use(auditFailures(db));
  app.use(answerProblem(log));
  return { app, hints, close: () => pool.end() };
}

/** Hears what changed, looks how the engine is, and passes both on as hints; heard again after the database was away. */
export function hearChanges(config: Config, db: Database, hints: LiveHints): { close: () => Promise<void> } {
  const ear = listen({
    url: roleUrl(config, 'app'), channels: ['peel_changed', 'peel_clock'],
    onNotice: (channel, payload) => { if (channel === 'peel_clock') void asSystem(db, ({ trx }) => readClock(trx)).then((face) => { hints.clockMoved(face); }, () => undefined); else hints.changed(payload); },
  });
  const stopWatching = watchEngine(db, hints);
  return { close: () => { stopWatching(); return ear.close(); } };
}

async function main(): Promise<void> {
  const config = readConfig();
  const settings = readSettings(process.env, config);
  collectDefaultMetrics();
  const db = connect('app', config, 16);
  const log = processLog('api');
  const { app, hints } = buildApi(db, config, settings, log);
  const ear = hearChanges(config, db, hints);
  setInterval(() => { heartbeat(db).catch(() => undefined); }, 2000);
  const server = app.listen(settings.port, process.env['PEEL_HOST'] ?? '127.0.0.1', () => { log.info({ port: settings.port }, 'api answers'); });
  server.on('error', (error: NodeJS.ErrnoException) => { process.stderr.write(error.code === 'EADDRINUSE' ? `Port ${settings.port} is taken. Set PEEL_PORT to another.\n` : `${error.message}\n`); process.exit(1); });
  const stop = (): void => { server.close(); server.closeAllConnections(); void Promise.all([ear.close(), db.close()]).finally(() => { process.exit(0); }); };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

if (process.argv[1] === new URL(import.meta.url).pathname) await main();
