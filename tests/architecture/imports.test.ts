import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { breachesOf } from './import-rules.ts';
import { filesOf, importsOf, textOf } from './sources.ts';

const IS_TEST = /(\.|-)(test|cases|journey)\.ts$/;
const sources = filesOf('{domain,workflows,activities,api,platform,gateways,main,migrations,web,scripts,bench}/**/*.{ts,mjs}').filter((file) => !IS_TEST.test(file));
const breaches = (file: string, text: string): string[] => breachesOf(file, importsOf(file, text));

describe('imports', () => {
  it('go where the house allows them', () => {
    assert.ok(sources.length > 100, `only ${sources.length} sources were read`);
    assert.deepEqual(sources.flatMap((file) => breaches(file, textOf(file))), []);
  });

  it('name files that are there', () => {
    const all = new Set(filesOf('**/*.{ts,mjs,js,json,html,scss}'));
    const missing = sources.flatMap((file) => importsOf(file, textOf(file)).filter(({ own, to }) => own && !all.has(to)).map(({ to }) => `${file} → ${to}`));
    assert.deepEqual(missing, []);
  });

  const kept: readonly (readonly [title: string, file: string, text: string])[] = [
    ['domain: a package for input and output', 'domain/custody/x.ts', "import { readFile } from 'node:fs/promises';"],
    ['domain: another area’s rules', 'domain/custody/x.ts', "import { rule } from '../bail/bail/rule.ts';"],
    ['domain: the platform', 'domain/shared/x.ts', "import { connect } from '#platform/database';"],
    ['domain: an import in the middle of a function', 'domain/custody/x.ts', "export const f = () => import('knex');"],
    ['workflows: the law itself, not its types', 'workflows/custody/x.ts', "import { limits } from '#domain/custody/custody-record/limits';"],
    ['workflows: activities as code', 'workflows/custody/x.ts', "import { settle } from '../../activities/shared/settle-activities.ts';"],
    ['workflows: another area’s activities', 'workflows/custody/x.ts', "import type { A } from '../../activities/charging/x.ts';"],
    ['activities: another area’s', 'activities/custody/x.ts', "import { a } from '../charging/x.ts';"],
    ['activities: the api', 'activities/custody/x.ts', "import { a } from '../../api/custody/x.ts';"],
    ['api: another area’s', 'api/custody/x.ts', "import { a } from '../charging/x.ts';"],
    ['api: main', 'api/shared/x.ts', "import { buildApi } from '../../main/api.ts';"],
    ['platform: an area’s rules', 'platform/x.ts', "import { limits } from '#domain/custody/custody-record/limits';"],
    ['web: the api', 'web/src/app/custody/x.ts', "import { route } from '../../../../api/custody/x.ts';"],
    ['web: another area’s page', 'web/src/app/custody/x.ts', "import { Page } from '../charging/page.ts';"],
    ['migrations: anything of the project', 'migrations/20260101000000_x.ts', "import { limits } from '#domain/custody/custody-record/limits';"],
    ['demo: the database', 'scripts/demo/x.ts', "import { connect } from '#platform/database';"],
  ];
  for (const [title, file, text] of kept) it(`are refused: ${title}`, () => assert.equal(breaches(file, text).length, 1));

  const allowed: readonly (readonly [title: string, file: string, text: string])[] = [
    ['domain: another area’s event types', 'domain/custody/x.ts', "import type { Released } from '../bail/bail/record.ts';"],
    ['workflows: types of the law', 'workflows/custody/x.ts', "import type { CustodyRecord } from '#domain/custody/custody-record/record';"],
    ['api: what serves all', 'api/custody/x.ts', "import { route } from '../shared/route.ts';\nimport { openTasks } from '../work/task-reads.ts';"],
    ['migrations: the builder’s type', 'migrations/20260101000000_x.ts', "import type { Knex } from 'knex';"],
  ];
  for (const [title, file, text] of allowed) it(`are let be: ${title}`, () => assert.deepEqual(breaches(file, text), []));
});
