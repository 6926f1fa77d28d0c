import { elapsed, HOUR, plus, plusMinutes, toEpoch, type Instant } from '#domain/shared/time';
import { Temporal } from 'temporal-polyfill';
import { ASSUMPTIONS } from './assumptions.ts';
import { planCourse, type Course } from './course.ts';
import { markEnd, stageEnd } from './end-of-day.ts';
import { planPeople, type Person } from './people.ts';
import { daysIn, type PublishedRow } from './published.ts';
import { Dice } from './random.ts';
import { seat, type Seat, type Suite } from './suites.ts';

export interface PlannedDetention extends Person, Course, Seat {
  /** The next visit or review is left undone, so that it falls due at this instant around the end. */
  readonly visitDueAt: Instant | null;
  readonly reviewDueAt: Instant | null;
}

export interface DaySpan {
  readonly from: Instant;
  readonly to: Instant;
  readonly suites: readonly Suite[];
  readonly seed: number;
  readonly month: string;
}

const HOUR_AFTER = 1;

/**
 * People brought in over the span, in proportion to the month's rows by offence group, age, gender and disposal; the last arrests
 * are still on their way at the end. A pure function of rows, span and seed.
 */
export function planDay(rows: readonly PublishedRow[], span: DaySpan): PlannedDetention[] {
  const hours = elapsed(span.from, span.to) / HOUR + HOUR_AFTER;
  const perDay = rows.reduce((sum, r) => sum + r.offences, 0) / daysIn(span.month) / ASSUMPTIONS.offencesPerPerson.value;
  const people = planPeople(rows, Math.round((perDay * hours) / 24), span);
  const arrivals = arrivalTimes(people.length, hours, span);
  const dice = new Dice(span.seed, `${span.month}/on the way`);
  const courses = people.map((person, i) => ({ ...person, ...planCourse(person, arrivals[i]!, new Dice(span.seed, `${span.month}/course/${person.n}`)) }))
    .filter((p) => p.arrestedAt <= span.to && (p.arrivedAt <= span.to || dice.chance(ASSUMPTIONS.shareEnRouteAtEnd.value)));
  return markEnd(seat(stageEnd(courses, span), span), span);
}

/** One arrival at every equal step of the hours' weights, to the minute, with a little play. */
function arrivalTimes(count: number, hours: number, { from, seed, month }: DaySpan): Instant[] {
  const dice = new Dice(seed, `${month}/arrivals`);
  const weights = Array.from({ length: Math.ceil(hours) }, (_, h) => ASSUMPTIONS.arrivalsByHour.value[localHour(plus(from, h * HOUR))]!);
  const total = weights.reduce((sum, w) => sum + w, 0);
  return Array.from({ length: count }, (_, i) => plusMinutes(from, minuteAt(weights, ((i + dice.fraction()) / count) * total)));
}

const localHour = (at: Instant): number => Temporal.Instant.fromEpochMilliseconds(toEpoch(at)).toZonedDateTimeISO('Europe/London').hour;

/** The minute by which so much of the hours' weight has passed. */
function minuteAt(weights: readonly number[], passed: number): number {
  let left = passed;
  for (const [hour, weight] of weights.entries()) {
    if (left < weight) return Math.floor((hour + left / weight) * 60);
    left -= weight;
  }
  return weights.length * 60;
}
