import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './bootstrap.mjs';
import { runProgram } from './run-program.mjs';

const STAMP = join(ROOT, 'dist', 'web.built-from');
const SOURCES = ['web/**/*', 'domain/**/*.ts', 'angular.json', 'tsconfig*.json', 'package-lock.json'];

/** Builds the web for production where its sources have changed since the last time. Throws with the builder's words. */
export async function buildWeb(say) {
  const now = sourceHash();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === now) return;
  say('Building the web (ng build) …');
  const { code, output } = await runProgram(['node_modules/@angular/cli/bin/ng.js', 'build', '--configuration', 'production', '--no-progress'], { NG_CLI_ANALYTICS: 'false' }, { show: false });
  if (code !== 0) throw new Error(`ng build ended with ${code}:\n${output}`);
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  writeFileSync(STAMP, now);
  say('The web is built.');
}

function sourceHash() {
  const hash = createHash('sha256');
  const isSource = (file) => !/\.test\.ts$/.test(file) && statSync(join(ROOT, file)).isFile();
  for (const file of globSync(SOURCES, { cwd: ROOT }).filter(isSource).toSorted()) hash.update(file).update('\0').update(readFileSync(join(ROOT, file)));
  return hash.digest('hex');
}
