import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { after, before, beforeEach, describe, it } from 'mocha';
import { ARREST } from '#domain/custody/custody-record/example-detention';
import { when } from '#domain/shared/example';
import { stationId } from '../../main/seed.ts';
import type { Session } from '../../scripts/demo/session.ts';
import { personaId, startApi, type TestApi } from '../support/api-server.ts';
import { until } from '../support/until.ts';

const [HALE, KESTREL] = [stationId('Hale Road'), stationId('Kestrel Street')];
const MINUTE = 60_000;
interface Said { readonly event: string; readonly data: { readonly about?: readonly string[]; readonly held?: boolean; readonly engine?: { readonly up: boolean; readonly held: boolean } } }

/** What a stream has said so far, and whether it is over. */
interface Heard { readonly said: Said[]; readonly over: () => boolean; readonly leave: () => void }

describe('live hints', () => {
  let api: TestApi;
  let okoro: Session;
  let record: string;
  const open: Heard[] = [];

  async function follow(session: Session, show: string): Promise<Heard> {
    const stream = await session.stream(`/api/live?show=${encodeURIComponent(show)}`);
    const said: Said[] = [];
    let over = false;
    void (async () => {
      let text = '';
      for await (const chunk of stream.body) {
        const parts = (text + Buffer.from(chunk).toString()).split('\n\n');
        text = parts.pop()!;
        said.push(...parts.map((p) => /^event: (.*)\ndata: (.*)$/.exec(p)).filter((m) => m !== null).map(([, event, data]) => ({ event: event!, data: JSON.parse(data!) as Said['data'] })));
      }
    })().catch(() => undefined).finally(() => { over = true; });
    const heard = { said, over: () => over, leave: stream.leave };
    open.push(heard);
    return heard;
  }
  const arrest = async (station: string, by = okoro): Promise<string> => {
    const id = randomUUID();
    const { status } = await by.post(`/api/custody/custody-record/${id}/record-arrest`, { commandId: randomUUID(), seenVersion: 0, body: { ...ARREST, stationId: station, teamId: '' } });
    assert.equal(status, 200);
    return id;
  };
  const arrives = async (): Promise<void> => {
    const { status } = await okoro.post(`/api/custody/custody-record/${record}/record-arrival`, { commandId: randomUUID(), seenVersion: 1, body: { stationId: HALE, source: 'gateLog' } });
    assert.equal(status, 200);
  };
  const hinted = (heard: Heard, about: string): boolean => heard.said.some((s) => s.event === 'hint' && s.data.about?.includes(about) === true);
  const streams = async (): Promise<string[][]> => ((await api.database.admin('audit.event').select('subject_ids').where({ verb: 'stream' }).orderBy('id')) as { subject_ids: string[] }[]).map((l) => l.subject_ids);

  /** Does something while nobody else can touch a table; `isAwaited` says whether somebody wants to. */
  const locking = (table: string, does: (isAwaited: () => Promise<boolean>) => Promise<void>): Promise<void> => api.database.admin.transaction(async (trx) => {
    await trx.raw(`lock table ${table} in access exclusive mode`);
    await does(async () => (await api.database.admin('pg_locks').whereRaw('not granted and relation = ?::regclass', [table])).length > 0);
  });
  /** How many of the streams opened from now on are still listened for. */
  const countKept = (): (() => number) => {
    let kept = 0;
    const add = api.hints.add.bind(api.hints);
    api.hints.add = (listener) => {
      const remove = add(listener);
      kept += 1;
      return () => { kept -= 1; remove(); };
    };
    return () => kept;
  };

  before(async function start() { this.timeout(60_000); api = await startApi('2026-01-12T08:00'); });
  beforeEach(async () => { okoro = await api.signIn('Ada Okoro'); record = await arrest(HALE); });
  after(async () => { for (const heard of open) heard.leave(); await api.stop(); });

  it('tell of what is shown when it changes, and are noted when they are opened', async () => {
    const heard = await follow(okoro, `station:${HALE},record:${record}`);
    assert.deepEqual((await streams()).at(-1), [`station:${HALE}`, `record:${record}`, record]);
    await arrives();
    await until('both hints', () => hinted(heard, `station:${HALE}`) && hinted(heard, `record:${record}`));
    assert.ok(heard.said.every((s) => !JSON.stringify(s).includes('Adeyemi')), 'a hint carries nothing of the record');
  });

  it('are not to be had for a station, a record or a list that the posts do not reach', async () => {
    const reid = await api.signIn('Tomas Reid');
    const own = await arrest(KESTREL, reid);
    const heard = await follow(okoro, `station:${KESTREL},record:${own},record:not-an-id,nonsense`);
    assert.deepEqual((await streams()).at(-1), []);
    const { detail } = (await api.database.admin('audit.event').select('detail').where({ verb: 'stream' }).orderBy('id', 'desc').first()) as { detail: object };
    assert.deepEqual(detail, { denied: [`station:${KESTREL}`, `record:${own}`] });
    await reid.post(`/api/custody/custody-record/${own}/record-arrival`, { commandId: randomUUID(), seenVersion: 1, body: { stationId: KESTREL, source: 'gateLog' } });
    const control = await follow(reid, `record:${own}`);
    await reid.post(`/api/custody/custody-record/${own}/book-in`, { commandId: randomUUID(), seenVersion: 2, body: { name: 'James Adeyemi', gender: 'male' } });
    await until('the hint to the one it concerns', () => hinted(control, `record:${own}`));
    assert.deepEqual(heard.said.filter((s) => s.event === 'hint'), []);
    await follow(await api.signIn('Lena Fox'), 'inbox,alarms');
    assert.deepEqual((await streams()).at(-1), []);
  });

  it('hint once more at what a lost post no longer reaches, so that the page is refused, and then never again', async () => {
    const [hale, fox] = await Promise.all([api.signIn('Marcus Hale'), api.signIn('Lena Fox')]);
    const heard = await follow(hale, `station:${HALE}`);
    const { body: roster } = await fox.get<{ version: number }>(`/api/force/duty-roster/${HALE}`);
    const { status } = await fox.post(`/api/force/duty-roster/${HALE}/withdraw-post`, { commandId: randomUUID(), seenVersion: roster.version, body: { officerId: personaId('Marcus Hale'), post: 'custodySergeant', reason: 'Left the suite' } });
    assert.equal(status, 200);
    await arrives();
    await until('the last hint', () => hinted(heard, `station:${HALE}`));
    assert.equal((await hale.get('/api/custody/whiteboard')).status, 403);
    const control = await follow(okoro, `station:${HALE}`);
    const hints = (of: Heard): number => of.said.filter((s) => s.event === 'hint').length;
    const another = async (): Promise<void> => { const before = hints(control); await arrest(HALE); await until('the hint to another', () => hints(control) > before); };
    await another(); // what was under way as the post was lost has gone out with it
    const count = hints(heard);
    await another();
    assert.equal(hints(heard), count);
  });

  it('tell everybody at once when the engine is held, when it is not, and when it goes down', async () => {
    const { admin } = api.database;
    for (const [name, detail] of [['relay', { temporal: 'up' }], ['worker', { state: 'running' }]] as const) await admin.raw("insert into platform.process_state (name, detail, seen_at) values (?, ?, clock_timestamp() + interval '1 hour')", [name, JSON.stringify(detail)]);
    const fox = await api.signIn('Lena Fox');
    const heard = await follow(okoro, `station:${HALE}`);
    const engine = () => heard.said.filter((s) => s.event === 'engine').at(-1)?.data;
    await until('the first beat says how the engine is', () => heard.said.find((s) => s.event === 'beat')?.data.engine?.held === false);
    const { body: { id } } = await fox.post<{ id: string }>('/api/operations/hold', { what: 'relay', reason: 'Restore' });
    await until('the hold', () => engine()?.held === true);
    await fox.post('/api/operations/release', { id });
    await until('its end', () => engine()?.held === false);
    await admin('platform.process_state').where({ name: 'worker' }).update({ seen_at: when('2026-01-12T07:00') });
    await until('the engine is down', () => JSON.stringify(engine()) === JSON.stringify({ up: false, held: false }));
  });

  it('are told with a beat how the engine was last said to be, and not how it was when the beat began', async () => {
    const face = { up: false, held: true };
    await locking('platform.process_state', async (isAwaited) => {
      await until('whoever looks next has to wait', isAwaited);
      api.hints.engineIs(face);
      const heard = await follow(okoro, `station:${HALE}`);
      await until('the first beat', () => heard.said.some((s) => s.event === 'beat'));
      assert.deepEqual(heard.said.find((s) => s.event === 'beat')?.data.engine, face);
    });
  });

  it('are not kept for a browser that leaves while its stream is being opened', async () => {
    const kept = countKept();
    const leaving = new AbortController();
    await locking('audit.event', async (isAwaited) => {
      const asked = once(api.server, 'request') as Promise<[unknown, ServerResponse]>;
      const opening = okoro.stream(`/api/live?show=station:${HALE}`, leaving).catch(() => undefined);
      const closed = once((await asked)[1], 'close');
      await until('the stream waits for its line of audit', isAwaited);
      leaving.abort();
      await Promise.all([closed, opening]);
    });
    const another = await follow(okoro, `station:${HALE}`);
    assert.deepEqual((await streams()).slice(-2), [[`station:${HALE}`], [`station:${HALE}`]], 'both were asked for, and noted');
    assert.equal(kept(), 1);
    another.leave();
    await until('the other is let go as well', () => kept() === 0);
  });

  it('end with the session, when it is signed out and when it has run out', async () => {
    const [bell, rao] = await Promise.all([api.signIn('Joan Bell'), api.signIn('Sunita Rao')]);
    const [left, idle] = [await follow(bell, `station:${HALE}`), await follow(rao, `station:${HALE}`)];
    await bell.post('/auth/logout', {});
    await api.database.admin.raw("update platform.session set sess = jsonb_set(sess, '{seenAt}', to_jsonb((sess->>'seenAt')::bigint - ?)) where sess->>'officerId' = ?", [16 * MINUTE, personaId('Sunita Rao')]);
    await arrives();
    await until('both are over', () => left.over() && idle.over());
    assert.deepEqual([left.said.at(-1)?.event, idle.said.at(-1)?.event], ['ended', 'ended']);
  });

  it('and what a page reads by itself do not keep a session that nobody uses', async () => {
    const session = await api.signIn('Amy Doyle');
    const seenAt = async () => Number(((await api.database.admin('platform.session').select(api.database.admin.raw("sess->>'seenAt' as at")).whereRaw("sess->>'officerId' = ?", [personaId('Amy Doyle')]).first()) as { at: string }).at);
    await api.database.admin.raw("update platform.session set sess = jsonb_set(sess, '{seenAt}', to_jsonb((sess->>'seenAt')::bigint - ?)) where sess->>'officerId' = ?", [5 * MINUTE, personaId('Amy Doyle')]);
    const was = await seenAt();
    await follow(session, `station:${KESTREL}`);
    assert.equal((await session.get('/api/session', { 'x-peel-unattended': '1' })).status, 200);
    await session.raw('/api/force/officers/search', JSON.stringify({ search: 'rao' }), { 'x-peel-unattended': '1' });
    assert.equal(await seenAt(), was);
    await session.raw('/api/people/person/x/register-person', '{}', { 'x-peel-unattended': '1' });
    assert.ok((await seenAt()) > was, 'whoever acts is there, whatever the page says');
  });
});
