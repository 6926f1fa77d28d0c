import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const LAYERS = ['{domain,platform,workflows,activities,api,gateways,tests}/**/*.ts', 'tests/vectors/*.json'];
/** One rule, or a range of them: `CUS-40 to CUS-48`. */
const TAG = /\b(CUS|REC)-(\d+)\b(?: to \1-(\d+)\b)?/g;
const COMMENT = /^\s*(\/\*\*|\*|\/\/)/;
const DECLARED = /^\s*(?:export )?(?:async )?(?:const|function|interface|type) (\w+)/;
const MEMBER = /^ {2}(?:readonly )?(\w+)[:?(]/;

const kept = new Map<string, string>();

export function read(file: string): string {
  const text = kept.get(file) ?? readFileSync(`${ROOT}${file}`, 'utf8');
  kept.set(file, text);
  return text;
}

/** Files of the project's own code and tests, in order. */
export const sources = (): string[] => globSync(LAYERS, { cwd: ROOT }).map((file) => file.replaceAll('\\', '/')).toSorted();

/** A test, or what only tests use. */
export const isTest = (file: string): boolean => file.startsWith('tests/') || /\.(cases|test|[a-z]+-test)\.ts$/.test(file) || /\/example[a-z-]*\.ts$/.test(file);

export interface Places {
  /** File → the names in it that speak of the rule. */
  readonly code: Map<string, Set<string>>;
  readonly tests: Set<string>;
}

/** Rule → where it stands in code and tests, by the tags in their words. */
export function placesOfRules(): Map<string, Places> {
  const found = new Map<string, Places>();
  for (const file of sources()) {
    const lines = read(file).split('\n');
    lines.forEach((line, n) => {
      for (const rule of rulesIn(line)) note(found, rule, { file, name: nameFor(lines, n) });
    });
  }
  return found;
}

function note(found: Map<string, Places>, rule: string, { file, name }: { file: string; name: string }): void {
  const places = found.get(rule) ?? { code: new Map<string, Set<string>>(), tests: new Set<string>() };
  found.set(rule, places);
  if (isTest(file)) places.tests.add(file);
  else places.code.set(file, (places.code.get(file) ?? new Set()).add(name));
}

/** The rules a line names, ranges written out. */
function rulesIn(line: string): string[] {
  return [...line.matchAll(TAG)].flatMap(([, pack, from, to]) => Array.from({ length: Number(to ?? from) - Number(from) + 1 }, (_, n) => `${pack}-${Number(from) + n}`));
}

/** What a line belongs to: a comment to what is declared after it, code to its own declaration or the one it stands in. */
function nameFor(lines: readonly string[], n: number): string {
  if (COMMENT.test(lines[n]!)) return declaredIn(lines.slice(n + 1).find((line) => !COMMENT.test(line)) ?? '');
  const own = declaredIn(lines[n]!);
  return own || declaredIn(lines.slice(0, n).findLast((line) => /^(export |const |function |async )/.test(line)) ?? '');
}

const declaredIn = (line: string): string => DECLARED.exec(line)?.[1] ?? MEMBER.exec(line)?.[1] ?? '';
