import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'mocha';
import { REVIEW } from '#domain/custody/custody-record/example-detention';
import { startApi, personaId, type TestApi } from '../support/api-server.ts';
import { arrested, asked, authorised, CustodyWire, HALE, inYard, onLevel, visitedBy } from '../support/custody-wire.ts';

interface Answer { readonly code?: string; readonly detail?: string; readonly body?: { readonly detail?: string; readonly decision?: string }; readonly allowed?: boolean }
interface Entry { readonly entry: string; readonly becomes?: object | null; readonly at?: string | null }

/** Corrections over HTTP: when they happen, and whose entries they may touch. */
describe('corrections over HTTP', () => {
  let api: TestApi;
  let wire: CustodyWire;
  let id = '';
  const CARE = '3.0';
  const LEVEL = '5.0';
  before(async function start() { this.timeout(60_000); api = await startApi('2026-01-12T10:00'); wire = new CustodyWire(api.url); });
  after(() => api.stop());
  beforeEach(async () => {
    await api.at('2026-01-12T10:00');
    id = await wire.record(arrested({ name: 'James Adeyemi' }, '2026-01-12T07:40'), inYard('2026-01-12T08:00'), asked('2026-01-12T08:05', { selfHarm: true, detail: 'Cut wrists last week' }), authorised('2026-01-12T08:20'), onLevel(1, '2026-01-12T08:25'));
  });

  const path = (rest: string): string => `/api/custody/custody-record/${id}/${rest}`;
  const version = async (): Promise<number> => ((await api.database.admin('custody.custody_record').select('version').where({ id }).first()) as { version: number }).version;
  const bodyOf = ({ entry, becomes = null }: Entry) => ({ entry, becomes, reason: 'Not so' });
  const post = async (name: string, rest: string, body: object) => (await wire.session(name)).post<Answer>(path(rest), { commandId: randomUUID(), seenVersion: await version(), ...body });
  const correct = (name: string, entry: Entry) => post(name, 'correct-entry', { at: entry.at ?? null, body: bodyOf(entry) });
  const inBatch = (name: string, rest: string, entry: Entry) => post(name, rest, { acts: [{ act: 'correctEntry', at: entry.at ?? null, body: bodyOf(entry) }] });
  const read = async (name: string, entry: string) => (await wire.session(name)).get<Answer>(path(`entry/${entry}`));
  /** By each door a correction goes through. */
  const everyDoor = async (name: string, entry: Entry): Promise<number[]> => (await Promise.all([correct(name, entry), inBatch(name, 'acts', entry), inBatch(name, 'acts/what-if', entry)])).map((a) => a.status);

  it('happen now: a time inside a shift that has ended opens none of them', async () => {
    const shift = () => api.database.admin('force.post_held').where({ officer_id: personaId('Ada Okoro'), station_id: HALE });
    const { to_at: was } = (await shift().select('to_at').first()) as { to_at: string };
    await api.at('2026-01-12T15:00');
    const entry = `${await wire.goOn(id, await version(), visitedBy('Marcus Hale', null))}.0`;
    await shift().update({ to_at: '2026-01-12T11:00:00Z' });
    try {
      const before = await version();
      assert.deepEqual(await everyDoor('Ada Okoro', { entry, at: '2026-01-12T10:30' }), [403, 403, 403]);
      const { body } = await correct('Ada Okoro', { entry });
      assert.equal(body.detail, 'Your post does not allow this: correct an entry. Ask your supervisor or an administrator if you need it.');
      assert.equal(await version(), before);
      await wire.goOn(id, before, visitedBy('Ada Okoro', '2026-01-12T10:30'));
    } finally { await shift().update({ to_at: was }); }
    assert.equal((await correct('Ada Okoro', { entry })).status, 200);
  });

  it('of care are for who may read care: a supervisor of the case neither reads nor touches one', async () => {
    const before = await version();
    for (const entry of [CARE, LEVEL]) {
      const { status, body } = await read('Imran Shah', entry);
      assert.deepEqual([status, body.body], [403, undefined], entry);
      for (const becomes of [null, { at: null, body: { selfHarm: false, detail: 'None' } }]) assert.deepEqual(await everyDoor('Imran Shah', { entry, becomes }), [403, 403, 403], entry);
    }
    const { body } = await correct('Imran Shah', { entry: CARE });
    assert.equal(body.detail, 'Your post does not allow this: correct an entry that is not a decision of law. Ask your supervisor or an administrator if you need it.');
    assert.equal(await version(), before);
    assert.equal((await read('Ada Okoro', CARE)).body.body?.detail, 'Cut wrists last week');
    assert.equal((await correct('Ada Okoro', { entry: CARE, becomes: { at: null, body: { detail: 'Cut wrists in December' } } })).status, 200);
  });

  it('of a decision of law stay open to the supervisor', async () => {
    await api.at('2026-01-12T13:30');
    const entry = `${await wire.goOn(id, await version(), ['Sunita Rao', 'conduct-review', null as unknown as string, REVIEW])}.0`;
    assert.equal((await read('Imran Shah', entry)).status, 200);
    assert.equal((await correct('Imran Shah', { entry, becomes: { at: null, body: { grounds: 'To question about the second address' } } })).status, 200);
  });

  it('of words alone keep what the entry decided: nobody is charged with an arrest that was entered later', async () => {
    await api.at('2026-01-12T13:30');
    const charge = await wire.goOn(id, await version(), ['Ada Okoro', 'charge', '2026-01-12T13:00', { detainGrounds: 'Would not surrender' }]);
    await wire.goOn(id, charge, ['Ada Okoro', 'arrest-for-further-offence', '2026-01-12T12:30', { offenceCodes: ['TH68010'], officerName: 'PC Ward', necessity: 'To investigate' }]);
    const charged = async () => {
      const { state } = (await api.database.admin('custody.custody_record').select('state').where({ id }).first()) as { state: { charge: object | null; earlierCharges: { offences: string[] }[] } };
      return [state.charge, state.earlierCharges.map((c) => c.offences.length)];
    };
    assert.deepEqual(await charged(), [null, [1]]);
    assert.equal((await correct('Ada Okoro', { entry: `${charge}.0`, becomes: { at: null, body: { reply: 'It was not me' } } })).status, 200);
    assert.deepEqual(await charged(), [null, [1]]);
  });
});
