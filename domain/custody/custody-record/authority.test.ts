import assert from 'node:assert/strict';
import type { Instant } from '../../shared/time.ts';
import { authorityGaps } from './authority-chain.ts';
import { authorityInForce, noClockWords } from './authority.ts';
import { application, arrest, authorisation, backFromBail, bail, episode, extension, h, held, hospital, later, told, warrant } from './example-record.ts';
import { CUSTODY_LAW } from './limits.ts';
import type { CustodyRecord } from './record.ts';
import { AUTHORITY_KINDS } from './arrest.ts';
import { unlawfulIntervals } from './unlawful-detention.ts';

const inForce = (record: CustodyRecord) => { const a = authorityInForce(record, CUSTODY_LAW); return [a.kind, a.until]; };
const gaps = (record: CustodyRecord) => authorityGaps(record, CUSTODY_LAW).map((g) => [g.from, g.to]);
const to36 = { extensions: [extension(h(22), h(36))] };
const past = (at: Instant, sittingAt: Instant) => ({ ...told(at, 'past36'), reason: 'No court sits at night', sittingAt });
const waiting = { ...to36, heldPast36: past(h(35), h(40)) };
const charge = (at: Instant) => ({ ...told(at, 'charge'), offences: [], detainGrounds: null, arrests: 1 });
const ended = (at: Instant) => ({ phase: 'released' as const, ending: { ...told(at, 'released'), kind: 'noFurtherAction' as const, detail: '' }, episodes: [episode(1, h(-0.5), at)] });
/** Back from hospital at 23.417 seconds past the hour: the 36 hours end at h(37) and as much, which the desk reads as h(37). */
const limit36 = later(h(37), 23.417);
const back = (until: Instant, sittingAt = h(40)) => ({ hospital: [hospital(h(3), later(h(4), 23.417))], extensions: [extension(h(22), until)], heldPast36: past(h(35), sittingAt) });

/** Charged with the first, and arrested for another, both before the release on bail. */
const FURTHER = { arrests: [arrest(h(-0.5)), arrest(h(6))], earlierCharges: [charge(h(5))] };

type Row = readonly [title: string, record: CustodyRecord, is: readonly [kind: string, until: Instant | null], gaps: readonly (readonly [Instant, Instant | null])[]];
const ROWS: readonly Row[] = [
  ['s.37 to 24 h', held(), ['s37', h(24)], [[h(24), null]]],
  ['s.37 while the clock stands still', held({ hospital: [hospital(h(3), null)] }), ['s37', null], []],
  ['s.37 in the yard, before the decision', held({ phase: 'arrived', authorisations: [] }), ['s37', h(24)], [[h(24), null]]],
  ['s.42 to the instant given', held({ extensions: [extension(h(22), h(34))] }), ['s42', h(34)], [[h(34), null]]],
  ['s.42 never beyond the 36 h as now derived (8a CUS-53)', held({ extensions: [extension(h(22), h(37))] }), ['s42', h(36)], [[h(36), null]]],
  ['s.42 short of 24 h takes nothing from them', held({ extensions: [extension(h(20), h(23))] }), ['s42', h(24)], [[h(24), null]]],
  ['s.42 a second before the first ends', held({ extensions: [extension(h(22), h(30)), extension(h(29), h(36))] }), ['s42', h(36)], [[h(36), null]]],
  ['s.42 after a late fact: the gap before it stays', held({ extensions: [extension(h(25), h(36))] }), ['s42', h(36)], [[h(24), h(25)], [h(36), null]]],
  ['s.43(5)(b) with its reason recorded', held(waiting), ['s43(5)(b)', h(42)], [[h(42), null]]],
  ['s.43(5)(b) recorded late: the gap stays', held({ ...waiting, heldPast36: past(h(37), h(40)) }), ['s43(5)(b)', h(42)], [[h(36), h(37)], [h(42), null]]],
  ['s.43(5)(b) needs authority up to 36 h', held({ ...waiting, extensions: [extension(h(22), h(35.5))] }), ['s42', h(35.5)], [[h(35.5), null]]],
  ['s.43(5)(b) needs a sitting inside the six hours', held({ ...waiting, heldPast36: past(h(35), later(h(42), 1)) }), ['s42', h(36)], [[h(36), null]]],
  ['s.43(5)(b) with the sitting at the end of them', held({ ...waiting, heldPast36: past(h(35), h(42)) }), ['s43(5)(b)', h(42)], [[h(42), null]]],
  ['s.42 given to the minute in which the 36 h end: to their end, and s.43(5)(b) follows it', held(back(h(37))), ['s43(5)(b)', later(h(43), 23.417)], [[later(h(43), 23.417), null]]],
  ['s.42 given to their end itself', held(back(limit36)), ['s43(5)(b)', later(h(43), 23.417)], [[later(h(43), 23.417), null]]],
  ['s.42 given to the minute before', held(back(later(h(37), -60))), ['s42', later(h(37), -60)], [[later(h(37), -60), null]]],
  ['s.42 given to a second of that minute ends at it', held(back(later(h(37), 10))), ['s42', later(h(37), 10)], [[later(h(37), 10), null]]],
  ['s.42 given to that minute, the limit moved a minute on by a late fact: no more than what was given', held({ ...back(h(37)), hospital: [hospital(h(3), later(h(4), 60))] }), ['s42', h(37)], [[h(37), null]]],
  ['s.42 given to that minute, the limit moved inside it', held({ ...back(h(37)), hospital: [hospital(h(3), later(h(4), 59.999))] }), ['s43(5)(b)', later(h(43), 59.999)], [[later(h(43), 59.999), null]]],
  ['s.43(5)(b) with the sitting in the minute in which the 36 h end: in time without it', held(back(h(37), h(37))), ['s42', limit36], [[limit36, null]]],
  ['s.43(5)(b) with the sitting in the minute in which the six hours end', held(back(h(37), h(43))), ['s43(5)(b)', later(h(43), 23.417)], [[later(h(43), 23.417), null]]],
  ['an application made in the window: until it is determined', held({ ...waiting, applications: [application(h(40))] }), ['applicationPending', h(96)], [[h(96), null]]],
  ['an application refused in the window ends it at once', held({ ...waiting, applications: [application(h(40), 'refused', h(41))] }), ['s43(5)(b)', h(41)], [[h(41), null]]],
  ['an application refused before 36 h leaves s.42 to its end (CUS-65)', held({ ...waiting, applications: [application(h(35.2), 'refused', h(35.5))] }), ['s43(5)(b)', h(36)], [[h(36), null]]],
  ['an application alone authorises nothing past 36 h', held({ ...to36, applications: [application(h(35))] }), ['s42', h(36)], [[h(36), null]]],
  ['a warrant, from issue', held({ ...to36, applications: [application(h(33), 'issued', h(34))], warrants: [warrant(h(34), h(70))] }), ['warrant', h(70)], [[h(70), null]]],
  ['a short warrant loses the superintendent’s unused time (CUS-63)', held({ ...to36, warrants: [warrant(h(30), h(34))] }), ['warrant', h(34)], [[h(34), null]]],
  ['a warrant issued in the window', held({ ...waiting, applications: [application(h(40), 'issued', h(41))], warrants: [warrant(h(41), h(60))] }), ['warrant', h(60)], [[h(60), null]]],
  ['a warrant issued after authority had ended: the gap stays', held({ ...to36, warrants: [warrant(h(37), h(60))] }), ['warrant', h(60)], [[h(36), h(37)], [h(60), null]]],
  ['a warrant extended', held({ ...to36, warrants: [warrant(h(34), h(70), [h(69), h(90)])] }), ['warrant', h(90)], [[h(90), null]]],
  ['a warrant never beyond 96 counted hours (CUS-68)', held({ ...to36, warrants: [warrant(h(34), h(70), [h(69), h(106)])] }), ['warrant', h(96)], [[h(96), null]]],
  ['a warrant issued as the 96 h end holds nobody after them', held({ ...waiting, applications: [application(h(40), 'issued', h(96))], warrants: [warrant(h(96), h(120))] }), ['warrant', h(96)], [[h(96), null]]],
  ['a warrant issued a second after the 96 h: one stretch, from their end', held({ ...waiting, applications: [application(h(40), 'issued', later(h(96), 1))], warrants: [warrant(later(h(96), 1), h(120))] }), ['warrant', h(96)], [[h(96), null]]],
  ['a warrant issued after the 96 h, then charged: one stretch, to the charge', held({ ...waiting, applications: [application(h(40), 'issued', h(98))], warrants: [warrant(h(98), h(120))], charge: charge(h(100)) }), ['s38', null], [[h(96), h(100)]]],
  ['charged: no s.41 limit', held({ charge: charge(h(20)) }), ['s38', null], []],
  ['charged after the limit: the gap stays', held({ charge: charge(h(25)) }), ['s38', null], [[h(24), h(25)]]],
  ['released at the limit', held(ended(h(24))), ['none', null], []],
  ['released a second late: the gap stays', held(ended(later(h(24), 1))), ['none', null], [[h(24), later(h(24), 1)]]],
  ['on bail', held({ phase: 'onBail', bails: [bail(h(9), h(90))], episodes: [episode(1, h(-0.5), h(9))] }), ['none', null], []],
  ['back from bail: what is left of 24 h', backFromBail(9, 200), ['s37', h(215)], [[h(215), null]]],
  ['back from bail past 24 h: s.42 given before is not relied on', backFromBail(26, 200, 'answeredBail', to36), ['s37', h(200)], [[h(200), null]]],
  ['on the way after a s.46A arrest, the 24 hours used: nobody is in police detention yet (s.118(2))', backFromBail(26, 200, 'breachArrest', { phase: 'enRoute', bails: [bail(h(26), h(200), { how: 'breachArrest', at: h(200), arrivedAt: null })], authorisations: [authorisation(h(0.5))] }), ['none', null], [[h(24), h(26)]]],
  ['back from bail for a further offence: no charge of before it holds them (s.41(4))', backFromBail(12, 200, 'answeredBail', FURTHER), ['s37', h(212)], [[h(212), null]]],
  ['on the way to the station', held({ phase: 'enRoute', arrivals: [], authorisations: [] }), ['none', null], []],
];

describe('the authority in force', () => {
  for (const [title, record, is, open] of ROWS) {
    it(title, () => { assert.deepEqual([inForce(record), gaps(record)], [is, open]); });
  }

  it('says that an authority given before bail is not relied on', () => {
    const record = backFromBail(26, 200, 'answeredBail', { extensions: [extension(h(22), h(36))] });
    assert.match(authorityInForce(record, CUSTODY_LAW).why.at(-1)!.text, /outlives bail is unclear/);
  });

  it('runs no PACE clock for any other authority, and says which (CUS-8)', () => {
    for (const kind of AUTHORITY_KINDS.filter((k) => k !== 'PACE_PRECHARGE')) {
      const record = held({ authorityKind: kind, extensions: [extension(h(22), h(34))] });
      assert.deepEqual([inForce(record), gaps(record)], [['other', null], []]);
      assert.equal(authorityInForce(record, CUSTODY_LAW).words, `No PACE clock: ${noClockWords(kind)}`);
    }
    assert.equal(noClockWords('PACE_PRECHARGE'), null);
  });

  it('tells how long they may be detained', () => { assert.deepEqual([held(), held({ charge: charge(h(3)) })].map((record) => authorityInForce(record, CUSTODY_LAW).until), [h(24), null]); });

  it('is unlawful from the first instant after the end, and not at it (CUS-5, CUS-9)', () => {
    const record = held({ reviews: [6, 14, 22].map((at) => ({ ...told(h(at), 'review'), reviewerName: '', reviewerRank: 'inspector' as const, method: 'inPerson' as const, decision: 'continue' as const, grounds: '', asleep: false, representations: '' })) });
    assert.deepEqual(unlawfulIntervals(record, CUSTODY_LAW, h(24)), []);
    assert.deepEqual(unlawfulIntervals(record, CUSTODY_LAW, later(h(24), 1)), [{ interval: { from: h(24), to: null }, rule: 'CUS-9', code: 'UNLAWFUL_DETENTION_RISK' }]);
  });

  it('stands on the authorisation of its own episode', () => {
    assert.equal(authorityInForce(backFromBail(9, 200), CUSTODY_LAW).entry, 'authorisation@200.5');
    assert.equal(authorityInForce(held({ authorisations: [authorisation(h(0.5))] }), CUSTODY_LAW).entry, 'authorisation@0.5');
  });
});
