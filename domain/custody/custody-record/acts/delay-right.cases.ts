import { ACTING, arrived, CLARKE, custodyCases, detained, GROUNDS, HALE, OKORO, RAO, SOUGHT_BY_KENT, VANCE, type Detention } from '../example-detention.ts';

const at = '2026-01-12T10:00';
const telling = { right: 's56_notification', ground: 'alerting', grounds: 'An accomplice is still sought' };
const advice = { ...telling, right: 's58_legal_advice' };
const given = (d: Detention) => detained(d);
const summary = (d: Detention) => detained(d, { offenceCodes: ['CJ88001'] });
const charged = (d: Detention) => detained(d).must('charge', { by: OKORO, at: '2026-01-12T09:50' });
const mustEnd = (d: Detention) => d.due('rightsDelayEnds/7.0');
const treated = (d: Detention) =>
  d.must('leaveForHospital', { by: OKORO, at: '2026-01-12T12:00', body: { purpose: 'treatment', hospital: 'St Mary', reason: 'Cut hand', escorts: 'PC Ward' } }).must('returnFromHospital', { by: OKORO, at: '2026-01-12T14:00' });
const back = (d: Detention) => d.must('releaseOnBail', { by: OKORO, at: '2026-01-12T12:30', body: { appointedAt: '2026-01-12T18:00', necessity: 'Forensic work' } })
  .must('answerBail', { by: OKORO, at: '2026-01-12T18:00', body: { stationId: HALE } }).must('authoriseDetention', { by: OKORO, at: '2026-01-12T18:15', body: GROUNDS });
const fromKent = (d: Detention) => detained(d, { ...SOUGHT_BY_KENT, questioned: false, questionedSaysWho: 'DC Poole' });

/** CUS-12, CUS-83, CUS-84, and rulings 8a. */
export const actCases = custodyCases(
  { it: 'must end 36 h after the relevant time', given, by: RAO, at, body: telling, shows: mustEnd, as: '20:30 Tue 13 Jan GMT' },
  { it: 'is a superintendent’s for legal advice', given, by: CLARKE, at, body: advice, shows: mustEnd, as: '20:30 Tue 13 Jan GMT' },
  { it: 'does not add time in hospital', given, by: RAO, at, body: telling, shows: (d) => [treated(d).due('limit24'), mustEnd(d)], as: ['10:30 Tue 13 Jan GMT', '20:30 Tue 13 Jan GMT'] },
  { it: 'counts from the earliest start that is possible where none is fixed', given: fromKent, by: RAO, at, body: telling, shows: mustEnd, as: '20:00 Tue 13 Jan GMT' },
  { it: 'is refused to a sergeant', given, by: OKORO, at, body: telling, refused: ['RANK_TOO_LOW'] },
  { it: 'is refused to a chief inspector for legal advice', given, by: VANCE, at, body: advice, refused: ['RANK_TOO_LOW'] },
  { it: 'is done by a sergeant just before acting as inspector ends', given, by: ACTING, at: '2026-01-12T11:59:59', body: telling },
  { it: 'is refused to that sergeant when it ends', given, by: ACTING, at: '2026-01-12T12:00', body: telling, refused: ['RANK_TOO_LOW'] },
  { it: 'is refused for a summary offence', given: summary, by: RAO, at, body: telling, refused: ['NOT_INDICTABLE'] },
  { it: 'is refused with every reason at once', given: summary, by: RAO, at, body: advice, refused: ['NOT_INDICTABLE', 'RANK_TOO_LOW'] },
  { it: 'may be ordered a second before the 36 hours end', given, by: RAO, at: '2026-01-13T20:29:59', body: telling, shows: mustEnd, as: '20:30 Tue 13 Jan GMT' },
  { it: 'is refused as they end', given, by: RAO, at: '2026-01-13T20:30', body: telling, refused: ['PERIOD_TOO_LONG'] },
  { it: 'is refused where it is delayed already', given: (d) => detained(d).must('delayRight', { by: RAO, at: '2026-01-12T09:50', body: telling }), by: RAO, at, body: telling, refused: ['ALREADY_DONE'] },
  { it: 'is a decision of its own after a release on bail that ended the one before', given: (d) => back(detained(d).must('delayRight', { by: RAO, at: '2026-01-12T09:50', body: telling })), by: RAO, at: '2026-01-12T18:30', body: telling, shows: (d) => d.due('rightsDelayEnds/11.0'), as: '20:30 Tue 13 Jan GMT' },
  { it: 'is another decision for the other right', given: (d) => detained(d).must('delayRight', { by: RAO, at: '2026-01-12T09:50', body: telling }), by: CLARKE, at, body: advice },
  { it: 'is refused after charge', given: charged, by: RAO, at, body: telling, refused: ['NOT_OPEN'] },
  { it: 'is refused before detention is authorised', given: (d) => arrived(d), by: RAO, at, body: telling, refused: ['OUT_OF_ORDER'] },
);
