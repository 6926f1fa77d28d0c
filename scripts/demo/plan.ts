import { localDate } from '#domain/shared/local-time';
import { fromEpoch, HOUR, MINUTE, plus, toEpoch, type Instant } from '#domain/shared/time';
import { v5 as uuid } from 'uuid';
import { ASSUMPTIONS, ENDINGS_BY_DISPOSAL, OFFENCES_BY_GROUP } from './assumptions.ts';
import { FORENAMES, SURNAMES } from './names.ts';
import { daysIn, type PublishedRow } from './published.ts';
import { Dice } from './random.ts';

const NAMESPACE = 'd0a6f1be-6f43-4d0e-9a6c-3c1f5a2b9e70';
/** The same seed and name make the same id, so that a rerun goes on where it stopped. */
export const idFrom = (seed: number, name: string): string => uuid(`${seed}/${name}`, NAMESPACE);

export interface PlannedDetention {
  readonly n: number;
  readonly recordId: string;
  readonly station: number; // index into the stations
  readonly cell: string;
  readonly name: string;
  readonly dateOfBirth: string;
  readonly gender: 'female' | 'male' | 'notRecorded';
  readonly child: boolean;
  readonly source: PublishedRow;
  readonly offences: readonly string[];
  readonly ending: string;
  readonly onWarrant: boolean;
  readonly drink: boolean;
  readonly arrestedAt: Instant;
  readonly arrivedAt: Instant;
  readonly deskAt: Instant;
  readonly decidedAt: Instant;
  readonly leavesAt: Instant;
  readonly interview: { readonly from: Instant; readonly to: Instant } | null;
  readonly hospital: { readonly from: Instant; readonly to: Instant } | null;
}

export interface DaySpan {
  readonly from: Instant;
  readonly to: Instant;
  readonly stations: number;
  readonly seed: number;
  readonly month: string;
}

/** People brought in over the span, in proportion to the month's rows by offence group, age, gender and disposal. */
export function planDay(rows: readonly PublishedRow[], span: DaySpan): PlannedDetention[] {
  const hours = (toEpoch(span.to) - toEpoch(span.from)) / HOUR;
  const perDay = rows.reduce((sum, r) => sum + r.offences, 0) / daysIn(span.month) / ASSUMPTIONS.offencesPerPerson.value;
  const dice = new Dice(span.seed);
  return Array.from({ length: Math.round((perDay * hours) / 24) }, (_, n) => planOne(n, rows, span, dice)).toSorted((a, b) => (a.arrivedAt < b.arrivedAt ? -1 : 1));
}

function planOne(n: number, rows: readonly PublishedRow[], span: DaySpan, dice: Dice): PlannedDetention {
  const source = dice.weighted(rows, (r) => r.offences);
  const child = source.ageGroup === 'Child';
  const times = planTimes(source, span, dice);
  const onWarrant = source.disposal === 'To Court' && dice.chance(ASSUMPTIONS.warrantShareOfToCourt.value);
  return {
    n, recordId: idFrom(span.seed, `${span.month}/record/${n}`), station: n % span.stations, cell: `Cell ${1 + (Math.floor(n / span.stations) % 30)}`, source, child, onWarrant, ...times,
    name: `${dice.pick(FORENAMES)} ${dice.pick(SURNAMES)}`, dateOfBirth: bornOn(child, times.arrestedAt, dice),
    gender: source.gender === 'Female' ? 'female' : source.gender === 'Male' ? 'male' : 'notRecorded',
    offences: planOffences(source.offenceGroup, dice), ending: ENDINGS_BY_DISPOSAL[source.disposal] ?? 'otherDisposal',
    drink: !child && dice.chance(ASSUMPTIONS.shareWithDrinkOrDrugs.value), ...planAbsences(times, dice),
  };
}

function planTimes(source: PublishedRow, span: DaySpan, dice: Dice) {
  const arrivedAt = arrival(span, dice);
  const minutes = (range: readonly number[]) => dice.whole(range[0]!, range[1]!) * MINUTE;
  const deskAt = plus(arrivedAt, minutes(ASSUMPTIONS.minutesFromYardToDesk.value));
  const stay = dice.triangular(ASSUMPTIONS.stayHours.value[source.disposal] ?? [5, 12, 20]);
  return {
    arrestedAt: plus(arrivedAt, -minutes(ASSUMPTIONS.minutesFromArrestToYard.value)), arrivedAt, deskAt,
    decidedAt: plus(deskAt, minutes(ASSUMPTIONS.minutesFromDeskToDecision.value)), leavesAt: wholeMinute(plus(arrivedAt, stay * HOUR)),
  };
}

const wholeMinute = (at: Instant): Instant => fromEpoch(Math.floor(toEpoch(at) / MINUTE) * MINUTE);

function arrival(span: DaySpan, dice: Dice): Instant {
  const hours = Math.round((toEpoch(span.to) - toEpoch(span.from)) / HOUR);
  const weights = ASSUMPTIONS.arrivalsByHour.value;
  const hour = dice.weighted(Array.from({ length: hours }, (_, h) => h), (h) => weights[new Date(toEpoch(span.from) + h * HOUR).getUTCHours()]!);
  return plus(span.from, hour * HOUR + dice.whole(0, 59) * MINUTE);
}

function planAbsences(times: { decidedAt: Instant; leavesAt: Instant }, dice: Dice): Pick<PlannedDetention, 'interview' | 'hospital'> {
  const room = toEpoch(times.leavesAt) - toEpoch(times.decidedAt);
  const away = room > 5 * HOUR && dice.chance(ASSUMPTIONS.shareToHospital.value);
  const spell = (after: number, length: number) => ({ from: plus(times.decidedAt, after * MINUTE), to: plus(times.decidedAt, (after + length) * MINUTE) });
  const talks = room > 4 * HOUR && dice.chance(ASSUMPTIONS.shareInterviewed.value);
  return { hospital: away ? spell(20, dice.whole(90, 170)) : null, interview: talks ? spell(dice.whole(200, Math.floor(room / MINUTE) - 35), dice.whole(15, 30)) : null };
}

function planOffences(group: string, dice: Dice): string[] {
  const codes = OFFENCES_BY_GROUP[group] ?? OFFENCES_BY_GROUP['Other Offence']!;
  const first = dice.weighted(codes, (c) => codes.length - codes.indexOf(c));
  const more = dice.chance(ASSUMPTIONS.offencesPerPerson.value - 1) ? [dice.pick(OFFENCES_BY_GROUP['Other Offence']!)] : [];
  return [...new Set([first, ...more])];
}

function bornOn(child: boolean, at: Instant, dice: Dice): string {
  const year = Number(localDate(at).slice(0, 4)) - (child ? dice.whole(13, 16) : dice.whole(19, 62));
  return `${year}-${String(dice.whole(1, 12)).padStart(2, '0')}-${String(dice.whole(1, 28)).padStart(2, '0')}`;
}
