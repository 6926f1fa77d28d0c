import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'mocha';
import { pino } from 'pino';
import { instant, plus, plusMinutes, toEpoch, type Instant } from '#domain/shared/time';
import * as told from '#tests/support/detention';
import { freshDatabase, type TestDatabase } from '#tests/support/postgres';
import { tell } from '#tests/support/tell';
import { until } from '#tests/support/until';
import { advanceClock, heartbeat, readClock, type ClockFace, type ClockRefusal } from './clock.ts';
import { roleUrl } from './config.ts';
import { asSystem, connect, type Database } from './database.ts';
import { listen } from './listen.ts';
import { moveClock, tellClock } from './clock-main.ts';
import { startWatchdog } from './watchdog.ts';

const START = instant('2026-11-17T08:00:00Z');

describe('the training clock', function () {
  this.timeout(30_000);
  let database: TestDatabase;
  let app: Database;
  before(async () => { database = await freshDatabase(START); app = connect('app', database.config); });
  after(async () => { await app.close(); await database.drop(); });
  beforeEach(async () => { await database.admin('platform.clock').update({ training: true }); await database.setClock(START); });

  const read = (): Promise<ClockFace> => asSystem(app, ({ trx }) => readClock(trx));
  const advance = (to: Instant, running?: boolean): Promise<ClockFace> => asSystem(app, ({ trx }) => advanceClock(trx, to, running));
  const refusedWith = (code: string) => (error: unknown): boolean => (error as ClockRefusal).code === code;

  it('stands where it was set, and says so to every role', async () => {
    assert.deepEqual(await read(), { now: START, training: true, running: false });
    for (const role of ['engine', 'relay', 'watchdog'] as const) {
      const db = connect(role, database.config, 1);
      assert.equal(await asSystem(db, ({ now }) => Promise.resolve(now)), START);
      await db.close();
    }
  });

  it('is moved forward to the millisecond, and tells the new time back', async () => {
    const to = instant('2026-11-17T21:30:00.123Z');
    assert.deepEqual(await advance(to), { now: to, training: true, running: false });
    assert.deepEqual(await advance(to), { now: to, training: true, running: false });
    assert.equal((await read()).now, to);
  });

  it('never runs back, not by a millisecond, and stays where it was', async () => {
    await advance(plusMinutes(START, 60));
    await assert.rejects(advance(plus(plusMinutes(START, 60), -1)), refusedWith('CLOCK_NEVER_BACK'));
    assert.equal((await read()).now, plusMinutes(START, 60));
  });

  it('runs with the wall’s while Peel beats, and stands still 15 seconds after it stopped', async () => {
    await advance(START, true);
    const first = await read();
    assert.equal(first.running, true);
    await new Promise((later) => setTimeout(later, 120));
    const second = await read();
    assert.ok(toEpoch(second.now) - toEpoch(first.now) >= 100 && toEpoch(second.now) - toEpoch(first.now) < 5_000, `${first.now} ${second.now}`);
    await database.admin('platform.clock').update({ base_at: START, base_wall: database.admin.raw("clock_timestamp() - interval '3 hours'"), heartbeat_at: database.admin.raw("clock_timestamp() - interval '2 hours'") });
    const stopped = plus(plusMinutes(START, 60), 15_000);
    assert.ok(Math.abs(toEpoch((await read()).now) - toEpoch(stopped)) < 1_000, (await read()).now);
    await heartbeat(app);
    const again = toEpoch((await read()).now) - toEpoch(stopped);
    assert.ok(again >= -1_000 && again < 5_000, `it went on from where it stood, ${again} ms`);
  });

  it('only ever goes forward, whoever moves it at once', async () => {
    const seen: Instant[] = [];
    const moves = Array.from({ length: 8 }, (_, n) => advance(plusMinutes(START, n * 10)).then((face) => face.now, (error: unknown) => { assert.ok(refusedWith('CLOCK_NEVER_BACK')(error)); return null; }));
    const looks = (async () => { for (let n = 0; n < 20; n += 1) seen.push((await read()).now); })();
    await Promise.all([...moves, looks]);
    seen.push((await read()).now);
    assert.deepEqual(seen, seen.toSorted());
    assert.equal(seen.at(-1), plusMinutes(START, 70));
  });

  it('is not moved where the clock is the wall’s', async () => {
    await database.admin('platform.clock').update({ training: false });
    await assert.rejects(advance(instant('2099-01-01T00:00:00Z')), refusedWith('CLOCK_NOT_TRAINING'));
    assert.ok(Math.abs(toEpoch((await read()).now) - Date.now()) < 5_000);
  });

  it('is heard at once when it jumps, once it is committed and not before', async () => {
    const heard: { at: number; text: string }[] = [];
    let open = false;
    const ear = listen({ url: roleUrl(database.config, 'watchdog'), channels: ['peel_clock'], onNotice: (_, text) => heard.push({ at: performance.now(), text }), onOpen: () => { open = true; } });
    try {
      await until('the ear opens', () => open);
      const to = plusMinutes(START, 45);
      await assert.rejects(asSystem(app, async ({ trx }) => { await advanceClock(trx, to); throw new Error('changed my mind'); }), /changed my mind/);
      const moved = await advance(to).then(() => performance.now());
      await until('the jump', () => heard.length > 0, 2_000);
      assert.deepEqual(heard.map((h) => instant(h.text)), [to]);
      assert.ok(heard[0]!.at - moved < 1_000, `${heard[0]!.at - moved} ms`);
    } finally { await ear.close(); }
  });

  it('rings every open record with the jump itself, and none where the jump is refused or taken back', async () => {
    const id = randomUUID();
    await tell(app, id, ...told.held(START), told.levelSet(2));
    await database.admin('platform.outbox').delete();
    const rung = async () => ((await database.admin('platform.outbox').where({ record_id: id })) as { ring: number }[]).length;
    await assert.rejects(advance(plus(START, -1)), refusedWith('CLOCK_NEVER_BACK'));
    await assert.rejects(asSystem(app, async ({ trx }) => { await advanceClock(trx, plusMinutes(START, 31)); throw new Error('changed my mind'); }), /changed my mind/);
    assert.equal(await rung(), 0);
    await advance(plusMinutes(START, 31));
    assert.equal(await rung(), 1);
  });

  it('is moved and read by command, each with its line: refused and unreadable ones too', async () => {
    const before = ((await database.admin('audit.event').max('id').first()) as { max: number | null }).max ?? 0;
    assert.deepEqual(await moveClock(app, '+30'), { moved: true, words: 'Training time: 08:30 Tue 17 Nov GMT' });
    assert.match((await moveClock(app, '2026-11-17T08:00')).words, /CLOCK_NEVER_BACK$/);
    for (const unreadable of ['+abc', '+', '+1.5', 'tomorrow']) assert.equal((await moveClock(app, unreadable)).moved, false, unreadable);
    assert.match(await tellClock(app), /08:30/);
    assert.equal((await read()).now, plusMinutes(START, 30));
    const lines = (await database.admin('audit.event').select('verb', 'outcome').where('id', '>', before).orderBy('id')) as { verb: string; outcome: string }[];
    assert.deepEqual(lines.map((l) => `${l.verb} ${l.outcome}`), ['advance accepted', 'advance REFUSED', ...Array.from({ length: 4 }, () => 'advance BAD_SHAPE'), 'read shown']);
  });

  it('wakes every open record that a jump made due: each is rung, by the watchdog too, within a moment', async () => {
    const [due, other] = [randomUUID(), randomUUID()];
    for (const id of [due, other]) await tell(app, id, ...told.held(START), told.levelSet(2));
    await database.admin('platform.outbox').delete();
    const db = connect('watchdog', database.config);
    const dog = startWatchdog({ db, config: database.config, log: pino({ level: 'silent' }), grace: 60_000 });
    try {
      await until('the watchdog is on duty', async () => (await database.admin('platform.process_state').where({ name: 'watchdog' }).first()) !== undefined);
      await database.admin('platform.outbox').delete();
      const once = await asSystem(app, async ({ trx }) => { await advanceClock(trx, plusMinutes(START, 31)); return (await trx('platform.outbox').max('ring as ring').first()) as { ring: number }; });
      const rung = await until('both records are rung once more', async () => { const rows = (await database.admin('platform.outbox').whereIn('record_id', [due, other]).where('ring', '>', once.ring)) as { record_id: string }[]; return rows.length === 2 && rows; }, 3_000);
      assert.deepEqual(rung.map((r) => r.record_id).toSorted(), [due, other].toSorted());
    } finally { await dog.stop(); await db.close(); }
  });
});
