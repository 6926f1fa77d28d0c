import { arrived, custodyCases, detained, LIM, OKORO, released, type Detention } from '../example-detention.ts';

const at = '2026-01-12T18:00';
const body = { reason: 'Forensic results come on the 13th' };
const listing = (d: Detention) => d.taskDue('listWarrantHearing');

/** CUS-62 and ruling 8a: the listing is owed from the request, by hour 24. */
export const actCases = custodyCases(
  { it: 'owes the listing of the warrant hearing by hour 24', given: (d) => detained(d), by: LIM, at, body, shows: listing, as: '08:30 Tue 13 Jan GMT' },
  { it: 'extends nothing', given: (d) => detained(d), by: LIM, at, body, shows: (d) => d.due('authorityEnds'), as: '08:30 Tue 13 Jan GMT' },
  { it: 'may be made after hour 24, and moves it no further', given: (d) => detained(d), by: LIM, at: '2026-01-13T08:30:01', body, shows: (d) => [listing(d), d.unlawful('2026-01-13T09:00')], as: ['08:30 Tue 13 Jan GMT', ['Detention was unlawful from 08:30: no authority to hold.']] },
  { it: 'is refused before detention is authorised', given: (d) => arrived(d), by: LIM, at: '2026-01-12T08:40', body, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused after the release', given: released, by: LIM, at, body, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused after charge', given: (d) => detained(d).must('charge', { by: OKORO, at: '2026-01-12T17:00' }), by: LIM, at, body, refused: ['NOT_OPEN'] },
);
