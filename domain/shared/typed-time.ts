import { Temporal } from 'temporal-polyfill';
import { LONDON, localDate } from './local-time.ts';
import { toEpoch, type Instant } from './time.ts';

/** What stands in a time box and a date box, as an officer sees it: `02:52` and `17/12/2025`. */
export interface TypedTime { readonly clock: string; readonly day: string }

const CLOCK = /^(\d{1,2})[:.]?(\d\d)(?:[:.]?(\d\d))?$/;
const DAY = /^(\d{1,2})[/. -](\d{1,2})(?:[/. -](\d{4}|\d\d))?$/;
const ISO_DAY = /^\d{4}-\d\d-\d\d$/;
const two = (n: number | string): string => String(n).padStart(2, '0');

/** `0252`, `252`, `2:52`, `02.52` and `02:52:30` as the text of a 24-hour clock; null where no clock shows it. */
export function typedClock(text: string): string | null {
  const [, hour, minute, second] = CLOCK.exec(text.trim()) ?? [];
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return null;
  return [two(hour), minute, ...(second === undefined ? [] : [second])].join(':');
}

/** `17/12/2025`, `17.12.25`, `17/12` (of the year of `today`) as `2025-12-17`; null where the calendar has no such day. */
export function typedDay(text: string, today: string): string | null {
  const asked = text.trim();
  const [, day, month, year = today.slice(0, 4)] = DAY.exec(asked) ?? [];
  return calendarDay(ISO_DAY.test(asked) ? asked : `${year.length === 2 ? `20${year}` : year}-${two(month ?? '')}-${two(day ?? '')}`);
}

/** A date of birth: as `typedDay`, but with its year in full, for two figures may mean two centuries. */
export const typedBirth = (text: string): string | null => (/\d{4}/.test(text) ? typedDay(text, '') : null);

function calendarDay(iso: string): string | null {
  if (!ISO_DAY.test(iso)) return null;
  try {
    return Temporal.PlainDate.from(iso, { overflow: 'reject' }).toString();
  } catch {
    return null; // 30 February
  }
}

/**
 * The local text that the api reads, `2025-12-17T02:52`, of a time and a date as they were typed. What cannot be read stays as
 * it was typed, so that it is refused in words instead of becoming now.
 */
export function typedLocal({ clock, day }: TypedTime, now: Instant): string {
  const today = localDate(now);
  if (clock.trim() === '' && typedDay(day, today) === today) return '';
  return `${typedDay(day, today) ?? day.trim()}T${typedClock(clock) ?? clock.trim()}`;
}

/** `17/12/2025` of `2025-12-17`. */
export const dayText = (iso: string): string => iso.split('-').toReversed().join('/');

/** An instant as the desk's clock shows it, `2025-12-17T02:52`, with its seconds where there are any. */
export function localText(at: Instant): string {
  const plain = Temporal.Instant.fromEpochMilliseconds(toEpoch(at)).toZonedDateTimeISO(LONDON).toPlainDateTime();
  return plain.toString({ smallestUnit: plain.second === 0 ? 'minute' : 'second' });
}

/** The boxes that a local text, or an instant, fills; null where it is neither. */
export function typedFrom(text: string): TypedTime | null {
  const local = /Z$|[+-]\d\d:\d\d$/.test(text) ? localText(new Date(text).toISOString() as Instant) : text.replace(' ', 'T');
  const [day, clock] = local.split('T');
  return day && clock !== undefined && ISO_DAY.test(day) ? { clock, day: dayText(day) } : null;
}

/** Whole years from a date of birth to a day, both `YYYY-MM-DD`. */
export const yearsBetween = (birth: string, day: string): number => Temporal.PlainDate.from(birth).until(Temporal.PlainDate.from(day), { largestUnit: 'years' }).years;
