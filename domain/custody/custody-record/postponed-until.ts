import { lawAt } from '../../shared/law.ts';
import { minuteOf, plusHours, type Instant } from '../../shared/time.ts';
import { wasEnteredAfter } from './entry-order.ts';
import type { CustodyLaw } from './limits.ts';
import type { CustodyRecord } from './record.ts';
import type { Postponement } from './told.ts';

/** A review that is owed: the entry that began it, its latest time as it is told now, and the grounds that carried it there. */
export interface Postponable { readonly begun: string; readonly latest: Instant; readonly grounds: number; /** The entry of the review that was held in the end; absent while none was. */ readonly heldIn?: string }

/** Told in the minute shown as the latest time, or after it: who types a time types no seconds. */
export const atLatestTime = (at: Instant, latest: Instant): boolean => at >= minuteOf(latest);

/** It is a ground for that review, whatever has been corrected since: it names the entry that began it, and not an instant. */
export const isFor = (p: Postponement, { begun, latest, grounds }: Postponable): boolean =>
  (p.postpones ? p.postpones.review === begun && p.postpones.after === grounds : p.latestTime === latest);

/**
 * True where the ground is told to have stood at the latest time: recorded then, or recorded early and confirmed for it (CUS-42). One that
 * was entered once the review had been, stays in the record and makes no late review a postponed one (CUS-59: never edited away).
 */
const groundStands = (p: Postponement, { latest, heldIn }: Postponable): boolean =>
  minuteOf(p.confirmedAt ?? p.at) === minuteOf(latest) && (heldIn === undefined || !wasEnteredAfter(p.confirmedIn ?? p.entry, heldIn));

interface PostponedUntil { readonly latest: Instant; readonly lapses: Instant; readonly postponed: Postponement; readonly grounds: number }

/** How far lawful postponement reaches: to the next latest time, and on from there only with a second ground (8a CUS-42). */
export function postponedUntil(record: CustodyRecord, law: CustodyLaw, review: Postponable): PostponedUntil | null {
  const { latest } = review;
  const postponed = record.postponements.find((p) => isFor(p, review) && groundStands(p, review));
  if (!postponed) return null;
  const lapses = plusHours(latest, lawAt(law.laterReviewHours, latest).value);
  const grounds = review.grounds + 1;
  return postponedUntil(record, law, { ...review, latest: lapses, grounds }) ?? { latest, lapses, postponed, grounds };
}
