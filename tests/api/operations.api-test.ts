import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'mocha';
import type { Operations } from '../../api/operations/operations-reads.ts';
import { stationId } from '../../main/seed.ts';
import type { Session } from '../../scripts/demo/session.ts';
import { personaId, startApi, type TestApi } from '../support/api-server.ts';

const HALE = stationId('Hale Road');

describe('operations', () => {
  let api: TestApi;
  let fox: Session;
  const look = async (session = fox): Promise<Operations> => { const { status, body } = await session.get<Operations>('/api/operations'); assert.equal(status, 200); return body; };
  const says = (name: string, detail: object, ageSeconds = 0) => api.database.admin.raw(
    `insert into platform.process_state (name, detail, seen_at) values (?, ?, clock_timestamp() - ? * interval '1 second') on conflict (name) do update set detail = excluded.detail, seen_at = excluded.seen_at`, [name, JSON.stringify(detail), ageSeconds],
  );
  const relay = { temporal: 'up', held: false, waiting: 0 };
  const worker = { state: 'running', queues: ['custody'], build: { version: '9.8.7', commit: 'abcdef', node: 'v1' } };

  before(async function start() { this.timeout(60_000); api = await startApi('2026-01-12T08:00'); fox = await api.signIn('Lena Fox'); });
  after(() => api.stop());

  it('say that nobody of the engine was ever heard', async () => {
    const { engine, processes, workflows } = await look();
    assert.deepEqual([engine.up, engine.why, workflows], [false, 'The worker and the relay are not heard.', null]);
    assert.ok(processes.every((p) => !p.up && p.says === 'Has never been heard.'));
  });

  it('say that it is up, and since when a process is missing', async () => {
    await says('relay', relay);
    await says('worker', worker);
    assert.deepEqual((await look()).engine, { up: true, why: 'Temporal, worker and relay answer.' });
    await says('worker', worker, 65);
    const { engine, processes } = await look();
    assert.deepEqual([engine.up, processes.find((p) => p.name === 'worker')!.says], [false, 'Not heard for 1 min.']);
  });

  it('show what the relay counted beside the records that are open', async () => {
    await says('temporal', { serverVersion: '1.2.3', workflows: [{ kind: 'custody-record', status: 'Running', count: 4 }, { kind: 'custody-record', status: 'TimedOut', count: 1 }] });
    const { workflows, versions } = await look();
    assert.deepEqual(workflows!.kinds, [{ kind: 'custody-record', words: 'Custody record', open: 0, counts: [{ status: 'Running', words: 'Running', count: 4 }, { status: 'TimedOut', words: 'Timed out', count: 1 }] }]);
    const of = (what: string) => versions.find((v) => v.what === what)!.version;
    assert.deepEqual([of('Temporal server'), of('Worker'), of('Relay')], ['1.2.3', '9.8.7 (abcdef)', 'not heard']);
    const [newest] = (await api.database.admin('public.migration').select('name').orderBy('id', 'desc').limit(1)) as { name: string }[];
    assert.equal(of('Newest migration'), newest!.name);
  });

  it('count records by kind and state, in words', async () => {
    const { records } = await look();
    const [{ n }] = (await api.database.admin('force.officer').count('* as n')) as [{ n: number }];
    assert.deepEqual(records.find((r) => r.kind === 'officer')!.counts, [{ status: 'serving', words: 'Serving', count: Number(n) }]);
  });

  it('say why bells fail, and for how long the oldest has waited', async () => {
    await api.database.admin.raw("insert into platform.outbox (record_kind, record_id, tries, last_error, rung_at) values ('custody-record', ?, 3, 'ServiceError (gRPC 14)', clock_timestamp() - interval '90 seconds')", [randomUUID()]);
    const { relay: lag } = await look();
    assert.deepEqual([lag.waiting, lag.failing, lag.lastError], [1, 1, 'Temporal does not answer (ServiceError (gRPC 14))']);
    assert.ok(lag.oldestMs >= 90_000);
  });

  it('tell what the watchdog mended: the record by its kind and id, and what was left undone', async () => {
    const id = randomUUID();
    await api.database.admin.raw("insert into platform.defect (found_by, record_kind, record_id, what, detail) values ('watchdog', 'custody-record', ?, 'taskCount', '{\"owed\": 3, \"open\": 2}')", [id]);
    const { defects, defectsToday } = await look();
    assert.deepEqual([defects[0]!.recordId, defects[0]!.kindWords, defects[0]!.what, defectsToday], [id, 'Custody record', 'It owed 3 tasks, 2 stood open', 1]);
  });

  it('hold with a reason and a name, for five minutes, until it is ended; only by an administrator', async () => {
    assert.equal((await fox.post('/api/operations/hold', { what: 'relay', reason: '' })).status, 400);
    assert.equal((await fox.post('/api/operations/hold', { what: 'relay', reason: 'Restore' })).status, 200);
    const [held] = (await look()).holds;
    assert.deepEqual([held!.what, held!.reason, held!.heldBy, held!.leftMs > 290_000 && held!.leftMs <= 300_000], ['relay', 'Restore', 'Lena Fox', true]);
    const price = await api.signIn('Owen Price');
    assert.equal((await look(price)).holds.length, 1);
    assert.equal((await price.post('/api/operations/release', { id: held!.id })).status, 403);
    assert.equal((await fox.post('/api/operations/release', { id: held!.id })).status, 200);
    assert.deepEqual((await look()).holds, []);
  });

  it('end the hold that is named and no other; all only where that is asked', async () => {
    const hold = async (what: string) => (await fox.post<{ id: string }>('/api/operations/hold', { what, reason: 'Restore' })).body.id;
    const [relay, watchdog] = [await hold('relay'), await hold('watchdog')];
    const end = async (body: object) => (await fox.post('/api/operations/release', body)).status;
    assert.deepEqual([await end({}), await end({ id: randomUUID() }), await end({ id: relay }), await end({ id: relay })], [400, 404, 200, 404]);
    assert.deepEqual((await look()).holds.map((h) => h.id), [watchdog]);
    await hold('relay');
    assert.equal(await end({ id: 'all' }), 200);
    assert.deepEqual((await look()).holds, []);
  });
});

describe('what two operators do at once', () => {
  let api: TestApi;
  let fox: Session;
  type Refused = { code: string; detail: string; refusals?: { code: string; message: string }[] };
  const hold = (reason: string) => fox.post<Refused>('/api/operations/hold', { what: 'relay', reason });
  const open = () => api.database.admin('platform.hold').whereNull('released_at').select('held_by', 'reason');

  before(async function start() { this.timeout(60_000); api = await startApi('2026-01-12T08:00'); fox = await api.signIn('Lena Fox'); });
  after(() => api.stop());

  it('a hold is renewed by who holds it, and refused to anybody else with who, since when and why', async () => {
    for (const reason of ['Restore', 'Restore, second part']) assert.equal((await hold(reason)).status, 200);
    assert.deepEqual(await open(), [{ held_by: 'Lena Fox', reason: 'Restore, second part' }]);
    await api.database.admin('platform.hold').whereNull('released_at').update({ held_by: 'Grace Moss', held_by_id: randomUUID(), reason: 'Load' });
    const { status, body } = await hold('Mine now');
    assert.deepEqual([status, body.refusals!.map((r) => r.code)], [409, ['HELD_BY_ANOTHER']]);
    assert.match(body.detail, /^Grace Moss has held the relay since \d\d:\d\d \w{3} \d+ \w{3} (GMT|BST) \(wall clock\): Load\./);
    assert.deepEqual(await open(), [{ held_by: 'Grace Moss', reason: 'Load' }]);
    await api.database.admin.raw("update platform.hold set until_wall = clock_timestamp() - interval '1 second' where released_at is null");
    assert.equal((await hold('It has run out')).status, 200);
    assert.deepEqual(await open(), [{ held_by: 'Lena Fox', reason: 'It has run out' }]);
  });

  it('the training clock that somebody else is moving is busy, and not moved', async function busy() {
    this.timeout(15_000);
    const before = (await fox.get<{ now: string }>('/api/clock')).body.now;
    await api.database.admin.transaction(async (trx) => {
      await trx.raw('select one from platform.clock for update');
      const { status, body } = await fox.post<Refused>('/api/clock/advance', { minutes: 60, running: false });
      assert.deepEqual([status, body.code], [503, 'BUSY']);
      assert.match(body.detail, /^Somebody else is moving the training clock just now\./);
    });
    const last = (await api.database.admin('audit.event').select('verb', 'outcome').where({ verb: 'advance' }).orderBy('id', 'desc').first()) as object;
    assert.deepEqual(last, { verb: 'advance', outcome: 'BUSY' });
    assert.ok(Date.parse((await fox.get<{ now: string }>('/api/clock')).body.now) - Date.parse(before) < 50 * 60_000);
  });
});

interface Roster { readonly version: number; readonly gaps: { post: string; from: string; to: string }[]; readonly custodyPost: { name: string; handover: string | null; to: string | null }[]; readonly custodyPostTrouble: string | null; readonly shiftStart: { held: number; cells: number; waiting: number; onTheWay: number } | null }

describe('a station’s roster', () => {
  let api: TestApi;
  const read = async (name: string): Promise<Roster> => (await (await api.signIn(name)).get<Roster>(`/api/force/duty-roster/${HALE}`)).body;
  const act = async (name: string, slug: string, body: object) => (await api.signIn(name)).post<{ refusals?: { code: string }[] }>(`/api/force/duty-roster/${HALE}/${slug}`, { commandId: randomUUID(), seenVersion: (await read(name)).version, at: null, body });

  before(async function start() { this.timeout(60_000); api = await startApi('2026-01-12T08:00'); });
  after(() => api.stop());

  it('tells the numbers a shift begins with to whoever sees the station, and to nobody else', async () => {
    assert.deepEqual([(await read('Ada Okoro')).shiftStart?.cells, (await read('Peter Clarke')).shiftStart?.held, (await read('Tomas Reid')).shiftStart, (await read('Daniel Cole')).shiftStart, (await read('Lena Fox')).shiftStart], [30, 0, null, null, null]);
  });

  it('keeps what was handed over, and who was relieved', async () => {
    assert.equal((await act('Marcus Hale', 'take-over-custody-post', { handover: 'Cell 4: constant watch' })).status, 200);
    const { custodyPost, custodyPostTrouble } = await read('Ada Okoro');
    assert.deepEqual(custodyPost.slice(0, 2).map((p) => [p.name, p.handover, p.to === null]), [['PS Hale', 'Cell 4: constant watch', true], ['PS Okoro', '', false]]);
    assert.equal(custodyPostTrouble, null);
  });

  it('what was handed over is for whoever sees custody there: no administrator reads it, from the roster or after an act', async () => {
    assert.deepEqual((await Promise.all(['Lena Fox', 'Tomas Reid', 'Daniel Cole'].map(read))).map((r) => r.custodyPost[0]!.handover), [null, null, null]);
    const { status, body } = await act('Lena Fox', 'assign-post', { officerId: personaId('Tomas Reid'), post: 'custodySergeant', from: '2026-01-12T19:00', to: '2026-01-12T20:00' });
    assert.equal(status, 200);
    assert.doesNotMatch(JSON.stringify(body), /constant watch/);
    assert.match(JSON.stringify((await act('Ada Okoro', 'take-over-custody-post', {})).body), /constant watch/);
    assert.equal((await act('Marcus Hale', 'take-over-custody-post', {})).status, 200);
  });

  it('tells a gap, and a custody officer who is not rostered any more', async () => {
    assert.deepEqual((await read('Ada Okoro')).gaps, []);
    assert.equal((await act('Lena Fox', 'withdraw-post', { officerId: personaId('Sunita Rao'), post: 'custodyInspector', reason: 'Ill' })).status, 200);
    assert.equal((await act('Lena Fox', 'withdraw-post', { officerId: personaId('Marcus Hale'), post: 'custodySergeant', reason: 'Ill' })).status, 200);
    const { gaps, custodyPostTrouble } = await read('Ada Okoro');
    assert.deepEqual(gaps.map((g) => [g.post, g.from, g.to]), [['custodyInspector', '2026-01-12T08:00:00.000Z', '2026-01-13T08:00:00.000Z']]);
    assert.equal(custodyPostTrouble, 'PS Hale is no longer rostered as custody sergeant, and nobody has taken over.');
  });
});
