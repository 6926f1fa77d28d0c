import assert from 'node:assert/strict';
import { NO_FACTS, type EarlierDetention } from '../../shared/facts.ts';
import { arrest, h, held } from './example-record.ts';
import { doubleDetentionRefusals, rearrestRefusals } from './rearrest-rule.ts';
import { fullTime } from '../../shared/local-time.ts';
import type { CustodyRecord } from './record.ts';

const earlier = (more: Partial<EarlierDetention> = {}): EarlierDetention => ({
  recordId: 'r', custodyNumber: 'HR/25/0900', stationName: 'Hale Road', inCustody: false, arrivedAt: h(-310), onBail: false, offenceCodes: ['TH68036'], endedAt: h(-300), ending: 'underInvestigation', ...more,
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

describe('held twice', () => {
  const held2 = (...before: EarlierDetention[]) => doubleDetentionRefusals(held(), { ...NO_FACTS, earlierDetentions: before }, 'James Adeyemi').map((r) => r.message);
  it('is refused with where, since when and what to do', () => assert.deepEqual(held2(earlier({ inCustody: true, arrivedAt: h(0), ending: null })), [
    `James Adeyemi has been in custody at Hale Road since ${fullTime(h(0))} (HR/25/0900). Open that record or say why this is another person.`,
  ]));
  it('is said once', () => assert.equal(held2(earlier({ inCustody: true }), earlier({ inCustody: true, custodyNumber: 'HR/25/0901' })).length, 1));
  it('is not the record itself', () => assert.deepEqual(held2(earlier({ inCustody: true, custodyNumber: held().custodyNumber })), []));
  it('is not an earlier detention that ended', () => assert.deepEqual(held2(earlier()), []));
});
