import type { OfficerAt, PostHeld } from '../../shared/actor.ts';
import type { PostName, Rank } from '../../shared/posts.ts';
import { elapsed, HOUR, instant, plus, type Instant } from '../../shared/time.ts';
import { NO_RECORD, type CustodyRecord } from './record.ts';
import type { Arrest, ArrestFacts, Arrival } from './arrest.ts';
import type { Bail } from './bail.ts';
import type { Authorisation, Episode, Extension, HospitalAbsence, ImmediateNeeds, InvestigatorSpell, Journey, ObservationLevel, Postponement, Review, RightsDelay, Told, Visit, Warrant, WarrantApplication } from './told.ts';

/** Example states for the tests of the law: facts by the hour from one arrival in the yard. Ships with no product code. */
export const YARD = instant('2026-01-12T08:00:00Z');
export const h = (hours: number): Instant => plus(YARD, Math.round(hours * HOUR));
export const later = (at: Instant, seconds: number): Instant => plus(at, seconds * 1000);
export const told = (at: Instant, what: string): Told => ({ at, by: 'PS Okoro', byId: 'okoro', entry: `${what}@${elapsed(YARD, at) / HOUR}` });

export const FACTS: ArrestFacts = {
  arrestedAt: h(-0.5), arrestArea: 'Metropolitan', arrestedInEnglandOrWales: true, arrestedAtStation: false, voluntaryAttendanceAt: null, streetBailAnswerArrivalAt: null, soughtArea: null,
  questionedInArrestArea: null, entryToEnglandAndWalesAt: null, investigatingArea: null, heldInArea: null, leftHeldAreaAt: null,
};
export const arrest = (at: Instant, facts: Partial<ArrestFacts> = {}, more: Partial<Arrest> = {}): Arrest => ({
  ...told(at, 'arrest'), facts: { ...FACTS, arrestedAt: at, ...facts }, offences: [{ code: 'TH68036', title: 'Burglary', indictable: true }], place: 'High Street', officerName: 'PC Ward', necessity: 'Questioning', kind: 'first', newEvidence: null, ...more,
});
export const arrival = (at: Instant, area = 'Metropolitan'): Arrival => ({ ...told(at, 'arrival'), stationId: 'hale', stationName: 'Hale Road', area, designated: true, source: 'gateLog' });
export const authorisation = (at: Instant, episode = 1): Authorisation => ({ ...told(at, 'authorisation'), grounds: ['questioning'], groundsText: '', toldInPresence: true, whyNotTold: null, stationId: 'hale', episode });
export const episode = (number: number, from: Instant, to: Instant | null, basis: Episode['basis'] = 'arrest'): Episode => ({ number, basis, from, to });
export const review = (at: Instant, more: Partial<Review> = {}): Review => ({ ...told(at, 'review'), reviewerName: 'Insp Rao', reviewerRank: 'inspector', method: 'inPerson', decision: 'continue', grounds: '', asleep: false, representations: '', ...more });
export const postponement = (latestTime: Instant, at: Instant = latestTime, confirmedAt: Instant | null = null): Postponement => ({ ...told(at, 'postponement'), ground: 'questioningWouldBePrejudiced', reason: 'In interview', latestTime, confirmedAt });
export const extension = (at: Instant, until: Instant): Extension => ({ ...told(at, 'extension'), until, officerName: 'Supt Clarke', rank: 'superintendent', grounds: '', method: 'inPerson' });
export const application = (at: Instant, outcome: WarrantApplication['outcome'] = 'pending', decidedAt: Instant | null = null): WarrantApplication => ({ ...told(at, 'application'), sittingAt: null, outcome, decidedAt, ...(decidedAt ? { decidedIn: told(decidedAt, 'decision').entry } : {}), supportedByNewEvidence: false });
export const warrant = (issuedAt: Instant, expiresAt: Instant, ...extensions: [at: Instant, expiresAt: Instant][]): Warrant => ({
  ...told(issuedAt, 'warrant'), issuedAt, expiresAt, extensions: extensions.map(([at, end]) => ({ at, expiresAt: end, entry: told(at, 'endorsement').entry })),
});
export const hospital = (from: Instant, returnedAt: Instant | null, questioned: readonly (readonly [Instant, Instant | null])[] = [], more: Partial<HospitalAbsence> = {}): HospitalAbsence => ({
  ...told(from, 'hospital'), purpose: 'treatment', hospital: 'St Mark’s', reason: 'Chest pain', escorts: 'PC Ahmed', stretches: [{ from, purpose: 'treatment' }], returnedAt,
  questioned: questioned.map(([start, to]) => ({ from: start, to, doctor: 'Dr Lee', doctorAgreed: true, entry: told(start, 'questioned').entry })), ...more,
});
export const bail = (at: Instant, appointedAt: Instant, resumed: Bail['resumed'] = null): Bail => ({ ...told(at, 'bail'), appointedAt, conditions: '', resumed });
export const journey = (at: Instant, more: Partial<Journey> = {}): Journey => ({ ...told(at, 'journey'), toStationId: 'marsh', toStationName: 'Marsh Lane', toArea: 'Metropolitan', otherForce: false, reason: '', questionedAboutTheirOffence: null, arrivedAt: null, ...more });
export const spell = (at: Instant, returnedAt: Instant | null): InvestigatorSpell => ({ ...told(at, 'spell'), officerId: 'lim', officerName: 'DC Lim', purpose: 'interview', returnedAt, report: null });
export const level = (at: Instant, to: 1 | 2 | 3 | 4, rouse = false): ObservationLevel => ({ ...told(at, 'level'), level: to, rouse, reason: '' });
export const visit = (at: Instant, how: Visit['how'] = 'visit'): Visit => ({ ...told(at, 'visit'), roused: false, seen: 'Awake', how });
export const needs = (at: Instant, more: Partial<ImmediateNeeds> = {}): ImmediateNeeds => ({ ...told(at, 'needs'), unwell: false, injured: false, drink: false, drugs: false, swallowed: false, selfHarm: false, pregnant: false, consciousnessConcern: false, vulnerable: false, detail: '', ...more });
export const delay = (at: Instant, more: Partial<RightsDelay> = {}): RightsDelay => ({ ...told(at, 'delay'), right: 's56_notification', officerName: 'Insp Rao', rank: 'inspector', grounds: '', endedAt: null, ...more });

const since = instant('2020-01-01T00:00:00Z');
export const post = (name: PostName, stations: readonly string[] = ['hale'], more: Partial<PostHeld> = {}): PostHeld => ({ post: name, stations, from: since, to: null, withdrawnAt: null, ...more });
export const officer = (rank: Rank, more: Partial<OfficerAt> = {}): OfficerAt => ({ id: 'officer', shortName: 'Supt Clarke', name: 'Ada Clarke', rank, acting: null, posts: [post('superintendent')], teams: [], ...more });

/** Arrested half an hour before the yard, authorised half an hour after, rights given and a level not yet set. */
export const held = (more: Partial<CustodyRecord> = {}): CustodyRecord => ({
  ...NO_RECORD, custodyNumber: 'HR/26/0001', phase: 'detained', stationId: 'hale', stationName: 'Hale Road', area: 'Metropolitan', location: 'Cell 12', investigation: { teamId: 'cid', officerIds: ['lim'], officerName: 'DC Lim' },
  detainee: { ...NO_RECORD.detainee, name: 'James Adeyemi', dateOfBirth: '1991-05-01' }, deskAt: h(0.5), arrests: [arrest(h(-0.5))], arrivals: [arrival(h(0))], episodes: [episode(1, h(-0.5), null)], authorisations: [authorisation(h(0.5))],
  rightsGiven: { ...told(h(0.6), 'rights'), solicitorWanted: false, someoneInformed: true }, ...more,
});

/** Bailed after so many hours, back in answer or under s.46A, and authorised again half an hour after. */
export function backFromBail(out: number, back: number, how: 'answeredBail' | 'breachArrest' = 'answeredBail', more: Partial<CustodyRecord> = {}): CustodyRecord {
  return held({
    bails: [bail(h(out), h(back), { how, at: h(back), arrivedAt: h(back) })], episodes: [episode(1, h(-0.5), h(out)), episode(2, h(back), null, how)],
    authorisations: [authorisation(h(0.5)), authorisation(h(back + 0.5), 2)], ...more,
  });
}
