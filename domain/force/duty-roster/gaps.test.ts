import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { when } from '../../shared/example.ts';
import type { PostName } from '../../shared/posts.ts';
import { gapsIn, POSTS_NEEDED, type Held } from './gaps.ts';

const h = (hour: number, second = 0) => when(`2026-01-12T${String(hour).padStart(2, '0')}:00:${String(second).padStart(2, '0')}`);
const held = (from: number, to: number | null, post: PostName = 'custodyInspector'): Held => ({ post, from: h(from), to: to === null ? null : h(to) });
const always = POSTS_NEEDED.filter((p) => p !== 'custodyInspector').map((post) => held(0, null, post));
const gaps = (...spells: Held[]) => gapsIn([...always, ...spells], { from: h(6), to: h(18) }).map((g) => [g.from, g.to]);

describe('a roster’s gaps', () => {
  for (const [title, spells, expected] of [
    ['nobody at all', [], [[h(6), h(18)]]], ['held until withdrawn', [held(0, null)], []], ['one shift over all of it', [held(6, 18)], []], ['shifts that meet', [held(0, 12), held(12, 18)], []],
    ['a second between two shifts', [held(0, 12), { ...held(12, 18), from: h(12, 1) }], [[h(12), h(12, 1)]]], ['late on, early off', [held(7, 17)], [[h(6), h(7)], [h(17), h(18)]]],
    ['the longer shift counts where two overlap', [held(5, 16), held(8, 10)], [[h(16), h(18)]]], ['over before it begins', [held(1, 6)], [[h(6), h(18)]]], ['begins as it ends', [held(18, 20)], [[h(6), h(18)]]], ['another post is no cover', [held(6, 18, 'detentionOfficer')], [[h(6), h(18)]]],
  ] as const) it(title, () => { assert.deepEqual(gaps(...spells), expected); });

  it('are named by the post, for each post that is needed', () => {
    assert.deepEqual(gapsIn([], { from: h(6), to: h(18) }).map((g) => g.words), ['Custody sergeant', 'Detention officer', 'Custody inspector', 'Superintendent']);
  });
});
