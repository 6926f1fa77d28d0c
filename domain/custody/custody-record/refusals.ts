import type { Refusal } from '../../shared/refusal.ts';

type Words = readonly [law: string, message: string];

/** Every refusal of the custody record: its code, its law and the words where no particular ones fit better (custody.md section 19). */
export const CUSTODY_REFUSALS = {
  ADULT_UNSUITABLE: ['Code C 1.7', 'This person cannot be the appropriate adult. Ask another to come.'],
  AFTER_24H: ['PACE s.42(4)(a)', 'The 24 hours have ended. A first extension had to be given before then. Charge or release now.'],
  AFTER_36H: ['PACE s.42(2)', 'The 36 hours have ended. Only a warrant of further detention could authorise more. Charge or release now.'],
  ALREADY_DONE: ['Code C 2.6', 'This has been recorded already. Send it again as an additional one if it happened twice.'],
  ALREADY_IN_CUSTODY: ['Code C 2.1', 'This person is in custody already. Open that record, or say why this is another person.'],
  APPLICATION_OUT_OF_TIME: ['PACE s.43(5)', 'The application had to be made by then. Charge or release now.'],
  AUTHORITY_LAPSED: ['PACE s.42(2)', 'The authority had ended. A further one had to be given before it did. Charge or release now.'],
  BEFORE_SECOND_REVIEW: ['PACE s.42(4)(b)', 'Detention cannot be extended until the second review is carried out. You may bring it forward.'],
  BEYOND_96H: ['PACE s.44(3)', 'No warrant may run beyond 96 hours from the relevant time.'],
  CONFLICT_OF_ROLE: ['PACE s.36(5)', 'This officer is on the investigation team. Choose an officer who is not directly involved.'],
  COPY_NOT_SERVED: ['PACE s.43(2)', 'The detainee has not been given a copy of the information. Serve it and record when, then apply.'],
  DATE_OF_BIRTH_UNLIKELY: ['Code C 1.5', 'That date of birth lies ahead, or more than 120 years back. Check it, or leave it empty and say whether they look under 18.'],
  EVIDENCE_NOT_NEW: ['PACE s.43(17)', 'A warrant was refused. A second application needs evidence that came to light since. Say what it is.'],
  GROUNDS_REQUIRED: ['PACE s.37(2), (4)', 'Say why detention is necessary: to secure or preserve evidence, or to obtain it by questioning.'],
  LEVEL_TOO_LOW: ['Code C 9.3 and Annex H', 'Drink or drugs were recorded, so level 1 is not available. Visit and rouse at least every 30 minutes.'],
  NO_POSTPONEMENT_GROUND: ['PACE s.40(4)', 'That is not a ground. Choose: not practicable; questioning would be prejudiced; no review officer readily available.'],
  NO_REPRESENTATIONS_OPPORTUNITY: ['PACE s.42(6)', 'Neither the detainee nor a solicitor has had the chance to make representations. Give it first, with the detainee awake.'],
  NOT_A_POLICE_AREA: ['Police Act 1996 s.1', 'That is a force, not a police area. Name the area where it happened: Metropolitan, City of London, Kent.'],
  NOT_CUSTODY_OFFICER: ['PACE s.36(3), (4)', 'Only the custody officer may decide this. Take over the post first, or say why no custody officer is readily available.'],
  NOT_DILIGENT: ['PACE s.42(1)(c)', 'The investigation must be conducted diligently and expeditiously. Without that, detention cannot be extended.'],
  NOT_INDICTABLE: ['PACE s.42(1)(b)', 'None of the offences under arrest is indictable. This power is not available.'],
  NOT_NECESSARY: ['PACE s.42(1)(a)', 'Detention without charge must be necessary to secure, preserve or obtain evidence.'],
  NOT_OPEN: ['Code C 2.1', 'This cannot be done at this stage of the detention.'],
  NOT_RESPONSIBLE_FOR_STATION: ['PACE s.42(1)', 'This officer is not responsible for the station. The superintendent responsible must decide.'],
  OFFICER_UNKNOWN: ['PACE s.36(5), s.40(1)', 'The force has no such officer. Choose one from the list.'],
  PERIOD_TOO_LONG: ['PACE s.43(12)', 'A warrant may run for 36 hours at most.'],
  PERIOD_TOO_SHORT: ['PACE s.42(1)', 'The end must be later than the decision.'],
  QUESTIONED_UNKNOWN: ['PACE s.41(3), (5)', 'Say whether they were questioned about this offence in the other area, and who says so. It decides when the clock starts.'],
  RANK_TOO_LOW: ['PACE s.40(1)', 'The rank is too low for this decision.'],
  REARREST_NO_NEW_EVIDENCE: ['PACE s.41(9), s.47(2)', 'They were released without charge for this offence. Without new evidence, or a s.46A arrest, they cannot be held for it again.'],
  REASON_REQUIRED: ['Code C 2.1A', 'Say why.'],
  REPORT_REQUIRED: ['PACE s.39(3)', 'The investigator must report how the Act and the Codes were complied with while the detainee was in their charge.'],
  REVIEW_METHOD_NOT_ALLOWED: ['PACE s.40A', 'A review after charge is carried out in person by the custody officer.'],
  ROUSING_REQUIRED: ['Code C 9.3 and Annex H', 'They must be roused at every visit. Say how they responded.'],
  STATION_UNKNOWN: ['Code C 2.1', 'There is no such station. Choose one from the list.'],
  STOP_REASON_UNKNOWN: ['PACE s.41(6), s.47(6)', 'That does not stop the detention clock. Only hospital treatment, bail and the first 3 hours after a s.46A arrest do.'],
  TEAM_UNKNOWN: ['PACE s.36(5), s.40(1)', 'Nobody was in a team of that name then. Choose one from the list, or leave it empty and name the officers.'],
  UNKNOWN_OFFENCE: ['Code C 2.1', 'No offence of the index has that code. Search for it by its words.'],
  UNLINKED_CONDITION: ['PACE s.47(1A)', 'Every bail condition needs its purpose: surrender, no further offending, no interference, or own protection.'],
} as const satisfies Record<string, Words>;

export type CustodyRefusalCode = keyof typeof CUSTODY_REFUSALS;

/** A refusal by its code, with particular words, law or field where they say more. */
export const refusal = (code: CustodyRefusalCode, particulars: Partial<Pick<Refusal, 'law' | 'message' | 'field'>> = {}): Refusal =>
  ({ code, law: CUSTODY_REFUSALS[code][0], message: CUSTODY_REFUSALS[code][1], ...particulars });
