import { plusMinutes, type Instant } from '#domain/shared/time';
import { ASSUMPTIONS } from './assumptions.ts';
import type { Course } from './course.ts';
import type { Person } from './people.ts';
import type { DaySpan } from './plan.ts';
import { Dice } from './random.ts';
import { stageAt } from './stages.ts';

/** A custody suite as the force lists it; `own`: the personas work there. */
export interface Suite { readonly name: string; readonly own: boolean; readonly cells: readonly string[] }
/** Where somebody is held: the suite by its place in the list, and a cell. */
export interface Seat { readonly suite: number; readonly cell: string }
type Unseated = Person & Course;
type Seated = Unseated & Seat;

/** Minutes from the decision to the cell, and from leaving it until it is ready for another. */
const MINUTES_TO_CELL = 4;
const MINUTES_TO_CLEAN = 15;
export const cellFrom = ({ decidedAt }: Pick<Course, 'decidedAt'>): Instant => plusMinutes(decidedAt, MINUTES_TO_CELL);
export const levelSetAt = ({ decidedAt }: Pick<Course, 'decidedAt'>): Instant => plusMinutes(decidedAt, MINUTES_TO_CELL - 1);
const SHARED_ROOM = 'Holding room';

interface Load { readonly suite: number; readonly weight: number; readonly freeFrom: (Instant | null)[]; readonly leaving: Instant[] }

/**
 * Gives each person a suite and, for the time held, the lowest free cell there: never one that another still has. The emptiest
 * suite for its size takes the next; the first of each stage at the end are brought to the personas' own.
 */
export function seat(people: readonly Unseated[], span: DaySpan): Seated[] {
  const off = (seated: readonly Seated[]): number => Math.abs(seated.filter((p) => span.suites[p.suite]!.own && stageAt(p, span.to) !== 'left').length - ASSUMPTIONS.ownStationsAtEnd.value);
  return OWN_WEIGHTS.map((own) => seatBy(people, span, own)).toSorted((a, b) => off(a) - off(b))[0]!;
}

/** How large the personas' own suites are beside the others: tried until their number at the end is nearest to the assumed one. */
const OWN_WEIGHTS = [0.9, 0.8, 0.7, 0.6, 0.5, 0.4];

function seatBy(people: readonly Unseated[], span: DaySpan, own: number): Seated[] {
  const weight = (suite: Suite): number => (suite.own ? own : 0.85 + 0.3 * new Dice(span.seed, `suite/${suite.name}`).fraction());
  const loads = span.suites.map((suite, i): Load => ({ suite: i, weight: weight(suite), freeFrom: suite.cells.map(() => null), leaving: [] }));
  const pinned = pins(people, span);
  return people.toSorted((a, b) => (a.decidedAt < b.decidedAt ? -1 : 1)).map((person) => {
    const load = choose(loads, person, pinned.get(person.n) ?? null);
    return { ...person, suite: load.suite, cell: takeCell(load, person, span.suites[load.suite]!) };
  });
}

/** The lowest cell that is free by that instant; below 0: none. */
const freeCell = ({ freeFrom }: Load, at: Instant): number => freeFrom.findIndex((from) => from === null || from <= at);

function choose(loads: readonly Load[], person: Unseated, pin: number | null): Load {
  const at = cellFrom(person);
  const room = loads.filter((load) => freeCell(load, at) >= 0);
  const pinnedTo = room.find((load) => load.suite === pin);
  if (pinnedTo) return pinnedTo;
  const fullness = (load: Load): number => load.leaving.filter((leaves) => leaves > person.decidedAt).length / load.weight;
  const ranked = (room.length > 0 ? room : loads).map((load) => ({ load, full: fullness(load) }));
  return ranked.reduce((emptiest, next) => (next.full < emptiest.full ? next : emptiest)).load;
}

function takeCell(load: Load, person: Unseated, suite: Suite): string {
  const free = freeCell(load, cellFrom(person));
  load.leaving.push(person.leavesAt);
  if (free < 0) return SHARED_ROOM;
  load.freeFrom[free] = plusMinutes(person.leavesAt, MINUTES_TO_CLEAN);
  return suite.cells[free]!;
}

type Kind = (person: Unseated, at: Instant) => boolean;

const LONG_WAIT = 30;
const charged: Kind = (p, at) => p.chargedAt !== null && p.chargedAt < at;
/** What a persona should find at the own station at the end, one of each. */
const KINDS: readonly Kind[] = [
  (p, at) => stageAt(p, at) === 'waiting' && plusMinutes(p.arrivedAt, LONG_WAIT) < at,
  (p, at) => stageAt(p, at) === 'inHospital', (p, at) => stageAt(p, at) === 'withInvestigator', (p, at) => stageAt(p, at) === 'onTheWay',
  (p, at) => stageAt(p, at) === 'detained' && p.extension?.hearing !== null && p.extension?.hearing !== undefined,
  (p, at) => stageAt(p, at) === 'detained' && p.extension !== null && p.extension.givenAt < at && p.extension.hearing === null,
  (p, at) => stageAt(p, at) === 'detained' && charged(p, at), (p, at) => stageAt(p, at) === 'detained' && p.authority !== 'PACE_PRECHARGE',
  (p, at) => stageAt(p, at) === 'detained' && p.child, (p, at) => stageAt(p, at) === 'detained' && p.soberAt !== null && p.soberAt > at,
];

/** The first of each kind at the first own suite, the next at the second. */
function pins(people: readonly Unseated[], { suites, to }: DaySpan): Map<number, number> {
  const pinned = new Map<number, number>();
  const own = suites.flatMap((suite, i) => (suite.own ? [i] : []));
  for (const kind of KINDS) {
    const found = people.filter((p) => !pinned.has(p.n) && kind(p, to)).slice(0, own.length);
    found.forEach((person, i) => pinned.set(person.n, own[i]!));
  }
  return pinned;
}
