import assert from 'node:assert/strict';
import { readTime } from './local-time.ts';
import { instant } from './time.ts';
import { dayText, localText, typedBirth, typedClock, typedDay, typedFrom, typedLocal, yearsBetween } from './typed-time.ts';

const now = instant('2025-12-17T03:00:00Z');
const today = '17/12/2025';

describe('a time as an officer types it', () => {
  const clocks: readonly [string, string | null][] = [
    ['0252', '02:52'], ['02:52', '02:52'], ['2:52', '02:52'], ['252', '02:52'], ['02.52', '02:52'], [' 0252 ', '02:52'], ['0252 ', '02:52'], ['02:52:30', '02:52:30'], ['025230', '02:52:30'],
    ['0000', '00:00'], ['2359', '23:59'], ['23:59:59', '23:59:59'], ['2400', null], ['2360', null], ['235960', null], ['2:5', null], ['5', null], ['', null], ['noon', null], ['-252', null],
  ];
  for (const [typed, shown] of clocks) it(`'${typed}' is ${shown ?? 'no time'}`, () => assert.equal(typedClock(typed), shown));

  const days: readonly [string, string | null][] = [
    ['17/12/2025', '2025-12-17'], ['7/1/2026', '2026-01-07'], ['17.12.25', '2025-12-17'], ['17/12', '2025-12-17'], ['1-2', '2025-02-01'], ['2025-12-17', '2025-12-17'], ['29/02/2024', '2024-02-29'],
    ['29/02/2025', null], ['31/04/2025', null], ['00/12/2025', null], ['17/13/2025', null], ['12/17/2025', null], ['17', null], ['', null], ['today', null],
  ];
  for (const [typed, day] of days) it(`'${typed}' is ${day ?? 'no date'}`, () => assert.equal(typedDay(typed, '2025-12-17'), day));

  it('a date of birth needs its year in full', () => assert.deepEqual(['1/5/1991', '01/05/91', '1/5', '30/02/1991', '1991-05-01'].map(typedBirth), ['1991-05-01', null, null, null, '1991-05-01']));

  const locals: readonly [string, string, string, string][] = [
    ['time and date', '0252', today, '2025-12-17T02:52'], ['seconds are kept', '02:52:30', today, '2025-12-17T02:52:30'], ['another day', '2350', '16/12/2025', '2025-12-16T23:50'], ['both empty but for today is now', '', today, ''],
    ['another day without a time is not now', '', '16/12/2025', '2025-12-16T'], ['an unreadable time is not now', '2561', today, '2025-12-17T2561'], ['an unreadable date is not now', '', '31/02/2025', '31/02/2025T'],
  ];
  for (const [says, clock, day, local] of locals) it(`${says}: ${local || 'empty'}`, () => assert.equal(typedLocal({ clock, day }, now), local));

  it('what cannot be read is refused, not guessed', () => {
    for (const [clock, day] of [['2561', today], ['', '16/12/2025'], ['0252', '31/02/2025']] as const) {
      const read = readTime(typedLocal({ clock, day }, now));
      assert.equal('problem' in read && read.problem.code, 'TIME_NOT_UNDERSTOOD');
    }
  });

  it('today is London’s, an hour ahead of the world’s clock in summer', () => {
    const evening = instant('2026-06-30T23:20:00Z');
    assert.equal(typedLocal({ clock: '0010', day: dayText('2026-07-01') }, evening), '2026-07-01T00:10');
    assert.equal(typedLocal({ clock: '', day: '01/07/2026' }, evening), '');
    assert.equal(typedLocal({ clock: '', day: '30/06/2026' }, evening), '2026-06-30T');
  });

  it('an instant fills the boxes as the desk’s clock shows it', () => {
    assert.equal(localText(instant('2026-06-09T20:48:00Z')), '2026-06-09T21:48');
    assert.equal(localText(instant('2026-06-09T20:48:09.900Z')), '2026-06-09T21:48:09');
    assert.deepEqual(typedFrom('2026-10-25T00:30:00.000Z'), { clock: '01:30', day: '25/10/2026' });
    assert.deepEqual(typedFrom('2026-10-25T01:30:00+00:00'), { clock: '01:30', day: '25/10/2026' });
    assert.deepEqual(typedFrom('2025-12-17T02:52'), { clock: '02:52', day: '17/12/2025' });
    assert.deepEqual(['', 'soon', '17/12/2025'].map(typedFrom), [null, null, null]);
  });

  it('the repeated hour of October is handed on to be asked', () => {
    const read = readTime(typedLocal({ clock: '0130', day: '25/10/2026' }, now));
    assert.equal('problem' in read && read.problem.code, 'TIME_AMBIGUOUS');
  });

  it('counts whole years up to the birthday', () => assert.deepEqual(['2025-12-16', '2025-12-17'].map((day) => yearsBetween('2007-12-17', day)), [17, 18]));
});
