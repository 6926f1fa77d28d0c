import { plusHours, plusMinutes, type Instant } from '#domain/shared/time';
import { ASSUMPTIONS, type DueAtEnd } from './assumptions.ts';
import { nextLocal, type Course } from './course.ts';
import type { Person } from './people.ts';
import type { DaySpan, PlannedDetention } from './plan.ts';
import { Dice } from './random.ts';
import { quietUntil, stageAt } from './stages.ts';
import type { Seat } from './suites.ts';
import { visitMinutes } from './visits.ts';

type Unseated = Person & Course;
/** A charge ends what the investigation wants; so does leaving. */
const endOf = ({ chargedAt, leavesAt }: Unseated): Instant => chargedAt ?? leavesAt;

/** So that every stage stands on the board at the end: one waits long, some are in hospital, some hearings are listed. */
export function stageEnd(people: readonly Unseated[], { to, seed, month }: DaySpan): Unseated[] {
  const dice = new Dice(seed, `${month}/end`);
  return listHearings(sendToHospital(keepWaiting(people, to, dice), to, dice), to, dice);
}

const changeFirst = (people: readonly Unseated[], count: number, fits: (p: Unseated) => boolean, change: (p: Unseated) => Unseated): Unseated[] => {
  const chosen = new Set(people.filter(fits).slice(0, Math.max(0, count)).map((p) => p.n));
  return people.map((p) => (chosen.has(p.n) ? change(p) : p));
};

/** One of those just in waits more than half an hour at the end, and beyond it. */
const keepWaiting = (people: readonly Unseated[], to: Instant, dice: Dice): Unseated[] =>
  changeFirst(people, 1, (p) => p.arrivedAt < plusMinutes(to, -31) && p.arrivedAt > plusMinutes(to, -50), (p) => {
    const deskAt = plusMinutes(to, dice.whole(3, 9));
    return { ...p, deskAt, decidedAt: plusMinutes(deskAt, 8), hospital: null };
  });

function sendToHospital(people: readonly Unseated[], to: Instant, dice: Dice): Unseated[] {
  const there = people.filter((p) => stageAt(p, to) === 'inHospital').length;
  const isNew = (p: Unseated): boolean => p.decidedAt > plusHours(to, -4) && endOf(p) > plusHours(to, 4) && p.hospital === null && (p.interview?.from ?? to) >= to;
  const fits = (p: Unseated): boolean => quietUntil(p, to, 60) && isNew(p) && !p.drink;
  return changeFirst(people, ASSUMPTIONS.inHospitalAtEnd.value - there, fits, (p) => ({ ...p, interview: null, hospital: { from: plusMinutes(to, -dice.whole(25, 45)), to: plusMinutes(to, dice.whole(40, 110)) } }));
}

/** Court hours of the hearing listed by hand, London time. */
const SITTING = ['10:00'];

function listHearings(people: readonly Unseated[], to: Instant, dice: Dice): Unseated[] {
  const sitsAt = nextLocal(plusHours(to, 2), SITTING);
  const fits = (p: Unseated): boolean => stageAt(p, to) === 'detained' && p.extension !== null && p.extension.givenAt < plusMinutes(to, -80) && plusHours(p.arrivedAt, 36) > sitsAt;
  return changeFirst(people, ASSUMPTIONS.hearingsListedByHand.value, fits, (p) => {
    const listedAt = plusMinutes(p.extension!.givenAt, dice.whole(10, 40));
    return { ...p, extension: { ...p.extension!, hearing: { listedAt, servedAt: plusMinutes(listedAt, dice.whole(10, 30)), sitsAt } } };
  });
}

type Seated = Unseated & Seat;
const HOURS_OF_LATER_REVIEWS = 9;
const HOURS_TO_FIRST_REVIEW = 6;

/** Leaves a visit or a review of a few undone, so that it falls due around the end: some this minute, some late. */
export function markEnd(people: readonly Seated[], span: DaySpan): PlannedDetention[] {
  const reviews = marked(people, span, ASSUMPTIONS.reviewsDueAtEnd.value, (p, due) => reviewFits(p, span.to, due));
  const visits = marked(people.filter((p) => !reviews.has(p.n)), span, ASSUMPTIONS.visitsDueAtEnd.value, (p, due) => visitFits(p, span.to, due));
  return people.map((p) => ({ ...p, reviewDueAt: reviews.get(p.n) ?? null, visitDueAt: visits.get(p.n) ?? null }));
}

/** Who fits each of these instants: at the first own suite, or at the others in turn; where nobody does, at the next. */
function marked(people: readonly Seated[], { to, suites }: DaySpan, { first, others }: DueAtEnd, fits: (p: Seated, due: Instant) => boolean): Map<number, Instant> {
  const chosen = new Map<number, Instant>();
  const order = [...suites.keys()].toSorted((a, b) => Number(suites[b]!.own) - Number(suites[a]!.own) || a - b);
  for (const { minute, start } of [...first.map((m) => ({ minute: m, start: 0 })), ...others.map((m, i) => ({ minute: m, start: i + 1 }))]) {
    const due = plusMinutes(to, minute);
    const round = order.map((_, k) => order[(start + k) % order.length]!);
    const found = round.flatMap((suite) => people.filter((p) => p.suite === suite && !chosen.has(p.n) && fits(p, due)))[0];
    if (found) chosen.set(found.n, due);
  }
  return chosen;
}

const visitFits = (p: Seated, to: Instant, due: Instant): boolean => quietUntil(p, to, 110) && plusMinutes(due, -visitMinutes(p, to)) > plusMinutes(p.decidedAt, 15);

/** The review before it can have been the first, held in time, from the cell. */
function reviewFits(p: Seated, to: Instant, due: Instant): boolean {
  const before = plusHours(due, -HOURS_OF_LATER_REVIEWS);
  const couldBeFirst = before > plusHours(p.decidedAt, 1) && before <= plusHours(p.decidedAt, HOURS_TO_FIRST_REVIEW);
  const plain = p.extension === null && p.interview?.postpones !== true && endOf(p) > plusMinutes(to, 30);
  return plain && couldBeFirst && quietUntil(p, to, 20) && stageAt(p, before) === 'detained';
}
