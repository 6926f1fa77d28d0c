import { arrived, custodyCases, extended, LIM, OKORO, released, type Detention } from '../example-detention.ts';

const at = '2026-01-13T12:00';
const body = { listedFor: '2026-01-13T18:00', court: 'Camberwell', reference: 'W/7' };
const given = extended;
const reason = (d: Detention) => d.taskDue('reasonPast36');

/** CUS-61, CUS-62, CUS-66: 36 h end at 20:30 on the 13th. */
export const actCases = custodyCases(
  { it: 'meets the listing, and owes the copy of the information before the hearing', given, by: LIM, at, body, shows: (d) => [d.taskDue('listWarrantHearing'), d.taskDue('serveWarrantInformation')], as: ['not owed', '18:00 Tue 13 Jan GMT'] },
  { it: 'owes no reason for a court that sits as the 36 hours end', given, by: LIM, at, body: { ...body, listedFor: '2026-01-13T20:30' }, shows: reason, as: 'not owed' },
  { it: 'owes the reason by the 36 hours for a court that sits after them', given, by: LIM, at, body: { ...body, listedFor: '2026-01-13T20:30:01' }, shows: reason, as: '20:30 Tue 13 Jan GMT' },
  { it: 'holds nobody any longer by itself', given, by: LIM, at, body: { ...body, listedFor: '2026-01-13T22:00' }, shows: (d) => d.due('authorityEnds'), as: '20:30 Tue 13 Jan GMT' },
  { it: 'answers the listing that the engine asked for', given, by: LIM, at, body: { ...body, answersKey: 'listWarrantHearing/episode-1' }, shows: (d) => d.taskDue('listWarrantHearing'), as: 'not owed' },
  { it: 'is refused for the evening before', given, by: LIM, at, body: { ...body, listedFor: '2026-01-12T18:00' }, refused: ['PERIOD_TOO_SHORT'] },
  { it: 'is refused for a second before it is told', given, by: LIM, at, body: { ...body, listedFor: '2026-01-13T11:59:59' }, refused: ['PERIOD_TOO_SHORT'] },
  { it: 'is refused for when it is told', given, by: LIM, at, body: { ...body, listedFor: at }, refused: ['PERIOD_TOO_SHORT'] },
  { it: 'may be for a second later', given, by: LIM, at, body: { ...body, listedFor: '2026-01-13T12:00:01' }, shows: (d) => d.taskDue('serveWarrantInformation'), as: '12:00 Tue 13 Jan GMT' },
  { it: 'may be told after the hearing, of when it was listed', given, by: LIM, at, now: '2026-01-13T20:00', body },
  { it: 'is refused as an answer of the court that comes when it has sat', given, by: LIM, at: '2026-01-13T18:30', body: { ...body, answersKey: 'listWarrantHearing/episode-1' }, refused: ['PERIOD_TOO_SHORT'] },
  { it: 'is refused as an answer that comes after people listed it themselves', given: (d) => extended(d).must('recordHearingListed', { by: LIM, at: '2026-01-13T11:00', body }), by: LIM, at, body: { ...body, listedFor: '2026-01-13T19:30', answersKey: 'listWarrantHearing/episode-1' }, refused: ['ALREADY_DONE'] },
  { it: 'is refused before detention is authorised', given: (d) => arrived(d), by: LIM, at: '2026-01-12T08:40', body, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused after the release', given: released, by: LIM, at, body, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused after charge', given: (d) => extended(d).must('charge', { by: OKORO, at: '2026-01-13T11:00' }), by: LIM, at, body, refused: ['NOT_OPEN'] },
);
