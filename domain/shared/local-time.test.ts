import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { clockNear, dayName, fullTime, fullTimeOfYear, localDate, LONDON, readTime, withOffset, zoneName } from './local-time.ts';
import { duration, elapsed, fromEpoch, HOUR, instant, plusHours } from './time.ts';

const read = (text: string) => {
  const got = readTime(text);
  return 'at' in got ? got.at : got.problem.code;
};

describe('local time (CUS-2, CUS-3, CUS-190)', () => {
  const cases: readonly [string, string, string][] = [
    ['a winter time is GMT', '2026-11-17T21:30', '2026-11-17T21:30:00.000Z'],
    ['a summer time is BST', '2026-06-09 21:48', '2026-06-09T20:48:00.000Z'],
    ['the last minute before the October hour repeats', '2026-10-25T00:59', '2026-10-24T23:59:00.000Z'],
    ['the first repeated minute is asked, not guessed', '2026-10-25T01:00', 'TIME_AMBIGUOUS'],
    ['the last repeated second is asked', '2026-10-25T01:59:59', 'TIME_AMBIGUOUS'],
    ['two o’clock happened once', '2026-10-25T02:00', '2026-10-25T02:00:00.000Z'],
    ['the last second before the March hour', '2026-03-29T00:59:59', '2026-03-29T00:59:59.000Z'],
    ['the first skipped minute did not happen', '2026-03-29T01:00', 'TIME_DOES_NOT_EXIST'],
    ['the last skipped second did not happen', '2026-03-29T01:59:59', 'TIME_DOES_NOT_EXIST'],
    ['the first minute after it', '2026-03-29T02:00', '2026-03-29T01:00:00.000Z'],
    ['an offset settles the repeated hour (first)', '2026-10-25T01:30:00+01:00', '2026-10-25T00:30:00.000Z'],
    ['an offset settles the repeated hour (second)', '2026-10-25T01:30:00+00:00', '2026-10-25T01:30:00.000Z'],
    ['30 February is not a date with an offset either', '2026-02-30T10:00Z', 'TIME_NOT_UNDERSTOOD'],
    ['no zone is 15 hours ahead', '2026-02-20T10:00+15:00', 'TIME_NOT_UNDERSTOOD'],
    ['the last second before the law that is kept', '1985-12-31T23:59:59', 'TIME_NOT_UNDERSTOOD'],
    ['its first', '1986-01-01T00:00', '1986-01-01T00:00:00.000Z'],
    ['30 February is not a date', '2026-02-30T10:00', 'TIME_NOT_UNDERSTOOD'],
    ['25 o’clock is not a time', '2026-02-20T25:00', 'TIME_NOT_UNDERSTOOD'],
    ['words are not a time', 'yesterday', 'TIME_NOT_UNDERSTOOD'],
  ];
  for (const [says, text, expected] of cases) it(says, () => assert.equal(read(text), expected));

  it('offers both instants of a repeated hour, an hour apart', () => {
    const got = readTime('2026-10-25T01:30');
    assert.ok('problem' in got);
    assert.deepEqual(got.problem.choices, ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z']);
    assert.match(got.problem.message, /01:30 BST \(first\) or 01:30 GMT/);
  });

  it('shows weekday and zone, and the offset the desk saw', () => {
    assert.equal(fullTime(instant('2025-12-17T20:40:00Z')), '20:40 Wed 17 Dec GMT');
    assert.deepEqual(['2026-12-18T10:00:00Z', '2026-06-30T23:20:00Z', '2026-12-31T23:59:59Z'].map((at) => fullTimeOfYear(instant(at))), ['10:00 Fri 18 Dec 2026 GMT', '00:20 Wed 1 Jul 2026 BST', '23:59 Thu 31 Dec 2026 GMT']);
    assert.equal(zoneName(instant('2026-10-25T00:59:59Z')), 'BST');
    assert.equal(zoneName(instant('2026-10-25T01:00:00Z')), 'GMT');
    assert.equal(withOffset(instant('2026-06-09T20:48:00Z')), '2026-06-09T21:48:00+01:00');
  });

  it('tells the same as the library that knows the zones, at any instant of fifty years', () => {
    fc.assert(fc.property(fc.integer({ min: Date.parse('1990-01-01T00:00:00Z'), max: Date.parse('2040-01-01T00:00:00Z') }), (epoch) => {
      const at = fromEpoch(epoch);
      const zoned = Temporal.Instant.fromEpochMilliseconds(epoch).toZonedDateTimeISO(LONDON);
      assert.equal(withOffset(at), `${zoned.toPlainDateTime().toString({ smallestUnit: 'second' })}${zoned.offset}`);
      assert.equal(dayName(at), `${['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][zoned.dayOfWeek - 1]} ${zoned.day} ${zoned.toLocaleString('en-GB', { month: 'short' }).slice(0, 3)}`);
    }), { numRuns: 2_000 });
  });

  it('dates an event by the local calendar: 00:20 BST on 1 July is 1 July (CUS-4)', () => {
    assert.equal(localDate(instant('2026-06-30T23:20:00Z')), '2026-07-01');
  });

  it('adds 24 elapsed hours across both clock changes (CUS-3)', () => {
    assert.equal(fullTime(plusHours(instant('2026-03-28T20:00:00Z'), 24)), '21:00 Sun 29 Mar BST');
    assert.equal(fullTime(plusHours(instant('2026-10-24T20:00:00+01:00'), 24)), '19:00 Sun 25 Oct GMT');
  });

  it('rounds what is left down, so that nobody has more time than there is', () => {
    assert.equal(duration(6 * HOUR + 59_999), '6 h 00 min');
    assert.equal(duration(elapsed(instant('2026-01-01T00:00:00Z'), instant('2026-01-01T00:45:59Z'))), '45 min');
  });

  it('names the day beside an hour that is a day or more away, before or after', () => {
    const now = instant('2026-10-27T19:00:00Z');
    const near = (text: string) => clockNear(instant(text), now);
    assert.deepEqual([near('2026-10-26T19:00:00.001Z'), near('2026-10-26T19:00:00Z'), near('2026-10-24T20:01:00Z')], ['19:00', '19:00 Mon 26 Oct', '21:01 Sat 24 Oct']);
    assert.deepEqual([near('2026-10-28T18:59:59Z'), near('2026-10-28T19:00:00Z')], ['18:59', '19:00 Wed 28 Oct']);
  });
});
