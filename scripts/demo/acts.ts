import { plusMinutes, type Instant } from '#domain/shared/time';
import { INVESTIGATION_TEAM } from '#domain/force/personas';
import type { Extension } from './course.ts';
import { partiesOf } from './parties.ts';
import type { PlannedDetention } from './plan.ts';
import { Dice } from './random.ts';
import { planReviews, type PlannedReview } from './reviews.ts';
import { cellFrom, levelSetAt, type Suite } from './suites.ts';
import { levelOf, planVisits } from './visits.ts';

export type Role = 'custodySergeant' | 'detentionOfficer' | 'custodyInspector' | 'superintendent' | 'investigatingOfficer';

/** One act of a detention, by whom and when. */
export interface PlannedAct {
  readonly at: Instant;
  readonly role: Role;
  readonly act: string;
  readonly body: object;
}

/** A suite with the id by which the api knows it. */
export interface Station extends Suite { readonly id: string }

const by = (role: Role) => (at: Instant, act: string, body: object): PlannedAct => ({ at, role, act, body });
const sergeant = by('custodySergeant');
const keeper = by('detentionOfficer');
const inspector = by('custodyInspector');
const superintendent = by('superintendent');

/** A detention as it is told to the api: the case it belongs to beside what was planned. */
interface Told extends PlannedDetention { readonly station: Station; readonly investigator: string; readonly team: boolean }

/** Everything that happens in one detention up to its end, in order of time. */
export function actsOf(plan: PlannedDetention, station: Station, seed: number): PlannedAct[] {
  const dice = new Dice(seed, `acts/${plan.recordId}`);
  const team = station.own && (plan.extension !== null || dice.chance(0.3));
  const told: Told = { ...plan, station, team, investigator: team ? 'DC Cole' : `DC ${dice.pick(['Adair', 'Ahmed', 'Banks', 'Ferris', 'Lamb', 'Ncube', 'Reeve', 'Soto'])}` };
  const acts = [...intake(told, dice), ...sobered(told, dice), ...planReviews(plan, dice).flatMap((review) => reviewed(told, review)), ...looks(told, dice), ...movements(told), ...extended(told), ...ending(told)];
  return [...acts, ...partiesOf(plan, acts, seed)].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

const ON_WARRANT = { grounds: ['otherAuthority'], groundsText: 'To be brought before the court named in the warrant' };
const ON_RECALL = { grounds: ['otherAuthority'], groundsText: 'Recalled: to be returned to prison' };
const ON_ARREST = { grounds: ['questioning'], groundsText: 'To secure and preserve evidence and to obtain it by questioning' };
const GROUNDS = { PACE_PRECHARGE: ON_ARREST, WARRANT_ARREST: ON_WARRANT, RECALL_TO_PRISON: ON_RECALL };

const arrest = (told: Told, dice: Dice): object => ({
  authorityKind: told.authority, stationId: told.station.id, offenceCodes: told.offences, place: dice.pick(['On the street', 'At home', 'At a shop', 'In a vehicle', 'At a railway station']),
  officerName: `PC ${dice.pick(['Ward', 'Iqbal', 'Shaw', 'Lowe', 'Grant'])}`, necessity: 'To allow the prompt and effective investigation of the offence', arrestArea: 'Metropolitan', investigatorName: told.investigator,
  ...(told.team ? { teamId: INVESTIGATION_TEAM.id } : {}),
});

const CALM = { unwell: false, injured: false, drugs: false, swallowed: false, pregnant: false, consciousnessConcern: false, vulnerable: false, selfHarm: false };
const SAID = { selfHarm: 'Says they have harmed themselves before', unwell: 'Feels unwell; healthcare called', injured: 'Cut to the hand, dressed; healthcare called' };

const needs = ({ vulnerable }: Told, drink: boolean): object => ({ ...CALM, drink, ...(vulnerable ? { [vulnerable]: true, detail: SAID[vulnerable] } : { detail: '' }) });

const rights = (at: Instant, dice: Dice): PlannedAct => sergeant(at, 'giveRights', { solicitorWanted: dice.chance(0.5), someoneInformed: dice.chance(0.4), noticeGiven: true });

const levelReason = ({ drink, vulnerable }: Told): string => (drink ? 'Drink' : vulnerable ? SAID[vulnerable] : 'Answers given at the desk');

function intake(told: Told, dice: Dice): PlannedAct[] {
  const { station, cell, decidedAt, deskAt } = told;
  const person = { name: told.name, dateOfBirth: told.dateOfBirth, gender: told.gender, looksUnder18: told.child };
  return [
    sergeant(told.arrestedAt, 'recordArrest', { ...person, ...arrest(told, dice) }), sergeant(told.arrivedAt, 'recordArrival', { stationId: station.id, source: 'gateLog' }),
    sergeant(deskAt, 'bookIn', person), sergeant(plusMinutes(deskAt, 2), 'recordImmediateNeeds', needs(told, told.drink)),
    sergeant(decidedAt, 'authoriseDetention', { ...GROUNDS[told.authority], toldInPresence: true }),
    sergeant(levelSetAt(told), 'setObservationLevel', { level: levelOf(told), reason: levelReason(told) }), sergeant(cellFrom(told), 'allocateLocation', { location: cell }),
    ...(told.drink ? [] : [rights(plusMinutes(decidedAt, 5), dice)]),
  ];
}

/** Sober: what they answer now, the level that follows from it, and their rights. */
function sobered(told: Told, dice: Dice): PlannedAct[] {
  const at = told.soberAt;
  if (at === null) return [];
  const level = levelOf({ ...told, drink: false });
  return [sergeant(at, 'recordImmediateNeeds', needs(told, false)), sergeant(plusMinutes(at, 1), 'setObservationLevel', { level, reason: 'Sober: awake, walks and answers' }), rights(plusMinutes(at, 2), dice)];
}

const STILL_NECESSARY = { PACE_PRECHARGE: 'Detention is still necessary to obtain evidence by questioning', WARRANT_ARREST: 'To be brought before the court by the next van', RECALL_TO_PRISON: 'Awaits transport to prison' };

function reviewed(told: Told, review: PlannedReview): PlannedAct[] {
  const grounds = review.afterCharge ? 'The s.38 grounds for keeping them for court still apply' : STILL_NECESSARY[told.authority];
  const held = { reminded: true, decision: 'continue', grounds, representations: review.toldAt ? 'Solicitor offered; none made. Detainee asleep' : 'Offered; none made', asleep: review.toldAt !== null };
  const put = review.postponedAt === null ? [] : [
    inspector(review.postponedAt, 'postponeReview', { ground: 'questioningWouldBePrejudiced', reason: 'The interview is under way and near its end' }), inspector(review.latest, 'confirmPostponement', { circumstances: 'The interview was still under way' }),
  ];
  return [...put, (review.afterCharge ? sergeant : inspector)(review.at, 'conductReview', held), ...(review.toldAt ? [sergeant(review.toldAt, 'tellReviewOutcome', {})] : [])];
}

const SEEN = ['Awake, spoke', 'Asleep, breathing', 'Sitting, calm', 'Lying down, answered', 'Reading'];
const ROUSED = ['Woke at the first call, answered', 'Slow to wake, answered sense', 'Awake, spoke, unsteady'];

const looks = (told: Told, dice: Dice): PlannedAct[] => planVisits(told, dice).map(({ at, roused }) => keeper(at, 'recordVisit', { seen: dice.pick(roused ? ROUSED : SEEN), roused }));

function movements({ hospital, interview, cell, investigator }: Told): PlannedAct[] {
  return [
    ...(hospital ? [
      keeper(hospital.from, 'leaveForHospital', { purpose: 'treatment', hospital: 'St Mark’s', reason: 'Chest pain', escorts: 'PC Ahmed' }),
      keeper(hospital.to, 'returnFromHospital', { location: cell, care: 'Discharged, no further treatment' }),
    ] : []),
    ...(interview ? [
      keeper(interview.from, 'handToInvestigator', { officerName: investigator, purpose: 'interview' }),
      keeper(interview.to, 'returnFromInvestigator', { report: 'Interview complied with Code C; breaks offered', location: cell }),
    ] : []),
  ];
}

const EXTENDED = { necessary: true, diligent: true, representations: true, grounds: 'To question on the evidence of the search and of the telephone, in hand since the arrest' };

function extended({ extension, team }: Told): PlannedAct[] {
  if (extension === null) return [];
  const investigator = team ? by('investigatingOfficer') : sergeant;
  return [
    investigator(extension.askedAt, 'requestExtension', { reason: 'The telephone is being examined and a second interview is planned' }),
    superintendent(extension.givenAt, 'authoriseExtension', { ...EXTENDED, until: extension.until, rightsReminded: true }),
    ...towardsWarrant(extension, investigator),
  ];
}

function towardsWarrant({ hearing }: Extension, investigator: ReturnType<typeof by>): PlannedAct[] {
  return hearing === null ? [] : [
    investigator(hearing.listedAt, 'recordHearingListed', { listedFor: hearing.sitsAt, court: "Westminster Magistrates' Court", reference: 'By telephone' }),
    investigator(hearing.servedAt, 'serveWarrantInformation', { natureOfOffence: 'As arrested for', natureOfEvidence: 'Telephone records; a witness', inquiries: 'Telephone examined; premises searched; a second search planned', necessity: 'To question on what the telephone shows' }),
  ];
}

const BAIL_DAYS = 28;

function ending({ leavesAt: at, ending: kind, chargedAt }: Told): PlannedAct[] {
  if (kind === 'policeBail') return [sergeant(at, 'releaseOnBail', { appointedAt: plusMinutes(at, BAIL_DAYS * 24 * 60), necessity: 'To return after inquiries; necessary and proportionate' })];
  const detail = kind === 'toCourt' ? 'Handed to the escort for court' : 'Pre-release assessment done; way home arranged';
  const charge = chargedAt ? [sergeant(chargedAt, 'charge', { detainGrounds: kind === 'toCourt' ? 'Would fail to appear' : '' })] : [];
  return [...charge, sergeant(at, 'release', { kind, riskAssessed: true, detail })];
}
