import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { say } from './bootstrap.mjs';
import { buildWeb } from './web.mjs';
import { temporalBinary } from './temporal-binary.ts';

/** A PostgreSQL for the run's test databases, unless `PEEL_DB_SUPERUSER_URL` names one. It ends with this process. */
export async function database() {
  if (process.env.PEEL_DB_SUPERUSER_URL) return {};
  const { testCluster } = await import('../../tests/support/postgres.ts');
  say('PostgreSQL starts, for the tests only …');
  process.env.PEEL_DB_SUPERUSER_URL = (await testCluster()).url;
  return {};
}

/** The tests need a server of the pinned version, which can skip time: one elsewhere will not do. */
export async function temporal() {
  const file = await temporalBinary(say);
  if (file === null) throw new Error('The tests need a Temporal server: see above for the ways to one.');
  return { TEMPORAL_CLI: file };
}

export async function web() {
  await buildWeb(say);
  return {};
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

function findBrowser() {
  const folders = (process.env.PATH ?? '').split(delimiter).concat('/usr/bin');
  return [process.env.PEEL_CHROMIUM, ...folders.flatMap((folder) => NAMES.map((name) => join(folder, name)))].find((file) => file && existsSync(file));
}

/** Chromium: the system's, which root installs where it is missing. */
export async function browser() {
  if (!findBrowser() && process.getuid?.() === 0) installChromium();
  const file = findBrowser();
  if (!file) throw new Error('The journeys need Chromium. As root: apt-get install chromium. Or set PEEL_CHROMIUM to one that is elsewhere.');
  return { PEEL_CHROMIUM: file };
}

function installChromium() {
  say('Chromium is missing: installing the system’s package (apt-get install chromium) …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
  try {
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation'], { stdio: 'inherit', env });
  } catch (error) {
    say(`apt-get could not install it: ${error.message}`);
  }
}
