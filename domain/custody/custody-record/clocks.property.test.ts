import assert from 'node:assert/strict';
import fc from 'fast-check';
import { nextWake } from '../../shared/obligation.ts';
import { elapsed, HOUR, plus, type Instant } from '../../shared/time.ts';
import { authorityChain, authorityGaps } from './authority-chain.ts';
import { countedAt, excludedMs, ledgerOf, limits } from './detention-clock.ts';
import { authorisation, bail, episode, extension, h, held, hospital, level, review, visit } from './example-record.ts';
import { CUSTODY_LAW } from './limits.ts';
import { obligations } from './obligations.ts';
import type { CustodyRecord } from './record.ts';
import type { HospitalAbsence } from './told.ts';

const minute = (most: number) => fc.integer({ min: 0, max: most * 60 }).map((m) => h(m / 60));
const span = (most: number) => fc.tuple(minute(most), minute(most)).map(([a, b]): [Instant, Instant] => (a <= b ? [a, b] : [b, a]));
const absence: fc.Arbitrary<HospitalAbsence> = fc.tuple(span(40), fc.array(span(45), { maxLength: 3 }), fc.boolean()).map(([[from, to], questioned, open]) => hospital(from, open ? null : to, questioned));
const closed: fc.Arbitrary<HospitalAbsence> = fc.tuple(span(40), fc.array(span(45), { maxLength: 3 })).map(([[from, to], questioned]) => hospital(from, to, questioned));
const shuffled = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });

/** A detention with whatever hospital, reviews, levels, extensions and bail, in the order they happened. */
const detention: fc.Arbitrary<CustodyRecord> = fc.tuple(fc.array(absence, { maxLength: 2 }), fc.array(minute(40), { maxLength: 5 }), fc.array(minute(40), { maxLength: 4 }), fc.option(span(30)), fc.option(fc.integer({ min: 30, max: 60 }))).map(([away, reviewed, seen, extended, back]) => held({
  hospital: away, reviews: reviewed.toSorted().map((at) => review(at)), levels: [level(h(1), 2)], visits: seen.toSorted().map((at) => visit(at)), extensions: extended ? [extension(...extended)] : [],
  ...(back ? { bails: [bail(h(28), h(back + 2), { how: 'answeredBail', at: h(back), arrivedAt: h(back) })], episodes: [episode(1, h(-0.5), h(28)), episode(2, h(back), null, 'answeredBail')], authorisations: [authorisation(h(0.5)), authorisation(h(back + 0.2), 2)] } : {}),
}));

/** Minutes of treatment told one by one: what the ledger must come to however the stretches overlap. */
function minutesAway(absences: readonly HospitalAbsence[], until: number): number {
  const inside = (at: Instant, from: Instant, to: Instant | null) => from <= at && (to === null || at < to);
  return Array.from({ length: until * 60 }, (_, m) => h(m / 60)).filter((at) => absences.some((a) => inside(at, a.at, a.returnedAt) && !a.questioned.some((q) => inside(at, q.from, q.to)))).length;
}

describe('properties of the clocks', () => {
  it('exclude every minute once, however stretches overlap', () => {
    fc.assert(fc.property(fc.array(closed, { maxLength: 3 }), (absences) => {
      const ledger = ledgerOf(held({ hospital: absences }), CUSTODY_LAW)!;
      assert.equal(excludedMs(ledger, h(50)) / 60_000, minutesAway(absences, 50));
    }), { numRuns: 60 });
  });

  it('come to the same limits whatever order late facts are told in', () => {
    fc.assert(fc.property(fc.array(closed, { maxLength: 4 }).chain((list) => fc.tuple(fc.constant(list), shuffled(list))), ([told, reordered]) => {
      assert.deepEqual(limits(held({ hospital: told }), CUSTODY_LAW), limits(held({ hospital: reordered }), CUSTODY_LAW));
    }));
  });

  it('have counted exactly the hours at each limit, and less one millisecond before', () => {
    fc.assert(fc.property(detention, (record) => {
      const ledger = ledgerOf(record, CUSTODY_LAW)!;
      const { basic, extended, ceiling } = limits(record, CUSTODY_LAW)!;
      for (const [at, hours] of [[basic, 24], [extended, 36], [ceiling, 96]] as const) {
        if (at === null) continue;
        assert.equal(countedAt(ledger, at), hours * HOUR);
        assert.ok(countedAt(ledger, plus(at, -1)) < hours * HOUR);
      }
    }));
  });

  it('never run back, nor faster than time', () => {
    fc.assert(fc.property(detention, minute(90), minute(90), (record, a, b) => {
      const [first, second] = a <= b ? [a, b] : [b, a];
      const ledger = ledgerOf(record, CUSTODY_LAW)!;
      const more = countedAt(ledger, second) - countedAt(ledger, first);
      assert.ok(more >= 0 && more <= elapsed(first, second));
    }));
  });

  it('wake strictly forward until nothing is left', () => {
    fc.assert(fc.property(detention, (record) => {
      const owed = obligations(record, CUSTODY_LAW);
      const woken: Instant[] = [];
      for (let at = nextWake(owed, h(-1)); at !== null; at = nextWake(owed, at)) { woken.push(at); assert.ok(woken.length < 100); }
      assert.deepEqual(woken, [...new Set(woken)].toSorted());
    }));
  });

  it('owe each duty under one key, and ring no warning at or after its time', () => {
    fc.assert(fc.property(detention, (record) => {
      const owed = obligations(record, CUSTODY_LAW);
      assert.equal(new Set(owed.map((o) => o.key)).size, owed.length);
      for (const o of owed) for (const r of o.rungs) assert.ok(o.due === null || (r.kind === 'warning' ? r.at < o.due : r.at > o.due), `${o.key} ${r.kind}`);
    }));
  });

  it('leave no end of authority without its alarm (CUS-9)', () => {
    fc.assert(fc.property(detention, (record) => {
      const ahead = authorityGaps(record, CUSTODY_LAW).find((g) => g.to === null);
      const alarm = obligations(record, CUSTODY_LAW).find((o) => o.taskType === 'authorityToDetain')?.rungs.find((r) => r.kind === 'breach');
      assert.equal(alarm ? elapsed(ahead!.from, alarm.at) : ahead, alarm ? 1 : undefined);
    }));
  });

  it('have one authority at a time, each taking over in order (CUS-8)', () => {
    fc.assert(fc.property(detention, (record) => {
      for (const e of record.episodes) {
        const from = authorityChain(record, CUSTODY_LAW, e).map((l) => l.from);
        assert.deepEqual(from, from.toSorted());
      }
    }));
  });
});
