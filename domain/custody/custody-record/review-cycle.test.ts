import assert from 'node:assert/strict';
import { instant, type Instant } from '../../shared/time.ts';
import { AUTHORITY_KINDS } from './arrest.ts';
import { arrest, authorisation, backFromBail, bail, episode, h, held, hospital, later, postponement, review, told } from './example-record.ts';
import { CUSTODY_LAW } from './limits.ts';
import type { CustodyRecord } from './record.ts';
import { reviewCycle } from './review-cycle.ts';
import { unlawfulIntervals } from './unlawful-detention.ts';

const cycle = (record: CustodyRecord) => reviewCycle(record, CUSTODY_LAW);
const next = (record: CustodyRecord) => cycle(record).next?.latest ?? null;
const since = (record: CustodyRecord, now: Instant) => unlawfulIntervals(record, CUSTODY_LAW, now).filter((u) => u.rule === 'CUS-59').map((u) => u.interval);
/** Authorised at 0.5: review 1 by 6.5. */
const FIRST = h(6.5);

interface Case { readonly title: string; readonly reviews?: readonly number[]; readonly postponed?: CustodyRecord['postponements']; readonly next: Instant; readonly late?: readonly boolean[] }
const CASES: readonly Case[] = [
  { title: 'CUS-40 six hours from the authorisation, not from arrival', next: FIRST },
  { title: 'CUS-41 nine hours from the review done, early', reviews: [3], next: h(12), late: [false] },
  { title: 'CUS-41 nine hours from the review done, at the latest time itself', reviews: [6.5], next: h(15.5), late: [false] },
  { title: 'CUS-41 one second late: late, and nine hours from then', reviews: [6.5 + 1 / 3600], next: later(h(15.5), 1), late: [true] },
  { title: 'CUS-41 each review pulls the next', reviews: [6, 14, 20], next: h(29), late: [false, false, false] },
  { title: 'CUS-43 postponed: nine hours from the original latest time', reviews: [8], postponed: [postponement(FIRST)], next: h(15.5), late: [false] },
  { title: 'CUS-43 postponed yet done by its latest time: it was not postponed', reviews: [6], postponed: [postponement(FIRST, h(5))], next: h(15), late: [false] },
  { title: 'CUS-42 noted early and never confirmed: late', reviews: [8], postponed: [postponement(FIRST, h(5))], next: h(17), late: [true] },
  { title: 'CUS-42 noted early and confirmed at the latest time', reviews: [8], postponed: [postponement(FIRST, h(5), FIRST)], next: h(15.5), late: [false] },
  { title: 'CUS-42 a ground for another time postpones nothing', reviews: [8], postponed: [postponement(h(6))], next: h(17), late: [true] },
  { title: 'CUS-42 done at the next latest time itself: one ground carried it', reviews: [15.5], postponed: [postponement(FIRST)], next: h(15.5), late: [false] },
  { title: 'CUS-42 past the next latest time on one ground: late', reviews: [16], postponed: [postponement(FIRST)], next: h(25), late: [true] },
  { title: 'CUS-42 past it on a second ground: postponed still', reviews: [16], postponed: [postponement(FIRST), postponement(h(15.5))], next: h(24.5), late: [false] },
];

describe('the review cycle', () => {
  for (const { title, reviews = [], postponed = [], next: due, late = [] } of CASES) {
    it(title, () => {
      const played = cycle(held({ reviews: reviews.map((at) => review(h(at))), postponements: postponed }));
      assert.deepEqual([played.next?.latest, played.done.map((d) => d.late)], [due, late]);
    });
  }

  const OTHERS = AUTHORITY_KINDS.filter((kind) => kind !== 'PACE_PRECHARGE');

  it('is of police detention for an offence: every other authority has none, late or not (CUS-8, s.40(1), s.118(2))', () => {
    for (const authorityKind of OTHERS) {
      const record = held({ authorityKind, reviews: [review(h(20))] });
      assert.deepEqual([cycle(record).next, cycle(record).done, unlawfulIntervals(record, CUSTODY_LAW, h(40))], [null, [], []], authorityKind);
    }
  });

  it('begins with the charge of somebody held by another authority, six hours from it', () => {
    for (const authorityKind of OTHERS) {
      const record = (at: Instant) => held({ authorityKind, charge: { ...told(h(20), 'charge'), offences: [], detainGrounds: 'Would fail to appear', arrests: 1 }, reviews: [review(h(12)), ...(at > h(20) ? [review(at)] : [])] });
      assert.deepEqual([next(record(h(12))), unlawfulIntervals(record(h(12)), CUSTODY_LAW, h(26)), unlawfulIntervals(record(h(26)), CUSTODY_LAW, h(30)), next(record(h(26)))], [h(26), [], [], h(35)], authorityKind);
      assert.equal(unlawfulIntervals(record(h(12)), CUSTODY_LAW, later(h(26), 1)).length, 1);
    }
  });

  it('starts with the authorisation although the relevant time lies ahead (CUS-40, section 4)', () => {
    const facts = { arrestArea: 'Kent', soughtArea: 'Metropolitan', questionedInArrestArea: { answer: false, byName: 'DC Lim' } };
    const record = held();
    assert.equal(next({ ...record, arrests: [{ ...record.arrests[0]!, facts: { ...record.arrests[0]!.facts, ...facts } }], arrivals: [] }), FIRST);
  });

  it('counts elapsed hours on the night the clocks go back (CUS-3)', () => {
    assert.equal(next(held({ authorisations: [authorisation(instant('2026-10-24T22:30:00+01:00'))] })), instant('2026-10-25T03:30:00Z'));
  });

  it('numbers reviews, names the entry that started each, and lists every latest time', () => {
    const played = cycle(held({ reviews: [review(h(6)), review(h(14))] }));
    assert.deepEqual(played.done.map((d) => d.n), [1, 2]);
    assert.deepEqual([played.next?.n, played.next?.startedBy], [3, 'review@14']);
    assert.deepEqual(played.latestTimes, [FIRST, h(15), h(23)]);
    assert.equal(cycle(held()).next?.startedBy, 'authorisation@0.5');
  });

  it('passes to the custody officer at charge, and restarts nothing (CUS-44)', () => {
    const charge = { ...told(h(3), 'charge'), offences: [], detainGrounds: null, arrests: 1 };
    assert.deepEqual([next(held({ charge })), cycle(held({ charge })).reviewer], [FIRST, 'custody_officer']);
    assert.equal(cycle(held()).reviewer, 'inspector_not_directly_involved');
  });

  it('goes on in interview, in hospital, on the way and under a warrant (CUS-45)', () => {
    assert.deepEqual((['withInvestigator', 'inHospital', 'inTransit'] as const).map((phase) => next(held({ phase }))), [FIRST, FIRST, FIRST]);
  });

  it('stops before authorisation, on bail, at the end and when handed over', () => {
    const ended = { ...told(h(5), 'released'), kind: 'noFurtherAction', detail: '' } as const;
    const over = { episodes: [episode(1, h(-0.5), h(5))] };
    const records = [held({ authorisations: [], phase: 'arrived' }), held({ ...over, phase: 'onBail', bails: [bail(h(5), h(90))] }), held({ ...over, phase: 'released', ending: ended }), held({ ...over, phase: 'handedOver', ending: ended })];
    assert.deepEqual(records.map(next), [null, null, null, null]);
  });

  describe('in hospital: two lawful readings, the alarm on the earlier', () => {
    it('shows the later beside it', () => {
      assert.deepEqual(cycle(held({ hospital: [hospital(h(3), h(5))] })).next, { ...cycle(held()).next, otherReading: { due: h(8.5), text: 'Other reading: reviews pause while the clock does' } });
    });
    it('shows none where hospital lies elsewhere, or paused nothing', () => {
      assert.equal(cycle(held({ hospital: [hospital(h(3), h(5))], reviews: [review(h(6))] })).next?.otherReading, null);
      assert.equal(cycle(held({ hospital: [hospital(h(3), h(5), [[h(3), h(5)]])] })).next?.otherReading, null);
    });
  });

  describe('after bail: two lawful readings, the deadline the earlier', () => {
    it('takes the new authorisation where it is earlier', () => {
      const played = cycle(backFromBail(8, 200, 'answeredBail', { reviews: [review(h(6))] })).next!;
      assert.deepEqual([played.latest, played.otherReading?.due, played.n], [h(206.5), h(207), 2]);
    });
    it('takes the old cycle less the time on bail where it is earlier, and counts it from its own start', () => {
      const played = cycle(backFromBail(12, 200, 'answeredBail', { reviews: [review(h(6))] })).next!;
      assert.deepEqual([played.latest, played.otherReading?.due], [h(203), h(206.5)]);
      assert.deepEqual(played.countedFrom, { at: h(6), what: 'beforeBail', hours: 9 });
    });
    it('counts the old cycle from the first authorisation where no review was done', () => { assert.equal(next(backFromBail(5, 200)), h(201.5)); });
    it('that ran out the instant before anybody decided again counts no more: nobody could hold it', () => {
      const first = (bailedAt: number) => { const { latest, otherReading } = cycle(backFromBail(bailedAt, 200)).next!; return [latest, otherReading?.due]; };
      assert.deepEqual([first(5.99), first(6), first(6.01)], [[h(200.51), h(206.5)], [h(200.5), h(206.5)], [h(206.5), h(200.49)]]);
    });
    it('missed before the bail is owed at once as they are detained again, and not missed as they left at its latest time (CUS-5)', () => {
      const first = (bailedAt: Instant, more: Partial<CustodyRecord> = {}) => {
        const record = backFromBail(8, 200, 'answeredBail', { bails: [bail(bailedAt, h(200), { how: 'answeredBail', at: h(200), arrivedAt: h(200) })], episodes: [episode(1, h(-0.5), bailedAt), episode(2, h(200), null, 'answeredBail')], ...more });
        const { latest, countedFrom, otherReading } = cycle(record).next!;
        return [latest, countedFrom.what, otherReading?.due, since(record, h(201))];
      };
      const open = { from: h(200.5), to: null };
      assert.deepEqual(first(later(FIRST, -0.001)), [h(206.5), 'authorisation', later(h(200), 0.001), []]);
      assert.deepEqual(first(FIRST), [h(206.5), 'authorisation', h(200), []]);
      assert.deepEqual(first(later(FIRST, 0.001)), [h(200.5), 'missedBeforeBail', h(206.5), [{ from: FIRST, to: later(FIRST, 0.001) }, open]]);
      assert.deepEqual(first(h(8), { reviews: [review(h(200.75))] }), [h(209.75), 'review', undefined, [{ from: FIRST, to: h(8) }, { from: h(200.5), to: h(200.75) }]]);
    });
    it('postponed as they left was not missed: what the ground left of it goes on', () => {
      const record = backFromBail(8, 200, 'answeredBail', { postponements: [postponement(FIRST)] });
      assert.deepEqual([cycle(record).next?.latest, cycle(record).next?.otherReading?.due, since(record, h(206))], [h(206.5), h(207.5), []]);
    });
    it('of two bails goes on with what the detention between them owed, and with one begun there where the old one had run out', () => {
      const twice = (first: number, second: number) => cycle(held({
        bails: [bail(h(first), h(100), { how: 'answeredBail', at: h(100), arrivedAt: h(100) }), bail(h(second), h(200), { how: 'answeredBail', at: h(200), arrivedAt: h(200) })],
        episodes: [episode(1, h(-0.5), h(first)), episode(2, h(100), h(second), 'answeredBail'), episode(3, h(200), null, 'answeredBail')], authorisations: [authorisation(h(0.5)), authorisation(h(100.25), 2), authorisation(h(200.25), 3)],
      })).next!;
      assert.deepEqual([twice(5, 100.5).latest, twice(5, 100.5).countedFrom.at], [h(201), h(0.5)]);
      assert.deepEqual([twice(5, 102).latest, twice(5, 102).countedFrom.what], [h(200.25), 'missedBeforeBail']);
      assert.deepEqual([twice(6.4, 103).latest, twice(6.4, 103).countedFrom.at], [h(203.25), h(100.25)]);
    });
    it('lets hospital pause neither: the earlier reading', () => { assert.equal(next(backFromBail(12, 200, 'answeredBail', { reviews: [review(h(6))], hospital: [hospital(h(7), h(10))] })), h(203)); });
    it('runs on through the three hours of s.46A in the new cycle (8a CUS-37)', () => { assert.equal(next(backFromBail(8, 200, 'breachArrest', { reviews: [review(h(6))] })), h(206.5)); });
    it('counts reviews on this clock across bail (8a CUS-51)', () => { assert.equal(cycle(backFromBail(8, 200, 'answeredBail', { reviews: [review(h(6)), review(h(203))] })).countOnClock, 2); });
  });

  describe('at the very time that ends a stretch', () => {
    const out = (at: number, more: Partial<CustodyRecord> = {}) => held({ phase: 'released', episodes: [episode(1, h(-0.5), h(at))], ending: { ...told(h(at), 'released'), kind: 'noFurtherAction', detail: '' }, ...more });
    const twice = (more: Partial<CustodyRecord> = {}) => ({ arrests: [arrest(h(-0.5)), arrest(h(4))], authorisations: [authorisation(h(0.5)), authorisation(h(5))], ...more });
    it('counts the review that was held as they were released', () => { assert.equal(cycle(out(6, { reviews: [review(h(6))] })).countOnClock, 1); });
    it('is in time for a release: nothing was missed (CUS-5)', () => { assert.deepEqual(cycle(out(6.5)).unlawful, []); });
    it('counts once the review held as they were detained for a further offence', () => { assert.equal(cycle(held(twice({ reviews: [review(h(5))] }))).countOnClock, 1); });
    it('owes what was owed before the further offence once, and not twice', () => { assert.deepEqual(cycle(out(12, twice({ reviews: [review(h(6.5))] }))).unlawful, []); });
  });

  describe('a review missed is unlawful detention (CUS-59)', () => {
    it('from the latest time itself, while it is not done', () => {
      assert.deepEqual([since(held(), FIRST), since(held(), later(FIRST, 1))], [[], [{ from: FIRST, to: null }]]);
    });
    it('to the review, for ever', () => { assert.deepEqual(since(held({ reviews: [review(h(7)), review(h(9))] }), h(10)), [{ from: FIRST, to: h(7) }]); });
    it('to the end of the detention where none is done', () => { assert.deepEqual(since(held({ phase: 'onBail', episodes: [episode(1, h(-0.5), h(8))], bails: [bail(h(8), h(90))] }), h(50)), [{ from: FIRST, to: h(8) }]); });
    it('not while a ground stands, and again from the next latest time', () => {
      const record = held({ postponements: [postponement(FIRST)] });
      assert.deepEqual([since(record, h(15.5)), since(record, h(16))], [[], [{ from: h(15.5), to: null }]]);
      assert.deepEqual([cycle(record).next?.postponed?.entry, cycle(record).next?.lapses], ['postponement@6.5', h(15.5)]);
    });
  });
});
