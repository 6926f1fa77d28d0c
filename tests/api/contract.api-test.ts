import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'mocha';
import { ARREST, EXTEND, GROUNDS, NEEDS, REVIEW } from '#domain/custody/custody-record/example-detention';
import { stationId } from '../../main/seed.ts';
import { allRoutes } from '../../main/api.ts';
import type { Route } from '../../api/shared/route.ts';
import type { Session } from '../../scripts/demo/session.ts';
import { personaId, startApi, type TestApi } from '../support/api-server.ts';

const HALE = stationId('Hale Road');
const routes = allRoutes();
const matches = (route: Route, method: string, path: string): boolean => route.method === method && new RegExp(`^${route.path.replace(/:\w+/g, '[^/]+')}$`).test(path);

/** A detention of a day over HTTP: every answer is what the OpenAPI document says, and nothing beside it. */
describe('the contract', () => {
  let api: TestApi;
  const sessions = new Map<string, Session>();
  const id = randomUUID();
  const checked = new Set<string>();
  const path = (rest: string): string => `/api/custody/custody-record/${id}${rest}`;

  before(async function start() { this.timeout(60_000); api = await startApi('2026-01-12T08:00'); });
  after(() => api.stop());

  async function as(name: string): Promise<Session> {
    const session = sessions.get(name) ?? (await api.signIn(name));
    sessions.set(name, session);
    return session;
  }

  function holds<T>(method: 'get' | 'post', asked: string, { status, body }: { status: number; body: T }): T {
    assert.equal(status, 200, `${asked}: ${JSON.stringify(body).slice(0, 500)}`);
    const fitting = routes.filter((r) => matches(r, method, asked.split('?')[0]!));
    const route = fitting.find((r) => !r.path.endsWith(':id')) ?? fitting[0]!;
    const parsed = route.schema.response.safeParse(body);
    assert.deepEqual(parsed.error?.issues ?? [], [], asked);
    assert.deepEqual(JSON.parse(JSON.stringify(parsed.data)), body, `${asked} answers more than it says`);
    checked.add(`${method} ${route.path}`);
    return body;
  }
  const get = async <T = object>(name: string, asked: string): Promise<T> => holds('get', asked, await (await as(name)).get<T>(asked));
  const post = async <T = object>(name: string, asked: string, sent: object): Promise<T> => holds('post', asked, await (await as(name)).post<T>(asked, sent));
  const act = async (name: string, slug: string, body: object = {}): Promise<void> => {
    const seenVersion = slug === 'record-arrest' ? 0 : (await get<{ view: { version: number } }>(name, path(''))).view.version;
    await post(name, path(`/${slug}`), { commandId: randomUUID(), seenVersion, at: null, body });
  };

  it('holds for the acts of a detention and what may be supposed of it', async function day() {
    this.timeout(30_000);
    await act('Ada Okoro', 'record-arrest', { ...ARREST, stationId: HALE, teamId: 'cid-team-3' });
    await act('Ada Okoro', 'record-arrival', { stationId: HALE, source: 'gateLog' });
    await act('Ada Okoro', 'record-immediate-needs', { ...NEEDS, selfHarm: true });
    await act('Ada Okoro', 'authorise-detention', GROUNDS);
    await act('Ada Okoro', 'set-observation-level', { level: '2', reason: 'Calm' });
    await api.at('2026-01-12T08:40');
    await act('Joan Bell', 'record-visit', { seen: 'Awake, reading', roused: false });
    await api.at('2026-01-12T14:30');
    await act('Sunita Rao', 'conduct-review', REVIEW);
    const { view } = await get<{ view: { version: number } }>('Peter Clarke', path(''));
    await post('Peter Clarke', path('/authorise-extension/what-if'), { commandId: randomUUID(), seenVersion: view.version, at: '2026-01-13T06:00', body: { ...EXTEND, until: '2026-01-13T20:00' } });
    await get('Ada Okoro', path('/entry/2.0'));
    await act('Ada Okoro', 'leave-for-hospital', { purpose: 'treatment', hospital: 'St Mark’s', reason: 'Chest pain', escorts: 'PC Ahmed' });
  });

  it('holds for the whiteboard, the work, the alarms and the record, for whoever may read them', async () => {
    await get('Ada Okoro', '/api/custody/whiteboard');
    await get('Daniel Cole', path(''));
    const { groups } = await post<{ groups: { tasks: { id: string; revision: number; can: { claim: boolean } }[] }[] }>('Ada Okoro', '/api/work/tasks/search', { owner: 'all' });
    const task = groups.flatMap((g) => g.tasks).find((t) => t.can.claim)!;
    await get('Ada Okoro', `/api/work/task/${task.id}`);
    await get('Ada Okoro', `/api/work/task/${task.id}/assignees`);
    await post('Ada Okoro', `/api/work/task/${task.id}/claim`, { revision: task.revision });
    await api.at('2026-01-12T23:45');
    await act('Joan Bell', 'return-from-hospital', { location: 'Cell 2', care: 'Discharged' });
    const { alarms } = await get<{ alarms: { id: string; toMe: boolean }[] }>('Ada Okoro', '/api/work/alarms');
    assert.ok(alarms.length > 0, 'the review that was missed sounds');
    await post('Ada Okoro', `/api/work/alarm/${alarms.find((a) => a.toMe)!.id}/acknowledge`, {});
    await get('Ada Okoro', '/api/work/notifications');
    assert.equal(checked.has('post /api/work/tasks/search'), true);
  });

  it('holds for the force, people, the offence index, operations, the clock and the session', async () => {
    await get('Ada Okoro', '/api/session');
    await get('Ada Okoro', '/api/clock');
    await get('Ada Okoro', '/api/force/stations');
    assert.deepEqual((await get<{ teams: { id: string }[] }>('Ada Okoro', '/api/force/teams')).teams.map((t) => t.id), ['cid-team-3']);
    await get('Ada Okoro', `/api/force/duty-roster/${HALE}`);
    await post('Ada Okoro', '/api/force/officers/search', { search: 'rao' });
    await get('Lena Fox', `/api/force/officer/${personaId('Ada Okoro')}`);
    await get('Ada Okoro', '/api/reference/offences?search=burglary');
    await get('Ada Okoro', '/api/reference/offences?search=brglary');
    await post('Ada Okoro', '/api/people/person/search', { name: 'James Adeyemi' });
    await get('Lena Fox', '/api/operations');
    await get('Owen Price', '/api/audit/choices');
    await post('Owen Price', '/api/audit/events/search', { use: 'lawfulness', reason: 'Dip sample' });
  });

  it('takes no name in an address: what is looked for by name is posted', () => {
    const asked = routes.filter((r) => r.method === 'get' && r.schema.query).map((r) => `${r.path}?${Object.keys((r.schema.query as unknown as { shape: object }).shape).join('&')}`);
    assert.deepEqual(asked, ['/api/custody/whiteboard?station', '/api/reference/offences?search']);
  });

  it('has been held against every read', () => {
    assert.deepEqual(routes.filter((r) => r.handler.kind === 'read' && !checked.has(`${r.method} ${r.path}`)).map((r) => r.path), []);
  });
});
