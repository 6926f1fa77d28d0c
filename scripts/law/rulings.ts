/** A ruling on what the text leaves open: ours, to be confirmed by a custody lawyer. `place` is a file of the record and the name in it that does it. */
export interface Ruling {
  readonly rules: string;
  readonly says: string;
  readonly place: readonly [file: string, name: string];
}

/** Section 8a. A test holds each place to the code. */
export const RULINGS: readonly Ruling[] = [
  { rules: 'CUS-27', says: 'Reviews stay on the first authorisation unless the second area authorises afresh', place: ['review-cycle.ts', 'reviewCycle'] },
  { rules: 'CUS-30, 58, 63, 64', says: 'A bell rings only before the end in force; the act that moves it cancels later ones; bells that coincide are one', place: ['obligations-legal.ts', 'bells'] },
  { rules: 'CUS-31', says: 'From leaving the yard to entering a yard; only what lies after the relevant time; “arrest + 24 h” never pauses', place: ['detention-clock.ts', 'clip'] },
  { rules: 'CUS-33', says: 'Questioning without the doctor’s agreement counts and is a breach; an open one counts until closed; overlaps count once', place: ['detention-clock.ts', 'subtract'] },
  { rules: 'CUS-34', says: 'Each stretch by its own purpose', place: ['acts/change-hospital-purpose.ts', 'changeHospitalPurpose'] },
  { rules: 'CUS-35', says: 'Early attendance: each reading keeps its own ledger, the alarm is on the earlier', place: ['detention-clock.ts', 'ledgerOf'] },
  { rules: 'CUS-37', says: 'Arrest to arrival is not counted; three hours from the first yard; reviews go on', place: ['detention-clock.ts', 'bailExclusions'] },
  { rules: 'CUS-41, 43', says: 'Done by its latest time, a review is not postponed, whatever was noted', place: ['review-cycle.ts', 'meet'] },
  { rules: 'CUS-42', says: 'Undone at the next latest time, a postponed review needs a second ground', place: ['postponed-until.ts', 'postponedUntil'] },
  { rules: 'CUS-44', says: 'Charge restarts nothing', place: ['review-cycle.ts', 'firstOf'] },
  { rules: 'After bail', says: 'New authorisation + 6 h, or the old cycle less bail: the earlier, both shown; from the new authorisation where the old cycle ran out before it', place: ['review-cycle.ts', 'firstOf'] },
  { rules: 'CUS-51', says: 'Reviews since the first authorisation on this clock, across bail; equal instants allowed', place: ['review-cycle.ts', 'reviewCycle'] },
  { rules: 'CUS-53, 58', says: 'An authority ends at the instant given or at 36 h as now derived; beyond it, PERIOD_TOO_LONG', place: ['extension-rule.ts', 'endRefusals'] },
  { rules: 'CUS-53, 60', says: 'At the end is in time', place: ['extension-rule.ts', 'secondAuthority'] },
  { rules: 'CUS-59', says: 'Unlawful from the latest time itself; the alarm at the first instant after', place: ['obligations-legal.ts', 'firstAfter'] },
  { rules: 'CUS-61', says: 'Needs authority to 36 h and the reason by then; six hours, or until an application is determined', place: ['awaiting-court.ts', 'lateSitting'] },
  { rules: 'CUS-62', says: 'The listing opens when an extension is asked for or given, due at 24 h', place: ['obligations-warrant.ts', 'listing'] },
  { rules: 'CUS-64', says: 'Decided by the current expiry, or AUTHORITY_LAPSED; later only where its own hearing was adjourned for representation', place: ['acts/extend-warrant.ts', 'decidableTo'] },
  { rules: 'CUS-65', says: 'The bar on a second application speaks of the person: it reaches across bail, and not to the extension of a warrant', place: ['acts/apply-for-warrant.ts', 'applyForWarrant'] },
  { rules: 'CUS-83, 84', says: 'Relevant time not fixed: 36 h after the earliest it can be', place: ['rights-delay-rule.ts', 'rightsDelayMustEnd'] },
  { rules: 'CUS-95', says: 'First visit one interval after the level is set; a changed level counts from the last visit; level 4 has none', place: ['observation-rule.ts', 'observation'] },
];

/** Codes of section 19 that no act can refuse with: what they are instead, or that their area is not built. */
export const NOT_REFUSED: Readonly<Record<string, string>> = {
  DOCTOR_NOT_AGREED: 'recorded as a breach, never refused (CUS-33)', RANK_CONFLICT: 'a task and an alarm for the superintendent (CUS-15)',
  UNFIT: 'not built: interviews (CUS-102)',
  ABP_ENDED: 'not built: bail periods', PRIOR_EXTENSION_MISSING: 'not built: bail periods', NOT_DESIGNATED: 'not built: bail periods', DPP_NOT_CONSULTED: 'not built: bail periods',
  CASE_TYPE_WRONG: 'not built: bail periods', CONDITIONS_NOT_MET: 'not built: bail periods', NOT_INFORMED: 'not built: bail periods',
};
