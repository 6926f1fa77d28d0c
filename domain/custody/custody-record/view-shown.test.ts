import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { NO_FACTS } from '../../shared/facts.ts';
import { instant } from '../../shared/time.ts';
import { detained, Detention, GROUNDS, OKORO } from './example-detention.ts';
import { CUSTODY_LAW } from './limits.ts';
import { custodyRecordView, redactForInvestigator, type CustodyView } from './view.ts';

const KEPT = { detainGrounds: 'Would fail to surrender' };
const view = (d: Detention): CustodyView => custodyRecordView({ id: 'r', version: 1, state: d.record, events: [] }, { kind: 'person', officer: OKORO }, { now: instant('2026-01-12T22:00:00Z'), facts: NO_FACTS, law: CUSTODY_LAW });
const charged = (): Detention => detained(new Detention()).must('charge', { by: OKORO, at: '2026-01-12T12:00', body: KEPT });
const again = (): Detention => charged().must('arrestForFurtherOffence', { by: OKORO, at: '2026-01-12T13:00', body: { offenceCodes: ['TH68010'], officerName: 'PC Ward', necessity: 'Prompt and effective investigation' } });

describe('for what somebody is held', () => {
  const told = (d: Detention) => { const { charged: all, furtherOffences } = view(d); return [all, furtherOffences.map((o) => o.title).join()]; };
  it('before charge, and once charged', () => { assert.deepEqual([told(detained(new Detention())), told(charged())], [[false, ''], [true, '']]); });
  it('charged and arrested again: for the further offence alone, until that is charged too', () => {
    const further = again().must('authoriseDetention', { by: OKORO, at: '2026-01-12T13:20', body: GROUNDS });
    assert.deepEqual([told(again()), told(further), told(further.must('charge', { by: OKORO, at: '2026-01-12T18:00', body: KEPT }))], [[false, 'Theft from a shop'], [false, 'Theft from a shop'], [true, '']]);
  });
});

describe('the record without care', () => {
  const whole = view(detained(new Detention()));
  const keys = ({ deadlines }: CustodyView): string[] => deadlines.map((d) => d.key);
  it('has every deadline of the law and no visit', () => {
    assert.ok(keys(whole).includes('visitDue'));
    assert.deepEqual(keys(redactForInvestigator(whole)), keys(whole).filter((key) => key !== 'visitDue'));
  });
});

/** CUS-27, CUS-195: left for Kent at 10:00 on the 12th, this force's 24 hours end at 08:30 on the 13th. */
describe('the clock of the force they go to', () => {
  const away = (questioned: boolean): Detention => detained(new Detention()).must('transferToOtherForce', { by: OKORO, at: '2026-01-12T10:00', body: { toStationName: 'Maidstone', toArea: 'Kent', reason: 'Wanted for robbery', questioned, questionedSaysWho: 'DC Poole' } });
  const there = (d: Detention): Detention => d.must('arriveAtOtherForce', { by: OKORO, at: '2026-01-12T14:00', body: { receivedBy: 'PS Quill' } });
  const theirs = (d: Detention) => { const { arrived, limit24 } = view(d).otherForceClock!; return [arrived, limit24]; };
  it('is shown with its limit: the latest it can be until they arrive, then as it runs', () => {
    assert.deepEqual([theirs(away(false)), theirs(there(away(false)))], [[false, '2026-01-14T10:00:00.000Z'], [true, '2026-01-13T14:00:00.000Z']]);
  });
  it('is this force’s own where they were questioned here', () => { assert.deepEqual(theirs(there(away(true))), [true, '2026-01-13T08:30:00.000Z']); });
});

describe('the order of what happened', () => {
  it('is newest first; of one minute what was entered later stands above', () => {
    const d = detained(new Detention());
    const at = '2026-01-12T12:00';
    d.must('recordVisit', { by: OKORO, at, body: { seen: 'first' } }).must('recordVisit', { by: OKORO, at, body: { seen: 'second', additional: true } });
    const told = custodyRecordView({ id: 'r', version: 1, state: d.record, events: d.events }, { kind: 'person', officer: OKORO }, { now: instant('2026-01-12T22:00:00Z'), facts: NO_FACTS, law: CUSTODY_LAW }).timeline;
    assert.deepEqual(told.slice(0, 2).map((e) => e.says), ['Visit: second', 'Visit: first']);
  });
});
