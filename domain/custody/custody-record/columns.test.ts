import assert from 'node:assert/strict';
import { board, columns, countedFromBoard, listName, title } from './columns.ts';
import { isChild } from './born.ts';
import { countedAt, ledgerOf } from './detention-clock.ts';
import { arrest, arrival, backFromBail, bail, episode, h, held, hospital, level, needs } from './example-record.ts';
import { CUSTODY_LAW } from './limits.ts';
import type { CustodyRecord } from './record.ts';

const HOUR = 3_600_000;
const on = (record: CustodyRecord) => board(record, CUSTODY_LAW);
const born = (dateOfBirth: string | null, looksUnder18 = false) => isChild(held({ detainee: { ...held().detainee, dateOfBirth, looksUnder18 } }), CUSTODY_LAW, h(0));

describe('the whiteboard’s line', () => {
  const RECORDS: readonly (readonly [title: string, record: CustodyRecord])[] = [
    ['running', held()], ['in hospital', held({ hospital: [hospital(h(3), null)] })], ['back from hospital', held({ hospital: [hospital(h(3), h(5), [[h(4), h(4.5)]])] })],
    ['on bail', held({ phase: 'onBail', bails: [bail(h(9), h(90))], episodes: [episode(1, h(-0.5), h(9))] })], ['back from bail', backFromBail(9, 200)], ['in the three hours of s.46A', backFromBail(9, 200, 'breachArrest')],
    ['in hospital inside them', backFromBail(9, 200, 'breachArrest', { hospital: [hospital(h(202), h(205))] })],
  ];
  for (const [title, record] of RECORDS) {
    it(`counts on from what it keeps, without the record: ${title}`, () => {
      const { clock } = on(record);
      const ledger = ledgerOf(record, CUSTODY_LAW)!;
      const from = ledger.exclusions.at(-1)?.from ?? ledger.relevantTime;
      for (const now of [from, ...[0.5, 1, 2.9, 3, 4, 6, 50].map((x) => h((Date.parse(from) - Date.parse(h(0))) / HOUR + x))]) assert.equal(countedFromBoard(clock, now), countedAt(ledger, now), now);
    });
  }

  it('waits for a clock that has not begun', () => {
    const wanted = held({ arrests: [arrest(h(0), { arrestArea: 'Kent', soughtArea: 'Metropolitan', questionedInArrestArea: { answer: false, byName: 'DC Lim' } })], arrivals: [arrival(h(1), 'Kent')] });
    assert.deepEqual([countedFromBoard(on(wanted).clock, h(20)), countedFromBoard(on(wanted).clock, h(25))], [0, HOUR]);
    assert.deepEqual([on(held({ arrivals: [] })).clock.countedAt, countedFromBoard(on(held({ arrivals: [] })).clock, h(9))], [null, 0]);
  });

  it('says why there is no PACE clock', () => { assert.deepEqual([on(held({ authorityKind: 'RECALL_TO_PRISON' })).clock.noClock, on(held()).clock.noClock], ['recall', null]); });

  it('carries review, visit, owed duties and the warnings of the name', () => {
    const line = on(held({ rightsGiven: null, levels: [level(h(1), 2)], needs: needs(h(0.2), { swallowed: true, selfHarm: true }) }));
    assert.deepEqual([line.review, line.visit, line.owed, line.markers], [
      { n: 1, due: h(6.5), asap: false, byCustodyOfficer: false }, { level: 2, rouse: true, due: h(1.5) }, [{ words: 'Rights (drugs)', since: h(0.5), post: 'custodySergeant' }], ['Self-harm', 'Swallowed', 'Rouse'],
    ]);
  });

  it('dates the arrival of the present episode', () => {
    const at = (record: CustodyRecord) => columns(record, CUSTODY_LAW)['arrived_at'];
    assert.deepEqual([at(held()), at(backFromBail(9, 200)), at(held({ arrivals: [], phase: 'enRoute' })), at(held({ arrivals: [], arrests: [arrest(h(-0.5), { arrestedAtStation: true })] }))], [h(0), h(200), null, h(-0.5)]);
  });

  it('names the record as the desk calls it', () => {
    assert.equal(title(held()), 'ADEYEMI, Hale Road');
    assert.deepEqual([listName('James Adeyemi'), listName('Anna Maria Kaur'), listName('Madonna'), listName(null)], ['ADEYEMI, James', 'KAUR, Anna Maria', 'MADONNA', 'Name not known']);
  });

  it('takes for a child whoever is under 18 that day, or looks it until shown otherwise (CUS-199)', () => {
    assert.deepEqual([born('2008-01-12'), born('2008-01-13'), born(null, true), born(null), born('1991-05-01', true)], [false, true, true, false, true]);
  });
});
