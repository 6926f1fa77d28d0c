import { ARREST, custodyCases, GROUNDS, heldBefore, OKORO, onTheWay } from '../example-detention.ts';

const at = '2026-01-12T08:00';
const body = { ...ARREST, arrestedAtStation: true, newEvidence: 'DNA of the glove', foundOn: '9 January', whyNotEarlier: 'The laboratory answered on 9 January' };
const nowhere = '10000000-0000-4000-8000-000000000009';
const authorise = { by: OKORO, at: '2026-01-12T08:30', body: GROUNDS, facts: heldBefore() };

/** CUS-36, CUS-39, CUS-197. */
export const actCases = custodyCases(
  { it: 'starts a fresh clock', by: OKORO, at, body, shows: (d) => d.due('limit24'), as: '08:00 Tue 13 Jan GMT' },
  { it: 'lets one released without charge be detained for the same offence', by: OKORO, at, body, shows: (d) => d.must('authoriseDetention', authorise).due('reviewDue'), as: '14:30 Mon 12 Jan GMT' },
  { it: 'is refused without the new evidence', by: OKORO, at, body: { ...body, newEvidence: '' }, refused: ['REARREST_NO_NEW_EVIDENCE'] },
  { it: 'is refused without its date', by: OKORO, at, body: { ...body, foundOn: '' }, refused: ['REARREST_NO_NEW_EVIDENCE'] },
  { it: 'is refused without why it could not be had before', by: OKORO, at, body: { ...body, whyNotEarlier: '' }, refused: ['REARREST_NO_NEW_EVIDENCE'] },
  { it: 'is refused for an offence nobody knows', by: OKORO, at, body: { ...body, offenceCodes: ['XX99999'] }, refused: ['UNKNOWN_OFFENCE'] },
  { it: 'is refused for a station nobody knows', by: OKORO, at, body: { ...body, stationId: nowhere }, refused: ['STATION_UNKNOWN'] },
  { it: 'is refused where nobody is named for the answer on questioning', by: OKORO, at, body: { ...body, questioned: true }, refused: ['QUESTIONED_UNKNOWN'] },
  { it: 'is refused with every reason at once', by: OKORO, at, body: { ...body, newEvidence: '', offenceCodes: ['XX99999'] }, refused: ['REARREST_NO_NEW_EVIDENCE', 'UNKNOWN_OFFENCE'] },
  { it: 'is refused on a record that has its arrest', given: (d) => onTheWay(d), by: OKORO, at: '2026-01-12T09:00', body, refused: ['OUT_OF_ORDER'] },
);
