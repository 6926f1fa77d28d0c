import { when } from '../../../shared/example.ts';
import { ARREST, arrived, custodyCases, detained, HALE, MARSH, OKORO, onTheWay, type Detention } from '../example-detention.ts';
import { otherForceClock } from '../relevant-time.ts';

const body = { stationId: HALE, source: 'gateLog' };
const at = '2026-01-12T08:30';
const fromKent = (questioned: boolean) => (d: Detention) => onTheWay(d, { arrestArea: 'Kent', soughtArea: 'Metropolitan', questioned, questionedSaysWho: 'DC Poole' });
const fromFrance = (d: Detention) =>
  d.must('recordArrest', { by: OKORO, at: '2026-01-12T08:00', now: '2026-01-12T10:30', body: { ...ARREST, outsideEnglandAndWales: true, entryToEnglandAndWalesAt: '2026-01-12T10:00', investigatingArea: 'Metropolitan' } });
const moving = (d: Detention) => detained(d).must('moveToStation', { by: OKORO, at: '2026-01-12T10:00', body: { stationId: MARSH, reason: 'Cells full' } });
const brokeBail = (d: Detention) =>
  detained(d).must('releaseOnBail', { by: OKORO, at: '2026-01-12T12:30', body: { appointedAt: '2026-02-02T10:00', necessity: 'Forensic work' } })
    .must('recordBreachArrest', { by: OKORO, at: '2026-01-20T10:00', body: { ground: 'brokeConditions', atStation: false, stationId: HALE, officerName: 'PC Ward' } });
const toKent = (d: Detention) => detained(d).must('transferToOtherForce', { by: OKORO, at: '2026-01-12T10:00', body: { toStationName: 'Maidstone', toArea: 'Kent', reason: 'A burglary there', questioned: false, questionedSaysWho: 'DC Poole' } });
const theirClock = (d: Detention) => otherForceClock(d.record)?.at ?? null;
const back = (d: Detention) => [d.record.phase, d.record.stationName, theirClock(d), limit(d), d.due('reviewDue'), d.owed()];
const limit = (d: Detention) => d.due('limit24');

/** CUS-19 to CUS-21, CUS-24, CUS-25, CUS-37, CUS-194. */
export const actCases = custodyCases(
  { it: 'starts the clock in the yard, and the wait for the desk', given: (d) => onTheWay(d), by: OKORO, at, body, shows: (d) => [limit(d), d.due('deskDue')], as: ['08:30 Tue 13 Jan GMT', '09:30 Mon 12 Jan GMT'] },
  { it: 'leaves the clock where it started at a second station', given: moving, by: OKORO, at: '2026-01-12T10:40', body: { ...body, stationId: MARSH }, shows: (d) => [d.record.phase, limit(d), d.due('reviewDue')], as: ['detained', '08:30 Tue 13 Jan GMT', '15:00 Mon 12 Jan GMT'] },
  { it: 'turned back on the way to another force starts no clock of theirs', given: toKent, by: OKORO, at: '2026-01-12T10:30', body, shows: back, as: ['detained', 'Hale Road', null, '08:30 Tue 13 Jan GMT', '15:00 Mon 12 Jan GMT', []] },
  { it: 'starts none in the yard that they turned into on the way', given: toKent, by: OKORO, at: '2026-01-12T10:30', body: { ...body, stationId: MARSH }, shows: (d) => [d.record.stationName, theirClock(d)], as: ['Marsh Lane', null] },
  { it: 'lets them have someone told where they are, turned back to a third station', given: toKent, by: OKORO, at: '2026-01-12T10:30', body: { ...body, stationId: MARSH }, shows: (d) => d.owed(), as: ['informAgain'] },
  { it: 'leaves that clock to the second journey, which is made', given: toKent, by: OKORO, at: '2026-01-12T10:30', body, shows: (d) => { d.must('transferToOtherForce', { by: OKORO, at: '2026-01-12T11:00', body: { toStationName: 'Maidstone', toArea: 'Kent', reason: 'A burglary there', questioned: false, questionedSaysWho: 'DC Poole' } }).must('arriveAtOtherForce', { by: OKORO, at: '2026-01-12T12:00', body: { receivedBy: 'PS Hart' } }); return theirClock(d); }, as: when('2026-01-12T12:00') },
  { it: 'turned back at the station they left owes nobody told again', given: moving, by: OKORO, at: '2026-01-12T10:10', body, shows: back, as: ['detained', 'Hale Road', null, '08:30 Tue 13 Jan GMT', '15:00 Mon 12 Jan GMT', []] },
  { it: 'keeps the first yard for one moved on before the decision', given: (d) => arrived(d), by: OKORO, at: '2026-01-12T08:55', body: { ...body, stationId: MARSH }, shows: limit, as: '08:30 Tue 13 Jan GMT' },
  { it: 'starts the clock just before arrest + 24 h in the area that seeks them', given: fromKent(false), by: OKORO, at: '2026-01-13T07:59', body, shows: limit, as: '07:59 Wed 14 Jan GMT' },
  { it: 'starts the clock at arrest + 24 h', given: fromKent(false), by: OKORO, at: '2026-01-13T08:00', body, shows: limit, as: '08:00 Wed 14 Jan GMT' },
  { it: 'finds the clock started at arrest + 24 h', given: fromKent(false), by: OKORO, at: '2026-01-13T08:01', body, shows: limit, as: '08:00 Wed 14 Jan GMT' },
  { it: 'starts the clock at the first station for one questioned where arrested', given: fromKent(true), by: OKORO, at: '2026-01-13T08:01', body, shows: limit, as: '08:01 Wed 14 Jan GMT' },
  { it: 'starts the clock in the investigating area for one arrested abroad', given: fromFrance, by: OKORO, at: '2026-01-12T12:00', body, shows: limit, as: '12:00 Tue 13 Jan GMT' },
  { it: 'leaves out three hours after a s.46A arrest: 4 h were counted', given: brokeBail, by: OKORO, at: '2026-01-20T10:30', body, shows: limit, as: '09:30 Wed 21 Jan GMT' },
  { it: 'is refused at a station nobody knows', given: (d) => onTheWay(d), by: OKORO, at, body: { ...body, stationId: '10000000-0000-4000-8000-000000000009' }, refused: ['STATION_UNKNOWN'] },
  { it: 'is refused twice without a journey', given: (d) => arrived(d), by: OKORO, at: '2026-01-12T08:40', body, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused without an arrest', by: OKORO, at, body, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused before the arrest', given: (d) => onTheWay(d), by: OKORO, at: '2026-01-12T07:59', now: at, body, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused in the future', given: (d) => onTheWay(d), by: OKORO, at, now: '2026-01-12T08:29:59', body, refused: ['IN_FUTURE'] },
);
