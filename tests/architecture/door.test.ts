import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { doorsOf } from './import-rules.ts';
import { filesOf, textOf } from './sources.ts';

const RUNS_NOT = /((\.|-)test|\.d)\.ts$/;

describe('the door to the database', () => {
  it('is platform/database.ts alone', () => {
    const sources = filesOf('{api,activities,gateways,platform,main,scripts,bench,workflows,domain}/**/*.ts').filter((file) => !RUNS_NOT.test(file));
    assert.ok(sources.includes('platform/database.ts'));
    assert.deepEqual(sources.flatMap((file) => doorsOf(file, textOf(file))), []);
  });

  for (const [title, text] of [
    ['the pool of a database', "const now = (db: Database) => db.knex.raw('select 1');"], ['by its name in quotes', "db['knex'].raw('select 1');"],
    ['among the arguments', "const now = ({ knex }: Database) => knex.raw('select 1');"], ['under another name', 'const { knex: pool } = db;'], ['a pool of one’s own', "import knex from 'knex';"], ['a client of one’s own', "import pg from 'pg';"],
  ] as const) it(`is not gone round: ${title}`, () => { assert.equal(doorsOf('platform/x.ts', text).length, 1); });

  for (const [title, text] of [
    ['its types', "import type { Knex } from 'knex';"], ['the types of a client', "import type { Pool } from 'pg';"], ['an argument of that name', 'export const up = (knex: Knex) => knex.raw(sql);'], ['what it hands out', 'asSystem(db, ({ trx }) => trx.raw(sql));'],
  ] as const) it(`is not gone round by ${title}`, () => { assert.deepEqual(doorsOf('platform/x.ts', text), []); });
});
