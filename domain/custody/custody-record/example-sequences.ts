import fc from 'fast-check';
import { OPEN, type Decision, type Opening } from '../../shared/act.ts';
import type { OfficerAt } from '../../shared/actor.ts';
import { actNamed, reachesBack, type Outcome } from '../../shared/decide.ts';
import type { StoredEvent } from '../../shared/event.ts';
import { NO_FACTS } from '../../shared/facts.ts';
import { nextWake } from '../../shared/obligation.ts';
import type { Refusal } from '../../shared/refusal.ts';
import { MINUTE, plus, plusMinutes, type Instant } from '../../shared/time.ts';
import { CUSTODY_ACTS } from './acts.ts';
import { applied, arrived, authorised, bailed, CLARKE, detained, Detention, extended, INFORMATION, LIM, OKORO, onTheWay, RAO, served, SOUGHT_BY_KENT, twiceReviewed } from './example-detention.ts';
import { WAYS, type Step } from './example-ways.ts';
import { CUSTODY_LAW, type CustodyLaw } from './limits.ts';
import { obligations } from './obligations.ts';
import type { CustodyRecord } from './record.ts';

const warranted = (d: Detention): Detention => applied(d).must('recordWarrant', { by: CLARKE, at: '2026-01-13T18:30', body: { hours: 36 } });
const informed = (d: Detention): Detention => warranted(d).must('serveWarrantInformation', { by: LIM, at: '2026-01-13T18:40', body: INFORMATION });
const postponed = (d: Detention): Detention => detained(d).must('postponeReview', { by: RAO, at: '2026-01-12T14:30', body: { ground: 'notPracticable', reason: 'A fire in the suite' } });
/** Where a walk begins. */
export const STARTS: Readonly<Record<string, (d: Detention) => Detention>> = {
  onTheWay, arrived, authorised, detained, soughtByKent: (d) => arrived(d, SOUGHT_BY_KENT), twiceReviewed, extended, served, applied, warranted, informed, postponed, bailed,
};

/** Steps of the court and those before them come more often; what ends a walk, seldom. */
const COURT = ['recordHearingListed', 'serveWarrantInformation', 'applyForWarrant', 'recordAdjournment', 'recordReasonPast36', 'recordWarrant', 'recordWarrantRefusal', 'applyForWarrantExtension', 'extendWarrant'];
const OFTEN = ['conductReview', 'conductReview', 'authoriseExtension', 'authoriseDetention', 'returnFromHospital', 'recordArrival', 'answerBail', 'recordBreachArrest', 'charge', 'arrestForFurtherOffence', 'leaveForHospital', 'postponeReview', 'confirmPostponement'];
const ENDS = ['release', 'releaseOnBail', 'refuseDetention', 'transferToOtherForce', 'charge'];
const OPEN_COURT = 'of the court, open';
const OPEN_ANY = 'any, open';
const anAct = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...COURT) }, { weight: 4, arbitrary: fc.constantFrom(...OFTEN) }, { weight: 2, arbitrary: fc.constantFrom(...Object.keys(WAYS)) }, { weight: 4, arbitrary: fc.constantFrom(OPEN_COURT, OPEN_ANY) });

const aStep: fc.Arbitrary<Step> = fc.record({
  act: anAct, wait: fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 240 }) }, { weight: 1, arbitrary: fc.integer({ min: 0, max: 1200 }) }, { weight: 2, arbitrary: fc.constantFrom('due' as const, 'wake' as const) }),
  late: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 0, max: 600 }) }), ahead: fc.integer({ min: 0, max: 1500 }), yes: fc.boolean(), hours: fc.integer({ min: 0, max: 37 }),
});

export interface Walk { readonly start: string; readonly steps: readonly Step[] }
export const aWalk: fc.Arbitrary<Walk> = fc.record({ start: fc.constantFrom(...Object.keys(STARTS)), steps: fc.array(aStep, { minLength: 1, maxLength: 14 }) });

/** One step as it went: the record before and after, and when; `was` is the time of the step before. */
export interface Move {
  readonly act: string;
  readonly opening: Opening;
  readonly was: Instant;
  readonly at: Instant;
  readonly now: Instant;
  readonly before: CustodyRecord;
  readonly after: CustodyRecord;
  readonly refusals: readonly Refusal[] | null;
  readonly events: readonly StoredEvent[];
  readonly versions: readonly [number, number];
}
export interface Walked { readonly moves: readonly Move[]; readonly detention: Detention }

function nextTime({ record }: Detention, was: Instant, { wait, hours }: Step): Instant {
  if (typeof wait === 'number') return plusMinutes(was, wait);
  const owed = obligations(record, CUSTODY_LAW);
  const due = owed.flatMap((o) => (o.due !== null && o.due > was ? [o.due] : [])).toSorted()[0] ?? plusMinutes(was, 30);
  const at = wait === 'due' ? plus(due, ((hours % 3) - 1) * MINUTE) : (nextWake(owed, was) ?? due);
  return at < was ? was : at;
}

/** Decides one act as its way says, on the record as it stands, and stores nothing. */
export function trial(d: Detention, step: Omit<Step, 'wait'>, now: Instant): { at: Instant; outcome: Outcome<CustodyRecord> } {
  const { by, body, at: own } = WAYS[step.act]!;
  const named = step.yes ? own?.(d.record) : undefined;
  const at = named !== undefined && named <= now ? named : plusMinutes(now, -step.late);
  const told = { record: d.record, at, step };
  return { at, outcome: d.what(step.act, { by: by(told), at, now, body: body?.(told) ?? {} }) };
}

/** What was decided stands, if it was accepted. */
function store(d: Detention, outcome: Outcome<CustodyRecord>): void {
  if (outcome.outcome !== 'accepted') return;
  d.events.push(...outcome.events);
  d.standing = { id: d.standing.id, version: d.standing.version + 1, state: outcome.state, lastOccurredAt: outcome.lastOccurredAt };
}

/** The page's answer then; of a late entry it says nothing. */
const openingThen = (d: Detention, act: string, { at, now }: { at: Instant; now: Instant }): Opening =>
  (reachesBack(d.standing, at) ? OPEN : actNamed(d.kind, act).opens(d.record, asking(OKORO, { at, now })));

export const asking = (officer: OfficerAt, { at, now }: { at: Instant; now: Instant }): Decision<CustodyLaw> =>
  ({ actor: { kind: 'person', officer }, at, now, facts: { ...NO_FACTS, actor: officer, custodyOfficer: OKORO.id, officers: { [OKORO.id]: OKORO } }, law: CUSTODY_LAW });

/** The act that is meant: where only its kind was drawn, one that is open. */
function actMeant(d: Detention, { act, ahead: nth, late }: Step, now: Instant): string {
  if (act !== OPEN_COURT && act !== OPEN_ANY) return act;
  const when = asking(OKORO, { at: plusMinutes(now, -late), now });
  const open = CUSTODY_ACTS.filter((a) => !a.creates && (act === OPEN_ANY ? !ENDS.includes(a.name) : COURT.includes(a.name)) && a.opens(d.record, when).open);
  return open[nth % open.length]?.name ?? 'conductReview';
}

function move(d: Detention, drawn: Step, was: Instant): Move {
  const [before, version, told] = [d.record, d.standing.version, d.events.length];
  const now = nextTime(d, was, drawn);
  const step = { ...drawn, act: actMeant(d, drawn, now) };
  const { at, outcome } = trial(d, step, now);
  const opening = openingThen(d, step.act, { at, now });
  store(d, outcome);
  const refusals = outcome.outcome === 'refused' ? outcome.refusals : null;
  return { act: step.act, opening, was, at, now, before, after: d.record, refusals, events: d.events.slice(told), versions: [version, d.standing.version] };
}

const PLAYED = new Map<string, Walked>();

/** Plays a walk; one played before is remembered, for every invariant asks for the same ones. */
export function play(walk: Walk): Walked {
  const key = JSON.stringify(walk);
  const known = PLAYED.get(key);
  if (known) return known;
  const detention = STARTS[walk.start]!(new Detention());
  let now = detention.standing.lastOccurredAt!;
  const moves = walk.steps.map((step) => { const moved = move(detention, step, now); now = moved.now; return moved; });
  const walked = { moves, detention };
  PLAYED.set(key, walked);
  return walked;
}

const told = ({ act, at, now, refusals }: Move): string => `${act} at ${at}${at === now ? '' : `, told at ${now}`}${refusals ? `: ${refusals.map((r) => r.code).join(', ')}` : ''}`;
/** A walk as it went, to be read where an invariant fails. */
export const words = ({ moves }: Walked): string => moves.map(told).join('\n');
