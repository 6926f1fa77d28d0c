import assert from 'node:assert/strict';
import { plusMinutes, type Instant } from '../../shared/time.ts';
import { deskCounts, deskOrder, nextOf, postOf, quietUntil, type BoardLine } from './board-next.ts';
import { h } from './example-record.ts';

const NOW = h(6);
const at = (minutes: number): Instant => plusMinutes(NOW, minutes);
const deadline = (key: string, minutes: number, title = key) => ({ key, due: at(minutes), title });

const soon = (minutes: number | undefined): Instant | null => (minutes === undefined ? null : at(minutes));

/** A line with a review and a visit some minutes off; a reviewer is on the roster unless it says otherwise. */
function line(name: string, { review, visit, ends, ...more }: { review?: number; visit?: number; ends?: number; reviewer?: string | null; byCustodyOfficer?: boolean; pausedReason?: string; startsAt?: Instant; hearingLate?: true; unlawful?: number; owed?: number }): BoardLine {
  const { pausedReason, startsAt, byCustodyOfficer, reviewer, hearingLate, unlawful, owed } = { pausedReason: null, startsAt: null, byCustodyOfficer: false, reviewer: 'Insp Rao', hearingLate: false, ...more };
  const known = (key: string, minutes: number | undefined, title: string) => (minutes === undefined ? [] : [deadline(key, minutes, title)]);
  return {
    name, owed: owed === undefined ? [] : [{ since: at(-owed) }], clock: { pausedReason, startsAt, ends: soon(ends) }, review: { due: soon(review), byCustodyOfficer, reviewer }, lateHearing: hearingLate ? { ends: at(ends!) } : null,
    unlawfulFrom: unlawful === undefined ? null : { at: at(unlawful), text: 'no authority to hold' },
    deadlines: [...known('authorityEnds', ends, 'Charge, release or extend by'), ...known('reviewDue', review, 'Review 1'), ...known('visitDue', visit, 'Visit and rouse'), deadline('limit36', 600)],
  };
}
const says = (l: BoardLine, now = NOW) => { const n = nextOf(l, now); return [n.state, n.what, n.lacks].filter(Boolean).join(', '); };

describe('what comes next on the whiteboard', () => {
  const CASES: readonly (readonly [title: string, line: BoardLine, next: string, post: string | null])[] = [
    ['the soonest, without a tag', line('a', { review: 200, visit: 31 }), 'onTime, Visit', 'detentionOfficer'],
    ['a visit inside its warning', line('a', { review: 50, visit: 9 }), 'due, Visit', 'detentionOfficer'],
    ['a review inside its warning', line('a', { review: 50, visit: 60 }), 'due, Review 1', 'custodyInspector'],
    ['a review of somebody charged is the custody officer’s', line('a', { review: 50, byCustodyOfficer: true }), 'due, Review 1', 'custodySergeant'],
    ['an overdue review before an older overdue visit', line('a', { review: -6, visit: -30 }), 'overdue, Review 1', 'custodyInspector'],
    ['an overdue visit before a review that is only due', line('a', { review: 5, visit: -3 }), 'overdue, Visit', 'detentionOfficer'],
    ['the end of the authority', line('a', { ends: 100 }), 'due, Authority ends', 'custodySergeant'],
    ['a review soon that has no reviewer, before a visit on time', line('a', { review: 119, visit: 40, reviewer: null }), 'likelyLate, Review 1, no reviewer', 'custodyInspector'],
    ['no reviewer more than two hours ahead is not told yet', line('a', { review: 121, visit: 40, reviewer: null }), 'onTime, Visit', 'detentionOfficer'],
    ['a visit inside its warning hides nobody’s review', line('a', { review: 50, visit: 9, reviewer: null }), 'due, Visit', 'detentionOfficer'],
    ['nobody holds the custody officer’s post', line('a', { review: 50, reviewer: null, byCustodyOfficer: true }), 'likelyLate, Review 1, no custody officer', 'custodySergeant'],
    ['overdue, it is overdue, not likely late', line('a', { review: -1, reviewer: null }), 'overdue, Review 1', 'custodyInspector'],
    ['a hearing after the authority ends, before a visit on time', line('a', { ends: 200, visit: 40, hearingLate: true }), 'likelyLate, Hearing, hearing after the authority ends', 'custodySergeant'],
    ['a visit inside its warning presses more', line('a', { ends: 200, visit: 9, hearingLate: true }), 'due, Visit', 'detentionOfficer'],
    ['so does the authority once its warning has begun', line('a', { ends: 120, hearingLate: true }), 'due, Authority ends', 'custodySergeant'],
    ['a review soon that has no reviewer comes before the hearing', line('a', { review: 119, ends: 200, reviewer: null, hearingLate: true }), 'likelyLate, Review 1, no reviewer', 'custodyInspector'],
    ['a review inside its warning before a visit that is nearer and not due yet', line('a', { review: 60, visit: 25 }), 'due, Review 1', 'custodyInspector'],
    ['the end of the authority so too', line('a', { ends: 120, visit: 25, review: 100 }), 'due, Authority ends', 'custodySergeant'],
    ['before its warning the nearer visit', line('a', { review: 61, visit: 25 }), 'onTime, Visit', 'detentionOfficer'],
    ['a review inside its warning that has its reviewer is not hidden by a hearing too late', line('a', { review: 50, ends: 200, hearingLate: true }), 'due, Review 1', 'custodyInspector'],
    ['held unlawfully by none of the clocks', line('a', { unlawful: -1 }), 'overdue, No authority to hold', 'custodySergeant'],
    ['that before an older overdue visit', line('a', { unlawful: -1, visit: -30 }), 'overdue, No authority to hold', 'custodySergeant'],
    ['not at the limit itself', line('a', { unlawful: 0, visit: 31 }), 'onTime, Visit', 'detentionOfficer'],
    ['the end of all authority before an older overdue review', line('a', { ends: -1, review: -300, unlawful: -300 }), 'overdue, No authority', 'custodySergeant'],
    ['not at the end itself', line('a', { ends: 0, review: -300, unlawful: -300 }), 'overdue, Review 1', 'custodyInspector'],
    ['an overdue review says itself what is unlawful', line('a', { unlawful: -6, review: -6 }), 'overdue, Review 1', 'custodyInspector'],
    ['a clock that stands still', line('a', { review: 380, pausedReason: 'Hospital' }), 'paused, Hospital', null],
    ['a clock that stands still while its review comes near: the alarm is on the earlier reading', line('a', { review: 20, pausedReason: 'Hospital' }), 'due, Review 1', 'custodyInspector'],
    ['a pause that has ended by itself', line('a', { review: 380, pausedReason: 'First 3 hours', startsAt: at(-1) }), 'onTime, Review 1', 'custodyInspector'],
    ['a pause that ends later', line('a', { review: 380, pausedReason: 'First 3 hours', startsAt: at(1) }), 'paused, First 3 hours', null],
    ['nothing at all', line('a', {}), 'onTime', null],
  ];
  for (const [title, shown, next, post] of CASES) it(title, () => { assert.deepEqual([says(shown), postOf(shown, nextOf(shown, NOW))], [next, post]); });

  it('turns at the instant at which the warning begins, and the count with it', () => {
    const l = line('a', { review: 61, visit: 26 });
    const due = (now: Instant) => deskCounts([l], [], now).due;
    assert.deepEqual([says(l), due(NOW), says(l, at(1)), due(at(1)), says(l, at(2)), due(at(2)), says(l, at(16)), says(l, at(27))], ['onTime, Visit', 0, 'due, Review 1', 1, 'due, Review 1', 1, 'due, Visit', 'overdue, Visit']);
  });
  it('turns by the clock alone', () => { const l = line('a', { review: 61 }); assert.deepEqual([says(l), says(l, at(1)), says(l, at(61)), says(l, at(62))], ['onTime, Review 1', 'due, Review 1', 'due, Review 1', 'overdue, Review 1']); });
});

describe('the desk’s order and numbers', () => {
  const LINES = [
    line('Hill', { visit: 31 }), line('Price', { visit: -3, review: 180 }), line('Doyle', { review: 380, pausedReason: 'Hospital' }), line('Adeyemi', { review: -6, visit: 14 }), line('Mensah', { review: 100, visit: 30, reviewer: null }), line('Kaur', { review: 9 }), line('Abbot', { visit: -20 }), line('Zand', { ends: -1 }),
  ];
  it('no authority, though the review was missed before it; other law overdue, overdue visits, then soonest', () => { assert.deepEqual(deskOrder(LINES, NOW).map(({ line: l }) => l.name), ['Zand', 'Adeyemi', 'Abbot', 'Price', 'Kaur', 'Mensah', 'Hill', 'Doyle']); });
  it('counts each person once, and only those at the station as waiting', () => {
    const waiting = [{ arrivedAt: at(-41.5), enRoute: false }, { arrivedAt: at(-12), enRoute: false }, { arrivedAt: null, enRoute: true }];
    assert.deepEqual(deskCounts(LINES, waiting, NOW), { held: 8, overdue: 4, due: 1, likelyLate: 1, waiting: 2, longestWaitMinutes: 41 });
    assert.deepEqual(deskCounts([], [], NOW), { held: 0, overdue: 0, due: 0, likelyLate: 0, waiting: 0, longestWaitMinutes: 0 });
  });
  it('says all is well only where nothing is due for half an hour', () => {
    const quiet = (...lines: BoardLine[]) => quietUntil(lines, NOW)?.line.name ?? 'no';
    assert.deepEqual([quiet(line('a', { visit: 31 }), line('b', { visit: 30 })), quiet(line('a', { visit: 29 })), quiet(line('a', { visit: -1 })), quiet(line('a', { review: 50 })), quiet(line('a', { review: 380, pausedReason: 'Hospital' })), quiet()], ['b', 'no', 'no', 'no', 'no', 'no']);
    assert.deepEqual([quiet(line('a', { visit: 31, owed: 30 })), quiet(line('a', { visit: 31, owed: 31 }))], ['a', 'no'], 'a duty as soon as practicable that waits half an hour is not all well');
  });
});
