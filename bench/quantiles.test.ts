import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { quantile, summary } from './quantiles.ts';

describe('quantiles of a benchmark', () => {
  it('are measured values, by nearest rank', () => {
    const hundred = Array.from({ length: 100 }, (_, n) => 100 - n);
    assert.deepEqual([0, 0.5, 0.99, 1].map((share) => quantile(hundred, share)), [1, 50, 99, 100]);
    assert.equal(quantile([7], 0.99), 7);
  });
  it('are said with how many there were', () => assert.equal(summary([1, 2, 3]), 'p50 2.0 ms · p99 3.0 ms · max 3.0 ms (3)'));
  it('are none of nothing', () => assert.throws(() => quantile([], 0.5), RangeError));
});
