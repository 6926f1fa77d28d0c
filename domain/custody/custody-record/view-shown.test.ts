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
