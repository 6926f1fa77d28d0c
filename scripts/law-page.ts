import { writeFileSync } from 'node:fs';
import { CUSTODY_LAW } from '#domain/custody/custody-record/limits';
import { CUSTODY_REFUSALS } from '#domain/custody/custody-record/refusals';
import type { LawRow } from '#domain/shared/law';
import { isTest, placesOfRules, read, sources, type Places } from './law/places.ts';
import { coinedRefusals, codesThatSound } from './law/refusals.ts';
import { CORE, LATER, TOUCHED, type Rule } from './law/rules.ts';
import { NOT_REFUSED, RULINGS } from './law/rulings.ts';

/**
 * docs/law.md: which rule lives where, and which nobody has yet confirmed. Made from the tags, limits and refusals in the code and one
 * table of what is known of each rule, so that it cannot fall behind: a test holds the page to what this makes.
 */
const RECORD = 'domain/custody/custody-record/';
const NOWHERE: Places = { code: new Map(), tests: new Set() };

const short = (file: string): string => (file.startsWith(RECORD) ? file.slice(RECORD.length) : file);
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`).join('\n');

const places = placesOfRules();
const placeOf = (id: string): Places => places.get(id) ?? NOWHERE;
const codeWords = ({ code }: Places): string => [...code].map(([file, names]) => `\`${short(file)}\`${[...names].filter(Boolean).map((name) => ` ${name}`).join(',')}`).join('<br>');
const testWords = ({ tests }: Places): string => [...tests].map((file) => `\`${short(file)}\``).join('<br>') || 'none names it';

const STATUS_WORDS = { V: 'V', 'V~': 'V~', K: '**K, unverified**', ours: 'ours' } as const;
const ruleRow = ({ id, law, status, says, lacks }: Rule): string[] =>
  [id, says, law, STATUS_WORDS[status], codeWords(placeOf(id)) || '**no place in the code**', testWords(placeOf(id)), lacks];
const rulesTable = (rules: readonly Rule[]): string => table(['Rule', 'Says', 'Law', 'Status', 'Lives in', 'Held by', 'What it lacks'], rules.map(ruleRow));

/** Rules of sections 1 to 8 that no code speaks of. */
export const withoutPlace = (): Rule[] => CORE.filter(({ id }) => placeOf(id).code.size === 0);
/** Rules whose table says that nothing of them is built. */
export const saidNotBuilt = (): Rule[] => CORE.filter(({ lacks }) => lacks.startsWith('Nothing'));

/** Rulings whose place does not hold the name they give. */
export const rulingsWithoutPlace = (): string[] =>
  RULINGS.filter(({ place: [file, name] }) => !new RegExp(`(?:const|function) ${name}\\b`).test(read(`${RECORD}${file}`))).map(({ rules }) => rules);

const isRow = (value: unknown): value is LawRow<unknown> => typeof value === 'object' && value !== null && 'rule' in value && 'status' in value;

function values(law: unknown, name = ''): { name: string; row: LawRow<unknown> }[] {
  if (isRow(law)) return [{ name, row: law }];
  if (Array.isArray(law)) return law.flatMap((row) => values(row, name));
  if (typeof law !== 'object' || law === null) return [];
  return Object.entries(law).flatMap(([key, value]) => values(value, name ? `${name}.${key}` : key));
}

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
const limitRows = (): string[][] => values(CUSTODY_LAW).map(({ name, row }) =>
  [`\`${name}\``, shown(row.value), row.law, row.rule, row.status === 'unverified' ? '**unverified**' : row.status, `${row.from.slice(0, 10)} to ${row.to?.slice(0, 10) ?? 'now'}`]);

/** Who refuses with a code of the record's list. */
const raisedIn = (code: string): string => sources().filter((file) => !isTest(file) && !file.endsWith('/refusals.ts') && read(file).includes(`refusal('${code}'`)).map((file) => `\`${short(file)}\``).join('<br>');
const refusalRows = (): string[][] => {
  const own = Object.entries(CUSTODY_REFUSALS).map(([code, [law, words]]) => [code, law, words, raisedIn(code)]);
  const coined = coinedRefusals().map(({ code, law, words, file }) => [code, law, words, `\`${short(file)}\``]);
  return [...own, ...coined].map((row) => [`\`${row[0]!}\``, ...row.slice(1)]).toSorted((a, b) => (a[0]! < b[0]! ? -1 : a[0]! > b[0]! ? 1 : 0));
};

const known = new Set([...CORE, ...TOUCHED].map(({ id }) => id));
const laterRows = (): string[][] => LATER.map(({ section, rules }) => {
  const ids = rules.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, n) => `CUS-${from + n}`)).filter((id) => !known.has(id));
  return [section, ids.join(', ')];
});
/** Tags of other packs and of rules in no table. */
const otherRows = (): string[][] => [...places].filter(([id, { code }]) => !known.has(id) && code.size > 0).toSorted().map(([id, found]) => [id, codeWords(found), testWords(found)]);

const list = (rules: readonly Rule[]): string => rules.map(({ id, says, lacks }) => `- **${id}** ${says}. ${lacks}.`).join('\n') || '- none';
const unverified = (): string => [...CORE, ...TOUCHED].filter(({ status }) => status === 'K').map(({ id }) => id).join(', ');

const inPart = (): string => CORE.filter(({ lacks }) => lacks !== '' && !lacks.startsWith('Nothing')).map(({ id }) => id).join(', ');
const untested = (): string => CORE.filter(({ id }) => placeOf(id).tests.size === 0).map(({ id }) => id).join(', ');

const opening = (): string => `# Which rule lives where

Made by \`npm run law\` from the tags in the code, its limits and its refusals, and from the table in \`scripts/law/\`; a test fails when it is out of date or when a rule of sections 1 to 8 loses its place. Files without a folder lie in \`${RECORD}\`. Rules are numbered as in the project's law pack for custody; the cited section is the authority, this page is not.

Status: **V** seen in a source; **V~** seen in an older version, an official summary or a secondary source, nothing contradicting it; **K** from knowledge, seen in no source; **ours** a convention of Peel or the force's policy. Every **K**, every ruling and every value marked unverified or policy is to be confirmed by a custody lawyer before go-live.

## What is not there

Of sections 1 to 8, no place in the code:

${list(withoutPlace())}

Of sections 1 to 8, in the code only in part: ${inPart()}. What each lacks stands in its row.

Named by no test: ${untested()}.

Unverified (K): ${unverified()}.`;

const refusalTables = (): string => [
  table(['Code', 'Law', 'Words, where none fit better', 'Raised in'], refusalRows()),
  'Codes of the law pack that no act refuses with:',
  table(['Code', 'Why'], Object.entries(NOT_REFUSED).map(([code, why]) => [`\`${code}\``, why])),
  'Codes that are recorded or sounded, since what has happened cannot be refused:',
  table(['Code', 'In'], codesThatSound().map(({ code, file }) => [`\`${code}\``, `\`${short(file)}\``])),
].join('\n\n');

/** The page as it should stand. */
export const lawPage = (): string => `${[
  opening(),
  '## Sections 1 to 8', rulesTable(CORE),
  '## Rulings on what the text leaves open (section 8a)', 'All of them ours. Where two readings are lawful, both are shown and the alarm is on the earlier.',
  table(['Rule', 'Ruling', 'Lives in'], RULINGS.map(({ rules, says, place: [file, name] }) => [rules, says, `\`${file}\` ${name}`])),
  '## Dated limits and policy', 'One row a value and period, half-open, in `limits.ts`; a date outside the rows is an error, never the newest row.',
  table(['Value', 'Is', 'Law', 'Rule', 'Status', 'In force'], limitRows()),
  '## Refusals', refusalTables(),
  '## Rules of later sections that the code touches, and sections 16 and 17', rulesTable(TOUCHED),
  '## Not built', table(['Section', 'Rules'], laterRows()),
  '## Rules of other packs', table(['Rule', 'Lives in', 'Held by'], otherRows()),
].join('\n\n')}\n`;

if (process.argv[1] === new URL(import.meta.url).pathname) {
  writeFileSync(new URL('../docs/law.md', import.meta.url), lawPage());
  process.stdout.write('docs/law.md is current.\n');
}
