import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { instant } from '#domain/shared/time';
import { freshDatabase, type TestDatabase } from '#tests/support/postgres';
import { asSystem, connect, send, type Database } from './database.ts';

describe('statements issued together', function () {
  this.timeout(30_000);
  let database: TestDatabase;
  let app: Database;
  before(async () => {
    database = await freshDatabase(instant('2026-11-17T08:00:00Z'));
    app = connect('app', database.config);
    await database.admin.raw('create table public.step (n int primary key, after int references public.step); grant all on public.step to peel_app');
  });
  after(async () => { await app.close(); await database.drop(); });

  it('run in the order of their calls, builders and raw text alike', async () => {
    const counted = await asSystem(app, ({ trx }) => Promise.all(Array.from({ length: 60 }, (_, n) => {
      const row = { n, after: n === 0 ? null : n - 1 }; // the reference refuses what comes before what it rests on
      if (n % 3 === 2) return send(trx('public.step').count().first()).then((found) => Number((found as { count: number }).count));
      return send<unknown>(n % 3 === 0 ? trx('public.step').insert({ ...row, after: n === 0 ? null : n - 2 }) : trx.raw('insert into public.step values (?, ?)', [n, n - 1])).then(() => null);
    })));
    assert.deepEqual(counted.filter((c) => c !== null), Array.from({ length: 20 }, (_, n) => 2 * n + 2));
  });

  it('tell the first failure, keep nothing, and leave the connection fit for the next', async () => {
    await assert.rejects(asSystem(app, ({ trx }) => Promise.all([
      send(trx.raw('insert into public.step values (1000, null)')), send(trx.raw('insert into public.step values (1000, null)')), send(trx.raw("select 1")),
    ])), (error: { code?: string }) => error.code === '23505');
    const left = await asSystem(app, async ({ trx }) => Number(((await trx('public.step').where({ n: 1000 }).count().first()) as { count: number }).count));
    assert.equal(left, 0);
  });

  it('said often are planned once for a connection, but for those that ask for every column', async () => {
    const text = 'select n from public.step where n = ?';
    const kept = async (): Promise<string[]> => (await asSystem(app, ({ trx }) => trx.raw<{ rows: { statement: string }[] }>('select statement from pg_prepared_statements'))).rows.map((r) => r.statement);
    const say = () => asSystem(app, async ({ trx }) => { await trx.raw(text, [1]); await trx('public.step').where({ n: 1 }); });
    await say();
    assert.ok(!(await kept()).includes(text.replace('?', '$1')), 'not yet');
    for (let n = 0; n < 8; n += 1) await say();
    assert.ok((await kept()).includes(text.replace('?', '$1')));
    assert.ok((await kept()).every((statement) => !statement.includes('*')));
    await database.admin.raw('alter table public.step add column more text');
    await say();
  });
});
