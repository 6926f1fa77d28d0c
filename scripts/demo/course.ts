import { localDate, readTime } from '#domain/shared/local-time';
import { earliest, elapsed, fromEpoch, HOUR, latest, MINUTE, plus, plusHours, plusMinutes, toEpoch, type Instant } from '#domain/shared/time';
import { ASSUMPTIONS } from './assumptions.ts';
import type { Person } from './people.ts';
import { triangularAt, type Dice } from './random.ts';

export interface Spell { readonly from: Instant; readonly to: Instant }
/** An interview that runs over the first review's latest time postpones it. */
export interface Interview extends Spell { readonly postpones: boolean }
export interface Extension { readonly askedAt: Instant; readonly givenAt: Instant; readonly until: Instant; readonly hearing: Hearing | null }
/** A hearing of an application for a warrant of further detention, listed by officers. */
export interface Hearing { readonly listedAt: Instant; readonly servedAt: Instant; readonly sitsAt: Instant }

/** When things happen in one detention, whole minutes. */
export interface Course {
  readonly arrestedAt: Instant;
  readonly arrivedAt: Instant;
  readonly deskAt: Instant;
  readonly decidedAt: Instant;
  readonly soberAt: Instant | null;
  readonly hospital: Spell | null;
  readonly interview: Interview | null;
  readonly extension: Extension | null;
  readonly chargedAt: Instant | null;
  readonly leavesAt: Instant;
}

const wholeMinute = (at: Instant): Instant => fromEpoch(Math.floor(toEpoch(at) / MINUTE) * MINUTE);
const between = (dice: Dice, [least, most]: readonly [number, number]): number => dice.whole(least, most);
export const absences = ({ hospital, interview }: Pick<Course, 'hospital' | 'interview'>): Spell[] => [hospital, interview].filter((spell) => spell !== null);

/** What happens to a person brought in at that instant, up to leaving. */
export function planCourse(person: Person, arrivedAt: Instant, dice: Dice): Course {
  const deskAt = plusMinutes(arrivedAt, between(dice, ASSUMPTIONS.minutesFromYardToDesk.value));
  const decidedAt = plusMinutes(deskAt, between(dice, ASSUMPTIONS.minutesFromDeskToDecision.value));
  const start = { arrestedAt: plusMinutes(arrivedAt, -between(dice, ASSUMPTIONS.minutesFromArrestToYard.value)), arrivedAt, deskAt, decidedAt };
  const out = departure(person, start);
  const hospital = hospitalSpell(start.decidedAt, out.chargedAt ?? out.leavesAt, dice);
  const soberAt = person.drink ? sobering({ decidedAt, hospital, ...out }, dice) : null;
  return { ...start, ...out, hospital, soberAt, interview: person.authority === 'PACE_PRECHARGE' ? planInterview({ decidedAt, hospital, soberAt, ...out }, dice) : null, extension: person.extended ? planExtension(start, out.leavesAt, dice) : null };
}

/** Before the interview opens a person must be through hospital and sober; a charge ends interviews. */
type Bounds = Pick<Course, 'decidedAt' | 'hospital' | 'chargedAt' | 'leavesAt'>;

const MINUTES_TO_CHARGE_BEFORE_BAIL = 15;

function departure(person: Person, { arrivedAt, decidedAt }: Pick<Course, 'arrivedAt' | 'decidedAt'>): Pick<Course, 'chargedAt' | 'leavesAt'> {
  const after = (hours: number): Instant => wholeMinute(plus(arrivedAt, hours * HOUR));
  if (person.ending === 'toCourt') {
    const chargedAt = person.authority === 'PACE_PRECHARGE' ? after(triangularAt(person.stay, ASSUMPTIONS.hoursToCharge.value)) : null;
    return { chargedAt, leavesAt: nextVan(plusMinutes(chargedAt ?? plusHours(decidedAt, 2), 40)) };
  }
  const leavesAt = after(triangularAt(person.stay, person.extended ? ASSUMPTIONS.hoursHeldWhenExtended.value : ASSUMPTIONS.stayHours.value[person.source.disposal]!));
  return { chargedAt: person.ending === 'chargedAndBailed' ? plusMinutes(leavesAt, -MINUTES_TO_CHARGE_BEFORE_BAIL) : null, leavesAt };
}

/** The first instant, not before `after`, at which a clock in London shows one of these times. */
export function nextLocal(after: Instant, times: readonly string[]): Instant {
  const days = [0, 24, 48].map((hours) => localDate(plusHours(after, hours)));
  const found = days.flatMap((day) => times.flatMap((time) => { const read = readTime(`${day}T${time}`); return 'at' in read && read.at >= after ? [read.at] : []; }));
  return earliest(...found);
}

const nextVan = (after: Instant): Instant => nextLocal(after, ASSUMPTIONS.courtVans.value);

const minutesFrom = (from: Instant, to: Instant): number => Math.floor(elapsed(from, to) / MINUTE);

/** Over before the first review can fall due. */
function hospitalSpell(decidedAt: Instant, closes: Instant, dice: Dice): Spell | null {
  const goes = dice.chance(ASSUMPTIONS.shareToHospital.value);
  if (!goes || elapsed(decidedAt, closes) < 7 * HOUR) return null;
  const from = plusMinutes(decidedAt, dice.whole(20, 150));
  return { from, to: plusMinutes(from, dice.whole(60, 140)) };
}

/** Some hours after the decision, in the cell; before leaving at the latest. */
function sobering({ decidedAt, hospital, chargedAt, leavesAt }: Bounds, dice: Dice): Instant {
  const [least, most] = ASSUMPTIONS.hoursUntilSober.value;
  const wanted = plusMinutes(decidedAt, dice.whole(least * 60, most * 60));
  const back = hospital ? plusMinutes(hospital.to, 15) : decidedAt;
  return earliest(latest(wanted, back), plusMinutes(chargedAt ?? leavesAt, -45));
}

const HOURS_TO_FIRST_REVIEW = 6;

/** From when and until when an interview may be. */
const window = ({ decidedAt, hospital, chargedAt, leavesAt, soberAt }: Bounds & Pick<Course, 'soberAt'>): { opens: Instant; closes: Instant } => ({
  opens: latest(plusMinutes(decidedAt, 150), plusMinutes(hospital?.to ?? decidedAt, 30), plusMinutes(soberAt ?? decidedAt, 15)), closes: plusMinutes(chargedAt ?? leavesAt, -30),
});

function planInterview(bounds: Bounds & Pick<Course, 'soberAt'>, dice: Dice): Interview | null {
  if (!dice.chance(ASSUMPTIONS.shareInterviewed.value)) return null;
  const length = between(dice, ASSUMPTIONS.minutesOfInterview.value);
  const { opens, closes } = window(bounds);
  const review = plusHours(bounds.decidedAt, HOURS_TO_FIRST_REVIEW);
  const over = { from: plusMinutes(review, -25), to: plusMinutes(review, 30) };
  if (dice.chance(ASSUMPTIONS.sharePostponed.value) && over.from >= opens && plusMinutes(over.to, 60) <= closes) return { ...over, postpones: true };
  const room = minutesFrom(opens, closes) - length;
  if (room <= 0) return null;
  const from = plusMinutes(opens, dice.whole(0, room));
  return { from, to: plusMinutes(from, length), postpones: false };
}

const HOURS_EXTENDED = 36;

/** Asked for in good time, given after the second review and before 24 hours, to beyond the leaving and 36 hours at most. */
function planExtension({ arrivedAt }: Pick<Course, 'arrivedAt'>, leavesAt: Instant, dice: Dice): Extension {
  const until = plusHours(arrivedAt, Math.min(HOURS_EXTENDED, Math.ceil(elapsed(arrivedAt, leavesAt) / HOUR) + 1));
  return { askedAt: plusMinutes(arrivedAt, dice.whole(17 * 60, 19 * 60)), givenAt: plusMinutes(arrivedAt, dice.whole(21 * 60 + 30, 23 * 60)), until, hearing: null };
}
