import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Wake } from './wake.ts';

const LONG = 60_000;
const timed = async (sleep: Promise<void>) => { const from = performance.now(); await sleep; return performance.now() - from; };

describe('a sleep that a bell ends', () => {
  it('ends at the bell', async () => {
    const wake = new Wake();
    setTimeout(() => wake.ring(), 5);
    assert.ok((await timed(wake.sleep(LONG))) < 1_000);
  });

  it('ends at once where the bell rang before, and only once', async () => {
    const wake = new Wake();
    wake.ring();
    wake.ring();
    assert.ok((await timed(wake.sleep(LONG))) < 1_000);
    assert.ok((await timed(wake.sleep(30))) >= 25);
  });
});
