import assert from 'node:assert/strict';
import type { Instant } from '../../shared/time.ts';
import { breaches } from './breaches.ts';
import { arrest, backFromBail, bail, episode, extension, h, held, hospital, later, review, told } from './example-record.ts';
import { CUSTODY_LAW } from './limits.ts';
import type { CustodyRecord } from './record.ts';

const of = (record: CustodyRecord, now: Instant) => breaches(record, CUSTODY_LAW, now).map((b) => [b.code, b.from, b.to]);
const reviews = [6, 14, 22, 30].map((at) => review(h(at)));

describe('breaches, kept for ever', () => {
  it('are none where everything was done', () => { assert.deepEqual(of(held({ reviews: reviews.slice(0, 3) }), h(24)), []); });

  it('name a late review and the stretch it made unlawful (CUS-59)', () => {
    const [breach] = breaches(held({ reviews: [review(h(7)), review(h(9))] }), CUSTODY_LAW, h(10));
    assert.deepEqual([breach?.code, breach?.from, breach?.to, breach?.text], ['REVIEW_LATE', h(6.5), h(7), 'Detention was unlawful from 14:30 to 15:00: the review was not done by its latest time.']);
  });

  it('name a gap in authority from its end, while it lasts and after (CUS-9)', () => {
    assert.deepEqual(of(held({ reviews }), later(h(24), 1)), [['UNLAWFUL_DETENTION_RISK', h(24), null]]);
    const gone = held({ reviews, phase: 'released', episodes: [episode(1, h(-0.5), h(25))], ending: { ...told(h(25), 'released'), kind: 'noFurtherAction', detail: '' } });
    assert.deepEqual(of(gone, h(90)), [['UNLAWFUL_DETENTION_RISK', h(24), h(25)]]);
  });

  it('name questioning in hospital without the doctor, which still counts (CUS-33)', () => {
    const absence = hospital(h(3), h(5), [], { questioned: [{ from: h(4), to: h(4.5), doctor: null, doctorAgreed: false, entry: 'q' }, { from: h(4.6), to: h(4.7), doctor: 'Dr Lee', doctorAgreed: true, entry: 'r' }] });
    assert.deepEqual(of(held({ hospital: [absence] }), h(6)), [['DOCTOR_NOT_AGREED', h(4), h(4.5)]]);
  });

  it('name an extension that a late fact left too late or too long; it is not decided again', () => {
    assert.deepEqual(of(held({ reviews, extensions: [extension(h(25), h(37))] }), h(30)), [['UNLAWFUL_DETENTION_RISK', h(24), h(25)], ['AFTER_24H', h(24), h(25)], ['PERIOD_TOO_LONG', h(36), h(37)]]);
    assert.deepEqual(of(held({ reviews, extensions: [extension(h(24), h(36))] }), h(30)), []);
  });

  it('name the first extension after a return from bail given past the 24 counted hours; a further one has no such limit (CUS-53)', () => {
    const late = (...given: [at: Instant, until: Instant][]) => breaches(backFromBail(10, 100, 'answeredBail', { extensions: given.map(([at, until]) => extension(at, until)) }), CUSTODY_LAW, h(130)).filter((b) => b.code === 'AFTER_24H').map((b) => [b.from, b.to]);
    assert.deepEqual([late([h(113), h(126)]), late([h(114), h(126)]), late([later(h(114), 1), h(126)])], [[], [], [[h(114), later(h(114), 1)]]]);
    assert.deepEqual(late([h(113), h(120)], [h(119), h(126)]), []);
    assert.deepEqual(late([h(8), h(20)], [h(115), h(126)]), [[h(114), h(115)]], 'one given before bail is no first authority of this detention');
  });

  it('name one given too late for a further offence after a charge', () => {
    const charge = { ...told(h(10), 'charge'), offences: ['Burglary'], detainGrounds: 'Would fail to appear', arrests: 1 };
    const again = (at: Instant) => held({ reviews, arrests: [arrest(h(-0.5)), arrest(h(12), {}, { kind: 'further' })], earlierCharges: [charge], extensions: [extension(h(9), h(30)), extension(at, h(36))] });
    const late = (at: Instant) => breaches(again(at), CUSTODY_LAW, h(30)).filter((b) => b.code === 'AFTER_24H').length;
    assert.deepEqual([late(h(24)), late(later(h(24), 1))], [0, 1]);
  });

  it('stay when the person has left on bail', () => {
    assert.deepEqual(of(held({ reviews: [review(h(7))], phase: 'onBail', bails: [bail(h(9), h(90))], episodes: [episode(1, h(-0.5), h(9))] }), h(80)), [['REVIEW_LATE', h(6.5), h(7)]]);
  });

  it('come in the order they began', () => {
    const record = held({ reviews: [review(h(7))], hospital: [hospital(h(3), h(5), [], { questioned: [{ from: h(4), to: h(4.5), doctor: null, doctorAgreed: false, entry: 'q' }] })] });
    assert.deepEqual(of(record, h(8)).map(([code]) => code), ['DOCTOR_NOT_AGREED', 'REVIEW_LATE']);
  });
});
