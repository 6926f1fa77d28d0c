import { clockBeside, clockTime, clockTimeSeconds, dayName, localDate } from '#domain/shared/local-time';
import { duration, elapsed, type Instant } from '#domain/shared/time';
import type { AlarmSummary } from '../shared/desk-state.ts';

const OVERDUE: Readonly<Record<string, string>> = { review: 'REVIEW OVERDUE', visit: 'VISIT OVERDUE', releaseDecided: 'NO GROUNDS TO HOLD' };
const since = (a: AlarmSummary): Instant => a.due ?? a.at;
const late = (a: AlarmSummary, now: Instant): string => duration(Math.max(0, elapsed(since(a), now)));

/** Somebody may be held without authority or without grounds. */
export const isGrave = (a: AlarmSummary): boolean => a.code === 'UNLAWFUL_DETENTION_RISK' || a.code === 'RELEASE_DECIDED';
/** The gravest of all: nothing authorises holding them. */
export const noAuthority = (a: AlarmSummary): boolean => a.duty === 'authorityToDetain';

/** `Cell 12 ADEYEMI` */
export const whoOf = (a: AlarmSummary): string => [a.place, a.recordTitle.split(',')[0]].filter(Boolean).join(' ');

/** `REVIEW OVERDUE 6 min`, `UNLAWFUL DETENTION RISK` (screens.md, the words 10). */
export const headOf = (a: AlarmSummary, now: Instant): string => (noAuthority(a) ? 'UNLAWFUL DETENTION RISK' : `${OVERDUE[a.duty] ?? 'LATE'} ${late(a, now)}`);

/** What it means for the person, and what to do where no single act ends it. */
export function meansOf(a: AlarmSummary, now: Instant): string {
  if (noAuthority(a)) return a.title.replace(` since ${clockTime(since(a))}.`, ` since ${clockTimeSeconds(since(a))}${localDate(since(a)) === localDate(now) ? '' : ` ${dayName(since(a))}`} (${late(a, now)}).`);
  return a.duty === 'review' ? `Unlawful since ${clockBeside(since(a), now)}` : a.title.replace(clockTime(since(a)), clockBeside(since(a), now));
}

/** What a screen reader is told once: without the minutes, which would be told again and again. */
export const spokenOf = (a: AlarmSummary): string => `${noAuthority(a) ? 'UNLAWFUL DETENTION RISK' : (OVERDUE[a.duty] ?? 'LATE')}, ${whoOf(a)}. ${a.title}.`;

/** `PS Okoro ✓ 03:01, Insp Rao` */
export const toldOf = (a: AlarmSummary): string => a.told.map((t) => `${t.shortName}${t.acknowledgedAt ? ` ✓ ${clockTime(t.acknowledgedAt as Instant)}` : ''}`).join(', ');

/** `3 more alarms, 1 of them not acknowledged`: what is folded away never reads as less than it is. */
export function moreOf(count: number, sounding: number): string {
  const more = `${count} more ${count === 1 ? 'alarm' : 'alarms'}`;
  if (sounding === count) return more;
  return sounding === 0 ? `${more}, acknowledged` : `${more}, ${sounding} of them not acknowledged`;
}
