import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'mocha';
import { instant } from '#domain/shared/time';
import { detained, HALE, KESTREL, seededDesk, type SeededDesk } from '#tests/support/seeded-desk';
import { settle } from './settle-record.ts';

interface AlarmRow { readonly id: string; readonly station_id: string; readonly team_id: string; readonly restricted: boolean; readonly record_title: string; readonly to_posts: string[]; readonly sounded_at: string }

/** An alarm is the duty of whoever answers for the person now, under the name the record has now. */
describe('an alarm that sounds', function () {
  this.timeout(60_000);
  let desk: SeededDesk;
  let id = '';
  before(async () => { desk = await seededDesk(instant('2026-11-17T08:00:00Z')); });
  after(() => desk.end());
  beforeEach(async () => {
    await at('08:00');
    id = await detained(desk);
    await at('14:30');
    await settle(desk.app, 'custody-record', id);
  });

  const at = (clock: string): Promise<void> => desk.database.setClock(instant(`2026-11-17T${clock}:00Z`));
  const sounding = async (): Promise<AlarmRow> => { const rows = (await desk.database.admin('work.alarm').where({ record_id: id }).whereLike('key', 'review%').whereNull('ended_at')) as AlarmRow[]; assert.equal(rows.length, 1); return rows[0]!; };
  const arrivesAtKestrel = async (): Promise<void> => {
    await at('14:40');
    await desk.must('Ada Okoro', id, 'moveToStation', { body: { stationId: KESTREL, reason: 'Cells full' } });
    await at('15:10');
    await desk.must('Tomas Reid', id, 'recordArrival', { body: { stationId: KESTREL, source: 'gateLog' } });
  };

  it('follows the person to the station that took them, and sounds there anew', async () => {
    const was = await sounding();
    await arrivesAtKestrel();
    const is = await sounding();
    assert.deepEqual([was.station_id, is.station_id, is.id], [HALE, KESTREL, was.id]);
    assert.ok(is.sounded_at > was.sounded_at, `${is.sounded_at} is not after ${was.sounded_at}`);
    assert.equal(await desk.count('work.alarm', { record_id: id, station_id: HALE, ended_at: null }), 0);
  });

  it('does not sound again where nothing moved', async () => {
    const was = await sounding();
    await at('14:35');
    await settle(desk.app, 'custody-record', id);
    await desk.must('Marcus Hale', id, 'recordVisit', { body: { seen: 'Awake', roused: false } });
    assert.deepEqual(await sounding(), was);
  });

  it('takes the corrected name, and does not sound again for it', async () => {
    const was = await sounding();
    await at('14:35');
    await desk.must('Ada Okoro', id, 'correctEntry', { body: { entry: '1.0', becomes: { at: null, body: { name: 'Peter Brown' } }, reason: 'Gave a false name' } });
    const is = await sounding();
    assert.match(is.record_title, /BROWN/);
    assert.deepEqual(is, { ...was, record_title: is.record_title });
  });

  it('takes the team, the fence and the posts told of the record and its ladder now', async () => {
    const was = await sounding();
    await desk.database.admin('work.alarm').where({ id: was.id }).update({ team_id: 'other', restricted: true, to_posts: ['administrator'] });
    await settle(desk.app, 'custody-record', id);
    assert.deepEqual(await sounding(), was);
  });
});
