import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'mocha';
import { instant } from '#domain/shared/time';
import { recordKind } from '#domain/records';
import * as told from '#tests/support/detention';
import { freshDatabase, type TestDatabase } from '#tests/support/postgres';
import { tell } from '#tests/support/tell';
import { until } from '#tests/support/until';
import { asSystem, connect, type Database } from './database.ts';
import { endLeases, lease, readLag, type Leased } from './outbox-lease.ts';
import { announce } from './outbox.ts';
import { isHeld } from './holds.ts';
import { ringAll } from './ring-all.ts';

const kind = recordKind('custody-record');

describe('the outbox', function () {
  this.timeout(30_000);
  let database: TestDatabase;
  let app: Database;
  let relay: Database;
  before(async () => {
    database = await freshDatabase(instant('2026-11-17T08:00:00Z'));
    app = connect('app', database.config);
    relay = connect('relay', database.config);
  });
  after(async () => { await Promise.all([app.close(), relay.close()]); await database.drop(); });
  beforeEach(() => database.admin('platform.outbox').delete());

  const rung = (id: string) => asSystem(app, ({ trx }) => announce(trx, kind, id, ''));
  const take = (limit = 10): Promise<Leased[]> => asSystem(relay, ({ trx }) => lease(trx, limit));
  const sent = (bells: readonly Leased[]) => asSystem(relay, ({ trx }) => endLeases(trx, { sent: bells, failed: [], error: '' }));
  const failed = (bells: readonly Leased[], error: string) => asSystem(relay, ({ trx }) => endLeases(trx, { sent: [], failed: bells, error }));
  const row = async (id: string) => (await database.admin('platform.outbox').where({ record_id: id }).first()) as { ring: number; tries: number; next_try_at: string; last_error: string | null } | undefined;
  const due = (id: string) => database.admin('platform.outbox').where({ record_id: id }).update({ next_try_at: database.admin.raw("clock_timestamp() - interval '1 second'") });

  it('holds one row for a record, however often it is rung', async () => {
    const id = randomUUID();
    for (let n = 0; n < 3; n += 1) await rung(id);
    const { ring } = (await row(id))!;
    assert.deepEqual((await take()).map((l) => [l.record_kind, l.record_id, l.ring]), [['custody-record', id, ring]]);
  });

  it('keeps a bell that was rung after another relay had ended the one before: who comes late ends nothing', async () => {
    const id = randomUUID();
    await rung(id);
    const slow = await take();
    await database.admin('platform.outbox').update({ leased_until: database.admin.raw("clock_timestamp() - interval '1 second'") });
    await sent(await take());
    assert.equal(await row(id), undefined);
    await rung(id);
    await sent(slow);
    assert.deepEqual((await take()).map((l) => l.record_id), [id]);
  });

  it('gives a bell to one relay at a time, and to another once the lease has run out', async () => {
    const ids = await Promise.all(Array.from({ length: 30 }, async () => { const id = randomUUID(); await rung(id); return id; }));
    const taken = (await Promise.all(Array.from({ length: 6 }, () => take(10)))).flat().map((l) => l.record_id);
    assert.deepEqual(taken.toSorted(), ids.toSorted());
    assert.deepEqual(await take(), []);
    await database.admin('platform.outbox').update({ leased_until: database.admin.raw("clock_timestamp() - interval '1 second'") });
    assert.equal((await take(100)).length, 30);
  });

  it('ends a bell that was sent, but keeps one that rang again meanwhile, due at once', async () => {
    const [quiet, again] = [randomUUID(), randomUUID()];
    await rung(quiet);
    await rung(again);
    const bells = await take();
    await rung(again);
    await sent(bells);
    assert.equal(await row(quiet), undefined);
    assert.deepEqual((await take()).map((l) => [l.record_id, l.ring === bells.find((b) => b.record_id === again)!.ring]), [[again, false]]);
  });

  it('lets a bell that cannot be sent wait longer each time, ten seconds at most, and says why', async () => {
    const id = randomUUID();
    await rung(id);
    const waits: number[] = [];
    for (let n = 0; n < 8; n += 1) {
      const bells = await take();
      await failed(bells, 'ServiceError (gRPC 14)');
      waits.push(Date.parse((await row(id))!.next_try_at) - Date.now());
      assert.deepEqual(await take(), []);
      await due(id);
    }
    assert.ok(waits[0]! <= 250 && waits[1]! > 250 && waits[3]! > 1_500, waits.join());
    assert.ok(waits.every((w) => w <= 10_000));
    const lag = await asSystem(relay, ({ trx }) => readLag(trx));
    assert.deepEqual([lag.waiting, lag.failing, lag.lastError], [1, 1, 'ServiceError (gRPC 14)']);
  });

  it('is as old as the ring that waits longest, not as one that was sent', async () => {
    const id = randomUUID();
    const HOUR = 3_600_000;
    const isAnHourOld = async () => (await asSystem(relay, ({ trx }) => readLag(trx))).oldest >= HOUR;
    await rung(id);
    await database.admin('platform.outbox').where({ record_id: id }).update({ rung_at: database.admin.raw("clock_timestamp() - interval '1 hour'") });
    await rung(id);
    const leased = await take();
    await rung(id);
    await failed(leased, 'down');
    assert.equal(await isAnHourOld(), true);
    await due(id);
    const bells = await take();
    await rung(id);
    assert.equal(await isAnHourOld(), true);
    await sent(bells);
    assert.equal(await isAnHourOld(), false);
    assert.equal((await take()).length, 1);
  });

  it('forgets the wait when the record rings again', async () => {
    const id = randomUUID();
    await rung(id);
    for (let n = 0; n < 5; n += 1) { await due(id); await failed(await take(1), 'down'); }
    assert.deepEqual(await take(), []);
    await rung(id);
    assert.equal((await take()).length, 1);
  });

  describe('rung for every record while the relay ends what it sent', () => {
    const waiting = (many: number) => until(`${many} wait`, async () => (await database.admin('pg_stat_activity').whereRaw("datname = current_database() and wait_event_type = 'Lock'")).length === many);
    let ids: string[] = [];
    before(async () => {
      ids = [randomUUID(), randomUUID()].toSorted();
      for (const id of ids) await tell(app, id, ...told.held(instant('2026-11-17T08:00:00Z')));
    });

    for (const [words, order] of [['as their ids', [0, 1]], ['against their ids', [1, 0]]] as const) {
      for (const [how, split] of [['all sent', 2], ['one failed', 1]] as const) {
        it(`has neither wait for the other for ever: the soonest ${words}, ${how}`, async () => {
          const [first, last] = order.map((n) => ids[n]!) as [string, string];
          for (const [n, id] of [last, first].entries()) await database.admin('custody.custody_record').where({ id }).update({ next_wake: instant(`2026-11-17T09:0${n}:00Z`) });
          await rung(first);
          await rung(last);
          const bells = (await take()).toSorted((a) => (a.record_id === first ? -1 : 1));
          const both = await database.admin.transaction(async (trx) => {
            await trx('platform.outbox').where({ record_id: first }).forUpdate();
            const ended = asSystem(relay, (work) => endLeases(work.trx, { sent: bells.slice(0, split), failed: bells.slice(split), error: 'down' }));
            await waiting(1);
            const all = asSystem(app, (work) => ringAll(work.trx));
            await waiting(2);
            return { done: Promise.allSettled([ended, all]) };
          });
          assert.deepEqual((await both.done).map((d) => d.status), ['fulfilled', 'fulfilled']);
          assert.deepEqual((await take()).map((l) => l.record_id).toSorted(), ids);
        });
      }
    }
  });

  it('knows a hold until it is released or runs out', async () => {
    const held = () => asSystem(relay, ({ trx }) => isHeld(trx, ['relay', 'all']));
    const add = (what: string, until: string) => database.admin('platform.hold').insert({ id: randomUUID(), what, reason: 'r', held_by: 'test', until_wall: database.admin.raw(`clock_timestamp() + interval '${until}'`) });
    await add('watchdog', '5 minutes');
    await add('relay', '-1 second');
    assert.equal(await held(), false);
    await add('all', '5 minutes');
    assert.equal(await held(), true);
    await database.admin('platform.hold').update({ released_at: database.admin.fn.now() });
    assert.equal(await held(), false);
  });
});
