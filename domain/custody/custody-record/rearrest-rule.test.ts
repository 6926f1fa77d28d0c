import assert from 'node:assert/strict';
import { NO_FACTS, type EarlierDetention } from '../../shared/facts.ts';
import { arrest, h, held } from './example-record.ts';
import { rearrestRefusals } from './rearrest-rule.ts';
import type { CustodyRecord } from './record.ts';

const earlier = (more: Partial<EarlierDetention> = {}): EarlierDetention => ({
  recordId: 'r', custodyNumber: 'HR/25/0900', stationName: 'Hale Road', inCustody: false, onBail: false, offenceCodes: ['TH68036'], endedAt: h(-300), ending: 'underInvestigation', ...more,
});
const codes = (record: CustodyRecord, ...before: EarlierDetention[]) => rearrestRefusals(record, { ...NO_FACTS, earlierDetentions: before }).map((r) => r.code);
const REFUSED = ['REARREST_NO_NEW_EVIDENCE'];

describe('arrested again (CUS-39)', () => {
  const rows: readonly (readonly [title: string, record: CustodyRecord, before: EarlierDetention[], codes: string[]])[] = [
    ['never held before', held(), [], []],
    ['released under investigation for the same offence', held(), [earlier()], REFUSED],
    ['no further action for the same offence', held(), [earlier({ ending: 'noFurtherAction' })], REFUSED],
    ['on bail for the same offence', held(), [earlier({ onBail: true, ending: null, endedAt: null })], REFUSED],
    ['twice released: refused once', held(), [earlier(), earlier({ custodyNumber: 'HR/25/0901' })], REFUSED],
    ['another offence', held(), [earlier({ offenceCodes: ['TH68010'] })], []],
    ['charged then', held(), [earlier({ ending: 'chargedAndBailed' })], []],
    ['still held then', held(), [earlier({ ending: null, endedAt: null, inCustody: true })], []],
    ['this very record', held(), [earlier({ custodyNumber: 'HR/26/0001' })], []],
    ['on new evidence (CUS-36)', held({ arrests: [arrest(h(0), {}, { kind: 'newEvidence', newEvidence: { what: 'DNA', foundOn: '2026-01-10', whyNotEarlier: 'Analysis took six weeks' } })] }), [earlier()], []],
    ['under another authority', held({ authorityKind: 'RECALL_TO_PRISON' }), [earlier()], []],
  ];
  for (const [title, record, before, is] of rows) it(title, () => { assert.deepEqual(codes(record, ...before), is); });
});
