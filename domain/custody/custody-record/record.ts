import type { Instant } from '../../shared/time.ts';
import type { Arrest, Arrival, AuthorityKind, Detainee, Offence } from './arrest.ts';
import type { Bail } from './bail.ts';
import { inOrder, isAfter, type Entered } from './entry-order.ts';
import type { Hearing } from './hearing.ts';
import type { Attendance } from './parties.ts';
import type { AppropriateAdult, Authorisation, Charge, Ending, Episode, Extension, HospitalAbsence, ImmediateNeeds, InvestigatorSpell, Journey, ObservationLevel, Phase, Postponement, RankConflict, ReasonPast36, Review, RightsDelay, Told, Visit, Warrant, WarrantApplication } from './told.ts';

/**
 * The custody record's state: the facts as they were told, each with the entry that told it, and nothing computed.
 * Clocks, limits, obligations and breaches are functions of it (deadlines.ts, obligations.ts, breaches.ts), so that a late
 * or corrected fact moves every one of them (CUS-7).
 */
export interface CustodyRecord {
  readonly custodyNumber: string; // '' before it opens
  readonly authorityKind: AuthorityKind;
  readonly phase: Phase;
  readonly stationId: string; // where held, or heading to: its desk has the record
  readonly stationName: string;
  readonly area: string;
  readonly location: string; // 'Cell 12', 'Desk', 'Yard'
  readonly restricted: boolean;
  readonly investigation: { readonly teamId: string; readonly officerIds: readonly string[]; readonly officerName: string };
  readonly detainee: Detainee;
  readonly deskAt: Instant | null;
  /** CUS-39: why it is not the offence of that code they were released for before; '' where nobody had to say. */
  readonly otherIncident: string;
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
  readonly copyServedBy: string; // who told it; '' while nobody has
  readonly hearing: Hearing | null;
  readonly applications: readonly WarrantApplication[];
  readonly heldPast36: ReasonPast36 | null;
  readonly warrants: readonly Warrant[];
  readonly hospital: readonly HospitalAbsence[];
  readonly bails: readonly Bail[];
  readonly journeys: readonly Journey[];
  readonly investigatorSpells: readonly InvestigatorSpell[];
  readonly needs: ImmediateNeeds | null;
  readonly levels: readonly ObservationLevel[];
  readonly visits: readonly Visit[];
  readonly rightsGiven: (Told & { readonly solicitorWanted: boolean; readonly someoneInformed: boolean;
    /** Since when they ask for a solicitor, were the rights given again meanwhile. */
    readonly solicitorAsked?: { readonly at: Instant; readonly entry: string } }) | null;
  readonly rightsDelays: readonly RightsDelay[];
  readonly appropriateAdults: readonly AppropriateAdult[];
  readonly attendances: readonly Attendance[];
  readonly rankConflicts: readonly RankConflict[];
  /** What ended detention without charge; null again once they are arrested for a further offence. */
  readonly charge: Charge | null;
  readonly earlierCharges: readonly Charge[];
  readonly ending: Ending | null;
}

export const NO_RECORD: CustodyRecord = {
  custodyNumber: '', authorityKind: 'PACE_PRECHARGE', phase: 'enRoute', stationId: '', stationName: '', area: '', location: '', restricted: false,
  investigation: { teamId: '', officerIds: [], officerName: '' },
  detainee: { name: null, dateOfBirth: null, looksUnder18: false, gender: 'notRecorded', language: null, personId: null },
  deskAt: null, otherIncident: '', arrests: [], arrivals: [], episodes: [], authorisations: [], reviews: [], postponements: [], outcomesTold: [],
  extensionRequestedAt: null, extensions: [], copyServedAt: null, copyServedBy: '', hearing: null, applications: [], heldPast36: null, warrants: [],
  hospital: [], bails: [], journeys: [], investigatorSpells: [], needs: null, levels: [], visits: [], rightsGiven: null, rightsDelays: [],
  appropriateAdults: [], attendances: [], rankConflicts: [], charge: null, earlierCharges: [], ending: null,
};

/** In custody: the person is held, or has just arrived and waits for the decision. */
export const inCustody = (r: CustodyRecord): boolean =>
  r.phase === 'arrived' || r.phase === 'detained' || r.phase === 'withInvestigator' || r.phase === 'inHospital' || r.phase === 'inTransit';

export const hasEnded = (r: CustodyRecord): boolean => r.phase === 'notDetained' || r.phase === 'released' || r.phase === 'handedOver';

/** Detention is authorised in the episode that runs. */
export const authorisedNow = (r: CustodyRecord): boolean => r.authorisations.some((a) => a.episode === r.episodes.at(-1)?.number);

/** Every offence under arrest, in order. */
export const offencesOf = (r: CustodyRecord): readonly Offence[] => r.arrests.flatMap((a) => a.offences);

/** s.41(4), CUS-26: the first arrest for a further offence after a charge, which no charge covers yet; null where there is none. */
export const furtherArrest = (r: CustodyRecord): Arrest | null => (r.charge === null ? (r.arrests[r.earlierCharges.at(-1)?.arrests ?? r.arrests.length] ?? null) : null);

/** The offences under arrest and not charged; all of them once everything is charged. */
export const offencesUnderArrest = (r: CustodyRecord): readonly Offence[] => (r.charge === null ? r.arrests.slice(r.earlierCharges.at(-1)?.arrests ?? 0) : r.arrests).flatMap((a) => a.offences);

/** Nobody has decided yet whether to detain them for the further offence (s.37). */
export const furtherUndecided = (r: CustodyRecord): boolean => {
  const arrest = furtherArrest(r);
  return arrest !== null && !r.authorisations.some((a) => a.at >= arrest.at);
};

/** Since when this stretch of detention without charge goes on: the episode's beginning, or the arrest after a charge; null before any arrest. */
export const withoutChargeSince = (r: CustodyRecord): Instant | null => {
  const from = r.episodes.at(-1)?.from ?? null;
  const further = furtherArrest(r)?.at ?? null;
  return from !== null && further !== null && further > from ? further : from;
};

/** The application for a warrant that the court has not decided; one of before a release on bail, or before a charge, is nobody's any more. */
export const pendingApplication = (r: CustodyRecord): WarrantApplication | undefined => {
  const since = withoutChargeSince(r);
  return r.applications.findLast((a) => a.outcome === 'pending' && (since === null || a.at >= since));
};

/** Every charge, in order. */
export const chargesOf = (r: CustodyRecord): readonly Charge[] => [...r.earlierCharges, ...(r.charge ? [r.charge] : [])];

/** s.38(1): a ground was recorded to keep them after a charge; that of one charge keeps them for all. */
export const keptAfterCharge = (r: CustodyRecord): boolean => chargesOf(r).some((c) => c.detainGrounds !== null);

/** What holds them again after a review decided their release: a charge with its s.38 ground, or a decision to detain them for a later arrest. */
export const heldAnew = (r: CustodyRecord, review: Told): readonly Told[] => [
  ...chargesOf(r).filter((c) => c.detainGrounds !== null && isAfter(c, review)),
  ...r.authorisations.filter((a) => r.arrests.some((x) => isAfter(x, review) && isAfter(a, x))),
];

/** A decision of the court, by the entry that told it; `of`: what it is known by. */
export interface CourtDecision extends Entered { readonly of: string }

/** Every decision of the court on an application, in order: a refusal is known by the application's entry, a warrant or its extension by its own. */
export const courtDecisions = (r: CustodyRecord): readonly CourtDecision[] => [
  ...r.applications.filter((a) => a.outcome === 'refused').map((a) => ({ at: a.decidedAt!, entry: a.decidedIn!, of: a.entry })),
  ...r.warrants.flatMap((w) => [{ at: w.issuedAt, entry: w.entry }, ...w.extensions]).map(({ at, entry }) => ({ at, entry, of: entry })),
].toSorted(inOrder);

/** The warrants of this stretch of detention without charge: one of before a release on bail, or before a charge, is spent. */
export const warrantsNow = (r: CustodyRecord): readonly Warrant[] => {
  const since = withoutChargeSince(r);
  return r.warrants.filter((w) => since === null || w.issuedAt >= since);
};

/** s.42(1)(b), CUS-50: an offence under arrest is indictable; one is enough. */
export const anyIndictable = (r: CustodyRecord): boolean => offencesUnderArrest(r).some((o) => o.indictable);
