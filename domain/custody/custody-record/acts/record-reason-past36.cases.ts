import { applied, arrived, CLARKE, custodyCases, EXTEND, extended, LIM, OKORO, twiceReviewed, type Detention } from '../example-detention.ts';

const at = '2026-01-13T20:00';
const body = { sittingAt: '2026-01-14T01:00', reason: 'No court sits this evening' };
const given = extended;
const toTwo = (d: Detention) => twiceReviewed(d).must('authoriseExtension', { by: CLARKE, at: '2026-01-13T06:00', body: { ...EXTEND, until: '2026-01-13T14:00' } });
const gone = (d: Detention) => extended(d).must('release', { by: OKORO, at: '2026-01-13T12:00', body: { kind: 'underInvestigation', riskAssessed: true, detail: 'Taxi home' } });
const gap = (d: Detention) => d.unlawful('2026-01-13T22:00');

const told = (d: Detention, time: string) => d.must('recordReasonPast36', { by: OKORO, at: time, body });
const refused = (d: Detention) => applied(d).must('recordWarrantRefusal', { by: OKORO, at: '2026-01-13T20:00', body: { reasons: 'Not diligent' } });
const listed = (d: Detention, time: string) => d.must('recordHearingListed', { by: LIM, at: time, body: { listedFor: '2026-01-14T01:00', court: 'Camberwell', reference: 'W/8' } });
const relisted = (d: Detention, time: string, listedFor: string) => { d.must('recordHearingListed', { by: LIM, at: time, body: { listedFor, court: 'Camberwell', reference: 'W/8' } }); return [d.unlawful('2026-01-13T20:30'), d.unlawful('2026-01-14T02:00').length]; };
const warranted = (d: Detention) => applied(d).must('recordWarrant', { by: OKORO, at: '2026-01-13T18:30', body: { hours: 9 } });

/** CUS-61 and ruling 8a: 36 h end at 20:30 on the 13th, the six hours after at 02:30 on the 14th. */
export const actCases = custodyCases(
  { it: 'keeps them six hours after the 36, where no application is made', given, by: OKORO, at, body, shows: (d) => [d.due('authorityEnds'), d.unlawful('2026-01-14T03:00')], as: ['02:30 Wed 14 Jan GMT', ['Detention was unlawful from 02:30: no authority to hold.']] },
  { it: 'is in time a second before the 36 hours end', given, by: OKORO, at: '2026-01-13T20:29:59', body, shows: gap, as: [] },
  { it: 'is in time as the 36 hours end', given, by: OKORO, at: '2026-01-13T20:30', body, shows: gap, as: [] },
  { it: 'ends the alarm later, and the gap stays', given, by: OKORO, at: '2026-01-13T20:31', body, shows: gap, as: ['Detention was unlawful from 20:30 to 20:31: no authority to hold.'] },
  { it: 'holds them from the 36 hours though the authority to there is given after it', given: (d) => twiceReviewed(d), by: OKORO, at: '2026-01-13T06:00', body, shows: (d) => d.must('authoriseExtension', { by: CLARKE, at: '2026-01-13T07:00', body: { ...EXTEND, until: '2026-01-13T20:30' } }).unlawful('2026-01-14T02:30'), as: [] },
  { it: 'holds them no longer than the 36 hours once the court is listed anew beyond the six', given, by: OKORO, at: '2026-01-13T18:00', body: { ...body, sittingAt: '2026-01-13T23:00' }, shows: (d) => relisted(d, '2026-01-13T19:00', '2026-01-14T02:30:01'), as: [[], 1] },
  { it: 'holds them on where it is listed anew within the six hours', given, by: OKORO, at: '2026-01-13T18:00', body: { ...body, sittingAt: '2026-01-13T23:00' }, shows: (d) => relisted(d, '2026-01-13T19:00', '2026-01-14T02:30'), as: [[], 0] },
  { it: 'holds them to when it was listed anew, past the 36 hours', given, by: OKORO, at: '2026-01-13T18:00', body: { ...body, sittingAt: '2026-01-13T23:00' }, shows: (d) => { relisted(d, '2026-01-13T21:00', '2026-01-14T10:00'); return d.unlawful('2026-01-13T22:00'); }, as: ['Detention was unlawful from 21:00: no authority to hold.'] },
  { it: 'needs authority up to the 36 hours', given: toTwo, by: OKORO, at: '2026-01-13T13:00', body, shows: (d) => d.due('authorityEnds'), as: '14:00 Tue 13 Jan GMT' },
  { it: 'is refused for a court that sits as the 36 hours end', given, by: OKORO, at, body: { ...body, sittingAt: '2026-01-13T20:30' }, refused: ['APPLICATION_OUT_OF_TIME'] },
  { it: 'may be for a court that sits a second after them', given, by: OKORO, at, body: { ...body, sittingAt: '2026-01-13T20:30:01' } },
  { it: 'may be for a court that sits a millisecond after them (s.43(5)(b))', given, by: OKORO, at, body: { ...body, sittingAt: '2026-01-13T20:30:00.001Z' }, shows: (d) => d.due('authorityEnds'), as: '02:30 Wed 14 Jan GMT' },
  { it: 'may be for a court that sits as the six hours end', given, by: OKORO, at, body: { ...body, sittingAt: '2026-01-14T02:30' } },
  { it: 'is refused for a court that sits a millisecond after the six hours (s.43(5)(b))', given, by: OKORO, at, body: { ...body, sittingAt: '2026-01-14T02:30:00.001Z' }, refused: ['APPLICATION_OUT_OF_TIME'] },
  { it: 'is refused for a court that sits after the six hours', given, by: OKORO, at, body: { ...body, sittingAt: '2026-01-14T02:30:01' }, refused: ['APPLICATION_OUT_OF_TIME'] },
  { it: 'is refused before detention is authorised', given: (d) => arrived(d), by: OKORO, at: '2026-01-12T08:40', body, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused after the release', given: gone, by: OKORO, at, body, refused: ['OUT_OF_ORDER'] },
  { it: 'told again later, takes nothing from what was told first', given: (d) => told(extended(d), '2026-01-13T20:31'), by: OKORO, at: '2026-01-13T21:00', body: { ...body, sittingAt: '2026-01-14T02:00' }, shows: gap, as: ['Detention was unlawful from 20:30 to 20:31: no authority to hold.'] },
  { it: 'holds nobody after a refusal, though the court is listed again later', given: refused, by: OKORO, at: '2026-01-13T20:30', body, shows: (d) => { listed(d, '2026-01-13T21:00'); return [gap(d), d.taskDue('reasonPast36')]; }, as: [['Detention was unlawful from 20:30: no authority to hold.'], '20:30 Tue 13 Jan GMT'] },
  { it: 'holds them again from when it is told after the new listing', given: (d) => listed(refused(d), '2026-01-13T20:59'), by: OKORO, at: '2026-01-13T21:00', body, shows: (d) => { listed(d, '2026-01-13T21:30'); return gap(d); }, as: ['Detention was unlawful from 20:30 to 21:00: no authority to hold.'] },
  { it: 'is refused under a warrant, which goes on', given: warranted, by: OKORO, at: '2026-01-13T19:00', body, refused: ['NOT_OPEN'], shows: (d) => d.due('warrantExpires'), as: '03:30 Wed 14 Jan GMT' },
  { it: 'is refused after charge', given: (d) => extended(d).must('charge', { by: OKORO, at: '2026-01-13T19:00' }), by: OKORO, at, body, refused: ['NOT_OPEN'] },
);
