import { custodyCases, detained, OKORO, type Detention } from '../example-detention.ts';

const at = '2026-01-12T11:00';
const body = { report: 'Codes C and E complied with; one break', location: 'Cell 12' };
const away = (d: Detention) => detained(d).must('handToInvestigator', { by: OKORO, at: '2026-01-12T09:45', body: { officerName: 'DC Poole', purpose: 'interview' } });

/** CUS-18, T-CHECK: the return counts as seen. */
export const actCases = custodyCases(
  { it: 'brings the duty back with the report', given: away, by: OKORO, at, body, shows: (d) => [d.record.phase, d.record.location, d.says()], as: ['detained', 'Cell 12', 'Returned by the investigator to PS Okoro. Codes C and E complied with; one break'] },
  { it: 'says where nobody held the custody officer’s post to have the duty back', given: away, by: OKORO, at, body, facts: { custodyOfficer: null }, shows: (d) => d.says(), as: 'Returned by the investigator: nobody held the custody officer’s post. Codes C and E complied with; one break' },
  { it: 'counts as seen: the next visit is an hour on, and none was late', given: away, by: OKORO, at, body, shows: (d) => [d.due('visitDue'), d.breachCodes('2026-01-12T12:00')], as: ['12:00 Mon 12 Jan GMT', []] },
  { it: 'is refused without the report', given: away, by: OKORO, at, body: {}, refused: ['REPORT_REQUIRED'] },
  { it: 'is refused without a departure', given: (d) => detained(d), by: OKORO, at, body, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused before the departure', given: away, by: OKORO, at: '2026-01-12T09:44', now: at, body, refused: ['OUT_OF_ORDER'] },
);
