import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'mocha';
import { PERSONAS } from '#domain/force/personas';
import { POLICY } from '#domain/shared/policy/rules';
import type { Route } from '../../api/shared/route.ts';
import { allRoutes } from '../../main/api.ts';
import type { Session } from '../../scripts/demo/session.ts';
import { startApi, type TestApi } from '../support/api-server.ts';

const EVERYONE = 'Session';
const gives = (post: string, [action, subject]: Route['permission']): boolean =>
  POLICY.some((r) => r.post === post && r.subject === subject && (r.actions.includes(action) || (subject === 'CustodyRecord' && action !== 'read' && r.actions.includes('manageCustody'))));
const allowedBy = (route: Route) => (route.permission[1] === EVERYONE ? PERSONAS[0] : PERSONAS.find((p) => gives(p.post, route.permission)));
const deniedBy = (route: Route) => (route.permission[1] === EVERYONE ? undefined : PERSONAS.find((p) => !gives(p.post, route.permission)));

interface Answer { readonly status: number; readonly body: { readonly code?: string; readonly requestId?: string; readonly detail?: string } }
const pathOf = (route: Route): string => route.path.replace(':id', randomUUID());
const send = (session: Session, route: Route): Promise<Answer> => (route.method === 'get' ? session.get(pathOf(route)) : session.post(pathOf(route), {}));

/** Made from the api's own list: a route that is added is tested, a route that leaves no audit line fails. */
describe('every route', () => {
  let api: TestApi;
  const sessions = new Map<string, Session>();
  const as = async (name: string): Promise<Session> => {
    const known = sessions.get(name) ?? (await api.signIn(name));
    sessions.set(name, known);
    return known;
  };
  const lines = async (): Promise<number> => Number((await api.database.admin('audit.event').count('* as n').first())!['n']);
  const last = async () => (await api.database.admin('audit.event').select('outcome', 'actor').orderBy('id', 'desc').first()) as { outcome: string; actor: string };

  before(async function start() { this.timeout(60_000); api = await startApi('2026-01-12T08:00'); });
  after(() => api.stop());

  for (const route of allRoutes()) {
    describe(`${route.method.toUpperCase()} ${route.path}`, () => {
      it('asks who is there, and notes the attempt', async () => {
        const noted = await lines();
        const response = await fetch(`${api.url}${pathOf(route)}`, { method: route.method, ...(route.method === 'post' ? { headers: { 'content-type': 'application/json' }, body: '{}' } : {}) });
        const body = (await response.json()) as Answer['body'];
        assert.deepEqual([response.status, body.code, response.headers.get('content-type')], [401, 'NOT_SIGNED_IN', 'application/problem+json; charset=utf-8']);
        assert.equal(await lines(), noted + 1);
        assert.deepEqual([(await last()).outcome, (await last()).actor], ['NOT_SIGNED_IN', 'nobody']);
      });

      const stranger = deniedBy(route);
      if (stranger) {
        it(`is closed to ${stranger.post}, and says so in words`, async () => {
          const session = await as(stranger.name);
          const noted = await lines();
          const { status, body } = await send(session, route);
          assert.deepEqual([status, body.code], [403, 'NOT_ALLOWED']);
          assert.match(body.detail!, /^Your post does not allow this: /);
          assert.equal(await lines(), noted + 1);
          assert.deepEqual([(await last()).outcome, (await last()).actor], ['NOT_ALLOWED', stranger.id]);
        });
      }

      const friend = allowedBy(route);
      it('is open to somebody', () => { assert.ok(friend, `nobody's post gives ${route.permission.join(' ')}`); });
      if (friend) {
        it(`lets ${friend.post} through to what it does, and notes that`, async () => {
          const session = await as(friend.name);
          const noted = await lines();
          const { status, body } = await send(session, route);
          assert.ok([200, 400, 404, 409].includes(status), `${status} ${JSON.stringify(body)}`);
          assert.ok((await lines()) > noted, 'no audit line');
          assert.equal((await last()).actor, friend.id);
          if (status === 200) assert.deepEqual(route.schema.response.safeParse(body).error?.issues ?? [], []);
        });
      }
    });
  }
});
