import { clockTime } from '#domain/shared/local-time';
import { plusHours, plusMinutes, type Instant } from '#domain/shared/time';
import { ASSUMPTIONS } from './assumptions.ts';
import { absences, nextLocal } from './course.ts';
import type { PlannedDetention } from './plan.ts';
import type { Dice } from './random.ts';

const FIRST_REVIEW_HOURS = 6;
const LATER_REVIEW_HOURS = 9;

/** A review as it is held; `toldAt`: reviewed asleep, when the outcome is told; `postponedAt`: put off then, confirmed at the latest time. */
export interface PlannedReview {
  readonly at: Instant;
  readonly latest: Instant;
  readonly postponedAt: Instant | null;
  readonly toldAt: Instant | null;
  readonly afterCharge: boolean;
}

/** Six hours after the decision, then every nine, a little before their latest time; a few after it. */
export function planReviews(plan: PlannedDetention, dice: Dice): PlannedReview[] {
  const reviews: PlannedReview[] = [];
  let latest = plusHours(plan.decidedAt, FIRST_REVIEW_HOURS);
  while (latest < plan.leavesAt) {
    const review = reviews.length === 0 && plan.interview?.postpones ? postponed(plan.interview.to, latest) : held(plan, latest, dice);
    if (review.at >= plan.leavesAt) break;
    reviews.push(review);
    latest = plusHours(review.postponedAt ? latest : review.at, LATER_REVIEW_HOURS);
    if (latest === plan.reviewDueAt) break;
  }
  return reviews;
}

/** Put off early in the interview, held after it. */
const postponed = (over: Instant, latest: Instant): PlannedReview => ({ at: plusMinutes(over, 8), latest, postponedAt: plusMinutes(latest, -10), toldAt: null, afterCharge: false });

function held(plan: PlannedDetention, latest: Instant, dice: Dice): PlannedReview {
  const planned = plusMinutes(latest, dice.chance(ASSUMPTIONS.shareLateReview.value) ? dice.whole(2, 9) : -dice.whole(5, 45));
  const at = plan.reviewDueAt ? plusHours(plan.reviewDueAt, -LATER_REVIEW_HOURS) : beside(plan, planned);
  const asleep = clockTime(at) < '06:00' && at < plusMinutes(plan.leavesAt, -10) && dice.chance(ASSUMPTIONS.shareAsleepAtReview.value);
  const wakes = plusMinutes(nextLocal(at, ['07:05']), dice.whole(0, 75));
  return { at, latest, postponedAt: null, afterCharge: plan.chargedAt !== null && at > plan.chargedAt, toldAt: asleep ? earlierOf(wakes, plusMinutes(plan.leavesAt, -5)) : null };
}

const earlierOf = (a: Instant, b: Instant): Instant => (a < b ? a : b);

/** Not during an absence, nor at the minute of a charge: before it. */
function beside(plan: PlannedDetention, planned: Instant): Instant {
  const away = absences(plan).find((spell) => planned >= spell.from && planned <= spell.to);
  if (away) return plusMinutes(away.from, -3);
  return planned === plan.chargedAt ? plusMinutes(planned, -2) : planned;
}
