import { arrived, custodyCases, detained, heldBefore, OKORO, RAO, type Detention } from '../example-detention.ts';

const at = '2026-01-12T11:00';
const body = { offenceCodes: ['TH68010'], officerName: 'PC Ward', necessity: 'Prompt and effective investigation' };
const telling = { right: 's56_notification', ground: 'alerting', grounds: 'An accomplice is still sought' };
const released = (d: Detention) => detained(d).must('release', { by: OKORO, at: '2026-01-12T10:00', body: { kind: 'noFurtherAction', riskAssessed: true, detail: 'Home by bus' } });

/** s.31: CUS-26, CUS-196. */
export const actCases = custodyCases(
  { it: 'leaves the clock and the reviews of the first arrest', given: (d) => detained(d), by: OKORO, at, body, shows: (d) => [d.due('limit24'), d.due('reviewDue')], as: ['08:30 Tue 13 Jan GMT', '15:00 Mon 12 Jan GMT'] },
  { it: 'says so', given: (d) => detained(d), by: OKORO, at, body, shows: (d) => d.says(), as: 'Arrested in custody for theft from a shop. The clock is unmoved' },
  { it: 'opens the powers of an indictable offence', given: (d) => detained(d, { offenceCodes: ['CJ88001'] }), by: OKORO, at, body, shows: (d) => d.what('delayRight', { by: RAO, at: '2026-01-12T11:01', body: telling }).outcome, as: 'accepted' },
  { it: 'is refused for an offence nobody knows', given: (d) => detained(d), by: OKORO, at, body: { ...body, offenceCodes: ['XX99999'] }, refused: ['UNKNOWN_OFFENCE'] },
  { it: 'is refused for an offence they were released for before: custody is no way round new evidence', given: (d) => detained(d), by: OKORO, at, body, facts: heldBefore({ offenceCodes: ['TH68010'] }), refused: ['REARREST_NO_NEW_EVIDENCE'] },
  { it: 'is done on new evidence, and says it', given: (d) => detained(d), by: OKORO, at, body: { ...body, sinceReleased: 'CCTV recovered on 11 January' }, facts: heldBefore({ offenceCodes: ['TH68010'] }), shows: (d) => d.says(), as: 'Arrested in custody for theft from a shop. The clock is unmoved. Released for such an offence before: CCTV recovered on 11 January' },
  { it: 'is refused for one recalled to prison: an arrest of its own starts its clock', given: (d) => detained(d, { authorityKind: 'RECALL_TO_PRISON' }), by: OKORO, at, body, refused: ['NOT_OPEN'] },
  { it: 'is refused before detention is authorised', given: (d) => arrived(d), by: OKORO, at, body, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused after the release', given: released, by: OKORO, at, body, refused: ['OUT_OF_ORDER'] },
);
