import assert from 'node:assert/strict';
import { HOUR } from '../../shared/time.ts';
import { clockWords, quarterUsed, type ClockLine } from './board-words.ts';
import { h } from './example-record.ts';

const clock = (more: Partial<ClockLine> = {}): ClockLine => ({ relevantTime: h(0), countedMs: 0, countedAt: h(0), running: true, startsAt: null, pausedWhy: null, ofMs: 24 * HOUR, ends: h(24), noClock: null, ...more });
const quarter = (hours: number, of = 24) => quarterUsed(clock({ ofMs: of * HOUR }), h(hours))!.glyph;

describe('the clock of one line', () => {
  const CASES: readonly (readonly [title: string, clock: ClockLine, words: string])[] = [
    ['running', clock(), '13 h 02'], ['less than an hour', clock({ countedAt: h(12.3) }), '44 min'],
    ['paused', clock({ countedMs: 5.5 * HOUR, running: false, pausedWhy: 'In hospital for treatment', ends: null }), '5 h 30 used, 18 h 30 left'],
    ['a pause that has ended by itself', clock({ countedMs: 2 * HOUR, running: false, pausedWhy: 'Within three hours of the arrest', startsAt: h(12) }), '3 h 02'],
    ['a pause that ends later', clock({ countedMs: 2 * HOUR, running: false, pausedWhy: 'Within three hours of the arrest', startsAt: h(14) }), '2 h 00 used, 22 h 00 left'],
    ['another authority', clock({ noClock: 'recall' }), 'No PACE clock: recall'], ['charged', clock({ noClock: 'charged' }), 'Charged: no s.41 clock'],
    ['no relevant time yet', clock({ relevantTime: null, countedAt: null }), 'Clock not started'], ['one that starts later', clock({ relevantTime: h(15) }), 'Starts 23:00'],
  ];
  for (const [title, shown, words] of CASES) it(title, () => { assert.equal(clockWords(shown, h(13 + 2 / 60)), words); });

  it('shows the nearest quarter of the hours, and never less than one', () => {
    assert.deepEqual([quarter(0), quarter(6 + 1 / 3), quarter(8.9), quarter(9), quarter(15), quarter(20.9), quarter(21), quarter(30), quarter(15, 36)], ['◔', '◔', '◔', '◑', '◕', '◕', '●', '●', '◑']);
    assert.equal(quarterUsed(clock(), h(15))!.words, 'about three quarters of 24 h used');
  });
  it('shows no quarter where nothing limits the time', () => { assert.deepEqual([quarterUsed(clock({ noClock: 'recall' }), h(1)), quarterUsed(clock({ relevantTime: null }), h(1)), quarterUsed(clock({ ofMs: 0 }), h(1))], [null, null, null]); });
});
