import assert from 'node:assert/strict';
import { plusMinutes, type Instant } from '../../shared/time.ts';
import { board } from './columns.ts';
import { h, held, hospital, journey, level, review, spell } from './example-record.ts';
import { CUSTODY_LAW } from './limits.ts';
import type { CustodyRecord } from './record.ts';
import { shiftStart } from './shift-start.ts';

const line = (record: CustodyRecord, arrivedAt: Instant | null = null) => ({ status: record.phase, arrivedAt, board: board(record, CUSTODY_LAW) });
const NOBODY = { held: 0, cells: 30, overdue: 0, waiting: 0, longestWaitMinutes: 0, onTheWay: 0, children: 0, closeWatch: 0, away: 0, reviewsSoon: 0, firstReviewAt: null };
const at = (now: Instant, ...lines: ReturnType<typeof line>[]) => shiftStart(lines, 30, now);

describe('the numbers a shift begins with', () => {
  it('are nothing where nobody is', () => { assert.deepEqual(at(h(6)), NOBODY); });

  it('keep who waits and who is on the way apart from who is held', () => {
    const yard = held({ phase: 'arrived', authorisations: [] });
    assert.deepEqual(at(h(1), line(held()), line(yard, plusMinutes(h(1), -41.5)), line(yard, plusMinutes(h(1), -12)), line(held({ phase: 'enRoute', authorisations: [] }))), { ...NOBODY, held: 1, waiting: 2, longestWaitMinutes: 41, onTheWay: 1 });
  });

  it('count whoever was never authorised as held and overdue once 24 hours have passed, and as waiting no more', () => {
    const desk = line(held({ phase: 'arrived', authorisations: [], rightsGiven: null }), h(0));
    assert.deepEqual([at(h(24), desk), at(plusMinutes(h(24), 1), desk)], [{ ...NOBODY, waiting: 1, longestWaitMinutes: 1440 }, { ...NOBODY, held: 1, overdue: 1 }]);
  });

  it('count a review as soon from two hours before to the limit itself, and overdue after', () => {
    const of = (now: Instant) => { const { reviewsSoon, firstReviewAt, overdue } = at(now, line(held())); return [reviewsSoon, firstReviewAt, overdue]; };
    assert.deepEqual([of(plusMinutes(h(4.5), -1)), of(h(4.5)), of(h(6.5)), of(plusMinutes(h(6.5), 1))], [[0, null, 0], [1, h(6.5), 0], [1, h(6.5), 0], [0, null, 1]]);
  });

  it('count a delay of rights that ran out as overdue, as the whiteboard does', () => {
    const delayed = line(held({ reviews: [review(h(6))] }));
    const ended = { ...delayed, board: { ...delayed.board, deadlines: [{ key: 'rightsDelayEnds', due: h(7), title: 'Delay of rights ends' }] } };
    assert.deepEqual([at(h(7), ended).overdue, at(plusMinutes(h(7), 1), ended).overdue], [0, 1]);
  });

  it('count children, close watch, and who is away', () => {
    const child = held({ detainee: { ...held().detainee, looksUnder18: true } });
    const watched = held({ levels: [level(h(1), 3)] });
    const numbers = at(h(1), line(child), line(watched), line(held({ phase: 'inHospital', hospital: [hospital(h(1), null)] })), line(held({ phase: 'withInvestigator', investigatorSpells: [spell(h(1), null)] })), line(held({ phase: 'inTransit', journeys: [journey(h(1))] })));
    assert.deepEqual([numbers.held, numbers.children, numbers.closeWatch, numbers.away], [5, 1, 1, 3]);
  });
});
