import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'mocha';
import { ARREST, GROUNDS, NEEDS } from '#domain/custody/custody-record/example-detention';
import { INVESTIGATION_TEAM } from '#domain/force/personas';
import { startApi, personaId, type TestApi } from '../support/api-server.ts';
import { arrested, asked, authorised, CustodyWire, HALE, inYard, onLevel } from '../support/custody-wire.ts';
import { KESTREL } from '../support/seeded-desk.ts';

interface Answer { readonly detail?: string; readonly version?: number }
interface Sent { readonly act: string; readonly at: string | null; readonly body: object }

const MOVE: Sent = { act: 'moveToStation', at: '2026-01-12T09:00', body: { stationId: KESTREL, reason: 'Hale Road is full' } };
const ARRIVAL: Sent = { act: 'recordArrival', at: '2026-01-12T09:20', body: { stationId: KESTREL, source: 'gateLog' } };
const visit = (at: string): Sent => ({ act: 'recordVisit', at, body: { seen: 'Awake, steady', roused: false } });
const RELEASE: Sent = { act: 'release', at: '2026-01-12T09:50', body: { kind: 'noFurtherAction', riskAssessed: true, detail: 'Taxi home', noCustodyOfficer: 'At a death in custody' } };

/** Several acts in one command reach no further than the same acts sent one by one. */
describe('a batch over HTTP', () => {
  let api: TestApi;
  let wire: CustodyWire;
  let id = '';
  before(async function start() { this.timeout(60_000); api = await startApi('2026-01-12T10:00'); wire = new CustodyWire(api.url); });
  after(() => api.stop());
  beforeEach(async () => {
    id = await wire.record(arrested({ name: 'James Adeyemi' }, '2026-01-12T07:40'), inYard('2026-01-12T08:00'), asked('2026-01-12T08:05'), authorised('2026-01-12T08:20'), onLevel(1, '2026-01-12T08:25'));
  });

  const row = async (recordId = id) => (await api.database.admin('custody.custody_record').select('version', 'station_id').where({ id: recordId }).first()) as { version: number; station_id: string } | undefined;
  const send = async (name: string, acts: readonly Sent[], { to = id, rest = 'acts' } = {}) =>
    (await wire.session(name)).post<Answer>(`/api/custody/custody-record/${to}/${rest}`, { commandId: randomUUID(), seenVersion: (await row(to))?.version ?? 0, acts });
  const lastLine = async (recordId = id) => {
    const line = (await api.database.admin('audit.event').whereRaw('? = any (subject_ids)', [recordId]).orderBy('id', 'desc').first()) as { actor: string; verb: string; outcome: string };
    return [line.actor, line.verb, line.outcome];
  };
  const ADA = personaId('Ada Okoro');

  it('ends where it leaves who sent it behind: what they may not do on the record alone they may not do behind the act that moved it', async () => {
    const stood = await row();
    const acts = [MOVE, ARRIVAL, visit('2026-01-12T09:30'), RELEASE];
    for (const rest of ['acts', 'acts/what-if']) assert.equal((await send('Ada Okoro', acts, { rest })).status, 404, rest);
    assert.deepEqual(await row(), stood);
    await send('Ada Okoro', acts);
    assert.deepEqual(await lastLine(), [ADA, 'moveToStation,recordArrival,recordVisit,release', 'NOT_FOUND']);
    assert.equal((await send('Ada Okoro', [MOVE])).status, 200);
    assert.equal((await send('Ada Okoro', [ARRIVAL])).status, 404);
  });

  it('may end with the act that takes the record away, and goes on for whose posts reach both stations', async () => {
    assert.equal((await send('Ada Okoro', [visit('2026-01-12T08:50'), MOVE])).status, 200);
    assert.equal((await row())?.station_id, KESTREL);
    assert.equal((await send('Peter Clarke', [ARRIVAL, visit('2026-01-12T09:30')])).status, 200);
    assert.equal((await send('Peter Clarke', [{ ...MOVE, at: '2026-01-12T09:40', body: { stationId: HALE, reason: 'Back to Hale Road' } }, { ...ARRIVAL, at: '2026-01-12T09:55', body: { stationId: HALE, source: 'gateLog' } }])).status, 200);
    assert.equal((await row())?.station_id, HALE);
  });

  it('is forbidden, as the act alone is, where its sender still sees the record but their post there does not give the act', async () => {
    const { admin } = api.database;
    const held = (await admin('force.post_held').where({ officer_id: ADA, station_id: HALE }).first()) as Record<string, unknown>;
    const team = { officer_id: ADA, team_id: INVESTIGATION_TEAM.id };
    await admin('force.post_held').insert({ ...held, post: 'investigatingOfficer' });
    await admin('force.team_member').insert({ ...((await admin('force.team_member').where({ team_id: INVESTIGATION_TEAM.id }).first()) as object), ...team });
    try {
      const stood = await row();
      const { status, body } = await send('Ada Okoro', [MOVE, ARRIVAL]);
      assert.deepEqual([status, body.detail], [403, 'Your post does not allow this: record arrival in the yard. Ask your supervisor or an administrator if you need it.']);
      assert.deepEqual(await row(), stood);
      assert.deepEqual(await lastLine(), [ADA, 'moveToStation,recordArrival', 'NOT_ALLOWED']);
      assert.equal((await send('Ada Okoro', [MOVE])).status, 200);
      assert.equal((await send('Ada Okoro', [ARRIVAL])).status, 403);
    } finally {
      await admin('force.post_held').where({ officer_id: ADA, post: 'investigatingOfficer' }).delete();
      await admin('force.team_member').where(team).delete();
    }
  });

  it('may correct an entry before it moves them, but no correction moves them out of reach by itself', async () => {
    const arrival = (stationId: string): Sent => ({ act: 'correctEntry', at: null, body: { entry: '2.0', becomes: { at: null, body: { stationId } }, reason: 'Entered wrongly' } });
    const stood = await row();
    for (const acts of [[arrival(KESTREL)], [visit('2026-01-12T08:50'), arrival(KESTREL)]]) {
      const { status, body } = await send('Ada Okoro', acts);
      assert.deepEqual([status, body.detail], [403, 'Your post does not allow this: correct an entry. Ask your supervisor or an administrator if you need it.']);
    }
    assert.deepEqual(await row(), stood);
    const level: Sent = { act: 'correctEntry', at: null, body: { entry: '5.0', becomes: { at: null, body: { reason: 'Calm, as assessed' } }, reason: 'Fuller' } };
    assert.equal((await send('Ada Okoro', [level, MOVE])).status, 200);
  });

  it('that opens a record is asked for each act behind the opening too', async () => {
    const to = randomUUID();
    const arrest: Sent = { act: 'recordArrest', at: '2026-01-12T08:10', body: { ...ARREST, stationId: HALE, teamId: '' } };
    const atHale: Sent = { act: 'recordArrival', at: '2026-01-12T08:30', body: { stationId: HALE, source: 'gateLog' } };
    const opening = [arrest, atHale, { act: 'recordImmediateNeeds', at: '2026-01-12T08:32', body: NEEDS }, { act: 'authoriseDetention', at: '2026-01-12T08:40', body: GROUNDS }, MOVE];
    assert.equal((await send('Ada Okoro', [...opening, ARRIVAL], { to })).status, 404);
    assert.equal(await row(to), undefined);
    assert.deepEqual(await lastLine(to), [ADA, 'recordArrest,recordArrival,recordImmediateNeeds,authoriseDetention,moveToStation,recordArrival', 'NOT_FOUND']);
    assert.equal((await send('Ada Okoro', opening, { to })).status, 200);
    assert.equal((await row(to))?.station_id, KESTREL);
  });
});
