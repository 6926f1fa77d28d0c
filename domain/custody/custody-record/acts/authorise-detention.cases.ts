import { ARREST, arrived, authorised, BELL, custodyCases, GROUNDS, HALE, heldBefore, LIM, OKORO, onTheWay, WARD, type Detention } from '../example-detention.ts';

const at = '2026-01-12T09:00';
const body = GROUNDS;
const fallback = { ...body, noCustodyOfficer: 'PS Okoro is at an emergency in the cells' };
const given = (d: Detention) => arrived(d);
const streetBailed = (d: Detention) => d.must('recordArrest', { by: OKORO, at: '2026-01-02T16:00', now: at, body: { ...ARREST, streetBailAnswerArrivalAt: '2026-01-12T08:30' } });
const inMarch = (d: Detention) => d.must('recordArrest', { by: OKORO, at: '2026-03-28T21:00', body: ARREST }).must('recordArrival', { by: OKORO, at: '2026-03-28T21:30', body: { stationId: HALE, source: 'gateLog' } });

/** CUS-10, CUS-11, CUS-39, CUS-40, CUS-114, CUS-115. */
export const actCases = custodyCases(
  { it: 'starts the reviews at the decision, and leaves the clock at the yard', given, by: OKORO, at, body, shows: (d) => [d.due('reviewDue'), d.due('limit24')], as: ['15:00 Mon 12 Jan GMT', '08:30 Tue 13 Jan GMT'] },
  { it: 'may be as the 24 hours end', given, by: OKORO, at: '2026-01-13T08:30', body },
  { it: 'is refused a second after them: they are let go', given, by: OKORO, at: '2026-01-13T08:30:01', body, refused: ['AUTHORITY_LAPSED'], shows: (d) => d.must('refuseDetention', { by: OKORO, at: '2026-01-13T08:31', body: { reason: 'Nobody had decided within 24 hours' } }).record.phase, as: 'notDetained' },
  { it: 'adds six elapsed hours in March', given: inMarch, by: OKORO, at: '2026-03-28T22:00', body, shows: (d) => d.due('reviewDue'), as: '05:00 Sun 29 Mar BST' },
  { it: 'owes rights and an observation level at once', given, by: OKORO, at, body, shows: (d) => d.owed(), as: ['observationLevel', 'rights'] },
  { it: 'is refused to who does not hold the post', given, by: WARD, at, body, refused: ['NOT_CUSTODY_OFFICER'] },
  { it: 'is refused to a constable who holds it', given, by: WARD, at, body, facts: { custodyOfficer: WARD.id }, refused: ['NOT_CUSTODY_OFFICER'] },
  { it: 'is done by any rank where no custody officer is readily available', given, by: WARD, at, body: fallback, shows: (d) => d.due('reviewDue'), as: '15:00 Mon 12 Jan GMT' },
  { it: 'is refused to police staff even then', given, by: BELL, at, body: fallback, refused: ['NOT_CUSTODY_OFFICER'] },
  { it: 'is refused to a custody officer of the investigation team', given, by: LIM, at, body, facts: { custodyOfficer: LIM.id }, refused: ['CONFLICT_OF_ROLE'] },
  { it: 'is refused without a ground', given, by: OKORO, at, body: { ...body, grounds: [] }, refused: ['GROUNDS_REQUIRED'] },
  { it: 'is refused where they were not told and nobody says why', given, by: OKORO, at, body: { ...body, toldInPresence: false }, refused: ['REASON_REQUIRED'] },
  { it: 'is done where they could not be told', given, by: OKORO, at, body: { ...body, toldInPresence: false, whyNotTold: 'Violent' } },
  { it: 'is refused after a release without charge for the same offence', given, by: OKORO, at, body, facts: heldBefore({ ending: 'underInvestigation' }), refused: ['REARREST_NO_NEW_EVIDENCE'] },
  { it: 'is done where the earlier detention ended in a charge', given, by: OKORO, at, body, facts: heldBefore({ ending: 'chargedAndBailed' }) },
  { it: 'is refused with every reason at once', given, by: LIM, at, body: { ...body, grounds: [], toldInPresence: false }, facts: heldBefore(), refused: ['CONFLICT_OF_ROLE', 'GROUNDS_REQUIRED', 'NOT_CUSTODY_OFFICER', 'REARREST_NO_NEW_EVIDENCE', 'REASON_REQUIRED'] },
  { it: 'is refused before they come to answer street bail', given: streetBailed, by: OKORO, at: '2026-01-12T08:29:59', now: at, body, refused: ['OUT_OF_ORDER'] },
  { it: 'may be as they come to answer street bail', given: streetBailed, by: OKORO, at: '2026-01-12T08:30', now: at, body, shows: (d) => d.due('limit24'), as: '08:30 Tue 13 Jan GMT' },
  { it: 'is refused on the way', given: (d) => onTheWay(d), by: OKORO, at: '2026-01-12T08:20', body, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused twice', given: (d) => authorised(d), by: OKORO, at: '2026-01-12T09:01', body, refused: ['OUT_OF_ORDER'] },
);
