import { fullTime } from '../../../shared/local-time.ts';
import { arrived, custodyCases, detained, OKORO, type Detention } from '../example-detention.ts';
import { otherForceClock } from '../relevant-time.ts';

const at = '2026-01-12T10:00';
const body = { toStationName: 'Maidstone', toArea: 'Kent', reason: 'Wanted for robbery', questioned: false, questionedSaysWho: 'DC Poole' };
const given = (d: Detention) => detained(d);
const theirs = (d: Detention) => { const clock = otherForceClock(d.record)!; return [clock.at ? fullTime(clock.at) : null, clock.rule]; };
const away = (d: Detention) => d.must('transferToOtherForce', { by: OKORO, at, body });

/** CUS-26, CUS-27, CUS-195: for Kent's offence a clock of its own, 24 h after leaving unless they arrive before. */
export const actCases = custodyCases(
  { it: 'starts the other force’s clock 24 h after leaving, and this one runs on', given, by: OKORO, at, body, shows: (d) => [theirs(d), d.due('limit24'), d.due('reviewDue')], as: [['10:00 Tue 13 Jan GMT', 'CUS-27'], '08:30 Tue 13 Jan GMT', '15:00 Mon 12 Jan GMT'] },
  { it: 'starts no later clock for one questioned here about it', given, by: OKORO, at, body: { ...body, questioned: true }, shows: theirs, as: ['08:30 Mon 12 Jan GMT', 'CUS-20'] },
  { it: 'is refused to a force that has no area of its own (CUS-28)', given, by: OKORO, at, body: { ...body, toArea: 'British Transport Police' }, refused: ['NOT_A_POLICE_AREA'] },
  { it: 'is refused inside the area: no second clock begins there', given, by: OKORO, at, body: { ...body, toArea: 'the Metropolitan Police' }, refused: ['NOT_OPEN'] },
  { it: 'is refused before detention is authorised', given: (d) => arrived(d), by: OKORO, at: '2026-01-12T08:40', body, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused once they have left', given: (d) => away(detained(d)), by: OKORO, at: '2026-01-12T11:00', body, refused: ['OUT_OF_ORDER'] },
);
