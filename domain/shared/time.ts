/**
 * Instants and elapsed time (CUS-1 to CUS-6), to the millisecond and without a tolerance. An `Instant` is canonical UTC text,
 * `YYYY-MM-DDTHH:mm:ss.sssZ`, so that text order is time order and a record reads plainly in the database.
 * Hours are elapsed time on the UTC line; civil dates belong to `local-time.ts`.
 */
export type Instant = string & { readonly __instant: unique symbol };

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;

const WITH_OFFSET = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/;

/** True where `text` is a full ISO 8601 date-time that carries its offset. */
export const hasOffset = (text: string): boolean => WITH_OFFSET.test(text) && !Number.isNaN(Date.parse(text)) && isDate(text.slice(0, 10));

/** Date.parse takes 30 February for 2 March. */
const isDate = (day: string): boolean => new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) === day;

/** The canonical instant of an ISO 8601 text with offset. Throws a RangeError for anything else. */
export function instant(text: string): Instant {
  if (!hasOffset(text)) throw new RangeError(`Not an instant with its offset: ${text}`);
  return new Date(text).toISOString() as Instant;
}

/** The instant `epoch` milliseconds after 1970-01-01T00:00Z. */
export const fromEpoch = (epoch: number): Instant => new Date(epoch).toISOString() as Instant;

/** Milliseconds since 1970-01-01T00:00Z. */
export const toEpoch = (at: Instant): number => Date.parse(at);

/** `at` moved by elapsed milliseconds (may be negative). CUS-3: never "a day" for 24 hours. */
export const plus = (at: Instant, milliseconds: number): Instant => fromEpoch(toEpoch(at) + milliseconds);

/** The minute that a clock without seconds shows then, from its beginning: what an officer reads, and types. */
export const minuteOf = (at: Instant): Instant => fromEpoch(Math.floor(toEpoch(at) / MINUTE) * MINUTE);

export const plusHours = (at: Instant, hours: number): Instant => plus(at, hours * HOUR);
export const plusMinutes = (at: Instant, minutes: number): Instant => plus(at, minutes * MINUTE);

/** Elapsed milliseconds from `from` to `to`; negative where `to` is earlier. */
export const elapsed = (from: Instant, to: Instant): number => toEpoch(to) - toEpoch(from);

/** Elapsed milliseconds as seconds, to the millisecond: the unit of the worked examples (custody-vectors.json). */
export const inSeconds = (milliseconds: number): number => milliseconds / SECOND;

export const earliest = (...instants: Instant[]): Instant => instants.reduce((a, b) => (b < a ? b : a));
export const latest = (...instants: Instant[]): Instant => instants.reduce((a, b) => (b > a ? b : a));

/** A half-open stretch of time; `to` null means it is still running. */
export interface Interval {
  readonly from: Instant;
  readonly to: Instant | null;
}

/** Elapsed milliseconds as a person reads them: `6 h 20 min`, `45 min`, `0 min`. Rounds down: nobody has more time than is left. */
export function duration(milliseconds: number): string {
  const minutes = Math.floor(Math.abs(milliseconds) / MINUTE);
  const hours = Math.floor(minutes / 60);
  return hours === 0 ? `${minutes} min` : `${hours} h ${String(minutes % 60).padStart(2, '0')} min`;
}

/** As `duration`, where a line has no room: `13 h 02`, `45 min`. */
export const brief = (milliseconds: number): string => duration(milliseconds).replace(/(h \d\d) min$/, '$1');
