import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'mocha';
import { stationId } from '../../main/seed.ts';
import { startApi, type TestApi } from '../support/api-server.ts';
import { arrested, asked, authorised, CustodyWire, HALE, inYard } from '../support/custody-wire.ts';

const KESTREL = stationId('Kestrel Street');
const BAIL = { appointedAt: '2026-02-02T10:00', necessity: 'Forensic work' };
interface Detention { readonly recordId: string | null; readonly custodyNumber: string; readonly stationName: string; readonly onBail: boolean }

/** CUS-35, CUS-39, CUS-144: bailed at Hale Road, they come to Kestrel Street, whose desk may not see Hale Road's records (policy.md). */
describe('bailed at one station, come to another', () => {
  let api: TestApi;
  let wire: CustodyWire;
  let id = '';
  let version = 0;
  const personId = randomUUID();
  const path = (slug = '') => `/api/custody/custody-record/${id}${slug && `/${slug}`}`;
  const known = async (by: string): Promise<readonly Detention[]> => (await (await wire.session(by)).post<{ people: readonly { detentions: readonly Detention[] }[] }>('/api/people/person/search', { name: 'James Adeyemi', dateOfBirth: '1991-05-01' })).body.people.flatMap((p) => p.detentions);
  const opens = async (by: string): Promise<number> => (await (await wire.session(by)).get<object>(path())).status;
  const refused = async (by: string, slug: string, body: object) => { const answer = await (await wire.session(by)).post<{ refusals?: readonly { code: string }[] }>(path(slug), { commandId: randomUUID(), seenVersion: version, at: null, body }); return [answer.status, ...(answer.body.refusals ?? []).map((r) => r.code)]; };
  const act = async (by: string, slug: string, body: object) => { version = await wire.act(by, path(slug), { seenVersion: version, body }); };

  before(async function start() {
    this.timeout(60_000);
    api = await startApi('2026-01-12T12:30');
    wire = new CustodyWire(api.url);
    await wire.act('Ada Okoro', `/api/people/person/${personId}/register-person`, { seenVersion: 0, body: { name: 'James Adeyemi', dateOfBirth: '1991-05-01' } });
    const steps = [arrested({ name: 'James Adeyemi', dateOfBirth: '1991-05-01', personId }, '2026-01-12T08:00'), inYard('2026-01-12T08:30'), asked('2026-01-12T08:50'), authorised('2026-01-12T09:00')];
    id = await wire.record(...steps);
    version = steps.length;
    await act('Ada Okoro', 'release-on-bail', BAIL);
  });
  after(() => api.stop());

  it('the other desk is told that there is a bail and where, and nothing that opens the record', async () => {
    assert.deepEqual((await known('Tomas Reid')).map((d) => [d.recordId, d.stationName, d.onBail]), [[null, 'Hale Road', true]]);
    assert.deepEqual((await known('Ada Okoro')).map((d) => d.recordId), [id]);
    assert.deepEqual([await opens('Tomas Reid'), await refused('Tomas Reid', 'answer-bail', { stationId: KESTREL })], [404, [404]]);
  });

  it('once the return is changed to it the other desk has the record, and the first has not', async () => {
    await api.at('2026-02-01T03:00');
    await act('Ada Okoro', 'change-return', { stationId: KESTREL, reason: 'He came to Kestrel Street', noticeGiven: true });
    assert.deepEqual([await opens('Tomas Reid'), await opens('Ada Okoro')], [200, 404]);
    assert.deepEqual([(await known('Tomas Reid'))[0]?.recordId, (await known('Ada Okoro')).map((d) => [d.recordId, d.stationName])], [id, [[null, 'Kestrel Street']]]);
  });

  it('and enters the return: a second episode of the same record', async () => {
    await act('Tomas Reid', 'answer-bail', { stationId: KESTREL });
    const { view } = (await (await wire.session('Tomas Reid')).get<{ view: { episode: number; phase: string; stationName: string } }>(path())).body;
    assert.deepEqual([view.episode, view.phase, view.stationName], [2, 'arrived', 'Kestrel Street']);
  });

  it('somebody held whom nobody has confirmed as a person is found by name and date of birth, and never denied', async () => {
    await wire.record(arrested({ name: 'Ivan Demir', dateOfBirth: '1976-10-17' }, '2026-02-01T01:00'), inYard('2026-02-01T01:30'));
    const asks = async (by: string, dateOfBirth: string) => (await (await wire.session(by)).post<{ people: readonly { id: string | null; detentions: readonly Detention[] }[] }>('/api/people/person/search', { name: 'demir, ivan', dateOfBirth })).body.people.map((p) => [p.id, p.detentions.map((d) => [d.stationName, d.recordId !== null])]);
    assert.deepEqual([await asks('Ada Okoro', '1976-10-17'), await asks('Tomas Reid', '1976-10-17'), await asks('Ada Okoro', '1976-10-18')], [[[null, [['Hale Road', true]]]], [[null, [['Hale Road', false]]]], []]);
  });

  it('bailed again to return to Hale Road, that desk has the record', async () => {
    await act('Tomas Reid', 'authorise-detention', { grounds: ['questioning'], groundsText: 'To obtain evidence by questioning', toldInPresence: true });
    await act('Tomas Reid', 'release-on-bail', { ...BAIL, stationId: HALE });
    assert.deepEqual([await opens('Tomas Reid'), await opens('Ada Okoro')], [404, 200]);
  });
});
