import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ROOT } from './bootstrap.mjs';
import { isRoot, reachableFor } from './postgres-programs.ts';

const ROLES = ['MIGRATOR', 'APP', 'ENGINE', 'RELAY', 'WATCHDOG'];
const PORTS = { web: ['PEEL_PORT', 8080], pg: ['PEEL_PG_PORT', 5433], temporal: ['PEEL_TEMPORAL_PORT', 7233], idp: ['PEEL_IDP_PORT', 8091], courts: ['PEEL_COURTS_PORT', 8092], dev: ['PEEL_WEB_PORT', 4200] };
const here = (port) => `http://127.0.0.1:${port}`;

/** Where this checkout's desk keeps its things, and the settings that its processes get. What the user has set goes before. */
export function readSettings() {
  const data = resolve(ROOT, process.env.PEEL_DATA ?? '.data');
  const ports = Object.fromEntries(Object.entries(PORTS).map(([name, [variable, usual]]) => [name, Number(process.env[variable] ?? usual)]));
  const files = { data, logs: join(data, 'logs'), secrets: join(data, 'secrets.json'), state: join(data, 'state.json'), run: join(data, 'run.json'), temporal: join(data, 'temporal.db'), pg: isRoot() ? join(reachableFor(data), 'pg') : join(data, 'pg') };
  return { ports, files, portVariable: (name) => PORTS[name][0], environment: (dev = false) => environmentOf(files, dev ? { ...ports, seen: ports.dev } : { ...ports, seen: ports.web }) };
}

const readJson = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null);
const secret = (bytes = 24) => randomBytes(bytes).toString('base64url');

/** Passwords and keys, made at random the first time and kept for this user's eyes only. */
export function secretsOf({ data, secrets, pg }) {
  const kept = readJson(secrets);
  if (kept) return kept;
  rmSync(pg, { recursive: true, force: true }); // a cluster left by an earlier checkout at this place, whose passwords are gone
  const made = {
    superuser: secret(), session: secret(), oidc: secret(), codecKey: randomBytes(32).toString('base64'), codecKeyId: `development-${secret(6)}`,
    passwords: Object.fromEntries(ROLES.map((role) => [role, secret()])),
  };
  mkdirSync(data, { recursive: true, mode: 0o700 });
  writeFileSync(secrets, JSON.stringify(made), { mode: 0o600 });
  return made;
}

/** What is remembered from start to start: whether the demonstration day is owed. */
export const readState = ({ state }) => readJson(state) ?? {};
export const writeState = ({ state }, value) => { writeFileSync(state, JSON.stringify(value)); };

/** The environment of every process of Peel; nothing but the user's own before the first start. */
function environmentOf(files, ports) {
  const secrets = readJson(files.secrets);
  if (!secrets) return {};
  const training = process.env.PEEL_OIDC_ISSUER ? '0' : '1';
  const made = {
    DATABASE_URL: `postgres://127.0.0.1:${ports.pg}/peel`, ...Object.fromEntries(ROLES.map((role) => [`PEEL_DB_PASSWORD_${role}`, secrets.passwords[role]])),
    PEEL_SESSION_SECRET: secrets.session, PEEL_CODEC_KEY: secrets.codecKey, PEEL_CODEC_KEY_ID: secrets.codecKeyId,
    PEEL_PORT: String(ports.web), PEEL_PUBLIC_URL: here(ports.seen), PEEL_COURTS_PORT: String(ports.courts), PEEL_COURTS_URL: here(ports.courts),
    PEEL_OIDC_ISSUER: here(ports.idp), PEEL_OIDC_CLIENT_ID: 'peel', PEEL_OIDC_CLIENT_SECRET: secrets.oidc,
    PEEL_TRAINING: training, TZ: 'UTC', NODE_ENV: 'development', TEMPORAL_ADDRESS: `127.0.0.1:${ports.temporal}`,
  };
  return { ...made, ...Object.fromEntries(Object.keys(made).filter((name) => process.env[name]).map((name) => [name, process.env[name]])), TZ: 'UTC' };
}
