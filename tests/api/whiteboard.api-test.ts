import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { whiteboardSchema } from '../../api/custody/whiteboard-read.ts';
import { stationId } from '../../main/seed.ts';
import { startApi, personaId, type TestApi } from '../support/api-server.ts';
import { arrested, asked, authorised, CustodyWire, HALE, inCell, inYard, onLevel, reviewed } from '../support/custody-wire.ts';

interface Row { readonly name: string; readonly mine: boolean; readonly plan: string; readonly unlawfulFrom: { readonly at: string; readonly text: string } | null; readonly next: { readonly state: string; readonly what: string; readonly lacks: string }; readonly review: { readonly reviewer: string | null }; readonly owed: readonly { readonly words: string; readonly post: string }[] }
interface Board { readonly counts: Readonly<Record<string, number>>; readonly rows: readonly Row[]; readonly station: { readonly name: string } | null; readonly stations: readonly { readonly name: string }[]; readonly waiting: readonly { readonly name: string; readonly officer: string }[]; readonly custodyOfficer: { readonly shortName: string; readonly holding: number } | null }
interface Alarm { readonly duty: string; readonly place: string; readonly due: string; readonly act: { readonly slug: string; readonly label: string } | null; readonly recordTitle: string }

/** The whiteboard as the api tells it: one order, one count, and only what the asker may see. */
describe('the whiteboard over HTTP', () => {
  let api: TestApi;
  let wire: CustodyWire;
  let id = '';
  const read = async (name: string, query = ''): Promise<Board> => {
    const { status, body } = await (await wire.session(name)).get<Board>(`/api/custody/whiteboard${query}`);
    assert.equal(status, 200);
    assert.deepEqual(whiteboardSchema.safeParse(body).error?.issues ?? [], []);
    return body;
  };
  const told = (b: Board) => b.rows.map((r) => [r.name, r.next.state, r.next.what, r.next.lacks].filter(Boolean).join(' '));

  before(async function start() {
    this.timeout(60_000);
    api = await startApi('2026-01-12T15:00');
    wire = new CustodyWire(api.url);
    id = await wire.record(arrested({ name: 'James Adeyemi' }, '2026-01-12T07:40'), inYard('2026-01-12T08:00'), asked('2026-01-12T08:05', { drink: true }), authorised('2026-01-12T08:20'), inCell('Cell 12', '2026-01-12T08:30'), onLevel(2, '2026-01-12T14:50'));
    await wire.record(arrested({ name: 'Dee Price' }, '2026-01-12T09:40'), inYard('2026-01-12T10:00'), asked('2026-01-12T10:05'), authorised('2026-01-12T10:20'), reviewed('2026-01-12T14:00'), onLevel(1, '2026-01-12T14:10'), ['Ada Okoro', 'hand-to-investigator', '2026-01-12T14:40', { officerName: 'DC Cole', purpose: 'interview' }]);
    await wire.record(arrested({ name: 'Joe Bray' }, '2026-01-12T14:00'), inYard('2026-01-12T14:19'));
  });
  after(() => api.stop());

  it('orders and counts by the domain’s one rule, and names custody officer and queue', async () => {
    const board = await read('Ada Okoro');
    assert.deepEqual(told(board), ['ADEYEMI, James overdue Review 1', 'PRICE, Dee onTime Review 2']);
    assert.deepEqual(board.counts, { held: 2, overdue: 1, due: 0, likelyLate: 0, waiting: 1, longestWaitMinutes: 41 });
    assert.deepEqual([board.custodyOfficer, board.waiting.map((w) => [w.name, w.officer])], [{ shortName: 'PS Okoro', holding: 2 }, [['BRAY, Joe', 'PC Ward']]]);
    assert.deepEqual(board.rows.map((r) => [r.plan, r.unlawfulFrom, r.owed.map((o) => `${o.words} ${o.post}`).join()]), [['', { at: '2026-01-12T14:20:00.000Z', text: 'review 1 not done' }, 'Rights (drink) custodySergeant'], ['Interview, DC Cole has him', { at: '2026-01-12T23:00:00.000Z', text: 'review 2 not done' }, 'Rights custodySergeant']]);
  });

  it('mine: what comes next or is owed falls to my post, or the case is mine', async () => {
    const mine = async (name: string) => (await read(name)).rows.filter((r) => r.mine).map((r) => r.name.split(',')[0]).join();
    assert.deepEqual([await mine('Sunita Rao'), await mine('Ada Okoro'), await mine('Joan Bell')], ['ADEYEMI,PRICE', 'ADEYEMI,PRICE', '']);
  });

  it('the reviewer is whoever is on the roster when the review falls', async () => {
    const roster = `/api/force/duty-roster/${HALE}`;
    const officerId = personaId('Sunita Rao');
    const version = await wire.act('Lena Fox', `${roster}/withdraw-post`, { seenVersion: 99, body: { officerId, post: 'custodyInspector', reason: 'Shift changed' } });
    await wire.act('Lena Fox', `${roster}/assign-post`, { seenVersion: version, body: { officerId, post: 'custodyInspector', from: '2026-01-12T15:00', to: '2026-01-12T19:00' } });
    assert.deepEqual((await read('Ada Okoro')).rows.map((r) => [r.next.state, r.review.reviewer]), [['overdue', 'Insp Rao'], ['onTime', null]]);
    await api.at('2026-01-12T21:00:00');
    assert.deepEqual(told(await read('Ada Okoro')), ['ADEYEMI, James overdue Review 1', 'PRICE, Dee likelyLate Review 2 no reviewer']);
    await api.at('2026-01-12T23:00:01');
    assert.deepEqual(told(await read('Ada Okoro')), ['ADEYEMI, James overdue Review 1', 'PRICE, Dee overdue Review 2']);
  });

  it('another suite is not shown in place of the one that was asked for', async () => {
    const board = await read('Ada Okoro', `?station=${stationId('Kestrel Street')}`);
    assert.deepEqual([board.station, board.stations.map((s) => s.name), board.rows], [null, ['Hale Road'], []]);
    assert.equal((await read('Tomas Reid')).station?.name, 'Kestrel Street');
  });

  it('an alarm says where they are, what it is about, and which act ends it', async () => {
    const { body } = await (await wire.session('Ada Okoro')).get<{ alarms: readonly Alarm[] }>('/api/work/alarms');
    const alarm = body.alarms.find((a) => a.duty === 'review')!;
    assert.deepEqual([alarm.recordTitle, alarm.place, alarm.due, alarm.act], ['ADEYEMI, Hale Road', 'Cell 12', '2026-01-12T14:20:00.000Z', { slug: 'conduct-review', label: 'Record review' }]);
  });

  it('the record names its custody officer and what is owed by whom', async () => {
    const { body } = await (await wire.session('Ada Okoro')).get<{ view: { custodyOfficer: string; unlawfulFrom: { at: string; text: string }; doNext: readonly { title: string; by: string }[] } }>(`/api/custody/custody-record/${id}`);
    assert.deepEqual([body.view.custodyOfficer, body.view.unlawfulFrom.text, body.view.doNext.map((d) => `${d.title}: ${d.by}`)[0]], ['PS Okoro', 'review 1 not done', 'Review 1: Custody inspector']);
  });

  it('who is at the desk past 24 hours and was never authorised stands among those held, once, and is overdue', async () => {
    const of = async () => { const b = await read('Ada Okoro'); return [b.rows.filter((r) => r.name.startsWith('BRAY')).map((r) => `${r.next.state} ${r.unlawfulFrom?.text}`).join(), b.waiting.length, b.counts['held'], b.counts['overdue']]; };
    await api.at('2026-01-13T14:19:00');
    assert.deepEqual(await of(), ['', 1, 2, 2]);
    await api.at('2026-01-13T14:19:01');
    assert.deepEqual(await of(), ['overdue no authority to hold', 0, 3, 3]);
  });
});
