import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'mocha';
import { ARREST } from '#domain/custody/custody-record/example-detention';
import { stationId } from '../../main/seed.ts';
import type { Session } from '../../scripts/demo/session.ts';
import { personaId, startApi, type TestApi } from '../support/api-server.ts';
import { arrested, CustodyWire, inYard } from '../support/custody-wire.ts';

interface Line { readonly id: number; readonly at: string; readonly who: string; readonly whoId: string; readonly verb: string; readonly verbWords: string; readonly subjectIds: string[]; readonly purpose: string; readonly outcome: string; readonly refusals: string[] }
interface Answer { readonly lines: Line[]; readonly next: string | null; readonly officers: string[] | null; readonly records: string[] | null; readonly code?: string; readonly problems?: { readonly field: string; readonly message: string }[] }

const HALE = stationId('Hale Road');
const WHY = { use: 'lawfulness', reason: 'Dip sample for January' };
const PAGE = 50;

describe('the audit log', () => {
  let api: TestApi;
  let price: Session;
  let okoro: Session;
  const search = async (asked: Readonly<Record<string, string>> = {}, who = price) => who.post<Answer>('/api/audit/events/search', { ...WHY, ...asked });
  const found = async (asked: Readonly<Record<string, string>> = {}): Promise<Answer> => { const { status, body } = await search(asked); assert.equal(status, 200, JSON.stringify(body)); return body; };
  const everything = async (asked: Readonly<Record<string, string>>, between: () => Promise<unknown> = async () => undefined): Promise<Line[]> => {
    const lines: Line[] = [];
    for (let before = ''; ;) {
      const { lines: page, next } = await found({ ...asked, ...(before ? { before } : {}) });
      lines.push(...page);
      if (next === null) return lines;
      assert.equal(page.length, PAGE);
      await between();
      before = next;
    }
  };
  const stored = async (where: object = {}): Promise<number[]> => ((await api.database.admin('audit.event').select('id').where(where).orderBy([{ column: 'platform_at', order: 'desc' }, { column: 'id', order: 'desc' }])) as { id: number }[]).map((r) => Number(r.id));

  before(async function start() { this.timeout(60_000); api = await startApi('2026-01-12T08:00'); [price, okoro] = await Promise.all([api.signIn('Owen Price'), api.signIn('Ada Okoro')]); });
  after(() => api.stop());

  for (const name of ['Ada Okoro', 'Joan Bell', 'Peter Clarke', 'Lena Fox', 'Helen Ng', 'Arthur Pym']) {
    it(`is closed to ${name}`, async () => {
      const { status, body } = await search({}, await api.signIn(name));
      assert.deepEqual([status, body.code], [403, 'NOT_ALLOWED']);
    });
  }

  it('asks what it is used for and why', async () => {
    const { status, body } = await price.post<Answer>('/api/audit/events/search', { use: 'productivity', reason: 'x' });
    assert.equal(status, 400);
    assert.deepEqual(body.problems!.map((p) => p.field), ['use', 'reason']);
    assert.match(body.problems![0]!.message, /DPA 2018 s\.62\(4\)/);
  });

  it('tells who did what for what, newest first, and names officers by what they are called', async () => {
    await okoro.get('/api/custody/whiteboard');
    const { lines } = await found({ officer: 'Okoro' });
    assert.deepEqual([lines[0]!.who, lines[0]!.whoId, lines[0]!.verbWords, lines[0]!.outcome], ['PS Okoro', personaId('Ada Okoro'), 'Read', 'shown']);
    assert.deepEqual(lines.map((l) => l.id), await stored({ actor: personaId('Ada Okoro') }));
  });

  it('leaves its own line: the use, the reason, what was asked and how many lines were shown', async () => {
    const { lines } = await found({ officer: 'Okoro', outcome: 'shown' });
    const own = (await api.database.admin('audit.event').orderBy('id', 'desc').first()) as { actor: string; verb: string; purpose: string; subject_ids: string[]; detail: { lines: number; outcome: string } };
    assert.deepEqual([own.actor, own.verb, own.purpose], [personaId('Owen Price'), 'read', 'Audit log: Checking that processing was lawful: Dip sample for January']);
    assert.deepEqual([own.subject_ids, own.detail.lines, own.detail.outcome], [[personaId('Ada Okoro')], lines.length, 'shown']);
  });

  it('shows a refusal by post and by law with its codes, and an attempt by nobody', async () => {
    await okoro.get('/api/operations');
    await fetch(`${api.url}/api/operations`);
    await okoro.post(`/api/force/duty-roster/${HALE}/take-over-custody-post`, { commandId: randomUUID(), seenVersion: 99, at: '2026-02-01T08:00', body: {} });
    assert.equal((await found({ outcome: 'notAllowed', officer: 'Okoro' })).lines[0]!.whoId, personaId('Ada Okoro'));
    assert.deepEqual((await found({ outcome: 'notSignedIn' })).lines.map((l) => l.who)[0], 'Nobody signed in');
    const [refused] = (await found({ outcome: 'refused' })).lines;
    assert.deepEqual([refused!.who, refused!.subjectIds, refused!.refusals], ['PS Okoro', [HALE], ['IN_FUTURE']]);
  });

  it('is searched by verb, by record and by a custody number', async () => {
    const id = randomUUID();
    const opened = await okoro.post(`/api/custody/custody-record/${id}/record-arrest`, { commandId: randomUUID(), seenVersion: 0, at: null, body: { ...ARREST, stationId: HALE, teamId: '' } });
    assert.equal(opened.status, 200);
    const reid = await api.signIn('Tomas Reid');
    assert.equal((await reid.get(`/api/custody/custody-record/${id}`)).status, 404);
    const { lines } = await found({ record: id });
    assert.deepEqual(lines.map((l) => [l.who, l.verb, l.outcome]), [['PS Reid', 'read', 'NOT_FOUND'], ['PS Okoro', 'recordArrest', 'accepted']]);
    const { number } = (await api.database.admin('custody.custody_record').select('custody_number as number').where({ id }).first()) as { number: string };
    const byNumber = await found({ record: number.toLowerCase() });
    assert.deepEqual([byNumber.records, byNumber.lines.slice(-lines.length)], [[id], lines]);
    assert.ok((await found({ verb: 'signIn' })).lines.every((l) => l.verb === 'signIn'));
    const nobody = await found({ record: 'HR/26/0000' });
    assert.deepEqual([nobody.records, nobody.lines], [[], []]);
    assert.deepEqual((await found({ officer: 'Nobody of that name' })).officers, []);
  });

  it('finds a batch by any of its acts, refused or not, and keeps what was only supposed apart', async () => {
    const id = randomUUID();
    const [arrest, correction] = [{ act: 'record-arrest', at: null, body: { ...ARREST, stationId: HALE, teamId: '' } }, { act: 'correct-entry', at: null, body: { entry: '99.1', becomes: null, reason: 'Entered twice' } }];
    const send = (path: string, acts: readonly object[]) => okoro.post(`/api/custody/custody-record/${id}/${path}`, { commandId: randomUUID(), seenVersion: 0, acts });
    const [refused, supposed] = [await send('acts', [arrest, correction]), await send('acts/what-if', [arrest, correction])];
    assert.deepEqual([refused.status, supposed.status], [409, 200]);
    const told = async (asked: Record<string, string>) => (await found({ record: id, ...asked })).lines.map((l) => [l.verb, l.verbWords.includes(', '), l.outcome]);
    assert.deepEqual(await told({ verb: 'correctEntry' }), [['recordArrest,correctEntry', true, 'REFUSED']]);
    assert.deepEqual(await told({ outcome: 'refused' }), [['whatIf', false, 'REFUSED'], ['recordArrest,correctEntry', true, 'REFUSED']]);
    const bell = await api.signIn('Joan Bell');
    assert.equal((await bell.post(`/api/custody/custody-record/${id}/authorise-detention/what-if`, { commandId: randomUUID(), seenVersion: 0, at: null, body: {} })).status, 403);
    assert.deepEqual((await told({ outcome: 'notAllowed' }))[0], ['whatIf', false, 'NOT_ALLOWED']);
  });

  it('is searched by a span of platform time, half open, and asks where a clock change makes it unclear', async () => {
    await api.at('2026-01-12T09:00:00');
    await okoro.get('/api/clock');
    await api.at('2026-01-12T10:00:00');
    await okoro.get('/api/clock');
    const at = async (from: string, to: string) => [...new Set((await found({ officer: 'Okoro', from, to })).lines.map((l) => l.at))];
    assert.deepEqual(await at('2026-01-12T09:00:00', '2026-01-12T10:00:00'), ['2026-01-12T09:00:00.000Z']);
    assert.deepEqual(await at('2026-01-12T10:00:00', '2026-01-12T10:00:01'), ['2026-01-12T10:00:00.000Z']);
    const { status, body } = await search({ from: '2026-10-25T01:30:00' });
    assert.deepEqual([status, body.problems![0]!.field], [400, 'from']);
  });

  it('is complete over its pages, without gaps or doubles, although lines are written meanwhile', async () => {
    for (let n = 0; n < 2 * PAGE + 5; n += 1) await okoro.get('/api/clock');
    const before_ = await stored({ actor: personaId('Ada Okoro') });
    const lines = await everything({ officer: personaId('Ada Okoro') }, () => okoro.get('/api/clock'));
    assert.ok(before_.length > 2 * PAGE);
    assert.deepEqual(lines.map((l) => l.id), before_);
  });

  it('knows no place in the log but its own', async () => {
    const { status, body } = await search({ before: "1' or true" });
    assert.deepEqual([status, body.problems![0]!.field], [400, 'before']);
  });

  it('is read by an index however long it grows', async () => {
    await api.database.admin.raw("insert into audit.event (platform_at, actor, actor_name, request_id, verb, subject_type, purpose, outcome) select '2025-01-01'::timestamptz + n * interval '1 second', 'officer ' || n % 50, 'x', 'r', 'verb ' || n % 20, 'Task', 'load', 'shown' from generate_series(1, 20000) n");
    await api.database.admin.raw('analyze audit.event');
    const plan = async (where: string): Promise<string> => JSON.stringify(((await api.database.admin.raw(`explain select id from audit.event where ${where} order by platform_at desc, id desc limit 51`)) as { rows: unknown[] }).rows);
    for (const [where, index] of [["actor = 'officer 7'", 'event_actor'], ["verb = 'verb 3'", 'event_verb'], ["outcome in ('REFUSED')", 'event_failed'], ["platform_at < '2025-01-01T02:00Z'", 'event_newest']] as const) assert.match(await plan(where), new RegExp(index), where);
  });

  it('finds one look by each of the people it showed', async () => {
    const wire = new CustodyWire(api.url);
    const ids = [await wire.record(arrested({ name: 'Ann Hale' }, '2026-01-12T07:30'), inYard('2026-01-12T07:40')), await wire.record(arrested({ name: 'Ben Hale' }, '2026-01-12T07:35'), inYard('2026-01-12T07:45'))];
    await okoro.get('/api/custody/whiteboard');
    const looks = await Promise.all(ids.map(async (record) => (await found({ record, verb: 'read', officer: 'Okoro' })).lines.filter((l) => l.subjectIds.length > 1)));
    assert.equal(looks[0]!.length, 1);
    assert.deepEqual(looks[0], looks[1]);
    for (const id of ids) assert.ok(looks[0]![0]!.subjectIds.includes(id));
  });
});
