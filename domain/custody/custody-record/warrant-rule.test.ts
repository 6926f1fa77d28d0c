import assert from 'node:assert/strict';
import { plus, type Instant } from '../../shared/time.ts';
import { backFromBail, extension, h, held, hospital, later, warrant } from './example-record.ts';
import { CUSTODY_LAW } from './limits.ts';
import type { CustodyRecord } from './record.ts';
import { applicationTiming, copyServed, mayDetainAfterRefusal, warrantEnds, warrantExpiry, warrantExtension, type ApplicationAsked } from './warrant-rule.ts';

const codes = (refusals: readonly { code: string }[]) => refusals.map((r) => r.code).toSorted();
const timing = (more: Partial<ApplicationAsked>) => {
  const t = applicationTiming({ record: held(), madeAt: h(30), courtCanSitAt36: true, nextSittingAt: null, reasonableToApplyBefore: false, law: CUSTODY_LAW, ...more });
  return [t.inTime, t.via, t.latestApplication, t.mustDismiss];
};
const window = { courtCanSitAt36: false, nextSittingAt: h(41) };
const OUT = [false, null, h(36), null];

const TIMINGS: readonly (readonly [title: string, more: Partial<ApplicationAsked>, is: readonly unknown[]])[] = [
  ['CUS-60 before 36 h', {}, [true, 's43(5)(a)', h(36), false]],
  ['CUS-60 at 36 h exactly', { madeAt: h(36) }, [true, 's43(5)(a)', h(36), false]],
  ['CUS-60 one second after', { madeAt: later(h(36), 1) }, OUT],
  ['CUS-60 one millisecond after', { madeAt: plus(h(36), 1) }, OUT],
  ['CUS-61 one millisecond after, to a court that sits then', { ...window, nextSittingAt: plus(h(36), 1), madeAt: plus(h(36), 1) }, [true, 's43(5)(b)', h(42), false]],
  ['CUS-61 one millisecond after the six hours', { ...window, madeAt: plus(h(42), 1) }, [false, null, h(42), null]],
  ['CUS-61 sitting one millisecond after them: no window', { ...window, nextSittingAt: plus(h(42), 1), madeAt: h(41) }, OUT],
  ['CUS-61 in the window', { ...window, madeAt: h(41) }, [true, 's43(5)(b)', h(42), false]],
  ['CUS-61 before 36 h the window is not needed', { ...window, madeAt: h(35) }, [true, 's43(5)(a)', h(42), false]],
  ['CUS-61 at the end of the six hours', { ...window, madeAt: h(42) }, [true, 's43(5)(b)', h(42), false]],
  ['CUS-61 one second after the six hours', { ...window, madeAt: later(h(42), 1) }, [false, null, h(42), null]],
  ['CUS-61 sitting at the end of the six hours', { ...window, nextSittingAt: h(42), madeAt: h(42) }, [true, 's43(5)(b)', h(42), false]],
  ['CUS-61 sitting one second after them: no window', { ...window, nextSittingAt: later(h(42), 1), madeAt: h(41) }, OUT],
  ['CUS-61 sitting at 36 h itself: no window', { ...window, nextSittingAt: h(36), madeAt: h(37) }, OUT],
  ['CUS-61 the court could sit at 36 h: no window', { ...window, courtCanSitAt36: true, madeAt: h(41) }, OUT],
  ['CUS-61 no sitting known: no window', { ...window, nextSittingAt: null, madeAt: h(41) }, OUT],
  ['CUS-62 reasonable to apply before: must be dismissed', { ...window, madeAt: h(41), reasonableToApplyBefore: true }, [true, 's43(5)(b)', h(42), true]],
  ['CUS-62 made before 36 h it is not', { madeAt: h(35), reasonableToApplyBefore: true }, [true, 's43(5)(a)', h(36), false]],
  ['CUS-60 hospital moves the 36 h', { record: held({ hospital: [hospital(h(3), h(5))] }), madeAt: h(38) }, [true, 's43(5)(a)', h(38), false]],
  ['CUS-60 while the clock stands it is in time', { record: held({ hospital: [hospital(h(3), null)] }), madeAt: h(50) }, [true, 's43(5)(a)', null, false]],
];

const EXTENSIONS: readonly (readonly [title: string, asked: { currentExpiry: Instant; hours: number; at: Instant }, is: readonly [codes: readonly string[], maxHours: number, expiresAt: Instant | null]])[] = [
  ['CUS-64 within both caps', { currentExpiry: h(60), hours: 24, at: h(59) }, [[], 36, h(84)]],
  ['CUS-64 for no hours at all', { currentExpiry: h(60), hours: 0, at: h(59) }, [['PERIOD_TOO_SHORT'], 36, null]],
  ['CUS-64 36 h exactly', { currentExpiry: h(60), hours: 36, at: h(59) }, [[], 36, h(96)]],
  ['CUS-64 longer than 36 h', { currentExpiry: h(50), hours: 37, at: h(49) }, [['PERIOD_TOO_LONG'], 36, null]],
  ['CUS-64, CUS-68 beyond 96 h', { currentExpiry: h(68), hours: 29, at: h(67) }, [['BEYOND_96H'], 28, null]],
  ['CUS-64, CUS-68 both', { currentExpiry: h(68), hours: 37, at: h(67) }, [['BEYOND_96H', 'PERIOD_TOO_LONG'], 28, null]],
  ['CUS-64 decided at the expiry itself', { currentExpiry: h(60), hours: 12, at: h(60) }, [[], 36, h(72)]],
  ['CUS-64 decided one second after it', { currentExpiry: h(60), hours: 12, at: later(h(60), 1) }, [['AUTHORITY_LAPSED'], 36, null]],
  ['CUS-68 what is left is told in whole hours, never more', { currentExpiry: h(68.5), hours: 28, at: h(68) }, [['BEYOND_96H'], 27, null]],
  ['CUS-68 a warrant written beyond 96 h leaves none', { currentExpiry: h(97), hours: 1, at: h(96) }, [['BEYOND_96H'], 0, null]],
  ['CUS-68 nothing is left at 96 h', { currentExpiry: h(96), hours: 1, at: h(95) }, [['BEYOND_96H'], 0, null]],
];

const KEPT: readonly (readonly [title: string, record: CustodyRecord, until: Instant | null])[] = [
  ['CUS-65 to 24 h where no authority was given', held(), h(24)],
  ['CUS-65 to the end of the authority given', held({ extensions: [extension(h(22), h(34))] }), h(34)],
  ['CUS-65 and never short of the 24 hours', held({ extensions: [extension(h(16), h(20))] }), h(24)],
  ['CUS-65 and never beyond 36 h as now derived', held({ extensions: [extension(h(22), h(40))] }), h(36)],
  ['CUS-65 an authority given before bail is not relied on', backFromBail(26, 200, 'answeredBail', { extensions: [extension(h(22), h(30))] }), h(24)],
];

describe('warrants of further detention (ss.43, 44)', () => {
  describe('an application in time', () => { for (const [title, more, is] of TIMINGS) it(title, () => { assert.deepEqual(timing(more), is); }); });

  it('runs from its issue, 36 h at most (CUS-63)', () => {
    const issued = (hours: number) => { const w = warrantExpiry(h(30), hours, CUSTODY_LAW); return [w.expiresAt, codes(w.refusals)]; };
    assert.deepEqual([issued(24), issued(36), issued(37), issued(0)], [[h(54), []], [h(66), []], [null, ['PERIOD_TOO_LONG']], [null, ['PERIOD_TOO_SHORT']]]);
  });

  it('ends where its last extension does', () => {
    assert.deepEqual([warrantEnds(warrant(h(30), h(60))), warrantEnds(warrant(h(30), h(60), [h(59), h(80)]))], [h(60), h(80)]);
    assert.equal(warrantEnds(warrant(h(30), h(50), [h(49), h(70)], [h(69), h(90)])), h(90));
  });

  it('asks for an information of its own: one given before the court decided last, or before bail, is none (s.44(6), CUS-66)', () => {
    const since = (copyServedAt: Instant, record: Partial<CustodyRecord>) => copyServed({ ...held(), ...record, copyServedAt });
    const issued = { warrants: [warrant(h(30), h(50))] };
    assert.deepEqual([since(plus(h(30), -1), issued), since(h(30), issued), since(plus(h(200), -1), backFromBail(12, 200)), since(h(200), backFromBail(12, 200))], [false, true, false, true]);
  });

  describe('an extension', () => {
    for (const [title, asked, is] of EXTENSIONS) it(title, () => { const cap = warrantExtension(held(), asked, CUSTODY_LAW); assert.deepEqual([codes(cap.refusals), cap.maxHours, cap.expiresAt], is); });
    it('is capped by 96 counted hours, hospital added', () => { assert.equal(warrantExtension(held({ hospital: [hospital(h(3), h(5))] }), { currentExpiry: h(70), hours: 28, at: h(69) }, CUSTODY_LAW).expiresAt, h(98)); });
  });

  describe('refused: how long they may still be kept', () => {
    for (const [title, record, until] of KEPT) it(title, () => { assert.deepEqual(mayDetainAfterRefusal(record, CUSTODY_LAW), { until, furtherApplicationNeeds: 'new_evidence_since_refusal' }); });
  });
});
