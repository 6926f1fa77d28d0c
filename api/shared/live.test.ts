import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { LiveHints } from './live.ts';

type Fitting = (about: readonly string[]) => Promise<readonly string[] | null>;

/** What a browser is told of a change, up to the end of its stream or the first hint. */
const toldOf = (fitting: Fitting): Promise<string[]> => new Promise((resolve) => {
  const hints = new LiveHints();
  const told: string[] = [];
  hints.add({ shows: new Set(['inbox']), fitting, send: (event) => { told.push(event); if (event === 'hint') resolve(told); }, end: () => { resolve([...told, 'end of the stream']); } });
  hints.changed('task:1:2');
});

describe('what a live stream says of a change', () => {
  it('is the hint, to whom it may be told', async () => { assert.deepEqual(await toldOf((about) => Promise.resolve(about)), ['hint']); });
  it('is the end of the session, where it is over', async () => { assert.deepEqual(await toldOf(() => Promise.resolve(null)), ['ended', 'end of the stream']); });
  it('is nothing of the session where the database did not answer: the browser opens the stream anew, and no alarm is cleared', async () => {
    assert.deepEqual(await toldOf(() => Promise.reject(new Error('Connection terminated'))), ['end of the stream']);
  });
});
