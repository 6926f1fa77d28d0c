import { arrived, BELL, custodyCases, detained, OKORO, onTheWay, type Detention } from '../example-detention.ts';

const at = '2026-01-12T09:30';
const body = { location: 'Cell 12' };
const inHospital = (d: Detention) => detained(d).must('leaveForHospital', { by: OKORO, at: '2026-01-12T09:20', body: { purpose: 'treatment', hospital: 'St Mary', reason: 'Cut hand', escorts: 'PC Ward' } });
const released = (d: Detention) => detained(d).must('release', { by: OKORO, at: '2026-01-12T09:20', body: { kind: 'noFurtherAction', riskAssessed: true, detail: 'Home by bus' } });

/** Where in the suite they are; CUS-38: no move stops the clock. */
export const actCases = custodyCases(
  { it: 'says where they are, and stops nothing', given: (d) => detained(d), by: BELL, at, body, shows: (d) => [d.record.location, d.says(), d.due('limit24')], as: ['Cell 12', 'Moved to Cell 12', '08:30 Tue 13 Jan GMT'] },
  { it: 'is done for one who waits for the decision', given: (d) => arrived(d), by: BELL, at, body, shows: (d) => d.record.location, as: 'Cell 12' },
  { it: 'is refused on the way', given: (d) => onTheWay(d), by: BELL, at: '2026-01-12T08:20', body, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused in hospital', given: inHospital, by: BELL, at, body, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused after the release', given: released, by: BELL, at, body, refused: ['OUT_OF_ORDER'] },
);
