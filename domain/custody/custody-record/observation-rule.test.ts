import assert from 'node:assert/strict';
import { MINUTE, type Instant } from '../../shared/time.ts';
import { doneLate } from './done-late.ts';
import { arrival, backFromBail, bail, episode, h, held, hospital, journey, later, level, needs, spell, visit } from './example-record.ts';
import { lateVisits } from './late-visits.ts';
import { CUSTODY_LAW } from './limits.ts';
import { levelObligation, visitObligation } from './obligations-care.ts';
import { observation } from './observation-rule.ts';
import type { CustodyRecord } from './record.ts';

const m = (hours: number, minutes: number): Instant => h(hours + minutes / 60);
const due = (record: CustodyRecord) => observation(record, CUSTODY_LAW).visitDue;
const set = (to: 1 | 2 | 3 | 4, more: Partial<CustodyRecord> = {}) => held({ levels: [level(h(1), to)], ...more });
const drink = needs(h(0.2), { drink: true });

const CASES: readonly (readonly [title: string, record: CustodyRecord, due: Instant | null])[] = [
  ['CUS-95 no level: no visit', held(), null],
  ['CUS-95 level 1: an hour after it was set', set(1), h(2)],
  ['CUS-95 level 2: thirty minutes', set(2), m(1, 30)],
  ['CUS-95 level 3: thirty minutes', set(3), m(1, 30)],
  ['CUS-95 level 4: no next time', set(4), null],
  ['CUS-95 an hour after the last visit', set(1, { visits: [visit(m(1, 40))] }), m(2, 40)],
  ['CUS-95 a visit before the level was set does not count', set(1, { visits: [visit(m(0, 50))] }), h(2)],
  ['CUS-95 a changed level counts from the last visit', set(1, { visits: [visit(m(1, 20))], levels: [level(h(1), 1), level(m(1, 40), 2)] }), m(1, 50)],
  ['CUS-95 lowered, from the last visit too', set(1, { visits: [visit(m(1, 20))], levels: [level(h(1), 2), level(m(1, 40), 1)] }), m(2, 20)],
  ['CUS-96 drink: thirty minutes at any level', set(1, { needs: drink }), m(1, 30)],
  ['CUS-96 level 4 with drink: roused every 30 minutes all the same', set(4, { needs: drink }), m(1, 30)],
  ['paused with the investigator', set(1, { phase: 'withInvestigator' }), null],
  ['paused in hospital', set(1, { phase: 'inHospital' }), null],
  ['paused on the way', set(1, { phase: 'inTransit' }), null],
  ['the return counts as seen', set(1, { visits: [visit(h(3), 'return')] }), h(4)],
  ['the arrival after a move counts as seen', set(1, { journeys: [journey(m(1, 30), { arrivedAt: h(3) })], arrivals: [arrival(h(0)), arrival(h(3))] }), h(4)],
  ['a level set before bail says nothing afterwards', backFromBail(5, 200, 'answeredBail', { levels: [level(h(1), 2)] }), null],
];

describe('observation and visits', () => {
  for (const [title, record, is] of CASES) it(title, () => { assert.equal(due(record), is); });

  it('asks for rousing and level 2 with drink, drugs, swallowed drugs or a concern for consciousness (CUS-96)', () => {
    for (const concern of ['drink', 'drugs', 'swallowed', 'consciousnessConcern'] as const) {
      const seen = observation(set(1, { needs: needs(h(0.2), { [concern]: true }) }), CUSTODY_LAW);
      assert.deepEqual([seen.rouse, seen.minLevel, seen.law], [true, 2, 'Code C 9.3 and Annex H'], concern);
    }
    for (const other of ['unwell', 'injured', 'selfHarm', 'pregnant'] as const) assert.equal(observation(set(1, { needs: needs(h(0.2), { [other]: true }) }), CUSTODY_LAW).rouse, false, other);
  });

  it('lets level 1 come back once the concern is gone', () => {
    const sober = observation(held({ levels: [level(h(1), 2, true)], needs: needs(h(6)) }), CUSTODY_LAW);
    assert.deepEqual([sober.minLevel, sober.rouse], [1, true]);
  });

  it('forgets the drink of an earlier episode', () => { assert.equal(observation(backFromBail(5, 200, 'answeredBail', { needs: drink }), CUSTODY_LAW).rouse, false); });

  describe('a level not set is owed itself (CUS-95)', () => {
    const owed = (record: CustodyRecord) => levelObligation(record, CUSTODY_LAW).map((o) => [o.key, o.title]);
    it('from the authorisation, until it is set', () => {
      assert.deepEqual([owed(held()), owed(set(1))], [[['observationLevel/authorisation@0.5', 'Set the observation level']], []]);
    });
    it('rings at the custody sergeant’s half an hour and an hour after the decision, or after what asks for more', () => {
      const rungs = (record: CustodyRecord) => levelObligation(record, CUSTODY_LAW)[0]!.rungs.map((r) => [r.at, r.to, r.kind, r.title]);
      assert.deepEqual(rungs(held()), [[h(1), ['custodySergeant'], 'warning', 'No observation level set for 30 minutes'], [h(1.5), ['custodySergeant'], 'warning', 'No observation level set for 60 minutes']]);
      assert.deepEqual(rungs(set(1, { needs: needs(h(3), { drink: true }) })).map(([at, , , title]) => [at, title]), [[h(3.5), 'Observation level too low for 30 minutes'], [h(4), 'Observation level too low for 60 minutes']]);
    });
    it('again where drink is told after level 1', () => { assert.deepEqual(owed(set(1, { needs: needs(h(3), { drink: true }) })), [['observationLevel/needs@3', 'Raise the observation level to 2 or higher']]); });
    it('not in the yard, not when they have gone', () => {
      assert.deepEqual([owed(held({ phase: 'arrived', authorisations: [] })), owed(held({ phase: 'released' }))], [[], []]);
    });
  });

  describe('the task', () => {
    it('is the detention officer’s, and told to the custody officer from the first instant after', () => {
      const [owed] = visitObligation(set(1), CUSTODY_LAW);
      assert.deepEqual([owed?.key, owed?.who.queue, owed?.due, owed?.rungs.map((r) => [r.at, r.to, r.kind])], ['visit/level@1', 'detentionOfficer', h(2), [[later(h(2), 0.001), ['custodySergeant'], 'breach']]]);
    });
    it('is none while they are away', () => { assert.deepEqual(visitObligation(set(1, { phase: 'inHospital' }), CUSTODY_LAW), []); });
  });

  describe('a late visit stays for ever', () => {
    const late = (record: CustodyRecord, now = h(10)) => lateVisits(record, CUSTODY_LAW, now).map((b) => [b.from, b.to]);
    const after = (at: Instant) => later(at, 0.001);
    const visits = (...at: Instant[]) => set(1, { visits: at.map((x) => visit(x)) });
    it('at its time it is not late, one second after it is', () => {
      assert.deepEqual([late(visits(h(2)), h(2)), late(visits(later(h(2), 1)), later(h(2), 1))], [[], [[after(h(2)), later(h(2), 1)]]]);
    });
    it('while it is not made it goes on', () => { assert.deepEqual([late(set(1), h(2)), late(set(1), h(2.5))], [[], [[after(h(2)), null]]]); });
    it('away with an escort nothing is late, from leaving to return', () => {
      const record = set(1, { visits: [visit(h(2)), visit(h(6), 'return')], investigatorSpells: [spell(h(2.5), h(6))] });
      assert.deepEqual(late(record, h(6.5)), []);
      assert.deepEqual(late(set(1, { visits: [visit(h(2)), visit(h(6), 'return')], hospital: [hospital(h(3.5), h(6))] }), h(6.5)), [[after(h(3)), h(3.5)]]);
    });
    it('is bounded by the end of the episode', () => {
      assert.deepEqual(late(set(1, { phase: 'onBail', bails: [bail(h(4), h(90))], episodes: [episode(1, h(-0.5), h(4))] }), h(50)), [[after(h(2)), h(4)]]);
    });
    it('a raised level is not late before it was raised', () => {
      assert.deepEqual(late(held({ levels: [level(h(1), 1), level(m(1, 45), 2)], visits: [visit(m(1, 50))] }), m(1, 50)), [[after(m(1, 45)), m(1, 50)]]);
    });
    it('drink told later shortens the interval from then', () => {
      assert.deepEqual(late(set(1, { needs: needs(m(1, 40), { drink: true }), visits: [visit(m(1, 45))] }), m(1, 45)), [[after(m(1, 40)), m(1, 45)]]);
    });
    it('what is owed, what was late and by how much tell one time', () => {
      const record = set(1, { needs: needs(m(2, 25), { drink: true }) });
      assert.deepEqual([observation(record, CUSTODY_LAW).visitDue, lateVisits(record, CUSTODY_LAW, h(3))[0]!.text], [h(2), 'The visit due by 10:00 has not been made.']);
      const seen = { ...record, visits: [visit(m(2, 30))] };
      assert.deepEqual(doneLate(seen, CUSTODY_LAW).map((l) => l.byMs), [30 * MINUTE]);
    });
    it('level 4 has none', () => { assert.deepEqual(late(set(4), h(9)), []); });
  });

  describe('at the very time that something is told (CUS-95, CUS-96)', () => {
    const late = (record: CustodyRecord, now = h(10)) => lateVisits(record, CUSTODY_LAW, now).map((b) => [b.from, b.to]);
    const after = (at: Instant) => later(at, 0.001);
    it('a level set as they came back from bail counts', () => { assert.equal(due(backFromBail(5, 200, 'answeredBail', { levels: [level(h(200), 2)] })), m(200, 30)); });
    it('a level set as they left is of the stretch that ended', () => { assert.equal(due(backFromBail(5, 200, 'answeredBail', { levels: [level(h(5), 2)] })), null); });
    it('a need told as they came back asks for rousing', () => { assert.equal(observation(backFromBail(5, 200, 'answeredBail', { needs: needs(h(200), { drink: true }) }), CUSTODY_LAW).rouse, true); });
    it('a visit as the level is set counts as the look', () => { assert.equal(observation(set(1, { visits: [visit(h(1))] }), CUSTODY_LAW).startedBy, 'visit@1'); });
    it('a level raised at the visit is what that visit is followed by', () => {
      assert.deepEqual(late(held({ levels: [level(h(1), 1), level(h(2), 2)], visits: [visit(h(2)), visit(h(3))] }), h(3)), [[after(m(2, 30)), h(3)]]);
    });
    it('a level raised at the next visit makes nothing late before it', () => { assert.deepEqual(late(held({ levels: [level(h(1), 1), level(m(1, 45), 2)], visits: [visit(m(1, 45))] }), m(1, 45)), []); });
    it('drink told at the next visit makes nothing late before it', () => { assert.deepEqual(late(set(1, { needs: needs(m(1, 45), { drink: true }), visits: [visit(m(1, 45))] }), m(1, 45)), []); });
    it('drink told at a visit is what that visit is followed by', () => {
      assert.deepEqual(late(set(1, { needs: needs(h(2), { drink: true }), visits: [visit(h(2)), visit(h(3))] }), h(3)), [[after(m(2, 30)), h(3)]]);
    });
    it('a lowered level lets the shorter interval be late only until then', () => {
      assert.deepEqual(late(held({ levels: [level(h(1), 2), level(m(1, 30), 1)], visits: [visit(h(2))] }), h(2)), []);
    });
  });
});
