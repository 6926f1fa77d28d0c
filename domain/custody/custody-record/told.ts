import type { Rank } from '../../shared/posts.ts';
import type { Instant } from '../../shared/time.ts';

export type Phase =
  | 'enRoute'          // arrested, on the way to the station
  | 'arrived'          // at the station, detention not yet decided
  | 'detained'         // in police detention at the station
  | 'withInvestigator' // handed over for interview or search (CUS-18)
  | 'inHospital'
  | 'inTransit'        // moving to another station or force
  | 'onBail'           // released on pre-charge bail, may come back into this record
  | 'notDetained' | 'released' | 'handedOver'; // ended

/** Who told a fact and in which entry. `entry` (`version.n`) is the occurrence that keys what the fact starts. */
export interface Told {
  readonly at: Instant;
  readonly by: string;
  readonly byId: string;
  readonly entry: string;
}

export interface Episode {
  readonly number: number;
  readonly basis: 'arrest' | 'answeredBail' | 'breachArrest';
  readonly from: Instant;
  readonly to: Instant | null;
}

export interface Authorisation extends Told {
  readonly grounds: readonly string[];
  readonly groundsText: string;
  readonly toldInPresence: boolean;
  readonly whyNotTold: string | null;
  readonly stationId: string;
  readonly episode: number;
}

export const POSTPONEMENT_GROUNDS = ['notPracticable', 'questioningWouldBePrejudiced', 'noReviewOfficerReadilyAvailable'] as const;
export type PostponementGround = (typeof POSTPONEMENT_GROUNDS)[number];

export interface Review extends Told {
  readonly reviewerName: string;
  readonly reviewerRank: Rank;
  readonly method: 'inPerson' | 'telephone' | 'liveLink';
  readonly decision: 'continue' | 'release';
  readonly grounds: string;
  readonly asleep: boolean;
  readonly representations: string;
  /** CUS-48: reminded of the right to free legal advice; absent from entries made before it was kept. */
  readonly reminded?: boolean;
  readonly whyNotInPerson?: string;
}

export interface Postponement extends Told {
  readonly ground: PostponementGround; readonly reason: string;
  /** The latest time as it was told then, and the review by the entry that began it, after so many grounds; absent from entries made before it was kept. */
  readonly latestTime: Instant; readonly postpones?: { readonly review: string; readonly after: number };
  /** CUS-42: recorded early, confirmed at the latest time. */
  readonly confirmedAt: Instant | null; readonly confirmedBy?: string; readonly confirmedIn?: string;
}

export interface Extension extends Told {
  readonly until: Instant;
  readonly officerName: string;
  readonly rank: Rank;
  readonly grounds: string;
  readonly method: 'inPerson' | 'liveLink';
  /** CUS-54 to CUS-57, as told; absent from entries made before they were kept. */
  readonly rightsReminded?: boolean;
  readonly liveLinkConsent?: string;
  readonly vulnerability?: string;
  readonly moveConsidered?: string;
}

export interface WarrantApplication extends Told {
  readonly sittingAt: Instant | null;
  /** s.44: of the warrant in force, for its extension. */
  readonly extends?: true;
  /** CUS-61: why the court could not sit when 36 h ended. */
  readonly outcome: 'pending' | 'issued' | 'refused';
  readonly decidedAt: Instant | null;
  /** Who told the decision, and in which entry; absent while there is none. */
  readonly decidedBy?: string;
  readonly decidedIn?: string;
  readonly supportedByNewEvidence: boolean;
  /** CUS-66: the hearing put off, in order; absent from entries made before it was kept. */
  readonly adjournments?: readonly (Told & { readonly resumesAt: Instant; readonly forRepresentation: boolean })[];
}

/** CUS-61: why they are held past 36 hours. */
export interface ReasonPast36 extends Told { readonly reason: string; readonly sittingAt: Instant;
  /** The court had refused, and nobody had listed or applied again when it was told: it holds nobody. */
  readonly nothingAwaited?: true;
  /** Those told before it; each holds from its own time. */
  readonly earlier?: readonly ReasonPast36[] }

export interface Warrant extends Told {
  readonly issuedAt: Instant;
  readonly expiresAt: Instant;
  readonly extensions: readonly { readonly at: Instant; readonly expiresAt: Instant; readonly entry: string }[];
}

export interface HospitalAbsence extends Told {
  readonly purpose: 'treatment' | 'investigative';
  readonly hospital: string;
  readonly reason: string;
  readonly escorts: string;
  /** CUS-34: each stretch with its own purpose; the first starts at `at`. */
  readonly stretches: readonly { readonly from: Instant; readonly purpose: 'treatment' | 'investigative' }[];
  readonly questioned: readonly { readonly from: Instant; readonly to: Instant | null; readonly doctor: string | null; readonly doctorAgreed: boolean; readonly entry: string }[];
  readonly returnedAt: Instant | null;
}

export interface Visit extends Told {
  readonly roused: boolean;
  readonly seen: string;
  /** How the look was had: a visit, the return from interview, hospital or court counts as seen (section 19, T-CHECK). */
  readonly how: 'visit' | 'return' | 'levelSet';
}

export interface ObservationLevel extends Told {
  readonly level: 1 | 2 | 3 | 4;
  readonly rouse: boolean;
  readonly reason: string;
}

export interface RightsDelay extends Told {
  readonly right: 's56_notification' | 's58_legal_advice';
  readonly officerName: string;
  readonly rank: Rank;
  readonly grounds: string;
  readonly endedAt: Instant | null; readonly endedBy?: string;
}

export interface InvestigatorSpell extends Told {
  readonly officerId: string;
  readonly officerName: string;
  readonly purpose: 'interview' | 'search' | 'other';
  /** Who held the custody officer's post and let them go (s.39(2)); '' where nobody did, absent from entries made before it was kept. */
  readonly permittedBy?: string;
  readonly returnedAt: Instant | null;
  readonly report: string | null;
}

export interface Journey extends Told {
  /** The station they left; absent from entries made before it was kept. */
  readonly fromStationId?: string;
  readonly toStationId: string | null;
  readonly toStationName: string;
  readonly toArea: string;
  readonly otherForce: boolean;
  readonly reason: string;
  readonly questionedAboutTheirOffence: { readonly answer: boolean; readonly byName: string } | null;
  readonly arrivedAt: Instant | null;
  /** Turned back on the way, they came to a station of their own force, or to the one they had left: the journey was not made. */
  readonly turnedBackAt?: Instant;
}

export interface ImmediateNeeds extends Told {
  readonly unwell: boolean;
  readonly injured: boolean;
  readonly drink: boolean;
  readonly drugs: boolean;
  readonly swallowed: boolean;
  readonly selfHarm: boolean;
  readonly pregnant: boolean;
  readonly consciousnessConcern: boolean;
  /** Code C 1.4: any reason to suspect it, and since when; absent from entries made before it was asked. */
  readonly vulnerable?: boolean; readonly vulnerableSince?: Instant;
  readonly detail: string;
}

/** CUS-16: who came, or was asked to come, as appropriate adult. */
export interface AppropriateAdult extends Told {
  readonly name: string;
  readonly relation: 'parent' | 'guardian' | 'carer' | 'socialWorker' | 'scheme' | 'other';
}

export interface RankConflict extends Told {
  readonly custodyOfficerPosition: string;
  readonly seniorPosition: string;
  readonly seniorName: string;
  readonly settled: { readonly at: Instant; readonly by: string; readonly decision: string } | null;
}

/** `arrests`: how many of the record's arrests it covers, the first ones. */
export interface Charge extends Told { readonly offences: readonly string[]; readonly detainGrounds: string | null; readonly arrests: number;
  /** After a further arrest they were not detained for: from when, and by which entry, the charge alone holds them again. */
  readonly again?: { readonly at: Instant; readonly entry: string } }

export const ENDINGS = ['noFurtherAction', 'underInvestigation', 'chargedAndBailed', 'toCourt', 'outOfCourt', 'otherDisposal', 'handedToOtherForce', 'detentionRefused', 'deArrested', 'streetBailed'] as const;
export type EndingKind = (typeof ENDINGS)[number];
export interface Ending extends Told { readonly kind: EndingKind; readonly detail: string }
