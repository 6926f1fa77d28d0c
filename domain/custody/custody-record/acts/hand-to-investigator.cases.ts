import { arrived, BELL, custodyCases, detained, LIM, OKORO, type Detention } from '../example-detention.ts';

const at = '2026-01-12T09:45';
const body = { officerName: 'DC Poole', purpose: 'interview' };
const nobody = '20000000-0000-4000-8000-000000000009';
const given = (d: Detention) => detained(d);
const breaches = (d: Detention) => d.breachCodes('2026-01-12T12:00');

/** CUS-18, CUS-38, T-CHECK: the first visit was due by 10:02. */
export const actCases = custodyCases(
  { it: 'moves the duty of care', given, by: OKORO, at, body, shows: (d) => [d.record.phase, d.says()], as: ['withInvestigator', 'Handed to DC Poole for interview: the duty of care moves from PS Okoro (s.39(2))'] },
  { it: 'names the custody officer of that time whoever records it', given, by: BELL, at, body, shows: (d) => d.record.investigatorSpells.at(-1)?.permittedBy, as: 'PS Okoro' },
  { it: 'says where nobody held the post', given, by: BELL, at, body, facts: { custodyOfficer: null }, shows: (d) => d.says(), as: 'Handed to DC Poole for interview: the duty of care moves though nobody held the custody officer’s post (s.39(2))' },
  { it: 'leaves no visit due, and stops no clock', given, by: OKORO, at, body, shows: (d) => [d.due('visitDue'), d.due('limit24'), d.due('reviewDue')], as: [null, '08:30 Tue 13 Jan GMT', '15:00 Mon 12 Jan GMT'] },
  { it: 'leaves no visit late just before one is due', given, by: OKORO, at: '2026-01-12T10:01:59', body, shows: breaches, as: [] },
  { it: 'nor at the instant it is due', given, by: OKORO, at: '2026-01-12T10:02', body, shows: breaches, as: [] },
  { it: 'leaves it late afterwards', given, by: OKORO, at: '2026-01-12T10:02:01', body, shows: breaches, as: ['VISIT_LATE'] },
  { it: 'names an officer of the force by the list', given, by: OKORO, at, body: { ...body, officerId: nobody }, facts: { officers: { [nobody]: LIM } }, shows: (d) => d.record.phase, as: 'withInvestigator' },
  { it: 'is refused with an officer whom the force does not have', given, by: OKORO, at, body: { ...body, officerId: nobody }, refused: ['OFFICER_UNKNOWN'] },
  { it: 'is refused before detention is authorised', given: (d) => arrived(d), by: OKORO, at, body, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused twice', given: (d) => detained(d).must('handToInvestigator', { by: OKORO, at, body }), by: OKORO, at: '2026-01-12T09:50', body, refused: ['OUT_OF_ORDER'] },
);
