import { clockTime } from '#domain/shared/local-time';
import { plus, plusMinutes, MINUTE, type Instant } from '#domain/shared/time';
import { ASSUMPTIONS } from './assumptions.ts';
import type { PlannedDetention } from './plan.ts';
import { idFrom } from './plan.ts';
import { Dice } from './random.ts';

export type Role = 'custodySergeant' | 'detentionOfficer' | 'custodyInspector' | 'superintendent';

/** One act of a detention, by whom and when. */
export interface PlannedAct {
  readonly at: Instant;
  readonly role: Role;
  readonly act: string;
  readonly body: object;
}

export interface StationPlan { readonly id: string; readonly name: string; readonly own: boolean }

const by = (role: Role) => (at: Instant, act: string, body: object): PlannedAct => ({ at, role, act, body });
const sergeant = by('custodySergeant');
const keeper = by('detentionOfficer');
const inspector = by('custodyInspector');

const NEEDS = { unwell: false, injured: false, drugs: false, swallowed: false, pregnant: false, consciousnessConcern: false };

/** Everything that happens in one detention up to its end, in order of time. */
export function actsOf(plan: PlannedDetention, station: StationPlan, seed: number): PlannedAct[] {
  const dice = new Dice(seed * 100_003 + plan.n);
  const own = [...intake(plan, station, dice), ...reviews(plan, dice), ...visits(plan, dice), ...movements(plan), ...ending(plan)];
  return own.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

const ON_WARRANT = { grounds: ['otherAuthority'], groundsText: 'To be brought before the court named in the warrant' };
const ON_ARREST = { grounds: ['questioning'], groundsText: 'To secure and preserve evidence and to obtain it by questioning' };

const arrestAnswers = (plan: PlannedDetention, station: StationPlan, dice: Dice): object => ({
  authorityKind: plan.onWarrant ? 'WARRANT_ARREST' : 'PACE_PRECHARGE', stationId: station.id, offenceCodes: plan.offences, place: 'On the street', officerName: `PC ${dice.pick(['Ward', 'Iqbal', 'Shaw', 'Lowe', 'Grant'])}`,
  necessity: 'To allow the prompt and effective investigation of the offence', arrestArea: 'Metropolitan', investigatorName: `DC ${dice.pick(['Cole', 'Ahmed', 'Ng', 'Banks', 'Lim'])}`,
  ...(station.own && dice.chance(0.3) ? { teamId: 'cid-team-3' } : {}),
});

function intake(plan: PlannedDetention, station: StationPlan, dice: Dice): PlannedAct[] {
  const person = { name: plan.name, dateOfBirth: plan.dateOfBirth, gender: plan.gender, looksUnder18: plan.child };
  const level = plan.drink || dice.chance(0.25) ? '2' : '1';
  return [
    sergeant(plan.arrestedAt, 'recordArrest', { ...person, ...arrestAnswers(plan, station, dice) }),
    sergeant(plan.arrivedAt, 'recordArrival', { stationId: station.id, source: 'gateLog' }),
    sergeant(plan.deskAt, 'bookIn', person),
    sergeant(plusMinutes(plan.deskAt, 2), 'recordImmediateNeeds', { ...NEEDS, drink: plan.drink, selfHarm: dice.chance(0.12), detail: '' }),
    sergeant(plan.decidedAt, 'authoriseDetention', { ...(plan.onWarrant ? ON_WARRANT : ON_ARREST), toldInPresence: true }),
    sergeant(plusMinutes(plan.decidedAt, 3), 'setObservationLevel', { level, reason: plan.drink ? 'Drink' : 'Answers given at the desk' }),
    sergeant(plusMinutes(plan.decidedAt, 4), 'allocateLocation', { location: plan.cell }),
    ...(plan.drink ? [] : [sergeant(plusMinutes(plan.decidedAt, 5), 'giveRights', { solicitorWanted: dice.chance(0.5), someoneInformed: dice.chance(0.4), noticeGiven: true })]),
  ];
}

/** The absence from the cell that covers this instant. */
const absence = (plan: PlannedDetention, at: Instant) => [plan.interview, plan.hospital].find((a) => a !== null && at >= a.from && at <= a.to) ?? null;
const inHospital = ({ hospital }: PlannedDetention, at: Instant): boolean => hospital !== null && at >= hospital.from && at <= hospital.to;

/** A review that would fall into hospital is held on the return, at its latest time at most. */
function reviewTime(plan: PlannedDetention, latest: Instant, planned: Instant): Instant {
  if (!inHospital(plan, planned)) return planned;
  const back = plusMinutes(plan.hospital!.to, 1);
  return back < latest ? back : latest;
}

/** Reviews: six hours, then every nine, a little before their latest time; a few after it. */
function reviews(plan: PlannedDetention, dice: Dice): PlannedAct[] {
  const acts: PlannedAct[] = [];
  let latest = plusMinutes(plan.decidedAt, 6 * 60);
  for (let n = 0; n < 4 && latest < plan.leavesAt; n += 1) {
    const late = dice.chance(ASSUMPTIONS.shareLateReview.value);
    const at = reviewTime(plan, latest, plusMinutes(latest, late ? dice.whole(2, 9) : -dice.whole(5, 45)));
    if (at >= plan.leavesAt) break;
    acts.push(inspector(at, 'conductReview', { reminded: true, decision: 'continue', grounds: 'Detention is still necessary to obtain evidence by questioning', representations: 'Offered; none made', asleep: Number(clockTime(at).slice(0, 2)) < 6 && dice.chance(0.3) }));
    latest = plusMinutes(at, 9 * 60);
  }
  return acts;
}

function visits(plan: PlannedDetention, dice: Dice): PlannedAct[] {
  const acts: PlannedAct[] = [];
  const every = plan.drink ? 30 : 60;
  let at = plusMinutes(plan.decidedAt, 3 + every - dice.whole(1, 8));
  while (at < plan.leavesAt) {
    const away = absence(plan, at);
    if (away) at = plusMinutes(away.to, 5);
    const slip = dice.chance(ASSUMPTIONS.shareLateVisit.value) ? dice.whole(2, 6) : 0;
    acts.push(keeper(plus(at, slip * MINUTE), 'recordVisit', { seen: dice.pick(['Awake, spoke', 'Asleep, breathing', 'Sitting, calm', 'Lying down, answered', 'Reading']), roused: plan.drink }));
    at = plusMinutes(at, every - dice.whole(1, 8));
  }
  return acts.filter((a) => a.at < plan.leavesAt && absence(plan, a.at) === null);
}

function movements(plan: PlannedDetention): PlannedAct[] {
  const acts: PlannedAct[] = [];
  if (plan.hospital) {
    acts.push(keeper(plan.hospital.from, 'leaveForHospital', { purpose: 'treatment', hospital: 'St Mark’s', reason: 'Chest pain', escorts: 'PC Ahmed' }), keeper(plan.hospital.to, 'returnFromHospital', { location: plan.cell, care: 'Discharged, no further treatment' }));
  }
  if (plan.interview && !(plan.hospital && plan.interview.from <= plan.hospital.to)) {
    acts.push(keeper(plan.interview.from, 'handToInvestigator', { officerName: 'DC Cole', purpose: 'interview' }), keeper(plan.interview.to, 'returnFromInvestigator', { report: 'Interview complied with Code C; breaks offered', location: plan.cell }));
  }
  return acts;
}

function ending(plan: PlannedDetention): PlannedAct[] {
  const at = plan.leavesAt;
  if (plan.ending === 'policeBail') return [sergeant(at, 'releaseOnBail', { appointedAt: plusMinutes(at, 28 * 24 * 60), necessity: 'To return after inquiries; necessary and proportionate' })];
  const charged = plan.ending === 'chargedAndBailed' || (plan.ending === 'toCourt' && !plan.onWarrant);
  const released = sergeant(at, 'release', { kind: plan.ending, riskAssessed: true, detail: 'Pre-release assessment done; way home arranged' });
  return charged ? [sergeant(plusMinutes(at, -10), 'charge', { detainGrounds: plan.ending === 'toCourt' ? 'Fail to appear' : '' }), released] : [released];
}

/** The command's id: the same step of the same record on every run, so that a rerun is answered and not repeated. */
export const commandId = (seed: number, recordId: string, step: number, officerId: string): string => idFrom(seed, `${recordId}/${step}/${officerId}`);
