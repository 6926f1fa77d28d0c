import assert from 'node:assert/strict';
import { lawAt, type LawRow } from '../../shared/law.ts';
import { instant } from '../../shared/time.ts';
import { authorisation, h, held, later } from './example-record.ts';
import { CUSTODY_LAW, type CustodyLaw } from './limits.ts';
import { reviewCycle } from './review-cycle.ts';

const tables: readonly (readonly [name: string, rows: readonly LawRow<unknown>[]])[] = Object.entries(CUSTODY_LAW);

describe('the numbers of custody law', () => {
  for (const [name, rows] of tables) {
    it(`${name}: dated without gap or overlap from the day PACE came into force`, () => {
      assert.equal(rows[0]?.from, instant('1986-01-01T00:00:00Z'));
      assert.deepEqual(rows.map((r) => r.to), [...rows.slice(1).map((r) => r.from), null]);
      for (const row of rows) assert.ok(row.law !== '' && /^CUS-\d+$/.test(row.rule));
    });
  }

  it('are those of the Act and the Codes', () => {
    const now = h(0);
    const value = (name: keyof CustodyLaw): unknown => lawAt<unknown>(CUSTODY_LAW[name], now).value;
    assert.deepEqual((['basicHours', 'extendedHours', 'ceilingHours', 'firstReviewHours', 'laterReviewHours', 'breachPauseHours', 'warrantHours', 'lateSittingHours', 'rightsDelayHours', 'rouseMinutes'] as const).map(value), [24, 36, 96, 6, 9, 3, 36, 6, 36, 30]);
    assert.deepEqual((['basicWarningHours', 'extendedWarningHours', 'authorityWarningHoursBefore', 'warrantWarningHoursBefore', 'deskWarningMinutes', 'levelWarningMinutes'] as const).map(value), [[12, 18, 21, 23], [30, 33, 35], [3, 1], [3, 1], [30, 60], [30, 60]]);
  });

  it('change at the first instant of a new row, by the time of the act', () => {
    const from = h(10);
    const law: CustodyLaw = { ...CUSTODY_LAW, firstReviewHours: [{ ...CUSTODY_LAW.firstReviewHours[0]!, to: from }, { ...CUSTODY_LAW.firstReviewHours[0]!, from, value: 4 }] };
    const latest = (at: typeof from) => reviewCycle(held({ authorisations: [authorisation(at)] }), law).next?.latest;
    assert.deepEqual([latest(later(from, -1)), latest(from)], [later(h(16), -1), h(14)]);
  });

  it('are not guessed where no row is in force', () => {
    assert.throws(() => lawAt(CUSTODY_LAW.basicHours, instant('1985-12-31T23:59:59Z')), RangeError);
  });
});
