import { Temporal } from 'temporal-polyfill';
import { elapsed, fromEpoch, hasOffset, HOUR, instant, toEpoch, type Instant } from './time.ts';

/** Civil time of the force: Europe/London by name (CUS-2, CUS-190, REC-1). */
export const LONDON = 'Europe/London';

interface TimeProblem {
  readonly code: 'TIME_AMBIGUOUS' | 'TIME_DOES_NOT_EXIST' | 'TIME_NOT_UNDERSTOOD';
  readonly message: string;
  /** The instants it may mean, for the person to choose from (CUS-190: asked, never guessed). */
  readonly choices: readonly Instant[];
}

const LOCAL = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?$/;

/** Milliseconds the desk's clock is ahead of UTC, by the hour: the clocks change on the hour, so an hour has one answer, which never changes. */
const AHEAD = new Map<number, number>();

function ahead(epoch: number): number {
  const hour = Math.floor(epoch / HOUR);
  const known = AHEAD.get(hour) ?? Temporal.Instant.fromEpochMilliseconds(epoch).toZonedDateTimeISO(LONDON).offsetNanoseconds / 1_000_000;
  AHEAD.set(hour, known);
  return known;
}

/** The desk's clock as text, `2026-06-09T21:48:00.000Z`: its parts are those of London, the Z says nothing. */
const face = (at: Instant): string => new Date(toEpoch(at) + ahead(toEpoch(at))).toISOString();
const two = (n: number) => String(n).padStart(2, '0');
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `GMT` or `BST`: what the desk's clock shows at that instant. */
export const zoneName = (at: Instant): 'GMT' | 'BST' => (ahead(toEpoch(at)) === 0 ? 'GMT' : 'BST');
/** `20:40` */
export const clockTime = (at: Instant): string => face(at).slice(11, 16);
/** `20:40:00` */
export const clockTimeSeconds = (at: Instant): string => face(at).slice(11, 19);
/** `Wed 17 Dec` */
export const dayName = (at: Instant): string => { const day = new Date(face(at)); return `${DAYS[day.getUTCDay()]} ${day.getUTCDate()} ${MONTHS[day.getUTCMonth()]}`; };
/** `20:40` within a day of `now` either way; beyond it the day stands beside, for the hour alone would be read as today's. */
export const clockNear = (at: Instant, now: Instant): string => (Math.abs(elapsed(at, now)) < 24 * HOUR ? clockTime(at) : `${clockTime(at)} ${dayName(at)}`);
/** `20:40`; `20:40 Wed 17 Dec` where the other instant it is told with falls on another day. */
export const clockBeside = (at: Instant, other: Instant): string => (localDate(at) === localDate(other) ? clockTime(at) : `${clockTime(at)} ${dayName(at)}`);
/** `20:40 Wed 17 Dec GMT`: every time on a screen carries weekday and zone (screens.md). */
export const fullTime = (at: Instant): string => `${clockTime(at)} ${dayName(at)} ${zoneName(at)}`;
/** `20:40 Wed 17 Dec 2025 GMT`: where the year itself may be what is wrong. */
export const fullTimeOfYear = (at: Instant): string => `${clockTime(at)} ${dayName(at)} ${localDate(at).slice(0, 4)} ${zoneName(at)}`;
/** `2026-06-09T21:48:00+01:00`: the instant with the offset the desk saw (CUS-2). */
export const withOffset = (at: Instant): string => `${face(at).slice(0, 19)}+${two(ahead(toEpoch(at)) / HOUR)}:00`;
/** The Europe/London calendar date, `YYYY-MM-DD` (CUS-4). */
export const localDate = (at: Instant): string => face(at).slice(0, 10);

const ambiguous = (clock: string, day: string, choices: Instant[]): TimeProblem => ({
  code: 'TIME_AMBIGUOUS', choices,
  message: `${clock} happened twice on ${day}. Choose ${clock} BST (first) or ${clock} GMT (an hour later). We will not guess.`,
});
const missing = (clock: string, day: string): TimeProblem => ({
  code: 'TIME_DOES_NOT_EXIST', choices: [],
  message: `${clock} did not happen on ${day}: the clocks went forward from 01:00 GMT to 02:00 BST. Enter the time the clock showed.`,
});

/**
 * Reads a time a person typed: a local `YYYY-MM-DDTHH:mm[:ss]`, or one that carries its offset.
 * A local time the October change repeats, or the March change skips, is handed back as a problem (CUS-190).
 */
export function readTime(text: string): { at: Instant } | { problem: TimeProblem } {
  const read = readAny(text);
  if ('problem' in read || read.at >= EARLIEST) return read;
  return { problem: { code: 'TIME_NOT_UNDERSTOOD', choices: [], message: `'${text}' lies before the law that is kept here (PACE, in force since 1986). Check the year.` } };
}

/** No row of law is older (limits.ts). */
const EARLIEST = instant('1986-01-01T00:00:00Z');

function readAny(text: string): { at: Instant } | { problem: TimeProblem } {
  if (hasOffset(text)) return { at: instant(text) };
  const plain = LOCAL.test(text) ? parsePlain(text) : null;
  if (!plain) return { problem: { code: 'TIME_NOT_UNDERSTOOD', choices: [], message: `'${text}' is not a date and time. Enter it like 2026-11-17 21:30.` } };
  const first = plain.toZonedDateTime(LONDON, { disambiguation: 'earlier' });
  const second = plain.toZonedDateTime(LONDON, { disambiguation: 'later' });
  const a = fromEpoch(first.epochMilliseconds);
  if (first.epochMilliseconds === second.epochMilliseconds) return { at: a };
  const clock = `${two(plain.hour)}:${two(plain.minute)}`;
  const day = `${plain.day} ${MONTHS[plain.month - 1]}`;
  const repeats = first.toPlainDateTime().equals(plain) && second.toPlainDateTime().equals(plain);
  return { problem: repeats ? ambiguous(clock, day, [a, fromEpoch(second.epochMilliseconds)]) : missing(clock, day) };
}

function parsePlain(text: string): Temporal.PlainDateTime | null {
  try {
    return Temporal.PlainDateTime.from(text.replace(' ', 'T'), { overflow: 'reject' });
  } catch {
    return null; // the caller says what is wrong in a person's words
  }
}
