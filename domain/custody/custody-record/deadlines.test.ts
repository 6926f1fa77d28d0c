import assert from 'node:assert/strict';
import type { Deadline } from '../../shared/deadline.ts';
import { clockTime } from '../../shared/local-time.ts';
import { deadlines } from './deadlines.ts';
import { arrest, backFromBail, bail, delay, episode, extension, h, held, hospital, level, postponement, review, told, warrant } from './example-record.ts';
import { CUSTODY_LAW } from './limits.ts';
import type { CustodyRecord } from './record.ts';

const all = (record: CustodyRecord): readonly Deadline[] => deadlines(record, CUSTODY_LAW);
const find = (record: CustodyRecord, key: string): Deadline => { const found = all(record).find((d) => d.key === key); assert.ok(found, key); return found; };
const texts = (record: CustodyRecord, key: string): string[] => find(record, key).why.map((w) => w.text);
const keys = (record: CustodyRecord): string[] => all(record).map((d) => d.key);
const charge = { ...told(h(20), 'charge'), offences: [], detainGrounds: null, arrests: 1 };

describe('deadlines and why they stand where they do', () => {
  it('lists what a detention has', () => {
    assert.deepEqual(keys(held({ levels: [level(h(1), 2)], rightsDelays: [delay(h(2))] })), ['limit24', 'limit36', 'limit96', 'authorityEnds', 'reviewDue', 'visitDue', 'rightsDelayEnds/delay@2']);
    assert.deepEqual(keys(held({ phase: 'arrived', authorisations: [] })), ['limit24', 'limit36', 'limit96', 'authorityEnds', 'deskDue']);
    assert.deepEqual(keys(held({ charge })), ['reviewDue']);
    assert.deepEqual(keys(held({ phase: 'released', episodes: [episode(1, h(-0.5), h(9))], ending: { ...told(h(9), 'released'), kind: 'noFurtherAction', detail: '' } })), []);
    assert.deepEqual(keys(held({ authorityKind: 'IMMIGRATION' })), []);
  });

  it('explains the first review as screens.md words it', () => {
    assert.deepEqual(texts(held(), 'reviewDue'), [
      'Review 1 is due by 14:30 because detention was authorised at 08:30', 'The law allows 6 hours from then, not from arrival', 'By an inspector not directly involved', 'After 14:30 detention is unlawful until it is done, unless properly postponed',
    ]);
    assert.equal(find(held(), 'reviewDue').law, 'PACE s.40(3)(a)');
  });

  it('explains later, postponed and bailed reviews by what they count from', () => {
    const law = (record: CustodyRecord) => [find(record, 'reviewDue').law, find(record, 'reviewDue').due, find(record, 'reviewDue').unverified ?? false];
    assert.deepEqual(law(held({ reviews: [review(h(6))] })), ['PACE s.40(3)(b), (c)', h(15), false]);
    assert.deepEqual(law(held({ reviews: [review(h(8))], postponements: [postponement(h(6.5))] })), ['PACE s.40(7)', h(15.5), true]);
    assert.deepEqual(law(backFromBail(12, 200, 'answeredBail', { reviews: [review(h(6))] })), ['PACE s.40(3), s.47(6)', h(203), true]);
    assert.deepEqual(law(held({ charge })), ['PACE s.40(3)(a)', h(6.5), true]);
    assert.match(texts(held({ postponements: [postponement(h(6.5))] }), 'reviewDue').at(-1)!, /^Postponed: In interview\. .* without a second ground detention is unlawful after 23:30$/);
  });

  it('shows the limit’s arithmetic: start, stops, sum', () => {
    const why = texts(held({ hospital: [hospital(h(3), h(5))] }), 'limit24');
    assert.equal(why[0], 'Started 08:00 Mon 12 Jan GMT');
    assert.equal(why.at(-2), 'Not counted from 11:00 Mon 12 Jan GMT to 13:00 Mon 12 Jan GMT: In hospital for treatment');
    assert.equal(why.at(-1), '08:00 + 24 h 00 + 2 h 00 min stopped = 10:00 Tue 13 Jan GMT');
    assert.deepEqual(texts(held(), 'limit24').slice(-2), ['Stops: none', '08:00 + 24 h 00 + 0 min stopped = 08:00 Tue 13 Jan GMT']);
  });

  it('says that the limit is not known while the clock stands', () => {
    const open = held({ hospital: [hospital(h(3), null)] });
    assert.deepEqual([find(open, 'limit24').due, texts(open, 'limit24').at(-1)], [null, 'The clock stands still: the limit is not known until it runs again']);
    assert.match(texts(open, 'limit24').at(-2)!, /still open/);
  });

  it('shows both readings of early attendance, the earlier as due (CUS-35)', () => {
    const early = held({ bails: [bail(h(9), h(200), { how: 'answeredBail', at: h(199), arrivedAt: h(199) })], episodes: [episode(1, h(-0.5), h(9)), episode(2, h(199), null, 'answeredBail')] });
    assert.deepEqual([find(early, 'limit24').due, find(early, 'limit24').otherReading?.due, find(early, 'limit24').unverified], [h(214), h(215), true]);
  });

  it('marks a limit that rests on a branch nobody has confirmed', () => {
    assert.equal(find(backFromBail(9, 200, 'breachArrest'), 'limit24').unverified, true);
    assert.deepEqual([find(held(), 'limit24').unverified, find(held({ arrests: [arrest(h(0), { arrestedAtStation: true })] }), 'limit24').unverified], [undefined, true]);
  });

  it('keeps the limits in sight on bail, unknown', () => {
    const out = held({ phase: 'onBail', bails: [bail(h(9), h(90))], episodes: [episode(1, h(-0.5), h(9))] });
    assert.deepEqual(all(out).map((d) => [d.key, d.due]), [['limit24', null], ['limit36', null], ['limit96', null]]);
  });

  it('names the end of the authority in force, and who gave it', () => {
    const extended = held({ extensions: [extension(h(22), h(34))] });
    assert.deepEqual([find(extended, 'authorityEnds').due, find(extended, 'authorityEnds').law, texts(extended, 'authorityEnds')], [h(34), 'PACE s.42', [`Supt Clarke authorised detention at 06:00 Tue 13 Jan GMT to`, 'Ceiling: 36 counted hours']]);
    assert.equal(find(held({ warrants: [warrant(h(34), h(60))] }), 'warrantExpires').due, h(60));
  });

  it('counts the wait for the desk from the yard, alerting at an hour', () => { assert.equal(find(held({ phase: 'arrived', authorisations: [] }), 'deskDue').due, h(1)); });

  it('explains a visit by the last look and the interval', () => {
    const seen = held({ levels: [level(h(1), 2, true)] });
    assert.deepEqual([find(seen, 'visitDue').title, texts(seen, 'visitDue')], ['Visit and rouse', ['Level set', 'Level 2 with rousing: visit at least every 30 minutes']]);
    assert.deepEqual([find(held({ levels: [level(h(1), 3)] }), 'visitDue').unverified, find(seen, 'visitDue').unverified], [true, undefined]);
  });

  it('gives every step that has an instant its time, and every deadline its law', () => {
    for (const d of all(held({ levels: [level(h(1), 2)], hospital: [hospital(h(3), h(5))], extensions: [extension(h(22), h(34))], rightsDelays: [delay(h(2))] }))) {
      assert.ok(d.law !== '' && d.why.length > 0, d.key);
      for (const step of d.why) if (step.at) assert.match(clockTime(step.at), /^\d\d:\d\d$/);
    }
  });
});
