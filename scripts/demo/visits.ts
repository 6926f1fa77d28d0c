import { plusMinutes, type Instant } from '#domain/shared/time';
import { ASSUMPTIONS } from './assumptions.ts';
import { absences, type Course } from './course.ts';
import type { Person } from './people.ts';
import type { PlannedDetention } from './plan.ts';
import type { Dice } from './random.ts';
import { levelSetAt } from './suites.ts';

/** Drink, and whoever tells of a risk, is on level 2. */
export const levelOf = ({ drink, vulnerable }: Pick<Person, 'drink' | 'vulnerable'>): '1' | '2' => (drink || vulnerable !== null ? '2' : '1');

const MINUTES = { 1: 60, 2: 30 } as const;

const isDrunk = ({ drink, soberAt }: Pick<Person, 'drink'> & Pick<Course, 'soberAt'>, at: Instant): boolean => drink && (soberAt === null || at <= soberAt);

/** Minutes between visits as the level stands at that instant. */
export const visitMinutes = (plan: Pick<Person, 'drink' | 'vulnerable'> & Pick<Course, 'soberAt'>, at: Instant): number => MINUTES[isDrunk(plan, at) ? '2' : levelOf({ ...plan, drink: false })];

interface PlannedVisit { readonly at: Instant; readonly roused: boolean }

/** Each visit a little before it falls due, counted from the last look; away with an escort none. */
export function planVisits(plan: PlannedDetention, dice: Dice): PlannedVisit[] {
  const visits: PlannedVisit[] = [];
  for (let seen: Instant | null = levelSetAt(plan); seen !== null;) {
    const next = nextVisit(plan, seen, dice);
    if (next.visited) visits.push({ at: next.visited, roused: isDrunk(plan, next.visited) });
    seen = next.seen;
  }
  return visits;
}

interface Look { readonly visited: Instant | null; readonly seen: Instant | null }
const NO_MORE: Look = { visited: null, seen: null };

function nextVisit(plan: PlannedDetention, seen: Instant, dice: Dice): Look {
  const early = dice.whole(1, 6);
  const slip = dice.chance(ASSUMPTIONS.shareLateVisit.value) ? early + dice.whole(2, 5) : 0;
  const at = plusMinutes(dueAfter(plan, seen), slip - early);
  const last = plan.visitDueAt ? plusMinutes(plan.visitDueAt, -visitMinutes(plan, plan.visitDueAt)) : null;
  if (last !== null && at >= last) return seen < last ? { visited: last, seen: last } : NO_MORE;
  const away = absences(plan).find((spell) => spell.to > seen && at >= spell.from);
  if (away) return { visited: null, seen: away.to };
  return at < plan.leavesAt ? { visited: at, seen: at } : NO_MORE;
}

/** A visit that would fall due after sobering is due by the level set then, from the same last look. */
function dueAfter(plan: PlannedDetention, seen: Instant): Instant {
  const due = plusMinutes(seen, visitMinutes(plan, seen));
  return plan.soberAt !== null && seen <= plan.soberAt && due > plan.soberAt ? plusMinutes(seen, visitMinutes(plan, due)) : due;
}
