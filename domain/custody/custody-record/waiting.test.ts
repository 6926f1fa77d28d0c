import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { instant } from '../../shared/time.ts';
import { board } from './columns.ts';
import { h, held, later } from './example-record.ts';
import { CUSTODY_LAW } from './limits.ts';
import { waitingState, waits, type WaitingLine } from './waiting.ts';

const here: WaitingLine = { enRoute: false, arrivedAt: instant('2025-12-17T02:00:00Z'), onTheWaySince: null };
const onTheWay: WaitingLine = { enRoute: true, arrivedAt: null, onTheWaySince: instant('2025-12-17T01:00:00Z') };

describe('waiting to be booked in (CUS-19, CUS-115)', () => {
  for (const [line, at, state] of [
    [here, '02:29:59', 'onTime'], [here, '02:30:00', 'due'], [here, '02:59:59', 'due'], [here, '03:00:00', 'overdue'], [here, '04:00:00', 'overdue'],
    [onTheWay, '02:00:00', 'onTime'], [onTheWay, '02:59:59', 'onTime'], [onTheWay, '03:00:00', 'due'], [onTheWay, '09:00:00', 'due'],
  ] as const) it(`${line.enRoute ? 'on the way since 01:00' : 'here since 02:00'}, at ${at}: ${state}`, () => {
    assert.equal(waitingState(line, CUSTODY_LAW, instant(`2025-12-17T${at}Z`)), state);
  });

  it('is on time where nobody told since when', () => {
    assert.equal(waitingState({ ...here, arrivedAt: null }, CUSTODY_LAW, instant('2025-12-17T03:00:00Z')), 'onTime');
  });

  it('goes by the rows of the law', () => {
    const law = { ...CUSTODY_LAW, deskWarningMinutes: CUSTODY_LAW.deskWarningMinutes.map((row) => ({ ...row, value: [5, 10] })) };
    assert.equal(waitingState(here, law, instant('2025-12-17T02:10:00Z')), 'overdue');
  });
});

describe('who is held unlawfully waits no longer', () => {
  const from = board(held({ phase: 'arrived', authorisations: [], rightsGiven: null }), CUSTODY_LAW).unlawfulFrom;
  for (const [status, at, waiting] of [['arrived', h(1), true], ['arrived', h(24), true], ['arrived', later(h(24), 1), false], ['enRoute', later(h(24), 1), false], ['detained', h(1), false]] as const) {
    it(`${status} ${at}: ${waiting ? 'waits' : 'stands among those held'}`, () => { assert.equal(waits(status, from, at), waiting); });
  }
  it('waits where nothing leads to unlawful detention', () => { assert.equal(waits('enRoute', null, h(90)), true); });
});
