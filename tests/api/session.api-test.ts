import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'mocha';
import { localPath } from '../../api/shared/sign-in.ts';
import { stationId } from '../../main/seed.ts';
import { Session } from '../../scripts/demo/session.ts';
import { personaId, startApi, type TestApi } from '../support/api-server.ts';

const HALE = stationId('Hale Road');
const MINUTE = 60_000;
type Problem = { readonly code: string };

describe('sessions', () => {
  let api: TestApi;
  before(async function start() { this.timeout(60_000); api = await startApi('2026-01-12T08:00'); });
  after(() => api.stop());

  /** Shifts what the only session of this officer remembers of the wall clock. */
  const age = (officer: string, field: 'seenAt' | 'signedInAt', by: number) => api.database.admin.raw(
    `update platform.session set sess = jsonb_set(sess, array[?], to_jsonb((sess->>?)::bigint - ?)) where sess->>'officerId' = ?`, [field, field, by, personaId(officer)],
  );
  const status = async (session: Session) => { const { status: code, body } = await session.get<Problem>('/api/session'); return [code, body.code]; };

  it('end after 15 minutes of nothing, not before; what ended is noted', async () => {
    const session = await api.signIn('Ada Okoro');
    await age('Ada Okoro', 'seenAt', 15 * MINUTE - 5_000);
    assert.equal((await status(session))[0], 200);
    await age('Ada Okoro', 'seenAt', 15 * MINUTE + 1_000);
    assert.deepEqual(await status(session), [401, 'SESSION_ENDED']);
    const last = (await api.database.admin('audit.event').select('outcome', 'actor').orderBy('id', 'desc').first()) as object;
    assert.deepEqual(last, { outcome: 'SESSION_ENDED', actor: personaId('Ada Okoro') });
    assert.deepEqual(await status(session), [401, 'NOT_SIGNED_IN']);
  });

  it('end 12 hours after sign-in, however busy', async () => {
    const session = await api.signIn('Marcus Hale');
    await age('Marcus Hale', 'signedInAt', 12 * 60 * MINUTE - 5_000);
    assert.equal((await status(session))[0], 200);
    await age('Marcus Hale', 'signedInAt', 12 * 60 * MINUTE + 1_000);
    assert.deepEqual(await status(session), [401, 'SESSION_ENDED']);
  });

  it('are a new one with each sign-in, in a cookie no script reads', async () => {
    const response = await fetch(`${api.url}/auth/login`, { redirect: 'manual' });
    assert.match(response.headers.get('set-cookie')!, /^peel=[^;]+; Path=\/; .*HttpOnly; SameSite=Lax/);
    const location = new URL(response.headers.get('location')!);
    assert.deepEqual([location.searchParams.get('response_type'), location.searchParams.get('code_challenge_method')], ['code', 'S256']);
    assert.ok(location.searchParams.get('state') && location.searchParams.get('nonce') && location.searchParams.get('code_challenge'));
  });

  it('stay ended though reads of theirs were under way as they ended', async () => {
    const session = await api.signIn('Amy Doyle');
    const reads = Array.from({ length: 12 }, () => session.get('/api/custody/whiteboard').catch(() => undefined));
    await Promise.all([...reads.slice(0, 6), session.post('/auth/logout', {}), ...reads.slice(6)]);
    assert.equal(Number((await api.database.admin('platform.session').whereRaw("sess->>'officerId' = ?", [personaId('Amy Doyle')]).count('* as n').first())!['n']), 0);
    assert.deepEqual(await status(session), [401, 'NOT_SIGNED_IN']);
  });

  it('are stored once as they begin: what was stored behind the answer would bring back one that was signed out meanwhile', async () => {
    const { admin } = api.database;
    await admin.raw(`create table platform.stored (officer text);
      create function platform.note_stored() returns trigger language plpgsql security definer as $$ begin insert into platform.stored values (new.sess->>'officerId'); return new; end $$;
      create trigger note_stored after insert or update on platform.session for each row execute function platform.note_stored()`);
    await api.signIn('Karim Aziz');
    assert.deepEqual(await admin('platform.stored').select('officer').whereNotNull('officer'), [{ officer: personaId('Karim Aziz') }]);
  });

  it('are noted at their beginning and end', async () => {
    const session = await api.signIn('Joan Bell');
    await session.post('/auth/logout', {});
    const verbs = (await api.database.admin('audit.event').select('verb').where({ actor: personaId('Joan Bell') }).orderBy('id')) as { verb: string }[];
    assert.deepEqual(verbs.map((v) => v.verb), ['signIn', 'signOut']);
    assert.deepEqual(await status(session), [401, 'NOT_SIGNED_IN']);
  });

  it('that were signed out of make the provider ask who comes next, whatever session it keeps', async () => {
    const promptOf = async (cookie = ''): Promise<string | null> => new URL((await fetch(`${api.url}/auth/login`, { redirect: 'manual', headers: { cookie } })).headers.get('location')!).searchParams.get('prompt');
    assert.equal(await promptOf(), null);
    const left = await fetch(`${api.url}/auth/logout`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
    const cookie = left.headers.get('set-cookie')!.split(';')[0]!;
    assert.equal(await promptOf(cookie), 'login');
    assert.equal((await fetch(`${api.url}/api/session`, { headers: { cookie } })).status, 401);
  });

  it('do not begin for one who is on no roster, nor for an answer that was not asked for; both are noted', async () => {
    const stranger = randomUUID();
    await Session.signIn(api.url, stranger).catch(() => undefined);
    const last = async () => (await api.database.admin('audit.event').select('verb', 'outcome', 'actor').orderBy('id', 'desc').first()) as object;
    assert.deepEqual(await last(), { verb: 'signIn', outcome: 'UNKNOWN_OFFICER', actor: stranger });
    const asked = await fetch(`${api.url}/auth/login`, { redirect: 'manual' });
    const cookie = asked.headers.get('set-cookie')!.split(';')[0]!;
    const forged = await fetch(`${api.url}/auth/callback?code=x&state=forged`, { redirect: 'manual', headers: { cookie } });
    assert.deepEqual([forged.status, forged.headers.get('location')], [302, '/?signIn=refused']);
    assert.deepEqual(await last(), { verb: 'signIn', outcome: 'SIGN_IN_REFUSED', actor: 'nobody' });
    assert.equal((await fetch(`${api.url}/api/session`, { headers: { cookie } })).status, 401);
  });

  it('do not begin without their line', async () => {
    const { admin } = api.database;
    await admin.raw("alter table audit.event add constraint no_sign_in check (verb <> 'signIn') not valid");
    try {
      await Session.signIn(api.url, personaId('Peter Clarke')).catch(() => undefined);
      assert.equal(await admin('platform.session').whereRaw("sess->>'officerId' = ?", [personaId('Peter Clarke')]).first(), undefined);
    } finally { await admin.raw('alter table audit.event drop constraint no_sign_in'); }
    await api.signIn('Peter Clarke');
    assert.ok(await admin('platform.session').whereRaw("sess->>'officerId' = ?", [personaId('Peter Clarke')]).first());
  });

  it('are noted where a sign-in was never begun here, and where another site would end one', async () => {
    const last = async () => (await api.database.admin('audit.event').select('verb', 'subject_type', 'outcome').orderBy('id', 'desc').first()) as object;
    await fetch(`${api.url}/auth/callback?code=x&state=y`, { redirect: 'manual' });
    assert.deepEqual(await last(), { verb: 'signIn', subject_type: 'Session', outcome: 'SIGN_IN_UNASKED' });
    for (const origin of ['https://elsewhere.example', 'null']) {
      assert.equal((await fetch(`${api.url}/auth/logout`, { method: 'POST', headers: { origin, 'content-type': 'application/json' }, body: '{}' })).status, 403);
      assert.deepEqual(await last(), { verb: 'signOut', subject_type: 'Session', outcome: 'OTHER_ORIGIN' });
    }
  });

  it('return only to a path of our own', () => {
    assert.deepEqual(['/inbox', '//evil.example', '/\\evil.example', 'https://evil.example', undefined].map(localPath), ['/inbox', '/', '/', '/', '/']);
  });

  it('a post that is taken away counts no more at the very next request', async () => {
    const [bell, fox] = await Promise.all([api.signIn('Joan Bell'), api.signIn('Lena Fox')]);
    assert.equal((await bell.get('/api/custody/whiteboard')).status, 200);
    const { body: roster } = await fox.get<{ version: number }>(`/api/force/duty-roster/${HALE}`);
    const { status: done } = await fox.post(`/api/force/duty-roster/${HALE}/withdraw-post`, { commandId: randomUUID(), seenVersion: roster.version, at: null, body: { officerId: personaId('Joan Bell'), post: 'detentionOfficer', reason: 'Left the suite' } });
    assert.equal(done, 200);
    const { status: after, body } = await bell.get<Problem>('/api/custody/whiteboard');
    assert.deepEqual([after, body.code], [403, 'NOT_ALLOWED']);
  });
});

describe('the edge', () => {
  let api: TestApi;
  before(async function start() { this.timeout(60_000); api = await startApi('2026-01-12T08:00', 40); });
  after(() => api.stop());

  it('sends a policy that runs no script but its own, and lets nobody frame it', async () => {
    const { headers } = await fetch(`${api.url}/healthz`);
    const policy = headers.get('content-security-policy')!;
    for (const part of ["default-src 'none'", "require-trusted-types-for 'script'", "frame-ancestors 'none'", "script-src 'self' 'nonce-"]) assert.ok(policy.includes(part), `${part} in ${policy}`);
    assert.doesNotMatch(policy, /unsafe-(inline|eval)/);
    assert.deepEqual([headers.get('x-powered-by'), headers.get('x-content-type-options')], [null, 'nosniff']);
  });

  it('keeps nothing of an answer in a cache', async () => assert.equal((await fetch(`${api.url}/api/session`)).headers.get('cache-control'), 'no-store'));

  it('describes every route as OpenAPI 3.1, with docs that fetch nothing from elsewhere', async () => {
    const document = (await (await fetch(`${api.url}/api/openapi.json`)).json()) as { openapi: string; paths: Record<string, Record<string, { responses: Record<string, unknown> }>> };
    assert.match(document.openapi, /^3\.1\./);
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
    assert.ok(operations.length > 100 && operations.every((o) => o.responses['200'] && o.responses['409']));
    const extension = JSON.stringify(document.paths['/api/custody/custody-record/{id}/authorise-extension']);
    for (const named of ['until', 'representations', 'seenVersion', 'deadlines', 'timeline']) assert.ok(extension.includes(`"${named}"`), `${named} is described`);
    const docs = await (await fetch(`${api.url}/api/docs`)).text();
    assert.doesNotMatch(docs, /https?:\/\//);
    assert.equal((await fetch(`${api.url}/api/docs/assets/swagger-ui-bundle.js`)).status, 200);
  });

  it('says when it lives and when it can serve', async () => {
    assert.deepEqual([(await fetch(`${api.url}/healthz`)).status, (await fetch(`${api.url}/readyz`)).status], [200, 200]);
  });

  it('asks whoever floods it to wait, in words', async () => {
    const session = await api.signIn('Ada Okoro');
    const answers = await Promise.all(Array.from({ length: 41 }, () => session.get<Problem>('/api/clock')));
    assert.equal(answers.filter((a) => a.status === 429 && a.body.code === 'TOO_MANY').length, 1);
  });
});

describe('a sign-in while the identity provider is away', () => {
  let api: TestApi;
  before(async function start() { this.timeout(60_000); api = await startApi('2026-01-12T08:00'); await api.providerAway(); });
  after(() => api.stop());

  it('comes back to the page that says so, leaves its line and no session', async () => {
    const response = await fetch(`${api.url}/auth/login?returnTo=/work`, { redirect: 'manual' });
    assert.deepEqual([response.status, response.headers.get('location')], [302, '/?signIn=away']);
    const last = (await api.database.admin('audit.event').select('actor', 'verb', 'subject_type', 'outcome').orderBy('id', 'desc').first()) as object;
    assert.deepEqual(last, { actor: 'nobody', verb: 'signIn', subject_type: 'Session', outcome: 'SIGN_IN_AWAY' });
    assert.equal(((await api.database.admin('platform.session')) as unknown[]).length, 0);
  });
});
