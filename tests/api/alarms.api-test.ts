import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'mocha';
import { when } from '#domain/shared/example';
import { stationId } from '../../main/seed.ts';
import { startApi, personaId, type TestApi } from '../support/api-server.ts';
import { arrested, asked, authorised, CustodyWire, HALE, inYard, onLevel } from '../support/custody-wire.ts';

interface Alarm { readonly id: string; readonly recordId: string; readonly duty: string; readonly kind: string; readonly toMe: boolean; readonly acknowledgedByMe: string | null; readonly repeatsInMs: number; readonly told: readonly { readonly shortName: string; readonly acknowledgedAt: string | null }[] }
interface Answer { readonly alarms: readonly Alarm[]; readonly open: number }

/** Alarms over HTTP: what an acknowledgement silences, who may give one, and what a list too short says. */
describe('alarms over HTTP', () => {
  let api: TestApi;
  let wire: CustodyWire;
  let review = '';
  const read = async (name: string): Promise<Answer> => (await (await wire.session(name)).get<Answer>('/api/work/alarms')).body;
  const acknowledge = async (name: string, id: string) => (await (await wire.session(name)).post<Answer>(`/api/work/alarm/${id}/acknowledge`, {}));
  const reviewOf = async (name: string): Promise<Alarm> => (await read(name)).alarms.find((a) => a.id === review)!;

  before(async function start() {
    this.timeout(60_000);
    api = await startApi('2026-01-12T15:00');
    wire = new CustodyWire(api.url);
    await wire.record(arrested({ name: 'James Adeyemi' }, '2026-01-12T07:40'), inYard('2026-01-12T08:00'), asked('2026-01-12T08:05'), authorised('2026-01-12T08:20'), onLevel(1, '2026-01-12T14:50'));
    review = (await read('Ada Okoro')).alarms.find((a) => a.duty === 'review')!.id;
  });
  after(() => api.stop());

  it('is acknowledged by one person several times at once, as a key that is struck twice does', async () => {
    const answers = await Promise.all(Array.from({ length: 4 }, () => acknowledge('Ada Okoro', review)));
    assert.deepEqual(answers.map((a) => a.status), [200, 200, 200, 200]);
    assert.notEqual((await reviewOf('Ada Okoro')).acknowledgedByMe, null);
  });

  it('an acknowledgement silences what sounded before it, not what sounds again after it', async () => {
    assert.equal((await acknowledge('Ada Okoro', review)).status, 200);
    const silenced = await reviewOf('Ada Okoro');
    assert.ok(silenced.acknowledgedByMe !== null && silenced.repeatsInMs > 0);
    await api.database.admin('work.alarm').where({ id: review }).update({ sounded_at: when('2026-01-12T15:01') });
    const again = await reviewOf('Ada Okoro');
    assert.deepEqual([again.acknowledgedByMe, again.repeatsInMs, again.told.filter((t) => t.acknowledgedAt !== null)], [null, 0, []]);
  });

  it('is acknowledged only by whom it was told to, and by nobody whose post has ended', async () => {
    assert.equal((await acknowledge('Tomas Reid', review)).status, 404);
    assert.equal((await acknowledge('Joan Bell', review)).status, 403);
    const roster = `/api/force/duty-roster/${HALE}`;
    const officerId = personaId('Sunita Rao');
    const version = await wire.act('Lena Fox', `${roster}/withdraw-post`, { seenVersion: 99, body: { officerId, post: 'custodyInspector', reason: 'Shift changed' } });
    await wire.act('Lena Fox', `${roster}/assign-post`, { seenVersion: version, body: { officerId, post: 'custodyInspector', from: '2026-01-12T15:00', to: '2026-01-12T15:30' } });
    await api.at('2026-01-12T15:40');
    assert.equal((await reviewOf('Sunita Rao')).toMe, false);
    assert.equal((await acknowledge('Sunita Rao', review)).status, 403);
  });

  it('goes with the person to another station: those there are told, and who acknowledged it here is told again', async () => {
    await api.at('2026-01-12T15:10');
    const id = await wire.record(arrested({ name: 'Karl Otto' }, '2026-01-12T07:40'), inYard('2026-01-12T08:00'), asked('2026-01-12T08:05'), authorised('2026-01-12T08:20'), onLevel(1, '2026-01-12T14:50'));
    const alarmOf = async (name: string) => (await read(name)).alarms.find((a) => a.duty === 'review' && a.recordId === id);
    const { id: alarm } = (await alarmOf('Ada Okoro'))!;
    assert.equal((await acknowledge('Peter Clarke', alarm)).status, 200);
    assert.notEqual((await alarmOf('Peter Clarke'))!.acknowledgedByMe, null);
    assert.equal(await alarmOf('Tomas Reid'), undefined);
    const kestrel = stationId('Kestrel Street');
    await api.at('2026-01-12T15:11');
    await wire.goOn(id, 5, ['Ada Okoro', 'move-to-station', '2026-01-12T15:11', { stationId: kestrel, reason: 'Cells full' }]);
    assert.equal((await alarmOf('Tomas Reid'))?.toMe, true, 'on the way there they are theirs already');
    await api.at('2026-01-12T15:20');
    await wire.goOn(id, 6, ['Tomas Reid', 'record-arrival', '2026-01-12T15:20', { stationId: kestrel, source: 'gateLog' }]);
    assert.equal((await alarmOf('Tomas Reid'))?.toMe, true);
    assert.deepEqual([(await alarmOf('Peter Clarke'))?.id, (await alarmOf('Peter Clarke'))?.acknowledgedByMe], [alarm, null]);
    assert.equal(await alarmOf('Ada Okoro'), undefined);
  });

  it('a list that is cut keeps what was told to me, and says how many there are', async () => {
    const { id: _id, ...like } = (await api.database.admin('work.alarm').where({ id: review }).first()) as Record<string, unknown> & { id: string };
    await api.database.admin('work.alarm').insert(Array.from({ length: 200 }, (_, i) => ({ ...like, id: randomUUID(), key: `visit/${i}`, rung_at: when('2026-01-12T09:00'), to_posts: ['detentionOfficer'] })));
    const { alarms, open } = await read('Ada Okoro');
    assert.equal(alarms.length, 200);
    assert.ok(open > 200);
    assert.equal(alarms.filter((a) => a.toMe).length, alarms.findIndex((a) => !a.toMe));
    assert.ok(alarms.some((a) => a.id === review));
  });
});
