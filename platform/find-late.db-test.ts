import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'mocha';
import { instant, plusMinutes, type Instant } from '#domain/shared/time';
import * as told from '#tests/support/detention';
import { freshDatabase, type TestDatabase } from '#tests/support/postgres';
import { tell } from '#tests/support/tell';
import { asSystem, connect, type Database } from './database.ts';
import { findLate, repair } from './find-late.ts';
import { ringAll } from './ring-all.ts';
import { settle } from './settle-record.ts';

const START = instant('2026-11-17T08:00:00Z');

describe('what the watchdog finds', function () {
  this.timeout(30_000);
  let database: TestDatabase;
  let app: Database;
  let dog: Database;
  before(async () => {
    database = await freshDatabase(START);
    app = connect('app', database.config);
    dog = connect('watchdog', database.config);
  });
  after(async () => { await Promise.all([app.close(), dog.close()]); await database.drop(); });
  beforeEach(async () => {
    await database.setClock(START);
    for (const table of ['platform.defect', 'platform.outbox', 'work.alarm', 'work.task_event', 'work.task', 'custody.custody_record_event', 'custody.custody_record']) await database.admin(table).delete();
  });

  const late = () => asSystem(dog, ({ trx, now }) => findLate(trx, now));
  const count = async (table: string, where: object): Promise<number> => Number(((await database.admin(table).where(where).count().first()) as { count: string }).count);
  async function held(): Promise<string> {
    const id = randomUUID();
    await tell(app, id, ...told.held(START), told.levelSet(2));
    await database.admin('platform.outbox').delete();
    return id;
  }
  const to = (minutes: number): Promise<void> => database.setClock(plusMinutes(START, minutes));

  it('is nothing while every record is settled, and a wake that has passed at its very instant', async () => {
    const id = await held();
    assert.deepEqual(await late(), []);
    const { next_wake: wake } = (await database.admin('custody.custody_record').where({ id }).first()) as { next_wake: Instant };
    await database.setClock(wake);
    assert.deepEqual((await late()).map((l) => l.id), [id]);
  });

  it('is mended once: alarm, defect with what was wrong, and a bell', async () => {
    const id = await held();
    await to(45);
    const [found] = await late();
    const faults = (await Promise.all([repair(dog, found!), repair(dog, found!), repair(dog, found!)])).flat();
    assert.deepEqual(faults.map((f) => f.what), ['missedWake']);
    assert.equal(await count('platform.defect', { record_id: id, found_by: 'watchdog', what: 'missedWake' }), 1);
    assert.equal(await count('work.alarm', { record_id: id, code: 'VISIT_LATE', late: true }), 1);
    assert.equal(await count('platform.outbox', { record_id: id }), 1);
    assert.deepEqual(await late(), []);
  });

  it('is a task too few and a task too many', async () => {
    const [few, many] = [await held(), await held()];
    const review = (await database.admin('work.task').where({ record_id: few, type: 'review' }).first()) as { id: string };
    await database.admin('work.task_event').where({ task_id: review.id }).delete();
    await database.admin('work.task').where({ id: review.id }).delete();
    const copy = (await database.admin('work.task').where({ record_id: many, type: 'review' }).first()) as { why: unknown };
    await database.admin('work.task').insert({ ...copy, why: JSON.stringify(copy.why), id: randomUUID(), key: 'review/0.0' });
    const found = await late();
    assert.deepEqual(found.map((l) => l.id).toSorted(), [few, many].toSorted());
    for (const one of found) assert.deepEqual((await repair(dog, one)).map((f) => f.what), ['taskCount']);
    assert.equal(await count('work.task', { record_id: few, type: 'review', status: 'open' }), 1);
    assert.equal(await count('work.task', { record_id: many, type: 'review', status: 'open' }), 1);
    assert.deepEqual(await late(), []);
  });

  it('is left alone where the engine was quicker', async () => {
    const id = await held();
    await to(45);
    const [found] = await late();
    await settle(app, 'custody-record', id);
    assert.deepEqual(await repair(dog, found!), []);
    assert.equal(await count('platform.defect', { record_id: id }), 0);
  });

  it('settled twice or at once is settled once', async () => {
    const id = await held();
    await to(45);
    const turns = await Promise.all(Array.from({ length: 6 }, () => settle(app, 'custody-record', id)));
    assert.equal(new Set(turns.map((t) => JSON.stringify(t))).size, 1);
    assert.equal(await count('work.alarm', { record_id: id }), 1);
    assert.equal(await count('work.task', { record_id: id, type: 'visit', status: 'open' }), 1);
  });

  it('rings every open record, the soonest to wake first, and none that has ended', async () => {
    const [later, ended] = [await held(), await held()];
    await tell(app, ended, told.released());
    await to(20);
    const sooner = await held();
    await to(25);
    await tell(app, later, told.visited());
    await database.admin('platform.outbox').delete();
    await asSystem(dog, ({ trx }) => ringAll(trx));
    const rung = (await database.admin('platform.outbox').orderBy('next_try_at')) as { record_id: string }[];
    const wakes = (await database.admin('custody.custody_record').whereNot({ ended: true }).orderBy('next_wake')) as { id: string }[];
    assert.deepEqual(rung.map((r) => r.record_id), wakes.map((w) => w.id));
    assert.equal(rung.length, 2);
    assert.ok(rung.some((r) => r.record_id === sooner));
  });
});
