import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'mocha';
import { ARREST, GROUNDS } from '#domain/custody/custody-record/example-detention';
import { stationId } from '../../main/seed.ts';
import type { Session } from '../../scripts/demo/session.ts';
import { personaId, startApi, type TestApi } from '../support/api-server.ts';

interface Answer { readonly status: number; readonly body: { readonly code?: string; readonly version?: number; readonly repeated?: boolean; readonly refusals?: readonly { code: string; message: string; law: string; choices?: readonly string[] }[]; readonly problems?: readonly { field: string; message: string }[] } }
const HALE = stationId('Hale Road');
const arrest = { ...ARREST, stationId: HALE, teamId: '' };
const codes = ({ body }: Answer): string[] => (body.refusals ?? []).map((r) => r.code);

/** Each is refused by its own code and words; nothing is left of it but its audit line (issue text, "Bad input"). */
describe('bad input over HTTP', () => {
  let api: TestApi;
  let okoro: Session;
  let rao: Session;
  const act = (session: Session, id: string, slug: string, sent: object): Promise<Answer> => session.post(`/api/custody/custody-record/${id}/${slug}`, { commandId: randomUUID(), seenVersion: 0, ...sent });
  const opened = async (at: string): Promise<string> => {
    const id = randomUUID();
    assert.equal((await act(okoro, id, 'record-arrest', { at, body: arrest })).status, 200);
    return id;
  };
  /** What a refused attempt leaves: nothing of the record, one audit line. */
  async function leavesOnlyItsLine(attempt: () => Promise<unknown>): Promise<void> {
    const read = async () => {
      const counts = [];
      for (const table of ['custody.custody_record_event', 'custody.custody_record_command', 'work.task', 'work.alarm', 'platform.outbox', 'audit.event']) counts.push(Number((await api.database.admin(table).count('* as n').first())!['n']));
      return counts;
    };
    const before = await read();
    await attempt();
    const after = await read();
    assert.deepEqual(after, [...before.slice(0, -1), before.at(-1)! + 1]);
  }

  before(async function start() {
    this.timeout(60_000);
    api = await startApi('2026-10-24T15:00');
    [okoro, rao] = await Promise.all([api.signIn('Ada Okoro'), api.signIn('Sunita Rao')]);
  });
  after(() => api.stop());

  it('a time that has not come', async () => {
    await leavesOnlyItsLine(async () => assert.deepEqual(codes(await act(okoro, randomUUID(), 'record-arrest', { at: '2026-10-24T15:00:01', body: arrest })), ['IN_FUTURE']));
    assert.equal((await act(okoro, randomUUID(), 'record-arrest', { at: '2026-10-24T15:00:00', body: arrest })).status, 200);
  });

  it('text that cannot be kept, a time before the law, a reason of blanks', async () => {
    for (const place of ['Mill\u0000Road', 'Mill \ud800Road']) assert.deepEqual([(await act(okoro, randomUUID(), 'record-arrest', { body: { ...arrest, place } })).status], [400]);
    assert.equal((await okoro.post('/api/work/tasks/search', { search: '\u0000' })).status, 400);
    assert.deepEqual((await act(okoro, randomUUID(), 'record-arrest', { at: '1066-10-14T09:00', body: arrest })).status, 409);
    const id = await opened('2026-10-24T15:00:00');
    assert.equal((await act(okoro, id, 'correct-entry', { seenVersion: 1, body: { entry: '1.0', becomes: null, reason: '    ' } })).status, 400);
  });

  it('a correction that would move a person to another station', async () => {
    const id = await opened('2026-10-24T15:00:00');
    const { status, body } = await act(okoro, id, 'correct-entry', { seenVersion: 1, body: { entry: '1.0', becomes: { at: null, body: { stationId: stationId('Kestrel Street') } }, reason: 'Wrong station' } });
    assert.deepEqual([status, body.code], [403, 'NOT_ALLOWED']);
    assert.equal((await okoro.get(`/api/custody/custody-record/${id}`)).status, 200);
  });

  it('a supposition that the law refuses: said, and noted', async () => {
    const id = await opened('2026-10-24T15:00:00');
    await leavesOnlyItsLine(async () => {
      const answer = await act(okoro, id, 'authorise-detention/what-if', { body: GROUNDS, seenVersion: 1 }) as unknown as { status: number; body: { allowed: boolean; refusals: { code: string }[] } };
      assert.deepEqual([answer.status, answer.body.allowed, answer.body.refusals.map((r) => r.code)], [200, false, ['OUT_OF_ORDER']]);
    });
  });

  it('an hour that came twice is asked, not guessed; with its offset it is taken', async () => {
    await api.at('2026-10-25T09:00');
    await leavesOnlyItsLine(async () => {
      const { body } = await act(okoro, randomUUID(), 'record-arrest', { at: '2026-10-25T01:30', body: arrest });
      assert.match(JSON.stringify(body), /TIME_AMBIGUOUS/);
      assert.match(JSON.stringify(body), /01:30 BST \(first\)/);
      assert.match(JSON.stringify(body), /01:30 GMT \(an hour later\)/);
    });
    assert.equal((await act(okoro, randomUUID(), 'record-arrest', { at: '2026-10-25T01:30+01:00', body: arrest })).status, 200);
  });

  it('an hour that never was', async () => {
    await leavesOnlyItsLine(async () => assert.match(JSON.stringify((await act(okoro, randomUUID(), 'record-arrest', { at: '2026-03-29T01:30', body: arrest })).body), /TIME_DOES_NOT_EXIST/));
  });

  it('an unknown offence', async () => {
    await leavesOnlyItsLine(async () => assert.deepEqual(codes(await act(okoro, randomUUID(), 'record-arrest', { at: '2026-10-25T08:00', body: { ...arrest, offenceCodes: ['XX99999'] } })), ['UNKNOWN_OFFENCE']));
  });

  it('a field that is missing, by its name', async () => {
    await leavesOnlyItsLine(async () => {
      const { status, body } = await act(okoro, randomUUID(), 'record-arrest', { at: '2026-10-25T08:00', body: { ...arrest, place: '' } });
      assert.deepEqual([status, body.code, body.problems?.map((p) => p.field)], [400, 'BAD_SHAPE', ['place']]);
    });
  });

  it('a body that claims a post, a rank or a team; a field that the act does not have, by its name', async () => {
    for (const [field, words] of [['rank', /^This act has no field “rank”\. Ranks, posts and teams are read from the roster/], ['plase', /^This act has no field “plase”\. Leave it out, or correct its name\.$/]] as const) {
      await leavesOnlyItsLine(async () => {
        const { status, body } = await act(okoro, randomUUID(), 'record-arrest', { at: '2026-10-25T08:00', body: { ...arrest, [field]: 'x' } });
        assert.deepEqual([status, body.problems?.map((p) => p.field)], [400, [field]]);
        assert.match(body.problems![0]!.message, words);
      });
    }
  });

  it('text that hides or turns what it says, by the field it stands in', async () => {
    for (const hidden of ['\u202e', '\u2066', '\u200b', '\u200d', '\ufeff']) {
      const { status, body } = await act(okoro, randomUUID(), 'record-arrest', { at: '2026-10-25T08:00', body: { ...arrest, name: `James ${hidden}Adeyemi` } });
      assert.deepEqual([status, body.problems?.map((p) => p.field)], [400, ['name']]);
      assert.match(body.problems![0]!.message, /^This holds a hidden character/);
    }
    assert.equal((await act(okoro, randomUUID(), 'record-arrest', { at: '2026-10-25T08:00', body: { ...arrest, name: 'Zoë Ní Dhúill-李' } })).status, 200);
  });

  it('a version that nobody can have seen: a matter of shape, and nobody is said to have typed', async () => {
    const id = await opened('2026-10-25T07:00');
    for (const [seenVersion, words] of [[99, /^Nobody has seen version 99: the record stands at version 1\./], [-1, /^Give the version you saw: 0 before/]] as const) {
      await leavesOnlyItsLine(async () => {
        const { status, body } = await act(okoro, id, 'authorise-detention', { seenVersion, at: '2026-10-25T08:00', body: GROUNDS });
        assert.deepEqual([status, body.code, body.problems?.map((p) => p.field)], [400, 'BAD_SHAPE', ['seenVersion']]);
        assert.match(body.problems![0]!.message, words);
      });
    }
  });

  it('an impossible order: a review before detention is authorised', async () => {
    const id = await opened('2026-10-25T07:00');
    await leavesOnlyItsLine(async () => assert.deepEqual(codes(await act(rao, id, 'conduct-review', { at: '2026-10-25T08:30', body: { reminded: true, decision: 'continue', grounds: 'Necessary', representations: 'None' } })), ['OUT_OF_ORDER']));
  });

  it('a rank too low, with the section of law', async () => {
    const id = await opened('2026-10-25T07:00');
    await act(okoro, id, 'record-arrival', { at: '2026-10-25T07:30', body: { stationId: HALE, source: 'gateLog' } });
    await act(okoro, id, 'authorise-detention', { seenVersion: 2, at: '2026-10-25T07:40', body: GROUNDS });
    await leavesOnlyItsLine(async () => {
      const answer = await act(okoro, id, 'conduct-review', { at: '2026-10-25T08:30', body: { reminded: true, decision: 'continue', grounds: 'Necessary', representations: 'None' } });
      assert.deepEqual([answer.status, codes(answer), answer.body.refusals![0]!.law], [409, ['RANK_TOO_LOW'], 'PACE s.40(1)(b)']);
    });
  });

  it('an officer of the investigation', async () => {
    const id = await opened('2026-10-25T07:00');
    const lim = await api.signIn('Grace Lim');
    await act(okoro, id, 'record-arrival', { at: '2026-10-25T07:30', body: { stationId: HALE, source: 'gateLog' } });
    await act(okoro, id, 'record-investigation', { seenVersion: 2, at: '2026-10-25T07:31', body: { teamId: 'cid-team-3', officerIds: [personaId('Daniel Cole')], officerName: 'PC Cole' } });
    await lim.post(`/api/force/duty-roster/${HALE}/take-over-custody-post`, { commandId: randomUUID(), seenVersion: 1, at: null, body: {} });
    await leavesOnlyItsLine(async () => assert.ok(codes(await act(lim, id, 'authorise-detention', { seenVersion: 3, at: null, body: GROUNDS })).includes('CONFLICT_OF_ROLE')));
    await okoro.post(`/api/force/duty-roster/${HALE}/take-over-custody-post`, { commandId: randomUUID(), seenVersion: 2, at: null, body: {} });
  });

  it('a double click is the same entry; the same id with another body is not', async () => {
    const id = randomUUID();
    const sent = { commandId: randomUUID(), at: '2026-10-25T08:00', body: arrest };
    const first = await act(okoro, id, 'record-arrest', sent);
    assert.deepEqual([first.status, first.body.repeated, first.body.version], [200, false, 1]);
    const again = await act(okoro, id, 'record-arrest', sent);
    assert.deepEqual([again.status, again.body.repeated, again.body.version], [200, true, 1]);
    await leavesOnlyItsLine(async () => assert.deepEqual(codes(await act(okoro, id, 'record-arrest', { ...sent, body: { ...arrest, place: 'Elsewhere' } })), ['COMMAND_ID_REUSED']));
  });

  it('a power on a version that has moved, naming who moved it; a happening stands on whatever it is', async () => {
    const id = await opened('2026-10-25T07:00');
    await act(okoro, id, 'record-arrival', { at: '2026-10-25T07:30', body: { stationId: HALE, source: 'gateLog' } });
    await leavesOnlyItsLine(async () => {
      const answer = await act(okoro, id, 'authorise-detention', { seenVersion: 1, at: '2026-10-25T08:00', body: GROUNDS });
      assert.deepEqual(codes(answer), ['STALE_VERSION']);
      assert.match(answer.body.refusals![0]!.message, /^PS Okoro recorded an arrival in the yard at 09:00 while you were typing\./);
    });
    assert.equal((await act(okoro, id, 'record-immediate-needs', { seenVersion: 0, at: '2026-10-25T08:00', body: { unwell: false, injured: false, drink: false, drugs: false, swallowed: false, selfHarm: false, pregnant: false, consciousnessConcern: false, vulnerable: false } })).status, 200);
  });

  it('two officers at once: one authorises, the other is told', async () => {
    const id = await opened('2026-10-25T07:00');
    await act(okoro, id, 'record-arrival', { at: '2026-10-25T07:30', body: { stationId: HALE, source: 'gateLog' } });
    const answers = await Promise.all([0, 1].map(() => act(okoro, id, 'authorise-detention', { seenVersion: 2, at: '2026-10-25T08:00', body: GROUNDS })));
    assert.deepEqual(answers.map((a) => a.status).toSorted(), [200, 409]);
    assert.deepEqual(answers.flatMap(codes), ['STALE_VERSION']);
  });

  const raw = (body: string, headers: Record<string, string> = {}) => okoro.raw(`/api/custody/custody-record/${randomUUID()}/record-arrest`, body, headers);
  it('JSON that is malformed, too large, or not JSON at all; another site’s request', async () => {
    await leavesOnlyItsLine(async () => assert.deepEqual(await raw('{"commandId":'), [400, 'NOT_JSON']));
    await leavesOnlyItsLine(async () => assert.deepEqual(await raw(JSON.stringify({ body: 'x'.repeat(70_000) })), [413, 'TOO_LARGE']));
    await leavesOnlyItsLine(async () => assert.deepEqual(await raw(`{"body":${'['.repeat(8_000)}${']'.repeat(8_000)}}`), [400, 'BAD_SHAPE']));
    await leavesOnlyItsLine(async () => assert.deepEqual(await raw('a=1', { 'content-type': 'text/plain' }), [400, 'NOT_JSON']));
    await leavesOnlyItsLine(async () => assert.deepEqual(await raw('{}', { origin: 'https://elsewhere.example' }), [403, 'OTHER_ORIGIN']));
  });

  it('an id that is none, a record that is not there, a path that leads nowhere', async () => {
    for (const path of ['/api/custody/custody-record/1%27%20or%201=1', `/api/custody/custody-record/${randomUUID()}`, '/api/nowhere']) {
      await leavesOnlyItsLine(async () => {
        const { status, body } = await okoro.get<{ code: string }>(path);
        assert.deepEqual([status, body.code], [404, 'NOT_FOUND']);
      });
    }
  });

  it('a record of another station is as if it were not there', async () => {
    const id = await opened('2026-10-25T07:00');
    const reid = await api.signIn('Tomas Reid');
    assert.deepEqual([(await reid.get(`/api/custody/custody-record/${id}`)).status, (await act(reid, id, 'record-arrival', { at: null, body: { stationId: HALE, source: 'gateLog' } })).status], [404, 404]);
  });

  it('a time typed to the minute is not before what was entered with its seconds in that minute; a minute earlier is', async () => {
    const id = await opened('2026-10-25T07:00');
    await api.at('2026-10-25T09:08:40');
    let seenVersion = 1;
    const send = async (slug: string, at: string | null, body: object) => { const answer = await act(okoro, id, slug, { seenVersion, at, body }); seenVersion += answer.status === 200 ? 1 : 0; return [answer.status, ...codes(answer)]; };
    assert.deepEqual(await send('record-arrival', '2026-10-25T08:00', { stationId: HALE, source: 'gateLog' }), [200]);
    assert.deepEqual(await send('authorise-detention', null, GROUNDS), [200]);
    assert.deepEqual(await send('set-observation-level', '2026-10-25T09:07', { level: '1', reason: 'Calm' }), [409, 'OUT_OF_ORDER']);
    assert.deepEqual(await send('set-observation-level', '2026-10-25T09:08:00', { level: '1', reason: 'Calm' }), [409, 'OUT_OF_ORDER']);
    assert.deepEqual(await send('set-observation-level', '2026-10-25T09:08', { level: '1', reason: 'Calm' }), [200]);
    const corrected = (at: string) => send('correct-entry', null, { entry: '4.0', becomes: { at, body: {} }, reason: 'The clock on the wall was wrong' });
    assert.deepEqual([await corrected('2026-10-25T09:07'), await corrected('2026-10-25T09:08')], [[409, 'OUT_OF_ORDER'], [200]]);
  });
});
