import assert from 'node:assert/strict';
import { basename, dirname } from 'node:path';
import { describe, it } from 'mocha';
import ts from 'typescript';
import { RECORD_KINDS } from '#domain/records';
import { filesOf, parse, textOf } from './sources.ts';

const AREAS = [
  'custody', 'investigation', 'charging', 'case-file', 'complaints', 'intelligence', 'biometrics', 'forensics', 'portal', 'support', 'migration', 'records', 'people', 'work', 'force',
];
/** Pages and routes that show how Peel itself does, and have no record of their own. */
const WITHOUT_RECORD = ['operations', 'training'];
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)+$/;
const MIGRATION = /^\d{14}_[a-z]+(_[a-z]+)*\.ts$/;
const NOTHING_SAID = ['utils', 'util', 'helpers', 'helper', 'manager', 'common', 'misc'];
const DEFAULT_EXPORTS = ['eslint.config.js', 'tests/support/counting-reporter.mjs'];
const code = filesOf('**/*.{ts,mjs,js}');
const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

describe('names', () => {
  it('of files are kebab-case; a migration is its instant and what it does', () => {
    const wrong = filesOf('{domain,workflows,activities,api,platform,gateways,main,web,scripts,tests,bench}/**/*.*').filter((file) => !KEBAB.test(basename(file)) && basename(file) !== 'README.md');
    assert.deepEqual([...wrong, ...filesOf('migrations/*').filter((file) => !MIGRATION.test(basename(file)))], []);
  });

  it('say what is inside', () => {
    const empty = filesOf('**/*.*').filter((file) => file.split('/').some((part) => part.split(/[-.]/).some((word) => NOTHING_SAID.includes(word))));
    assert.deepEqual(empty, []);
  });

  it('of an area are the same in every layer', () => {
    const layers: Readonly<Record<string, readonly string[]>> = { domain: [], workflows: [], activities: [], api: WITHOUT_RECORD, 'web/src/app': [...WITHOUT_RECORD, 'shell'] };
    const wrong = Object.entries(layers).flatMap(([layer, more]) => {
      const areas = new Set(filesOf(`${layer}/*/**/*.ts`).map((file) => file.slice(layer.length + 1).split('/')[0]!));
      return [...areas].filter((area) => ![...AREAS, 'shared', ...more].includes(area)).map((area) => `${layer}/${area}`);
    });
    assert.deepEqual(wrong, []);
  });

  it('are exported where they are made: no barrels, no default exports', () => {
    assert.deepEqual(code.flatMap((file) => passedOn(file, textOf(file))), []);
    for (const text of ["export * from './x.ts';", "export { x } from './x.ts';", 'export default x;', 'export default function x() {}']) assert.equal(passedOn('domain/custody/x.ts', text).length, 1, text);
  });

  it('of an act are its file’s, with its cases beside it', () => {
    const all = new Set(code);
    const missing = RECORD_KINDS.flatMap(({ area, kind, acts }) => acts.flatMap(({ name }) => {
      const file = `domain/${area}/${kind}/acts/${kebab(name)}`;
      return [`${file}.ts`, `${file}.cases.ts`].filter((owed) => !all.has(owed) && !isSharedAct(name));
    }));
    assert.deepEqual(missing, []);
  });
});

/** Every record's correction is one act of the kernel, with its cases there. */
const isSharedAct = (name: string): boolean => name === 'correctEntry';

const passedOn = (file: string, text: string): string[] => [...parse(file, text).statements].filter((statement) => isPassedOn(statement, file)).map((statement) => `${file}: ${statement.getText().slice(0, 80)}`);

function isPassedOn(statement: ts.Statement, file: string): boolean {
  if (ts.isExportDeclaration(statement)) return statement.moduleSpecifier !== undefined && file !== 'workflows/index.ts' && basename(file) !== 'acts.ts';
  return isDefault(statement) && !DEFAULT_EXPORTS.includes(file) && dirname(file) !== '.';
}

const isDefault = (statement: ts.Statement): boolean =>
  ts.isExportAssignment(statement) || (ts.canHaveModifiers(statement) && (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword));

/** Put together here, so that this file holds none of them itself. */
const HOSTS = [['registry', 'npmjs', 'org'], ['npm', 'pkg', 'github', 'com'], ['pypi', 'org'], ['files', 'pythonhosted', 'org'], ['proxy', 'golang', 'org']].map((parts) => parts.join('.'));
const PLACES = [['', 'work', ''], ['', 'root', ''], ['', 'home', ''], ['', 'Users', '']].map((parts) => parts.join('/'));
const MACHINE = new RegExp(`(^|["'\`\\s(=:])(${PLACES.join('|')})`);

describe('the tree', () => {
  const texts = filesOf('**/*.{ts,mjs,js,json,md,yml,yaml,html,scss,css,txt,csv}', '.ci/*', '.npmrc', '.gitignore', '.mocharc*', 'Dockerfile*', 'deploy/**/*').filter((file) => !file.endsWith('/'));
  const lines = (test: (line: string) => boolean): string[] => texts.filter((file, n) => texts.indexOf(file) === n && /\.|\/run$/.test(file)).flatMap((file) => textOf(file).split('\n').flatMap((line, n) => (test(line) ? [`${file}:${n + 1}`] : [])));

  it('names no package registry’s host', () => assert.deepEqual(lines((line) => HOSTS.some((host) => line.includes(host))), []));
  it('names no place of one machine', () => assert.deepEqual(lines((line) => MACHINE.test(line)), []));
});
