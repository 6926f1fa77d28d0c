import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'mocha';
import { REVIEW } from '#domain/custody/custody-record/example-detention';
import { stationId } from '../../main/seed.ts';
import { startApi, type TestApi } from '../support/api-server.ts';
import { arrested, asked, authorised, CustodyWire, inYard, onLevel } from '../support/custody-wire.ts';

const KESTREL = stationId('Kestrel Street');
interface View { readonly dateOfBirth: string | null; readonly stationName: string; readonly custodyOfficer: string | null; readonly acts: readonly { readonly slug: string; readonly open: boolean }[]; readonly timeline: readonly { readonly says: string }[] }

/** policy.md, "arrivals on the way there"; CUS-10, CUS-44: between two stations somebody answers for them, and can do every act. */
describe('on the way to another station', () => {
  let api: TestApi;
  let wire: CustodyWire;
  let id = '';
  let version = 0;
  const path = (slug = '') => `/api/custody/custody-record/${id}${slug && `/${slug}`}`;
  const view = async (by: string): Promise<View> => (await (await wire.session(by)).get<{ view: View }>(path())).body.view;
  const act = async (by: string, slug: string, body: object) => { version = await wire.act(by, path(slug), { seenVersion: version, body }); };
  const tried = async (by: string, slug: string, body: object) => (await (await wire.session(by)).post<object>(path(slug), { commandId: randomUUID(), seenVersion: version, at: null, body })).status;

  before(async function start() {
    this.timeout(60_000);
    api = await startApi('2026-01-12T12:00');
    wire = new CustodyWire(api.url);
    const steps = [arrested({ name: 'James Adeyemi', dateOfBirth: '1991-05-01' }, '2026-01-12T08:00'), inYard('2026-01-12T08:30'), asked('2026-01-12T08:50'), authorised('2026-01-12T09:00'), onLevel(1, '2026-01-12T09:05')];
    id = await wire.record(...steps);
    version = steps.length;
    await act('Ada Okoro', 'charge', { reply: 'No reply', detainGrounds: 'Would not surrender' });
    await act('Ada Okoro', 'move-to-station', { stationId: KESTREL, reason: 'Cells full' });
  });
  after(() => api.stop());

  it('the whole record is the receiving desk’s, with its custody officer, and nobody’s at the one they left', async () => {
    const seen = await view('Tomas Reid');
    assert.deepEqual([seen.stationName, seen.custodyOfficer, seen.dateOfBirth, seen.timeline.some((e) => e.says.startsWith('Immediate needs'))], ['Kestrel Street', 'PS Reid', '1991-05-01', true]);
    assert.deepEqual(seen.acts.filter((a) => a.open).map((a) => a.slug).filter((s) => ['record-arrival', 'conduct-review', 'release'].includes(s)).toSorted(), ['conduct-review', 'record-arrival', 'release']);
    assert.ok((await view('Amy Doyle')).acts.some((a) => a.slug === 'record-arrival' && a.open));
    assert.equal(await tried('Ada Okoro', 'record-arrival', { stationId: KESTREL, source: 'officer' }), 404);
  });

  it('what the first desk decided is corrected by the custody officer who has the record now, and by nobody of it below that', async () => {
    const correct = async (by: string) => (await (await wire.session(by)).post<{ version?: number; refusals?: readonly { code: string }[] }>(path('correct-entry'), { commandId: randomUUID(), seenVersion: version, body: { entry: '4.0', becomes: { at: '2026-01-12T09:02', body: {} }, reason: 'The clock on the wall was wrong' } }));
    assert.equal((await correct('Amy Doyle')).status, 403);
    const { status, body } = await correct('Tomas Reid');
    assert.equal(status, 200, JSON.stringify(body));
    version = body.version!;
  });

  it('the review that falls due on the way is that of the receiving custody officer', async () => {
    await api.at('2026-01-12T15:00');
    await act('Tomas Reid', 'conduct-review', { ...REVIEW });
    assert.ok((await view('Tomas Reid')).timeline.some((e) => e.says.startsWith('Review')));
  });

  it('a van that turns back is told by them too, and the record is the first desk’s again', async () => {
    await act('Tomas Reid', 'record-arrival', { stationId: stationId('Hale Road'), source: 'officer' });
    assert.deepEqual([await tried('Tomas Reid', 'record-visit', { seen: 'Well' }), (await view('Ada Okoro')).stationName], [404, 'Hale Road']);
  });
});
