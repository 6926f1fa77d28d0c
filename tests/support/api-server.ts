import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { PERSONAS } from '#domain/force/personas';
import { when } from '#domain/shared/example';
import { connect } from '#platform/database';
import type { LiveHints } from '../../api/shared/live.ts';
import { buildApi, hearChanges } from '../../main/api.ts';
import { seedForce } from '../../main/seed.ts';
import { Session } from '../../scripts/demo/session.ts';
import { freePort } from './engine-server.ts';
import { SILENT } from './engine-worker.ts';
import { freshDatabase, type TestDatabase } from './postgres.ts';
import { until } from './until.ts';

const PROVIDER = fileURLToPath(new URL('../../gateways/identity-provider/simulator.ts', import.meta.url));
/** Hale Road, Kestrel Street and Marsh Lane. */
const STATIONS = 3;

/** The whole api over a database of its own, with the identity provider in its own process. */
export interface TestApi {
  readonly url: string;
  readonly server: Server;
  readonly hints: LiveHints;
  readonly database: TestDatabase;
  /** Signs a persona in as a browser would: `Ada Okoro`. */
  readonly signIn: (name: string) => Promise<Session>;
  /** Moves the training clock to a London time; it stands there. */
  readonly at: (time: string) => Promise<void>;
  /** Ends the identity provider, as where it is away. */
  readonly providerAway: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

export const personaId = (name: string): string => {
  const found = PERSONAS.find((p) => p.name === name);
  if (!found) throw new Error(`There is no persona ${name}`);
  return found.id;
};

/** Starts the api with its clock standing at a London time. */
export async function startApi(clock: string, perMinute = 100_000): Promise<TestApi> {
  const database = await freshDatabase(when(clock));
  const db = connect('app', database.config, 8);
  await seedForce(db, STATIONS);
  const [port, providerPort] = [await freePort(), await freePort()];
  const url = `http://127.0.0.1:${port}`;
  const issuer = `http://127.0.0.1:${providerPort}`;
  const provider = spawn(process.execPath, [PROVIDER], { env: { ...process.env, NODE_ENV: 'test', PEEL_OIDC_ISSUER: issuer, PEEL_PUBLIC_URL: url }, stdio: 'ignore' });
  const providerGone = once(provider, 'exit');
  await until('the identity provider answers', () => fetch(`${issuer}/.well-known/openid-configuration`).then((r) => r.ok, () => false));
  const api = buildApi(db, database.config, { port, publicUrl: url, issuer, clientId: 'peel', clientSecret: 'development', sessionSecret: 'test', perMinute }, SILENT);
  const ear = hearChanges(database.config, db, api.hints);
  const server = api.app.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const providerAway = async (): Promise<void> => { provider.kill('SIGTERM'); await providerGone; };
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    server.close();
    provider.kill('SIGTERM');
    await Promise.all([providerGone, ear.close(), api.close(), db.close()]);
    await database.drop();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server, hints: api.hints, database, signIn: (name) => Session.signIn(url, personaId(name)), at: (time) => database.setClock(when(time)), providerAway, stop };
}
