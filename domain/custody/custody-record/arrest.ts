import type { Instant } from '../../shared/time.ts';
import type { Told } from './told.ts';

/** What a person is held under (CUS-8, section 17). Only PACE_PRECHARGE runs the s.41 clock. */
export const AUTHORITY_KINDS = [
  'PACE_PRECHARGE', 'WARRANT_ARREST', 'BAIL_ACT_S7', 'RECALL_TO_PRISON', 'IMMIGRATION', 'BREACH_OF_THE_PEACE', 'MENTAL_HEALTH_ACT_S136', 'COURT_REMAND',
] as const;
export type AuthorityKind = (typeof AUTHORITY_KINDS)[number];

export interface Detainee {
  readonly name: string | null; // null: not known
  readonly dateOfBirth: string | null; // YYYY-MM-DD
  readonly looksUnder18: boolean;
  readonly gender: 'female' | 'male' | 'notRecorded';
  readonly language: string | null; // null: English, no interpreter needed
  readonly personId: string | null; // confirmed by an officer in the people area
}

/** The facts that choose the s.41 branch (section 4). */
export interface ArrestFacts {
  readonly arrestedAt: Instant;
  readonly arrestArea: string; // police area, CUS-28
  readonly arrestedInEnglandOrWales: boolean;
  readonly arrestedAtStation: boolean;
  readonly voluntaryAttendanceAt: Instant | null;
  readonly streetBailAnswerArrivalAt: Instant | null;
  readonly soughtArea: string | null;
  /** CUS-29: mandatory where another area seeks the arrest; null until a named officer has answered. */
  readonly questionedInArrestArea: { readonly answer: boolean; readonly byName: string } | null;
  readonly entryToEnglandAndWalesAt: Instant | null;
  readonly investigatingArea: string | null;
  /** CUS-27: held in another area when this arrest was made; the offence's own clock. */
  readonly heldInArea: string | null;
  readonly leftHeldAreaAt: Instant | null;
}

export interface Offence {
  readonly code: string;
  readonly title: string;
  readonly indictable: boolean;
}

export interface Arrest extends Told {
  readonly facts: ArrestFacts;
  /** CUS-29: when it was answered whether they were questioned, and who told it, where the arrest did not say. */
  readonly answered?: { readonly at: Instant; readonly by: string };
  readonly offences: readonly Offence[];
  readonly place: string;
  readonly officerName: string;
  readonly necessity: string;
  /** `first` starts a clock; `further` (s.31) leaves it; `breach` is s.46A; `newEvidence` is CUS-36, a fresh clock in a new record. */
  readonly kind: 'first' | 'further' | 'breach' | 'newEvidence';
  readonly newEvidence: { readonly what: string; readonly foundOn: string; readonly whyNotEarlier: string } | null;
}

export interface Arrival extends Told {
  readonly stationId: string;
  readonly stationName: string;
  readonly area: string;
  readonly designated: boolean;
  /** How the yard time is known: gate log, vehicle location, officer. CUS-21. */
  readonly source: string;
}
