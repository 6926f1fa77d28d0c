import { applied, custodyCases, LIM, OKORO, served, type Detention } from '../example-detention.ts';

const at = '2026-01-13T19:00';
const given = applied;
const expires = (d: Detention) => d.due('warrantExpires');
const refused = (d: Detention) => applied(d).must('recordWarrantRefusal', { by: LIM, at: '2026-01-13T18:30', body: { reasons: 'Not diligent' } });
const gone = (d: Detention) => applied(d).must('release', { by: OKORO, at: '2026-01-13T18:30', body: { kind: 'underInvestigation', riskAssessed: true, detail: 'Taxi home' } });

/** CUS-63, CUS-68 and ruling 8a: applied at 18:00, issued at 19:00 on the 13th. */
export const actCases = custodyCases(
  { it: 'runs from its issue, with bells 3 h and 1 h before it ends', given, by: LIM, at, body: { hours: 36 }, shows: (d) => [expires(d), d.bells()], as: ['07:00 Thu 15 Jan GMT', ['04:00 Thu 15 Jan GMT', '06:00 Thu 15 Jan GMT']] },
  { it: 'loses what was left of the superintendent’s time', given, by: LIM, at, body: { hours: 1 }, shows: (d) => [expires(d), d.unlawful('2026-01-13T20:10')], as: ['20:00 Tue 13 Jan GMT', ['Detention was unlawful from 20:00: no authority to hold.']] },
  { it: 'may run for an hour less than 36', given, by: LIM, at, body: { hours: 35 }, shows: expires, as: '06:00 Thu 15 Jan GMT' },
  { it: 'is refused for an hour more than 36', given, by: LIM, at, body: { hours: 37 }, refused: ['PERIOD_TOO_LONG'] },
  { it: 'leaves reviews owed', given, by: LIM, at, body: { hours: 36 }, shows: (d) => d.due('reviewDue'), as: '07:00 Tue 13 Jan GMT' },
  { it: 'may be issued as the application is made', given, by: LIM, at: '2026-01-13T18:00', body: { hours: 36 }, shows: expires, as: '06:00 Thu 15 Jan GMT' },
  { it: 'may be issued as the 36 hours end: no gap (s.43(11))', given, by: LIM, at: '2026-01-13T20:30', body: { hours: 36 }, shows: (d) => [expires(d), d.unlawful('2026-01-14T12:00')], as: ['08:30 Thu 15 Jan GMT', []] },
  { it: 'issued a millisecond after them, leaves that millisecond unlawful (CUS-9)', given, by: LIM, at: '2026-01-13T20:30:00.001Z', body: { hours: 36 }, shows: (d) => d.unlawful('2026-01-14T12:00').length, as: 1 },
  { it: 'is refused before the application', given, by: LIM, at: '2026-01-13T17:59:59', now: at, body: { hours: 36 }, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused without an application', given: served, by: LIM, at, body: { hours: 36 }, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused once the court has refused it', given: refused, by: LIM, at, body: { hours: 36 }, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused after the release', given: gone, by: LIM, at, body: { hours: 36 }, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused after charge', given: (d) => applied(d).must('charge', { by: OKORO, at: '2026-01-13T18:10' }), by: LIM, at, body: { hours: 1 }, refused: ['NOT_OPEN'] },
);
