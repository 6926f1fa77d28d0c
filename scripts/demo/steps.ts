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

function intake(plan: PlannedDetention, station: StationPlan, dice: Dice): PlannedAct[] {
  const person = { name: plan.name, dateOfBirth: plan.dateOfBirth, gender: plan.gender, looksUnder18: plan.child };
  const level = plan.drink || dice.chance(0.25) ? '2' : '1';
  return [
    sergeant(plan.arrestedAt, 'recordArrest', {
      ...person, authorityKind: plan.onWarrant ? 'WARRANT_ARREST' : 'PACE_PRECHARGE', stationId: station.id, offenceCodes: plan.offences, place: 'On the street', officerName: `PC ${dice.pick(['Ward', 'Iqbal', 'Shaw', 'Lowe', 'Grant'])}`,
      necessity: 'To allow the prompt and effective investigation of the offence', arrestArea: 'Metropolitan', investigatorName: `DC ${dice.pick(['Cole', 'Ahmed', 'Ng', 'Banks', 'Lim'])}`,
      ...(station.own && dice.chance(0.3) ? { teamId: 'cid-team-3' } : {}),
    }),
    sergeant(plan.arrivedAt, 'recordArrival', { stationId: station.id, source: 'gateLog' }),
    sergeant(plan.deskAt, 'bookIn', person),
    sergeant(plusMinutes(plan.deskAt, 2), 'recordImmediateNeeds', { ...NEEDS, drink: plan.drink, selfHarm: dice.chance(0.12), detail: '' }),
    sergeant(plan.decidedAt, 'authoriseDetention', { grounds: [plan.onWarrant ? 'otherAuthority' : 'questioning'], groundsText: plan.onWarrant ? 'To be brought before the court named in the warrant' : 'To secure and preserve evidence and to obtain it by questioning', toldInPresence: true }),
    sergeant(plusMinutes(plan.decidedAt, 3), 'setObservationLevel', { level, reason: plan.drink ? 'Drink' : 'Answers given at the desk' }),
    sergeant(plusMinutes(plan.decidedAt, 4), 'allocateLocation', { location: plan.cell }),
    ...(plan.drink ? [] : [sergeant(plusMinutes(plan.decidedAt, 5), 'giveRights', { solicitorWanted: dice.chance(0.5), someoneInformed: dice.chance(0.4), noticeGiven: true })]),
  ];
}

const away = (plan: PlannedDetention, at: Instant): boolean => [plan.interview, plan.hospital].some((a) => a !== null && at >= a.from && at <= a.to);

/** Reviews: six hours, then every nine, a little before their latest time; a few after it. */
function reviews(plan: PlannedDetention, dice: Dice): PlannedAct[] {
  const acts: PlannedAct[] = [];
  let latest = plusMinutes(plan.decidedAt, 6 * 60);
  for (let n = 0; n < 4 && latest < plan.leavesAt; n += 1) {
    const late = dice.chance(ASSUMPTIONS.shareLateReview.value);
    let at = plusMinutes(latest, late ? dice.whole(2, 9) : -dice.whole(5, 45));
    if (plan.hospital && at >= plan.hospital.from && at <= plan.hospital.to) at = plusMinutes(plan.hospital.to, 1) < latest ? plusMinutes(plan.hospital.to, 1) : latest;
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
    if (away(plan, at)) at = plusMinutes((plan.interview && at <= plan.interview.to && at >= plan.interview.from ? plan.interview : plan.hospital!).to, 5);
    if (at >= plan.leavesAt) break;
    const slip = dice.chance(ASSUMPTIONS.shareLateVisit.value) ? dice.whole(2, 6) : 0;
    acts.push(keeper(plus(at, slip * MINUTE), 'recordVisit', { seen: dice.pick(['Awake, spoke', 'Asleep, breathing', 'Sitting, calm', 'Lying down, answered', 'Reading']), roused: plan.drink }));
    at = plusMinutes(at, every - dice.whole(1, 8));
  }
  return acts.filter((a) => a.at < plan.leavesAt && !away(plan, a.at));
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
