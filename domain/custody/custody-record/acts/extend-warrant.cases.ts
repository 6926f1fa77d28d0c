import { custodyRecordKind } from '../custody-record-kind.ts';
import { applied, custodyCases, LIM, OKORO, type Detention } from '../example-detention.ts';
import { CUSTODY_LAW } from '../limits.ts';

const at = '2026-01-15T06:00';
const warranted = (hours: number) => (d: Detention) => applied(d).must('recordWarrant', { by: LIM, at: '2026-01-13T18:30', body: { hours } });
const given = warranted(36);
const short = warranted(12);
const expires = (d: Detention) => d.due('warrantExpires');
const gone = (d: Detention) => given(d).must('release', { by: OKORO, at: '2026-01-15T05:00', body: { kind: 'underInvestigation', riskAssessed: true, detail: 'Taxi home' } });

/** CUS-64, CUS-68 and ruling 8a: issued at 18:30 on the 13th for 36 h, so to 06:30 on the 15th; the 96 hours end at 08:30 on the 16th. */
export const actCases = custodyCases(
  { it: 'runs from the current expiry, with bells 3 h and 1 h before it ends', given, by: LIM, at, body: { hours: 24 }, shows: (d) => [expires(d), d.bells()], as: ['06:30 Fri 16 Jan GMT', ['03:30 Fri 16 Jan GMT', '05:30 Fri 16 Jan GMT']] },
  { it: 'may end an hour before the 96 hours', given, by: LIM, at, body: { hours: 25 }, shows: expires, as: '07:30 Fri 16 Jan GMT' },
  { it: 'may end as the 96 hours end', given, by: LIM, at, body: { hours: 26 }, shows: expires, as: '08:30 Fri 16 Jan GMT' },
  { it: 'is refused beyond the 96 hours', given, by: LIM, at, body: { hours: 27 }, refused: ['BEYOND_96H'] },
  { it: 'may be an hour less than 36', given: short, by: LIM, at: '2026-01-14T06:00', body: { hours: 35 }, shows: expires, as: '17:30 Thu 15 Jan GMT' },
  { it: 'may be 36 hours', given: short, by: LIM, at: '2026-01-14T06:00', body: { hours: 36 }, shows: expires, as: '18:30 Thu 15 Jan GMT' },
  { it: 'is refused for more than 36 hours', given: short, by: LIM, at: '2026-01-14T06:00', body: { hours: 37 }, refused: ['PERIOD_TOO_LONG'] },
  { it: 'is refused with every reason at once', given, by: LIM, at, body: { hours: 37 }, refused: ['BEYOND_96H', 'PERIOD_TOO_LONG'] },
  { it: 'may be decided a second before the warrant ends', given, by: LIM, at: '2026-01-15T06:29:59', body: { hours: 24 } },
  { it: 'may be decided as the warrant ends', given, by: LIM, at: '2026-01-15T06:30', body: { hours: 24 }, shows: (d) => d.unlawful('2026-01-15T12:00'), as: [] },
  { it: 'is refused a millisecond after the warrant has ended (s.44(1))', given, by: LIM, at: '2026-01-15T06:30:00.001Z', body: { hours: 24 }, refused: ['AUTHORITY_LAPSED'] },
  { it: 'is refused once the warrant has ended', given, by: LIM, at: '2026-01-15T06:30:01', body: { hours: 24 }, refused: ['AUTHORITY_LAPSED'] },
  { it: 'says how its end comes about', given: short, by: LIM, at: '2026-01-14T06:00', body: { hours: 6 }, shows: (d) => custodyRecordKind.deadlines(d.record, CUSTODY_LAW).find((x) => x.key === 'warrantExpires')!.why.map((w) => w.text), as: ['Warrant issued at 18:30 Tue 13 Jan GMT for 12 h 00 min; it runs from issue, to', 'Extended at 06:00 Wed 14 Jan GMT by 6 h 00 min, to'] },
  { it: 'is refused without a warrant', given: applied, by: LIM, at: '2026-01-13T19:00', body: { hours: 24 }, refused: ['NOT_OPEN'] },
  { it: 'is refused after the release', given: gone, by: LIM, at, body: { hours: 24 }, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused after charge', given: (d) => given(d).must('charge', { by: OKORO, at: '2026-01-15T05:00' }), by: LIM, at, body: { hours: 1 }, refused: ['NOT_OPEN'] },
);
