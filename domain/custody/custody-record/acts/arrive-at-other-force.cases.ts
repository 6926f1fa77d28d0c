import { fullTime } from '../../../shared/local-time.ts';
import { custodyCases, detained, MARSH, OKORO, type Detention } from '../example-detention.ts';
import { otherForceClock } from '../relevant-time.ts';

const at = '2026-01-12T14:00';
const body = { receivedBy: 'PS Quill, Kent Police' };
const given = (d: Detention) =>
  detained(d).must('transferToOtherForce', { by: OKORO, at: '2026-01-12T10:00', body: { toStationName: 'Maidstone', toArea: 'Kent', reason: 'Wanted for robbery', questioned: false, questionedSaysWho: 'DC Poole' } });
const moving = (d: Detention) => detained(d).must('moveToStation', { by: OKORO, at: '2026-01-12T10:00', body: { stationId: MARSH, reason: 'Cells full' } });
const theirs = (d: Detention) => { const clock = otherForceClock(d.record)!.at; return clock ? fullTime(clock) : null; };

/** CUS-27, CUS-195: left at 10:00 on the 12th; their clock starts on arrival, or 24 h after leaving. */
export const actCases = custodyCases(
  { it: 'hands them over, and starts the other force’s clock', given, by: OKORO, at, body, shows: (d) => [d.record.phase, theirs(d), d.due('reviewDue'), d.due('limit24')], as: ['handedOver', '14:00 Mon 12 Jan GMT', null, '08:30 Tue 13 Jan GMT'] },
  { it: 'keeps what this detention breached', given, by: OKORO, at: '2026-01-13T09:59', body, shows: (d) => [theirs(d), d.unlawful('2026-01-14T00:00')], as: ['09:59 Tue 13 Jan GMT', ['Detention was unlawful from 08:30 to 09:59: no authority to hold.']] },
  { it: 'starts it at 24 h after leaving', given, by: OKORO, at: '2026-01-13T10:00', body, shows: theirs, as: '10:00 Tue 13 Jan GMT' },
  { it: 'finds it started at 24 h after leaving', given, by: OKORO, at: '2026-01-13T10:01', body, shows: theirs, as: '10:00 Tue 13 Jan GMT' },
  { it: 'is refused on the way to a station of this force', given: moving, by: OKORO, at, body, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused before they left', given, by: OKORO, at: '2026-01-12T09:59', now: at, body, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused at the station', given: (d) => detained(d), by: OKORO, at, body, refused: ['OUT_OF_ORDER'] },
);
