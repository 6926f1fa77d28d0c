import assert from 'node:assert/strict';
import { board } from './columns.ts';
import { bail, episode, extension, h, held, later, postponement, review } from './example-record.ts';
import { CUSTODY_LAW } from './limits.ts';
import type { CustodyRecord } from './record.ts';
import { unlawfulFrom, unlawfulIntervals, unlawfulSince } from './unlawful-detention.ts';

const done = (...hours: number[]) => hours.map((at) => review(h(at)));
const review1 = { at: h(6.5), text: 'review 1 not done' };

describe('from when detention is unlawful', () => {
  const CASES: readonly (readonly [title: string, record: CustodyRecord, from: { at: string; text: string } | null])[] = [
    ['the review that comes next (CUS-59)', held(), review1],
    ['the end of the authority where that comes first (CUS-9)', held({ reviews: done(6, 14.9, 23) }), { at: h(24), text: 'no authority to hold' }],
    ['an authority that goes on moves it to the next review', held({ reviews: done(6, 14.9, 23), extensions: [extension(h(23.5), h(36))] }), { at: h(32), text: 'review 4 not done' }],
    ['a postponed review, from where its ground no longer holds', held({ postponements: [postponement(h(6.5))] }), { at: h(15.5), text: 'review 1 not done' }],
    ['nobody is held on bail', held({ phase: 'onBail', bails: [bail(h(5), h(90))], episodes: [episode(1, h(-0.5), h(5))] }), null],
  ];
  for (const [title, record, from] of CASES) it(title, () => { assert.deepEqual(unlawfulFrom(record, CUSTODY_LAW), from); });

  it('is not at the limit itself, and is from the next instant on', () => {
    assert.deepEqual([unlawfulSince(review1, h(6)), unlawfulSince(review1, h(6.5)), unlawfulSince(review1, later(h(6.5), 1)), unlawfulSince(null, h(99))], [null, null, review1, null]);
  });

  it('agrees with the stretches of unlawful detention at every instant, and stands on the whiteboard’s line', () => {
    for (const [, record] of CASES) {
      for (let hours = 0; hours < 40; hours += 0.5) {
        const open = unlawfulIntervals(record, CUSTODY_LAW, h(hours)).filter((u) => u.interval.to === null).map((u) => u.interval.from).toSorted()[0] ?? null;
        assert.equal(unlawfulSince(board(record, CUSTODY_LAW).unlawfulFrom, h(hours))?.at ?? null, open, String(hours));
      }
    }
  });
});
