import assert from 'node:assert/strict';
import { instant, plus, SECOND } from './time.ts';
import { tagStep, urgency } from './urgency.ts';

const DUE = instant('2026-01-12T12:00:00Z');
const before = (minutes: number, seconds = 0) => plus(DUE, -(minutes * 60 + seconds) * SECOND);
const step = (kind: string, now = DUE) => { const s = tagStep(kind, DUE, now); return s ? `${s.n} of ${s.of}, ${s.within / 60_000} min` : 'none'; };

describe('tags of a clock (screens.md, "States everywhere")', () => {
  const CASES: readonly (readonly [kind: string, minutes: number, seconds: number, state: string, reached: string])[] = [
    ['visitDue', 10, 1, 'onTime', 'none'], ['visitDue', 10, 0, 'due', '1 of 1, 10 min'], ['visit', 10, 0, 'due', '1 of 1, 10 min'], ['visitDue', 0, 0, 'due', '1 of 1, 10 min'], ['visitDue', 0, -1, 'overdue', 'none'],
    ['reviewDue', 60, 1, 'onTime', 'none'], ['reviewDue', 60, 0, 'due', '1 of 2, 60 min'], ['reviewDue', 30, 1, 'due', '1 of 2, 60 min'], ['reviewDue', 30, 0, 'due', '2 of 2, 30 min'], ['review', 30, 0, 'due', '2 of 2, 30 min'],
    ['authorityEnds', 120, 1, 'onTime', 'none'], ['authorityEnds', 120, 0, 'due', '1 of 3, 120 min'], ['limit24', 60, 0, 'due', '2 of 3, 60 min'], ['warrantExpires', 30, 0, 'due', '3 of 3, 30 min'], ['authorityToDetain', 0, -1, 'overdue', 'none'],
    ['listWarrantHearing', 30, 1, 'onTime', 'none'], ['listWarrantHearing', 30, 0, 'due', '1 of 1, 30 min'],
  ];
  for (const [kind, minutes, seconds, state, reached] of CASES) {
    it(`${kind} with ${minutes} min ${seconds} s left: ${state}, ${reached}`, () => { assert.deepEqual([urgency(kind, DUE, before(minutes, seconds)), step(kind, before(minutes, seconds))], [state, reached]); });
  }
  it('a clock without a time is paused', () => { assert.equal(urgency('reviewDue', null, DUE), 'paused'); });
});
