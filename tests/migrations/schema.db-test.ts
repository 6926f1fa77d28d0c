import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { after, before, describe, it } from 'mocha';
import { instant } from '#domain/shared/time';
import { migrate, migrateBack } from '#platform/migrate';
import { freshDatabase, type TestDatabase } from '../support/postgres.ts';
import { describeSchema } from './describe-schema.ts';

const CHECKED_IN = new URL('schema.txt', import.meta.url);

/** After a wanted change: PEEL_WRITE_SCHEMA=1 npm test -- db tests/migrations/schema.db-test.ts, and read the difference. */
describe('the migrations', function () {
  this.timeout(60_000);
  let database: TestDatabase;
  const lines = async (sql: string): Promise<string[]> => (await database.admin.raw<{ rows: { line: string }[] }>(sql)).rows.map((r) => r.line);
  before(async () => { database = await freshDatabase(instant('2026-01-12T08:00:00Z')); });
  after(() => database.drop());

  it('make of an empty database the schema that is checked in', async () => {
    const made = await describeSchema(database.admin);
    if (process.env['PEEL_WRITE_SCHEMA']) writeFileSync(CHECKED_IN, made);
    assert.deepEqual(made.split('\n'), readFileSync(CHECKED_IN, 'utf8').split('\n'));
  });

  it('leave no foreign key without an index', async () => {
    assert.deepEqual(await lines(`select k.conrelid::regclass || ' ' || k.conname as line from pg_constraint k where k.contype = 'f'
      and not exists (select 1 from pg_index i where i.indrelid = k.conrelid and (i.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey)`), []);
  });

  it('keep instants with their zone, and text without a length', async () => {
    assert.deepEqual(await lines(`select a.attrelid::regclass || '.' || a.attname as line from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'public') and a.attnum > 0 and not a.attisdropped
        and a.atttypid in ('timestamp'::regtype, 'varchar'::regtype, 'bpchar'::regtype) and (n.nspname, c.relname) <> ('platform', 'session')`), []);
  });

  it('may be run again, which changes nothing, and taken back one by one and run anew', async () => {
    const made = await describeSchema(database.admin);
    assert.deepEqual(await migrate(database.config), []);
    const taken = await migrateBack(database.config);
    assert.ok(taken.length >= 7, `${taken.length} migrations`);
    assert.deepEqual(await lines("select nspname as line from pg_namespace n where n.nspname in ('work', 'force', 'people', 'custody')"), []);
    assert.equal((await migrate(database.config)).length, taken.length);
    assert.equal(await describeSchema(database.admin), made);
  });
});
