import { fullTime } from '../../../shared/local-time.ts';
import { markers } from '../columns.ts';
import { custodyRecordKind } from '../custody-record-kind.ts';
import { arrived, BELL, custodyCases, detained, NEEDS, OKORO, onTheWay, type Detention } from '../example-detention.ts';
import { CUSTODY_LAW } from '../limits.ts';

const body = NEEDS;
const at = '2026-01-12T09:20';
const released = (d: Detention) => detained(d).must('release', { by: OKORO, at: '2026-01-12T12:00', body: { kind: 'noFurtherAction', riskAssessed: true, detail: 'Home by bus' } });
const visit = (d: Detention) => d.due('visitDue');

/** CUS-16, CUS-90, CUS-91, CUS-96. */
export const actCases = custodyCases(
  { it: 'says that nothing was told or seen', given: (d) => arrived(d), by: BELL, at: '2026-01-12T08:40', body, shows: (d) => d.says(), as: 'Immediate needs: none told or seen' },
  { it: 'sends a red answer to healthcare', given: (d) => arrived(d), by: BELL, at: '2026-01-12T08:40', body: { ...body, selfHarm: true }, shows: (d) => d.says(), as: 'Immediate needs: self harm. Call healthcare' },
  { it: 'brings the next visit to 30 minutes after the last with drink, and owes a higher level', given: (d) => detained(d), by: BELL, at, body: { ...body, drink: true }, shows: (d) => [visit(d), d.owed()], as: ['09:32 Mon 12 Jan GMT', ['observationLevel']] },
  { it: 'does so with drugs', given: (d) => detained(d), by: BELL, at, body: { ...body, drugs: true }, shows: visit, as: '09:32 Mon 12 Jan GMT' },
  { it: 'does so with something swallowed', given: (d) => detained(d), by: BELL, at, body: { ...body, swallowed: true }, shows: visit, as: '09:32 Mon 12 Jan GMT' },
  { it: 'does so with a concern for consciousness', given: (d) => detained(d), by: BELL, at, body: { ...body, consciousnessConcern: true }, shows: visit, as: '09:32 Mon 12 Jan GMT' },
  { it: 'leaves the visit hourly with an injury alone', given: (d) => detained(d), by: BELL, at, body: { ...body, injured: true }, shows: visit, as: '10:02 Mon 12 Jan GMT' },
  { it: 'owes an adult to who may be vulnerable, whatever their age', given: (d) => arrived(d), by: BELL, at: '2026-01-12T08:40', body: { ...body, vulnerable: true }, shows: (d) => [d.says(), d.owed(), markers(d.record, { child: false, rouse: false })], as: ['Immediate needs: vulnerable', ['detentionDecision', 'adult'], ['Vulnerable']] },
  { it: 'owes the adult from when it was suspected first', given: (d) => arrived(d).must('recordImmediateNeeds', { by: BELL, at: '2026-01-12T08:40', body: { ...body, vulnerable: true } }), by: BELL, at: '2026-01-12T08:45', body: { ...body, vulnerable: true, drink: true }, shows: (d) => custodyRecordKind.obligations(d.record, CUSTODY_LAW).filter((o) => o.taskType === 'adult').map((o) => fullTime(o.opens)), as: ['08:40 Mon 12 Jan GMT'] },
  { it: 'owes none once it is answered no', given: (d) => arrived(d).must('recordImmediateNeeds', { by: BELL, at: '2026-01-12T08:40', body: { ...body, vulnerable: true } }), by: BELL, at: '2026-01-12T08:45', body: { ...body, vulnerable: false }, shows: (d) => d.owed(), as: ['detentionDecision'] },
  { it: 'is refused on the way', given: (d) => onTheWay(d), by: BELL, at: '2026-01-12T08:20', body, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused after the release', given: released, by: BELL, at: '2026-01-12T12:01', body, refused: ['OUT_OF_ORDER'] },
);
