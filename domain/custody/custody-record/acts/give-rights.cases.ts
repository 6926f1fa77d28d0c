import { arrived, authorised, custodyCases, OKORO, type Detention } from '../example-detention.ts';

const at = '2026-01-12T09:05';
const body = { solicitorWanted: true, someoneInformed: false, noticeGiven: true };
const released = (d: Detention) => authorised(d).must('release', { by: OKORO, at: '2026-01-12T09:04', body: { kind: 'noFurtherAction', riskAssessed: true, detail: 'Home by bus' } });

/** CUS-80, CUS-81. */
export const actCases = custodyCases(
  { it: 'meets the duty to give them', given: (d) => authorised(d), by: OKORO, at, body, shows: (d) => d.owed(), as: ['observationLevel', 'solicitor'] },
  { it: 'says what was answered', given: (d) => authorised(d), by: OKORO, at, body, shows: (d) => d.says(), as: 'Rights given with written notice: solicitor wanted; nobody to be told' },
  { it: 'says where there was no written notice', given: (d) => authorised(d), by: OKORO, at, body: { ...body, noticeGiven: false }, shows: (d) => d.says(), as: 'Rights given: solicitor wanted; nobody to be told' },
  { it: 'is refused before detention is authorised', given: (d) => arrived(d), by: OKORO, at, body, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused after the release', given: released, by: OKORO, at, body, refused: ['OUT_OF_ORDER'] },
);
