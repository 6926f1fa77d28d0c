import assert from 'node:assert/strict';
import { instant, type Instant } from '../../shared/time.ts';
import { countedAt, excludedMs, ledgerOf, limitAt, limits, merged, pausedAt, reaches, type Ledger } from './detention-clock.ts';
import { arrest, arrival, backFromBail, bail, episode, FACTS, h, held, hospital } from './example-record.ts';
import { CUSTODY_LAW } from './limits.ts';
import type { CustodyRecord } from './record.ts';

const HOUR = 3_600_000;
const limitsOf = (record: CustodyRecord) => { const l = limits(record, CUSTODY_LAW)!; return [l.basic, l.extended, l.ceiling]; };
const ledger = (record: CustodyRecord): Ledger => ledgerOf(record, CUSTODY_LAW)!;
const away = (...absences: CustodyRecord['hospital']) => held({ hospital: absences });

interface Case { readonly title: string; readonly record: CustodyRecord; readonly is: readonly (Instant | null)[] }
const CASES: readonly Case[] = [
  { title: 'CUS-30 relevant time + 24, 36 and 96 h', record: held(), is: [h(24), h(36), h(96)] },
  { title: 'CUS-31 treatment: the time away is added', record: away(hospital(h(3), h(7.5))), is: [h(28.5), h(40.5), h(100.5)] },
  { title: 'CUS-31 open: the limits are not known', record: away(hospital(h(3), null)), is: [null, null, null] },
  { title: 'CUS-31 a limit reached before leaving stands', record: away(hospital(h(25), null)), is: [h(24), null, null] },
  { title: 'CUS-31 leaving at the limit itself: it was reached', record: away(hospital(h(24), h(30))), is: [h(24), h(42), h(102)] },
  { title: 'CUS-31 a second before the limit: the pause moves it', record: away(hospital(h(24 - 1 / 3600), h(30))), is: [h(30 + 1 / 3600), h(42 + 1 / 3600), h(102 + 1 / 3600)] },
  { title: 'CUS-31 two visits add', record: away(hospital(h(3), h(5)), hospital(h(10), h(11))), is: [h(27), h(39), h(99)] },
  { title: 'CUS-33 questioning counts', record: away(hospital(h(3), h(7), [[h(4), h(5)]])), is: [h(27), h(39), h(99)] },
  { title: 'CUS-33 overlapping questioning counts once', record: away(hospital(h(3), h(7), [[h(4), h(5)], [h(4.5), h(5.5)]])), is: [h(26.5), h(38.5), h(98.5)] },
  { title: 'CUS-33 questioning is clipped to the absence', record: away(hospital(h(3), h(7), [[h(2), h(4)], [h(6), h(9)]])), is: [h(26), h(38), h(98)] },
  { title: 'CUS-33 an open interval counts until closed', record: away(hospital(h(3), h(7), [[h(4), null]])), is: [h(25), h(37), h(97)] },
  { title: 'CUS-33 questioned without the doctor’s agreement it still counts', record: away(hospital(h(3), h(7), [], { questioned: [{ from: h(4), to: h(5), doctor: null, doctorAgreed: false, entry: 'q' }] })), is: [h(27), h(39), h(99)] },
  { title: 'CUS-34 a visit for evidence pauses nothing', record: away(hospital(h(3), h(7), [], { purpose: 'investigative', stretches: [{ from: h(3), purpose: 'investigative' }] })), is: [h(24), h(36), h(96)] },
  { title: 'CUS-34 each stretch by its own purpose', record: away(hospital(h(3), h(8), [], { stretches: [{ from: h(3), purpose: 'treatment' }, { from: h(5), purpose: 'investigative' }, { from: h(6), purpose: 'treatment' }] })), is: [h(28), h(40), h(100)] },
  { title: 'CUS-35 on bail: nothing counts, the limits are not known', record: held({ phase: 'onBail', episodes: [episode(1, h(-0.5), h(9))], bails: [bail(h(9), h(200))] }), is: [null, null, null] },
  { title: 'CUS-35 answered as appointed: what was used counts', record: backFromBail(9, 200), is: [h(215), h(227), h(287)] },
  { title: 'CUS-35 answered late: resumed on attendance', record: held({ bails: [bail(h(9), h(190), { how: 'answeredBail', at: h(200), arrivedAt: h(200) })] }), is: [h(215), h(227), h(287)] },
  { title: 'CUS-37 s.46A at the station: three hours more', record: backFromBail(9, 200, 'breachArrest'), is: [h(218), h(230), h(290)] },
  { title: 'CUS-37 s.46A: the way to the station and three hours there', record: held({ bails: [bail(h(9), h(190), { how: 'breachArrest', at: h(200), arrivedAt: h(201) })], episodes: [episode(1, h(-0.5), h(9)), episode(2, h(200), null)] }), is: [h(219), h(231), h(291)] },
  { title: 'CUS-37 s.46A on the way: not known', record: held({ phase: 'enRoute', bails: [bail(h(9), h(190), { how: 'breachArrest', at: h(200), arrivedAt: null })], episodes: [episode(1, h(-0.5), h(9)), episode(2, h(200), null)] }), is: [null, null, null] },
  { title: 'CUS-193 released from hospital: the absence ends with the release', record: backFromBail(9, 200, 'answeredBail', { hospital: [hospital(h(7), null)] }), is: [h(217), h(229), h(289)] },
];

describe('the detention clock', () => {
  for (const { title, record, is } of CASES) it(title, () => { assert.deepEqual(limitsOf(record), is); });

  it('does not count the three hours beyond a release inside them (CUS-37)', () => {
    const record = backFromBail(9, 200, 'breachArrest', {
      bails: [bail(h(9), h(200), { how: 'breachArrest', at: h(200), arrivedAt: h(200) }), bail(h(201), h(202), { how: 'answeredBail', at: h(202), arrivedAt: h(202) })],
      episodes: [episode(1, h(-0.5), h(9)), episode(2, h(200), h(201), 'breachArrest'), episode(3, h(202), null, 'answeredBail')],
    });
    assert.deepEqual(limitsOf(record), [h(217), h(229), h(289)]);
  });

  it('knows no pause of three hours before the reform of 28 October 2022', () => {
    const before = instant('2022-10-01T10:00:00Z');
    const back = instant('2022-10-05T10:00:00Z');
    const record = held({ arrests: [arrest(before, { arrestedAtStation: true })], bails: [bail(instant('2022-10-01T12:00:00Z'), back, { how: 'breachArrest', at: back, arrivedAt: back })] });
    assert.equal(limits(record, CUSTODY_LAW)!.basic, instant('2022-10-06T08:00:00Z'));
  });

  it('counts overlapping reasons once: hospital inside the three hours of s.46A', () => {
    const record = backFromBail(9, 200, 'breachArrest', { hospital: [hospital(h(202), h(205))] });
    assert.deepEqual(limitsOf(record), [h(220), h(232), h(292)]);
    assert.equal(excludedMs(ledger(record), h(300), 'hospital'), 3 * HOUR);
    assert.equal(pausedAt(ledger(record), h(202.5))?.to, h(205));
  });

  it('excludes only what lies after the relevant time (8a CUS-31)', () => {
    const facts = { ...FACTS, arrestArea: 'Kent', soughtArea: 'Metropolitan', questionedInArrestArea: { answer: false, byName: 'DC Lim' } };
    const record = held({ arrests: [arrest(h(0), facts)], arrivals: [arrival(h(1), 'Kent'), arrival(h(7))], hospital: [hospital(h(3), h(8))] });
    assert.deepEqual(limitsOf(record), [h(32), h(44), h(104)]);
  });

  it('runs for no other authority (CUS-8)', () => {
    assert.deepEqual(['WARRANT_ARREST', 'RECALL_TO_PRISON', 'IMMIGRATION', 'MENTAL_HEALTH_ACT_S136'].map((kind) => ledgerOf(held({ authorityKind: kind as CustodyRecord['authorityKind'] }), CUSTODY_LAW)), [null, null, null, null]);
    assert.equal(ledgerOf(held({ arrivals: [] }), CUSTODY_LAW), null);
  });

  it('keeps a ledger for each reading of early attendance, the limit on the earlier (CUS-35)', () => {
    const early = ledger(held({ bails: [bail(h(9), h(200), { how: 'answeredBail', at: h(199), arrivedAt: h(199) })], episodes: [episode(1, h(-0.5), h(9)), episode(2, h(199), null)] }));
    assert.deepEqual([limitAt(early, 24), limitAt(early.otherReading!, 24)], [h(214), h(215)]);
    const again = ledger(held({
      bails: [bail(h(9), h(200), { how: 'answeredBail', at: h(199), arrivedAt: h(199) }), bail(h(203), h(300), { how: 'answeredBail', at: h(300), arrivedAt: h(300) })],
      episodes: [episode(1, h(-0.5), h(9)), episode(2, h(199), h(203)), episode(3, h(300), null)],
    }));
    assert.deepEqual([limitAt(again, 24), limitAt(again.otherReading!, 24)], [h(311), h(312)]);
    assert.equal(ledger(backFromBail(9, 200)).otherReading, null);
  });

  it('says what has been counted, before, in and after a pause', () => {
    const one = ledger(away(hospital(h(3), h(5))));
    assert.deepEqual([-1, 0, 2, 3, 4, 5, 6].map((x) => countedAt(one, h(x)) / HOUR), [0, 0, 2, 3, 3, 3, 4]);
    assert.deepEqual([2, 3, 4, 5].map((x) => pausedAt(one, h(x))?.reason ?? null), [null, 'hospital', 'hospital', null]);
  });

  it('counts elapsed hours on the nights the clocks change (CUS-3)', () => {
    const at = (text: string) => held({ arrests: [arrest(instant(text), { arrestedAtStation: true })] });
    assert.equal(limits(at('2026-03-28T20:00:00Z'), CUSTODY_LAW)!.basic, instant('2026-03-29T21:00:00+01:00'));
    assert.equal(limits(at('2026-10-24T20:00:00+01:00'), CUSTODY_LAW)!.basic, instant('2026-10-25T19:00:00Z'));
  });

  it('joins exclusions that touch, keeps apart those that do not', () => {
    assert.deepEqual(merged([{ from: h(5), to: h(6) }, { from: h(1), to: h(3) }, { from: h(3), to: h(4) }]), [{ from: h(1), to: h(4) }, { from: h(5), to: h(6) }]);
    assert.deepEqual(merged([{ from: h(1), to: null }, { from: h(2), to: h(3) }]), [{ from: h(1), to: null }]);
  });

  it('leaves out once what two exclusions cover, the longer round the shorter too (CUS-31, CUS-37)', () => {
    assert.deepEqual(merged([{ from: h(1), to: h(6) }, { from: h(2), to: h(3) }]), [{ from: h(1), to: h(6) }]);
    assert.deepEqual(limitsOf(backFromBail(12, 200, 'breachArrest', { hospital: [hospital(h(201), h(202))] })), [h(215), h(227), h(287)]);
  });

  it('runs again where the last of what holds it still ends', () => {
    const breach = ledger(backFromBail(12, 200, 'breachArrest'));
    assert.deepEqual([h(11.99), h(12), h(100), h(202), h(203)].map((at) => pausedAt(breach, at)?.to ?? null), [null, h(203), h(203), h(203), null]);
  });

  it('counts on from within a pause only once it is over', () => { assert.equal(reaches(ledger(away(hospital(h(3), h(5)))), h(3.5), 6 * HOUR), h(11)); });

  it('reads bail answered early in two ways, and an arrest under s.46A before the appointed time in one (8a CUS-35)', () => {
    const early = backFromBail(9, 200, 'breachArrest', { bails: [bail(h(9), h(300), { how: 'breachArrest', at: h(200), arrivedAt: h(200) })] });
    assert.equal(ledger(early).otherReading, null);
  });

  it('takes what is answered late from when it was answered, in both readings', () => {
    const record = backFromBail(9, 200, 'answeredBail', {
      bails: [bail(h(9), h(100), { how: 'answeredBail', at: h(99), arrivedAt: h(99) }), bail(h(102), h(150), { how: 'answeredBail', at: h(200), arrivedAt: h(200) })],
      episodes: [episode(1, h(-0.5), h(9)), episode(2, h(99), h(102), 'answeredBail'), episode(3, h(200), null, 'answeredBail')],
    });
    assert.deepEqual([limitAt(ledger(record), 24), limitAt(ledger(record).otherReading!, 24)], [h(212), h(213)]);
  });
});
