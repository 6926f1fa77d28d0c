import type { Instant } from '../../shared/time.ts';
import type { Rank } from '../../shared/posts.ts';

/**
 * The custody record's state: the facts as they were told, each with the entry that told it, and nothing computed.
 * Clocks, limits, obligations and breaches are functions of it (deadlines.ts, obligations.ts, breaches.ts), so that a late
 * or corrected fact moves every one of them (CUS-7).
 */

/** What a person is held under (CUS-8, section 17). Only PACE_PRECHARGE runs the s.41 clock. */
export const AUTHORITY_KINDS = [
  'PACE_PRECHARGE', 'WARRANT_ARREST', 'BAIL_ACT_S7', 'RECALL_TO_PRISON', 'IMMIGRATION', 'BREACH_OF_THE_PEACE', 'MENTAL_HEALTH_ACT_S136', 'COURT_REMAND',
] as const;
export type AuthorityKind = (typeof AUTHORITY_KINDS)[number];

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
}

export interface Postponement extends Told {
  readonly ground: PostponementGround;
  readonly reason: string;
  /** The latest time it postpones: the review that was due then. */
  readonly latestTime: Instant;
  /** CUS-42: recorded early, confirmed at the latest time. */
  readonly confirmedAt: Instant | null;
}

export interface Extension extends Told {
  readonly until: Instant;
  readonly officerName: string;
  readonly rank: Rank;
  readonly grounds: string;
  readonly method: 'inPerson' | 'liveLink';
}

export interface WarrantApplication extends Told {
  readonly sittingAt: Instant | null;
  /** CUS-61: why the court could not sit when 36 h ended. */
  readonly outcome: 'pending' | 'issued' | 'refused';
  readonly decidedAt: Instant | null;
  readonly supportedByNewEvidence: boolean;
}

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

export interface Bail extends Told {
  readonly appointedAt: Instant;
  readonly conditions: string;
  /** How the person came back: in answer, or arrested under s.46A; null while on bail. */
  readonly resumed: {
    readonly how: 'answeredBail' | 'breachArrest';
    /** Attendance in answer to bail, or the s.46A arrest. */
    readonly at: Instant;
    /** s.46A: first station's yard (CUS-37, 8a); equals `at` where arrested at a station; null on the way. */
    readonly arrivedAt: Instant | null;
  } | null;
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
  readonly endedAt: Instant | null;
}

export interface InvestigatorSpell extends Told {
  readonly officerId: string;
  readonly officerName: string;
  readonly purpose: 'interview' | 'search' | 'other';
  readonly returnedAt: Instant | null;
  readonly report: string | null;
}

export interface Journey extends Told {
  readonly toStationId: string | null;
  readonly toStationName: string;
  readonly toArea: string;
  readonly otherForce: boolean;
  readonly reason: string;
  readonly questionedAboutTheirOffence: { readonly answer: boolean; readonly byName: string } | null;
  readonly arrivedAt: Instant | null;
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
  readonly detail: string;
}

export interface RankConflict extends Told {
  readonly custodyOfficerPosition: string;
  readonly seniorPosition: string;
  readonly seniorName: string;
  readonly settled: { readonly at: Instant; readonly by: string; readonly decision: string } | null;
}

export interface Charge extends Told { readonly offences: readonly string[]; readonly detainGrounds: string | null }

export const ENDINGS = ['noFurtherAction', 'underInvestigation', 'chargedAndBailed', 'toCourt', 'outOfCourt', 'otherDisposal', 'handedToOtherForce', 'detentionRefused'] as const;
export type EndingKind = (typeof ENDINGS)[number];
export interface Ending extends Told { readonly kind: EndingKind; readonly detail: string }

export interface CustodyRecord {
  readonly custodyNumber: string; // '' before it opens
  readonly authorityKind: AuthorityKind;
  readonly phase: Phase;
  readonly stationId: string; // where held, or heading to
  readonly stationName: string;
  readonly area: string;
  readonly location: string; // 'Cell 12', 'Desk', 'Yard'
  readonly restricted: boolean;
  readonly investigation: { readonly teamId: string; readonly officerIds: readonly string[]; readonly officerName: string };
  readonly detainee: Detainee;
  readonly deskAt: Instant | null;
  readonly arrests: readonly Arrest[];
  readonly arrivals: readonly Arrival[];
  readonly episodes: readonly Episode[];
  readonly authorisations: readonly Authorisation[];
  readonly reviews: readonly Review[];
  readonly postponements: readonly Postponement[];
  readonly outcomesTold: readonly (Told & { readonly reviewEntry: string })[];
  readonly extensionRequestedAt: Instant | null;
  readonly extensions: readonly Extension[];
  readonly copyServedAt: Instant | null;
  readonly hearing: { readonly listedFor: Instant; readonly court: string; readonly reference: string; readonly at: Instant } | null;
  readonly applications: readonly WarrantApplication[];
  readonly heldPast36: (Told & { readonly reason: string; readonly sittingAt: Instant }) | null;
  readonly warrants: readonly Warrant[];
  readonly hospital: readonly HospitalAbsence[];
  readonly bails: readonly Bail[];
  readonly journeys: readonly Journey[];
  readonly investigatorSpells: readonly InvestigatorSpell[];
  readonly needs: ImmediateNeeds | null;
  readonly levels: readonly ObservationLevel[];
  readonly visits: readonly Visit[];
  readonly rightsGiven: (Told & { readonly solicitorWanted: boolean; readonly someoneInformed: boolean }) | null;
  readonly rightsDelays: readonly RightsDelay[];
  readonly rankConflicts: readonly RankConflict[];
  readonly charge: Charge | null;
  readonly ending: Ending | null;
}

export const NO_RECORD: CustodyRecord = {
  custodyNumber: '', authorityKind: 'PACE_PRECHARGE', phase: 'enRoute', stationId: '', stationName: '', area: '', location: '', restricted: false,
  investigation: { teamId: '', officerIds: [], officerName: '' },
  detainee: { name: null, dateOfBirth: null, looksUnder18: false, gender: 'notRecorded', language: null, personId: null },
  deskAt: null, arrests: [], arrivals: [], episodes: [], authorisations: [], reviews: [], postponements: [], outcomesTold: [],
  extensionRequestedAt: null, extensions: [], copyServedAt: null, hearing: null, applications: [], heldPast36: null, warrants: [],
  hospital: [], bails: [], journeys: [], investigatorSpells: [], needs: null, levels: [], visits: [], rightsGiven: null, rightsDelays: [],
  rankConflicts: [], charge: null, ending: null,
};

/** In custody: the person is held, or has just arrived and waits for the decision. */
export const inCustody = (r: CustodyRecord): boolean =>
  r.phase === 'arrived' || r.phase === 'detained' || r.phase === 'withInvestigator' || r.phase === 'inHospital' || r.phase === 'inTransit';

export const hasEnded = (r: CustodyRecord): boolean => r.phase === 'notDetained' || r.phase === 'released' || r.phase === 'handedOver';

/** Every offence under arrest, in order. */
export const offencesOf = (r: CustodyRecord): readonly Offence[] => r.arrests.flatMap((a) => a.offences);

/** s.42(1)(b), CUS-50: an offence under arrest is indictable; one is enough. */
export const anyIndictable = (r: CustodyRecord): boolean => offencesOf(r).some((o) => o.indictable);
