import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { CUSTODY_LAW } from '#domain/custody/custody-record/limits';
import { ruleStatus } from '#domain/custody/custody-record/rule-status';
import type { LawRow } from '#domain/shared/law';

/**
 * docs/law.md: which rule lives where, and which values nobody has yet confirmed. Made from the code itself, so that it cannot
 * fall behind: a test holds the page to what this makes.
 */
const ROOT = new URL('../', import.meta.url);
const RULE = /\b(?:CUS|REC)-\d+\b/g;
const LISTS_ONLY = /rule-status(\.test)?\.ts$/;

const files = (folder: string): string[] =>
  readdirSync(new URL(folder, ROOT), { withFileTypes: true, recursive: true })
    .filter((e) => e.isFile() && e.name.endsWith('.ts'))
    .map((e) => `${e.parentPath.replace(ROOT.pathname, '').replace(/\/$/, '')}/${e.name}`)
    .toSorted();

const isTest = (file: string): boolean => /\.(test|cases|workflow-test|db-test|api-test|journey)\.ts$/.test(file);

/** Rule → the files that speak of it. */
function places(): Map<string, { code: string[]; tests: string[] }> {
  const found = new Map<string, { code: string[]; tests: string[] }>();
  for (const file of ['domain', 'platform', 'workflows', 'activities', 'api', 'gateways', 'tests'].flatMap(files).filter((f) => !LISTS_ONLY.test(f))) {
    for (const rule of new Set(readFileSync(new URL(file, ROOT), 'utf8').match(RULE))) {
      const place = found.get(rule) ?? { code: [], tests: [] };
      (isTest(file) ? place.tests : place.code).push(file);
      found.set(rule, place);
    }
  }
  return found;
}

const number = (rule: string): number => Number(rule.split('-')[1]);
const byRule = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a.split('-')[0]!.localeCompare(b.split('-')[0]!) || number(a) - number(b);

const isRow = (value: unknown): value is LawRow<unknown> => typeof value === 'object' && value !== null && 'rule' in value && 'status' in value;

function values(table: unknown, name = ''): { name: string; row: LawRow<unknown> }[] {
  if (isRow(table)) return [{ name, row: table }];
  if (Array.isArray(table)) return table.flatMap((row) => values(row, name));
  if (typeof table !== 'object' || table === null) return [];
  return Object.entries(table).flatMap(([key, value]) => values(value, name ? `${name}.${key}` : key));
}

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
const short = (list: readonly string[]): string => list.map((f) => `\`${f.replace('domain/custody/custody-record/', '…/')}\``).join(' ');

/** The page as it should stand. */
export function lawPage(): string {
  const rows = values(CUSTODY_LAW).map(({ name, row }) =>
    `| ${name} | ${shown(row.value)} | ${row.law} | ${row.rule} | ${row.status === 'verified' ? '' : row.status} | ${row.from.slice(0, 10)} to ${row.to?.slice(0, 10) ?? 'now'} |`);
  const rules = [...places()].toSorted(byRule).map(([rule, { code, tests }]) => `| ${rule} | ${ruleStatus(rule)} | ${short(code)} | ${short(tests)} |`);
  return `# Which rule lives where

Made by \`npm run law\` from the code; a test fails when it is out of date. \`…/\` stands for \`domain/custody/custody-record/\`.

## Values of law and policy

Each is a dated row, in force from its first date. **unverified** comes from knowledge and **policy** is the force's own choice: both are configuration, a custody lawyer confirms them before go-live, and screens mark what rests on them.

| Value | Is | Law | Rule | Status | In force |
|---|---|---|---|---|---|
${rows.join('\n')}

## Rules

| Rule | Status | Lives in | Held by |
|---|---|---|---|
${rules.join('\n')}
`;
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  writeFileSync(new URL('docs/law.md', ROOT), lawPage());
  process.stdout.write('docs/law.md is current.\n');
}
