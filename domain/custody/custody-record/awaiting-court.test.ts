import assert from 'node:assert/strict';
import { plus, type Instant } from '../../shared/time.ts';
import { authorityChain, authorityGaps } from './authority-chain.ts';
import { application, arrest, backFromBail, extension, h, held, hospital, told, warrant } from './example-record.ts';
import { CUSTODY_LAW } from './limits.ts';
import type { CustodyRecord } from './record.ts';
import type { Hearing } from './hearing.ts';
import type { ReasonPast36, WarrantApplication } from './told.ts';

/** The shortest time that the law could be missed by. */
const afterwards = (at: Instant): Instant => plus(at, 1);
const before = (at: Instant): Instant => plus(at, -1);
const gaps = (record: CustodyRecord) => authorityGaps(record, CUSTODY_LAW).map((g) => [g.from, g.to]);
const links = (record: CustodyRecord, nth: number) => authorityChain(record, CUSTODY_LAW, record.episodes[nth]!).map((l) => [l.kind, l.from]);
const reason = (at: Instant, sittingAt: Instant, more: Partial<ReasonPast36> = {}): ReasonPast36 => ({ ...told(at, 'past36'), reason: 'No court sits before', sittingAt, ...more });
const listing = (at: Instant, listedFor: Instant, ...earlier: Hearing[]): Hearing => ({ at, entry: told(at, 'listing').entry, listedFor, court: 'Camberwell', reference: 'W/7', earlier });
const to36 = { extensions: [extension(h(22), h(36))] };
const waiting = (...facts: Parameters<typeof reason>) => ({ ...to36, heldPast36: reason(...facts) });
const put = (at: Instant, forRepresentation: boolean) => ({ ...told(at, 'put'), resumesAt: h(90), forRepresentation });
const putOff = (made: WarrantApplication, ...adjournments: ReturnType<typeof put>[]): WarrantApplication => ({ ...made, adjournments });

type Row = readonly [title: string, record: CustodyRecord, gaps: readonly (readonly [Instant, Instant | null])[]];

/** 36 h end at h(36), the six hours of s.43(5)(b) at h(42), 96 h at h(96). */
const EDGES: readonly Row[] = [
  ['CUS-61 the court sits a millisecond after the 36 hours: held on', held(waiting(h(35), afterwards(h(36)))), [[h(42), null]]],
  ['CUS-61 the court sits as the 36 hours end: s.43(5)(a), nothing to hold on for', held(waiting(h(35), h(36))), [[h(36), null]]],
  ['CUS-61 the court sits as the six hours end: held on', held(waiting(h(35), h(42))), [[h(42), null]]],
  ['CUS-61 the court sits a millisecond after the six hours: not held on', held(waiting(h(35), afterwards(h(42)))), [[h(36), null]]],
  ['CUS-61 the reason told a millisecond after the 36 hours: that millisecond stays unlawful', held(waiting(afterwards(h(36)), h(41))), [[h(36), afterwards(h(36))], [h(42), null]]],
  ['CUS-61 reason and application as the six hours end: kept from then, the gap before stays', held({ ...waiting(h(42), h(42)), applications: [application(h(42))] }), [[h(36), h(42)], [h(96), null]]],
  ['CUS-61 reason and application a millisecond after the six hours: nobody is kept', held({ ...waiting(afterwards(h(42)), h(42)), applications: [application(afterwards(h(42)))] }), [[h(36), null]]],
  ['s.43(5)(b) authority to a millisecond before the 36 hours does not reach them', held({ ...waiting(h(35), h(41)), extensions: [extension(h(22), before(h(36)))] }), [[before(h(36)), null]]],
  ['s.43(5)(b) authority beyond the 36 hours as now derived reaches them', held({ ...waiting(h(35), h(41)), extensions: [extension(h(22), h(37))] }), [[h(42), null]]],
  ['s.43(5) an application made as the six hours end', held({ ...waiting(h(35), h(41)), applications: [application(h(42))] }), [[h(96), null]]],
  ['s.43(5) an application refused before the 36 hours takes nothing from them', held({ ...waiting(h(34), h(41)), applications: [application(h(35), 'refused', h(35.5))] }), [[h(36), null]]],
  ['s.43(6) an application made before the reason was told keeps nobody until it is told', held({ ...waiting(h(38), h(41)), applications: [application(h(37))] }), [[h(36), h(38)], [h(96), null]]],
  ['CUS-63 a warrant issued as the 36 hours end: no gap', held({ ...to36, warrants: [warrant(h(36), h(60))] }), [[h(60), null]]],
  ['CUS-63 a warrant issued a millisecond after: that millisecond stays unlawful', held({ ...to36, warrants: [warrant(afterwards(h(36)), h(60))] }), [[h(36), afterwards(h(36))], [h(60), null]]],
  ['CUS-63 a warrant issued as the six hours end', held({ ...waiting(h(35), h(42)), warrants: [warrant(h(42), h(60))] }), [[h(60), null]]],
  ['CUS-63 a warrant issued a millisecond after the six hours', held({ ...waiting(h(35), h(42)), warrants: [warrant(afterwards(h(42)), h(60))] }), [[h(42), afterwards(h(42))], [h(60), null]]],
  ['s.43(5)(b) treatment in hospital moves the 36 hours and the six after', held({ ...waiting(h(37), h(43)), hospital: [hospital(h(3), h(5))], extensions: [extension(h(22), h(38))] }), [[h(44), null]]],
];

const WARRANTED: readonly Row[] = [
  ['a reason told under a warrant holds nobody past it', held({ ...waiting(h(36), h(41)), warrants: [warrant(h(35), h(37))] }), [[h(37), null]]],
  ['a reason told as the warrant is issued holds nobody past it', held({ ...waiting(h(35), h(41)), warrants: [warrant(h(35), h(37))] }), [[h(37), null]]],
  ['a reason told before the warrant holds them until it is issued', held({ ...waiting(h(35), h(41)), warrants: [warrant(h(41), h(60))] }), [[h(60), null]]],
  ['the application for its extension is none of s.43(5): it holds nobody past the warrant', held({ ...waiting(h(35), h(41)), applications: [{ ...application(h(40)), extends: true as const }], warrants: [warrant(h(37), h(49))] }), [[h(49), null]]],
];

const REASONS: readonly Row[] = [
  ['told again for a court that sits too late, the first goes on holding them', held(waiting(h(37), h(50), { earlier: [reason(h(35), h(41))] })), [[h(42), null]]],
  ['told where nothing was awaited, it holds nobody (CUS-65)', held(waiting(h(35), h(41), { nothingAwaited: true })), [[h(36), null]]],
  ['a listing of before it, for too late, takes nothing from it', held({ ...waiting(h(35), h(41)), hearing: listing(h(30), h(50)) }), [[h(42), null]]],
  ['a listing a millisecond after it, for too late, ends it at the 36 hours', held({ ...waiting(h(35), h(41)), hearing: listing(afterwards(h(35)), afterwards(h(42))) }), [[h(36), null]]],
  ['listed for too late, and again for too late in the window: unlawful from when the first was told', held({ ...waiting(h(35), h(41)), hearing: listing(h(40), h(60), listing(h(37), h(50))) }), [[h(37), null]]],
  ['listed for too late, and again within the six hours once the 36 are over: nothing gives back the time', held({ ...waiting(h(35), h(41)), hearing: listing(h(38), h(41), listing(h(37), h(50))) }), [[h(37), null]]],
  ['listed for too late, and again within the six hours as the 36 end: they wait for it', held({ ...waiting(h(34), h(41)), hearing: listing(h(36), h(41), listing(h(35), h(50))) }), [[h(42), null]]],
  ['listed for too late, and again a millisecond after the 36 end: they do not', held({ ...waiting(h(34), h(41)), hearing: listing(afterwards(h(36)), h(41), listing(h(35), h(50))) }), [[h(36), null]]],
  ['an application before the court outlives a listing of a later day', held({ ...waiting(h(35), h(41)), applications: [application(h(37))], hearing: listing(h(38), h(50)) }), [[h(96), null]]],
  ['one made after that listing keeps nobody', held({ ...waiting(h(35), h(41)), applications: [application(h(39))], hearing: listing(h(38), h(50)) }), [[h(38), null]]],
  ['an application a millisecond after the six hours keeps nobody', held({ ...waiting(h(35), h(41)), applications: [application(afterwards(h(42)))] }), [[h(42), null]]],
  ['a listing after it, for the end of the six hours, leaves it', held({ ...waiting(h(35), h(41)), hearing: listing(afterwards(h(35)), h(42)) }), [[h(42), null]]],
];

const extending = (decided: Instant | null, ...adjournments: ReturnType<typeof put>[]): WarrantApplication => ({ ...putOff(application(h(45), decided ? 'refused' : 'pending', decided), ...adjournments), extends: true });
const ADJOURNED: readonly Row[] = [
  ['for representation a millisecond after the authority ended: nobody is kept', held({ ...to36, applications: [putOff(application(h(35)), put(afterwards(h(36)), true))] }), [[h(36), null]]],
  ['for representation as the authority begins', held({ ...to36, applications: [putOff(application(h(35)), put(h(36), true))] }), [[h(96), null]]],
  ['for another reason first, and then for representation: kept until it is determined', held({ ...to36, applications: [putOff(application(h(33)), put(h(34), false), put(h(35), true))] }), [[h(96), null]]],
  ['for representation again, past the 36 hours: kept by the first', held({ ...to36, applications: [putOff(application(h(33)), put(h(35), true), put(h(50), true))] }), [[h(96), null]]],
  ['for representation, then for another reason past the 36 hours: kept to then, and no further by a third', held({ ...to36, applications: [putOff(application(h(33)), put(h(35), true), put(h(50), false), put(h(51), true))] }), [[h(50), null]]],
  ['determined a millisecond before the 36 hours: they are held to them', held({ ...to36, applications: [putOff(application(h(33), 'refused', before(h(36))), put(h(35), true))] }), [[h(36), null]]],
  ['determined a millisecond after the 96 hours: they were the ceiling (CUS-68)', held({ ...to36, applications: [putOff(application(h(33), 'refused', afterwards(h(96))), put(h(35), true))] }), [[h(96), null]]],
  ['of an extension, as the warrant ends (s.44(6))', held({ ...to36, applications: [extending(null, put(h(49), true))], warrants: [warrant(h(35), h(49))] }), [[h(96), null]]],
  ['of an extension, a millisecond after: nobody is kept', held({ ...to36, applications: [extending(null, put(afterwards(h(49)), true))], warrants: [warrant(h(35), h(49))] }), [[h(49), null]]],
  ['of an extension refused, a warrant issued later mends nothing between', held({ ...to36, applications: [extending(h(50), put(h(46), true))], warrants: [warrant(h(35), h(49)), warrant(h(55), h(60))] }), [[h(50), h(55)], [h(60), null]]],
];

/** Held twelve hours, bailed, back at h(200): 24 h end at h(212), 36 at h(224), the six hours after at h(230), 96 at h(284). */
const back = (more: Partial<CustodyRecord>) => backFromBail(12, 200, 'answeredBail', more);
const late = { extensions: [extension(h(210), h(224))], heldPast36: reason(h(223), h(226)) };
const OVER_BAIL: readonly Row[] = [
  ['a reason told since is what holds them', back(late), [[h(230), null]]],
  ['a warrant of before it is spent, and no bar to the reason told since', back({ ...late, warrants: [warrant(h(10), h(20))] }), [[h(230), null]]],
  ['an application of before it, that nobody decided, keeps nobody after it', back({ ...late, applications: [application(h(11))] }), [[h(230), null]]],
  ['a reason told before it holds nobody after it', back({ ...late, heldPast36: reason(h(11), h(226)) }), [[h(224), null]]],
  ['an adjournment of before it keeps nobody after it', back({ applications: [putOff(application(h(10)), put(h(11), true))] }), [[h(212), null]]],
  ['an application made as they came back keeps them', back({ ...late, applications: [application(h(200))] }), [[h(284), null]]],
];

describe('awaiting the court (ss.43, 44)', () => {
  const hold = (rows: readonly Row[]) => { for (const [title, record, is] of rows) it(title, () => { assert.deepEqual(gaps(record), is); }); };
  describe('at the edges of the 36 hours and of the six after', () => { hold(EDGES); });
  describe('under a warrant', () => { hold(WARRANTED); });
  describe('the reason to hold past 36 hours', () => { hold(REASONS); });
  describe('adjourned (CUS-66)', () => { hold(ADJOURNED); });
  describe('across a release on bail', () => {
    hold(OVER_BAIL);
    it('is told of no stretch but its own (CUS-8)', () => {
      const record = back({ ...late, applications: [putOff(application(h(205)), put(h(206), true))], warrants: [warrant(h(12), h(14)), warrant(h(260), h(270))] });
      assert.deepEqual(links(record, 0), [['s37', h(-0.5)], ['warrant', h(12)]]);
      assert.deepEqual(links(record, 1).filter(([kind]) => kind === 'warrant'), [['warrant', h(260)]]);
    });
    it('nor of a further offence of before it (s.41(4))', () => {
      const further = { arrests: [arrest(h(-0.5)), arrest(h(6))], earlierCharges: [{ ...told(h(5), 'charge'), offences: [], detainGrounds: null, arrests: 1 }] };
      assert.deepEqual(links(back(further), 1), [['s37', h(200)]]);
    });
    it('takes what was told as they came back for this stretch', () => {
      assert.deepEqual(links(back({ extensions: [extension(h(200), h(224))] }), 1), [['s37', h(200)], ['s42', h(200)]]);
    });
  });
  it('takes over as the 36 hours end, not before (s.43(5))', () => {
    assert.deepEqual(links(held({ ...waiting(h(34), h(41)), applications: [application(h(35))] }), 0), [['s37', h(-0.5)], ['s42', h(22)], ['s43(5)(b)', h(36)], ['applicationPending', h(36)]]);
    assert.deepEqual(links(held({ ...waiting(h(35), h(41)), applications: [application(h(40))] }), 0).at(-1), ['applicationPending', h(40)]);
  });
});
