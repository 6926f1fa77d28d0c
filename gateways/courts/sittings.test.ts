import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { nextSitting } from './sittings.ts';

const FAR = '2026-12-31T00:00:00Z';
const cases: readonly [what: string, askedAt: string, neededBefore: string, sitting: string | null][] = [
  ['a morning request is heard at 10:00', '2026-11-17T08:00:00Z', FAR, '2026-11-17T10:00:00.000Z'],
  ['exactly half an hour of notice is enough', '2026-11-17T09:30:00Z', FAR, '2026-11-17T10:00:00.000Z'],
  ['a minute less waits for the afternoon', '2026-11-17T09:31:00Z', FAR, '2026-11-17T14:00:00.000Z'],
  ['an evening request is heard the next day', '2026-11-17T18:00:00Z', FAR, '2026-11-18T10:00:00.000Z'],
  ['Friday evening waits for Saturday morning', '2026-11-20T18:00:00Z', FAR, '2026-11-21T10:00:00.000Z'],
  ['Saturday noon waits for Monday', '2026-11-21T12:00:00Z', FAR, '2026-11-23T10:00:00.000Z'],
  ['in summer 10:00 in London is 09:00 UTC', '2026-07-14T06:00:00Z', FAR, '2026-07-14T09:00:00.000Z'],
  ['the day the clocks go back still sits at 10:00 of London on Monday', '2026-10-24T12:00:00Z', FAR, '2026-10-26T10:00:00.000Z'],
  ['no sitting starts before the authority ends', '2026-11-17T18:00:00Z', '2026-11-18T10:00:00Z', null],
  ['a sitting a second before its end does', '2026-11-17T18:00:00Z', '2026-11-18T10:00:01Z', '2026-11-18T10:00:00.000Z'],
];

describe('the simulated court sits', () => {
  for (const [what, askedAt, neededBefore, sitting] of cases) {
    it(what, () => assert.equal(nextSitting(askedAt, neededBefore), sitting));
  }
});
