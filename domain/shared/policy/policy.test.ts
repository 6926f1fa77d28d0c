import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { PostHeld } from '../actor.ts';
import { officer, when } from '../example.ts';
import { abilityRules, buildAbility, may, readGrants } from './policy.ts';

const HALE = 'hale';
const scope = { stationId: HALE, teamId: '', restricted: false };
const shift: PostHeld = { post: 'custodySergeant', stations: [HALE], from: when('2026-01-12T07:00'), to: when('2026-01-12T19:00'), withdrawnAt: null };
const sergeant = (post: Partial<PostHeld> = {}) => officer('PS Okoro', 'sergeant', [{ ...shift, ...post }]);
const mayNow = (who: ReturnType<typeof sergeant>, action: string, now: string, at: string | null = now): boolean =>
  may(buildAbility(abilityRules(who, when(now), at === null ? null : when(at))), action, 'CustodyRecord', scope);

/** policy.md: a post held now, or ended by the clock under 12 hours ago for acts that happened inside it. */
describe('a post', () => {
  it('gives nothing a second before it begins, and all of it from then on', () => {
    assert.deepEqual([mayNow(sergeant(), 'release', '2026-01-12T06:59:59'), mayNow(sergeant(), 'read', '2026-01-12T06:59:59')], [false, false]);
    assert.deepEqual([mayNow(sergeant(), 'release', '2026-01-12T07:00'), mayNow(sergeant(), 'read', '2026-01-12T07:00')], [true, true]);
  });

  it('that the clock has ended permits no act of now, but the reading, and the entry of what happened while it was held', () => {
    assert.equal(mayNow(sergeant(), 'release', '2026-01-12T18:59:59'), true);
    assert.deepEqual(['release', 'read'].map((a) => mayNow(sergeant(), a, '2026-01-12T19:00')), [false, true]);
    assert.deepEqual(['06:59:59', '07:00', '18:59:59', '19:00'].map((t) => mayNow(sergeant(), 'recordVisit', '2026-01-12T21:00', `2026-01-12T${t}`)), [false, true, true, false]);
    assert.equal(mayNow(sergeant(), 'recordVisit', '2026-01-12T21:00', null), true);
  });

  it('gives nothing any more 12 hours after its end', () => {
    assert.deepEqual(['recordVisit', 'read'].map((a) => mayNow(sergeant(), a, '2026-01-13T06:59:59', '2026-01-12T18:00')), [true, true]);
    assert.deepEqual(['recordVisit', 'read'].map((a) => mayNow(sergeant(), a, '2026-01-13T07:00', '2026-01-12T18:00')), [false, false]);
  });

  it('that was withdrawn gives nothing from that instant, for the past neither', () => {
    const gone = sergeant({ withdrawnAt: when('2026-01-12T12:00') });
    assert.deepEqual(['release', 'read'].map((a) => mayNow(gone, a, '2026-01-12T11:59:59')), [true, true]);
    assert.deepEqual(['release', 'read'].map((a) => mayNow(gone, a, '2026-01-12T12:00', '2026-01-12T11:00')), [false, false]);
    assert.deepEqual(readGrants(gone, when('2026-01-12T12:00')), {});
  });

  it('of a supervisor presses every custody decision of the team’s detainees, and reads their clocks without their care', () => {
    const supervisor = officer('DI Shah', 'inspector', [{ ...shift, post: 'supervisor', stations: [] }], { teams: ['cid'] });
    const ability = buildAbility(abilityRules(supervisor, when('2026-01-12T08:00')));
    const theirs = { stationId: HALE, teamId: 'cid', restricted: false };
    assert.deepEqual(['read', 'readCare', 'conductReview'].map((a) => may(ability, a, 'CustodyRecord', theirs)), [true, false, true]);
    assert.deepEqual(['read', 'readCare', 'release'].map((a) => mayNow(sergeant(), a, '2026-01-12T08:00')), [true, true, true]);
  });

  it('reaches its own stations alone, and no restricted record', () => {
    const ability = buildAbility(abilityRules(sergeant(), when('2026-01-12T08:00')));
    assert.deepEqual([{ ...scope, stationId: 'kestrel' }, { ...scope, restricted: true }, scope].map((s) => may(ability, 'release', 'CustodyRecord', s)), [false, false, true]);
  });
});
