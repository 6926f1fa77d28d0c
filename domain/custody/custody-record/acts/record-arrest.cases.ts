import { ARREST, custodyCases, LIM, OKORO, onTheWay, SOUGHT_BY_KENT } from '../example-detention.ts';

const at = '2026-01-12T08:00';
const atStation = { ...ARREST, arrestedAtStation: true };
const nowhere = '10000000-0000-4000-8000-000000000009';

/** CUS-8, CUS-19, CUS-22, CUS-23, CUS-29, CUS-180; CUS-3 at the clock changes. */
export const actCases = custodyCases(
  { it: 'opens a record on the way, with no clock yet', by: OKORO, at, body: ARREST, shows: (d) => [d.record.custodyNumber, d.record.phase, d.due('limit24')], as: ['HR/26/0001', 'enRoute', null] },
  { it: 'starts the clock at the arrest of one who came voluntarily', by: OKORO, at, body: { ...atStation, voluntaryAttendanceAt: '2026-01-12T07:00' }, shows: (d) => d.due('limit24'), as: '08:00 Tue 13 Jan GMT' },
  { it: 'starts the clock at the arrival of one who answers street bail', by: OKORO, at: '2026-01-02T16:00', now: at, body: { ...ARREST, streetBailAnswerArrivalAt: '2026-01-12T07:40' }, shows: (d) => d.due('limit24'), as: '07:40 Tue 13 Jan GMT' },
  { it: 'adds 24 elapsed hours in March', by: OKORO, at: '2026-03-28T20:00', body: atStation, shows: (d) => d.due('limit24'), as: '21:00 Sun 29 Mar BST' },
  { it: 'adds 24 elapsed hours in October', by: OKORO, at: '2026-10-24T20:00', body: atStation, shows: (d) => d.due('limit24'), as: '19:00 Sun 25 Oct GMT' },
  { it: 'starts no clock on a recall to prison', by: OKORO, at, body: { ...atStation, authorityKind: 'RECALL_TO_PRISON' }, shows: (d) => d.due('limit24'), as: null },
  { it: 'owes the answer where another area seeks the arrest', by: OKORO, at, body: { ...ARREST, ...SOUGHT_BY_KENT }, shows: (d) => d.must('recordArrival', { by: OKORO, at: '2026-01-12T08:30', body: { stationId: ARREST.stationId, source: 'gateLog' } }).owed(), as: ['detentionDecision', 'questioned'] },
  { it: 'may be of one born that day', by: OKORO, at, body: { ...ARREST, dateOfBirth: '2026-01-12' } },
  { it: 'is refused with a date of birth a day ahead', by: OKORO, at, body: { ...ARREST, dateOfBirth: '2026-01-13' }, refused: ['DATE_OF_BIRTH_UNLIKELY'] },
  { it: 'may be of one aged 120', by: OKORO, at, body: { ...ARREST, dateOfBirth: '1906-01-12' } },
  { it: 'is refused with one a day older', by: OKORO, at, body: { ...ARREST, dateOfBirth: '1906-01-11' }, refused: ['DATE_OF_BIRTH_UNLIKELY'] },
  { it: 'is refused for an offence nobody knows', by: OKORO, at, body: { ...ARREST, offenceCodes: ['TH68036', 'XX99999'] }, refused: ['UNKNOWN_OFFENCE'] },
  { it: 'is refused where nobody is named for the answer on questioning', by: OKORO, at, body: { ...ARREST, questioned: false }, refused: ['QUESTIONED_UNKNOWN'] },
  { it: 'is refused for a station nobody knows', by: OKORO, at, body: { ...ARREST, stationId: nowhere }, refused: ['STATION_UNKNOWN'] },
  { it: 'names no team where none is known', by: OKORO, at, body: { ...ARREST, teamId: '' }, shows: (d) => d.record.investigation.teamId, as: '' },
  { it: 'is refused with a team that nobody is in: it would bar nobody from custody and reviews', by: OKORO, at, body: { ...ARREST, teamId: 'c.i.d.' }, refused: ['TEAM_UNKNOWN'] },
  { it: 'is refused with a team that nobody was in then', by: OKORO, at, body: ARREST, facts: { teams: {} }, refused: ['TEAM_UNKNOWN'] },
  { it: 'is refused with an investigator whom the force does not have', by: OKORO, at, body: { ...ARREST, investigatorIds: [nowhere] }, refused: ['OFFICER_UNKNOWN'] },
  { it: 'bars an investigator whom it has', by: OKORO, at, body: { ...ARREST, investigatorIds: [nowhere] }, facts: { officers: { [nowhere]: LIM } }, shows: (d) => d.record.investigation.officerIds, as: [nowhere] },
  { it: 'is refused with every reason at once', by: OKORO, at, body: { ...ARREST, offenceCodes: ['XX99999'], questioned: true, stationId: nowhere }, refused: ['QUESTIONED_UNKNOWN', 'STATION_UNKNOWN', 'UNKNOWN_OFFENCE'] },
  { it: 'is refused where the arrest is recorded', given: (d) => onTheWay(d), by: OKORO, at: '2026-01-12T08:10', body: ARREST, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused with an entry to the country that has not happened', by: OKORO, at, body: { ...ARREST, outsideEnglandAndWales: true, entryToEnglandAndWalesAt: '2026-01-12T08:01' }, refused: ['IN_FUTURE'] },
  { it: 'is done with one at this very moment', by: OKORO, at, body: { ...ARREST, outsideEnglandAndWales: true, entryToEnglandAndWalesAt: at } },
  { it: 'is refused where street bail was answered before the arrest', by: OKORO, at, body: { ...ARREST, streetBailAnswerArrivalAt: '2026-01-12T07:59:59' }, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused where they came voluntarily after the arrest', by: OKORO, at, now: '2026-01-12T09:00', body: { ...atStation, voluntaryAttendanceAt: '2026-01-12T08:00:01' }, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused where they entered the country before an arrest outside it', by: OKORO, at, body: { ...ARREST, outsideEnglandAndWales: true, entryToEnglandAndWalesAt: '2026-01-12T07:59:59' }, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused with a force for an area', by: OKORO, at, body: { ...ARREST, arrestArea: 'British Transport Police' }, refused: ['NOT_A_POLICE_AREA'] },
  { it: 'is on the way where another area held them, and the clock starts here', by: OKORO, at, body: { ...atStation, heldInArea: 'Kent', leftHeldAreaAt: '2026-01-12T07:30', soughtArea: 'Metropolitan', questioned: false, questionedSaysWho: 'DC Lim' }, shows: (d) => [d.record.phase, d.must('recordArrival', { by: OKORO, at: '2026-01-12T09:00', body: { stationId: ARREST.stationId, source: 'gateLog' } }).due('limit24')], as: ['enRoute', '09:00 Tue 13 Jan GMT'] },
  { it: 'is refused in the future', by: OKORO, at, now: '2026-01-12T07:59:59', body: ARREST, refused: ['IN_FUTURE'] },
);
