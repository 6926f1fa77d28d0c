import { Temporal } from 'temporal-polyfill';

const LONDON = 'Europe/London';
const SATURDAY = 6;
const SUNDAY = 7;
/** Start of each sitting on a weekday; on Saturday only the first, on Sunday none. */
const STARTS = ['10:00', '14:00'];
const NOTICE_MINUTES = 30;
const DAYS_AHEAD = 5;

const startsOn = (day: Temporal.PlainDate): string[] =>
  day.dayOfWeek === SUNDAY ? [] : day.dayOfWeek === SATURDAY ? STARTS.slice(0, 1) : STARTS;

/** The simulator's calendar: the first sitting with half an hour's notice after `askedAt`, in UTC; null where none starts before `neededBefore`. */
export function nextSitting(askedAt: string, neededBefore: string): string | null {
  const from = Temporal.Instant.from(askedAt).add({ minutes: NOTICE_MINUTES });
  const limit = Temporal.Instant.from(neededBefore);
  const today = from.toZonedDateTimeISO(LONDON).toPlainDate();
  for (let ahead = 0; ahead < DAYS_AHEAD; ahead += 1) {
    const day = today.add({ days: ahead });
    const sittings = startsOn(day).map((time) => day.toZonedDateTime({ timeZone: LONDON, plainTime: time }).toInstant());
    const sitting = sittings.find((s) => Temporal.Instant.compare(s, from) >= 0);
    if (sitting) return Temporal.Instant.compare(sitting, limit) < 0 ? sitting.toString({ smallestUnit: 'millisecond' }) : null;
  }
  return null;
}
