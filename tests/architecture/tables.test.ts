import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { foreignTables } from './import-rules.ts';
import { filesOf, textOf, textsIn } from './sources.ts';

const IS_TEST = /(\.|-)test\.ts$/;
/** Schemas as the migrations make them. */
const SCHEMAS = [...new Set(filesOf('migrations/*.ts').flatMap((file) => [...textOf(file).matchAll(/create schema (?:if not exists )?([a-z_]+)/gi)].map(([, name]) => name!)))].toSorted();
const named = (file: string, text: string): string[] => foreignTables(file, textsIn(file, text), SCHEMAS);

describe('tables', () => {
  it('of an area are named by that area, and by what it publishes in platform/facts', () => {
    assert.deepEqual(['custody', 'people'].filter((area) => !SCHEMAS.includes(area)), [], `only ${SCHEMAS.join()} were found`);
    const sources = filesOf('{api,activities,gateways,platform}/**/*.ts').filter((file) => !IS_TEST.test(file));
    assert.deepEqual(sources.flatMap((file) => named(file, textOf(file))), []);
  });

  for (const [title, file, text] of [
    ['in a builder', 'api/work/x.ts', "trx('custody.custody_record').select('id')"],
    ['in the middle of SQL', 'api/force/x.ts', 'trx.raw(`select 1 from force.station s join custody.custody_record r on r.station_id = s.id where s.id = ${id} limit 1`)'],
    ['in SQL after a value', 'api/shared/x.ts', 'trx.raw(`${head} join people.person_name n on true`)'],
    ['by the platform', 'platform/x.ts', "trx('custody.custody_number')"],
  ] as const) it(`of another are refused: ${title}`, () => { assert.equal(named(file, text).length, 1); });

  for (const [title, file, text] of [
    ['one’s own', 'api/people/x.ts', "trx('people.person')"], ['of what serves all', 'api/custody/x.ts', "trx('force.station').join('work.task')"], ['in what is published', 'platform/facts/x.ts', "trx('custody.custody_record')"],
    ['not words of a comment', 'api/work/x.ts', '// custody.custody_record is read elsewhere'],
  ] as const) it(`are let be: ${title}`, () => { assert.deepEqual(named(file, text), []); });
});
