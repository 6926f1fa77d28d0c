import { CLARKE, custodyCases, detained, extended, GROUNDS, HALE, OKORO, RAO, type Detention } from '../example-detention.ts';

const body = { right: 's56_notification', performed: 'His sister, by telephone' };
const delay = { ...body, ground: 'alerting', grounds: 'An accomplice is still sought' };
const delayed = (d: Detention) => detained(d).must('delayRight', { by: RAO, at: '2026-01-12T10:00', body: delay });
const longDelayed = (d: Detention) => extended(d).must('delayRight', { by: RAO, at: '2026-01-13T06:30', body: delay });
const onBail = (d: Detention) => delayed(d).must('releaseOnBail', { by: OKORO, at: '2026-01-12T12:30', body: { appointedAt: '2026-02-02T10:00', necessity: 'Forensic work' } });
const back = (d: Detention) => onBail(d).must('answerBail', { by: OKORO, at: '2026-02-02T10:00', body: { stationId: HALE } }).must('authoriseDetention', { by: OKORO, at: '2026-02-02T10:15', body: GROUNDS });
const tooLong = (d: Detention) => d.breachWords('RIGHTS_DELAY_TOO_LONG', '2026-01-13T21:00');

/** CUS-83, CUS-84, Annex B: by relevant time + 36 h, 20:30 on the 13th. */
export const actCases = custodyCases(
  { it: 'leaves no end owed', given: delayed, by: OKORO, at: '2026-01-12T11:00', body, shows: (d) => d.due('rightsDelayEnds/7.0'), as: null },
  { it: 'is in time before the 36 hours end', given: longDelayed, by: OKORO, at: '2026-01-13T20:29:59', body, shows: tooLong, as: [] },
  { it: 'is in time when they end', given: longDelayed, by: OKORO, at: '2026-01-13T20:30', body, shows: tooLong, as: [] },
  { it: 'is late after them, with its breach', given: longDelayed, by: OKORO, at: '2026-01-13T20:30:01', body, shows: tooLong, as: ['The delay of telling someone had to end by 20:30.'] },
  { it: 'leaves the other right delayed', given: (d) => delayed(d).must('delayRight', { by: CLARKE, at: '2026-01-12T10:10', body: { ...delay, right: 's58_legal_advice' } }), by: OKORO, at: '2026-01-12T11:00', body, shows: (d) => d.due('rightsDelayEnds/8.0'), as: '20:30 Tue 13 Jan GMT' },
  { it: 'is refused for a right that is not delayed', given: delayed, by: OKORO, at: '2026-01-12T11:00', body: { ...body, right: 's58_legal_advice' }, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused on bail: the release ended it', given: onBail, by: OKORO, at: '2026-01-12T13:00', body, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused back from bail, and no breach comes of a delay that the release ended', given: back, by: OKORO, at: '2026-02-02T10:20', body, refused: ['OUT_OF_ORDER'], shows: (d) => d.breachWords('RIGHTS_DELAY_TOO_LONG', '2026-02-02T11:00'), as: [] },
  { it: 'is refused twice', given: (d) => delayed(d).must('endRightsDelay', { by: OKORO, at: '2026-01-12T11:00', body }), by: OKORO, at: '2026-01-12T11:01', body, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused before the delay', given: delayed, by: OKORO, at: '2026-01-12T09:59', now: '2026-01-12T11:00', body, refused: ['OUT_OF_ORDER'] },
);
