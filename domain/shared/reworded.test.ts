import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { reworded } from './reworded.ts';

type Value = Readonly<Record<string, unknown>>;
const rows: readonly (readonly [title: string, frozen: Value, before: Value, after: Value, is: Value])[] = [
  ['keeps what the words do not decide, though it would be decided otherwise now', { count: 1, reply: '' }, { count: 2, reply: '' }, { count: 2, reply: 'No' }, { count: 1, reply: 'No' }],
  ['keeps it inside of what they change', { arrest: { place: 'Hgh Street', titles: ['Burglary'] } }, { arrest: { place: 'Hgh Street', titles: ['Theft'] } }, { arrest: { place: 'High Street', titles: ['Theft'] } }, { arrest: { place: 'High Street', titles: ['Burglary'] } }],
  ['takes what the words add', { n: 1 }, { n: 2 }, { n: 2, why: 'Ill' }, { n: 1, why: 'Ill' }],
  ['leaves out what the words no longer say', { n: 1, why: 'Ill' }, { n: 2, why: 'Ill' }, { n: 2 }, { n: 1 }],
  ['keeps what was frozen and nobody decides any more', { n: 1, old: true }, { n: 2, say: '' }, { n: 2, say: 'No' }, { n: 1, old: true, say: 'No' }],
  ['takes a list whole', { names: ['A'] }, { names: ['B'] }, { names: ['B', 'C'] }, { names: ['B', 'C'] }],
  ['takes what was nothing before', { ground: null }, { ground: null }, { ground: 'Flight' }, { ground: 'Flight' }],
];

describe('an entry of which only the words change', () => {
  for (const [title, frozen, before, after, is] of rows) it(title, () => { assert.deepEqual(reworded(frozen, before, after), is); });
});
