import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Which Peel a process runs; `commit` is null where nobody said it and there is no history to ask. */
export interface Build { readonly version: string; readonly commit: string | null; readonly node: string }

const ROOT = fileURLToPath(new URL('../', import.meta.url));

/** The build of this process: PEEL_COMMIT where it is set (an image carries no history), else what the checkout says. */
export function readBuild(env: NodeJS.ProcessEnv = process.env): Build {
  const { version } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as { version: string };
  return { version, commit: env['PEEL_COMMIT'] ?? commitOf(ROOT), node: process.version };
}

/** The commit checked out in that folder; null where it is no checkout or git is not there. */
export function commitOf(folder: string): string | null {
  try {
    return execFileSync('git', ['rev-parse', '--short=10', 'HEAD'], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], timeout: 2_000 }).trim();
  } catch {
    return null;
  }
}

/** `0.1.0 (4f2c9e1a03)` */
export const buildWords = ({ version, commit }: Pick<Build, 'version' | 'commit'>): string => (commit ? `${version} (${commit})` : version);
