import { clockTime, dayName } from '#domain/shared/local-time';
import type { Instant } from '#domain/shared/time';

export interface Station { readonly id: string; readonly name: string }
export interface PostHeld { readonly officerId: string; readonly name: string; readonly post: string; readonly words: string; readonly from: Instant; readonly to: Instant | null; readonly now: boolean }
export interface CustodyPost { readonly officerId: string; readonly name: string; readonly from: Instant; readonly to: Instant | null; /** Null where it is for the officers of the station alone. */ readonly handover: string | null; readonly fallbackReason: string }
export interface Gap { readonly post: string; readonly words: string; readonly from: Instant; readonly to: Instant }
export interface ShiftStart {
  readonly held: number; readonly cells: number; readonly overdue: number; readonly waiting: number; readonly longestWaitMinutes: number; readonly onTheWay: number; readonly children: number; readonly closeWatch: number; readonly away: number; readonly reviewsSoon: number; readonly firstReviewAt: Instant | null;
}
/** A station's roster as the api tells it. */
export interface Roster {
  readonly now: Instant; readonly version: number; readonly station: Station & { readonly designated: boolean; readonly cells: readonly string[] }; readonly posts: readonly PostHeld[]; readonly gaps: readonly Gap[]; readonly custodyPost: readonly CustodyPost[]; readonly custodyPostTrouble: string | null;
  readonly acting: readonly { readonly officerId: string; readonly name: string; readonly rankWords: string; readonly giver: string; readonly giverRankWords: string; readonly from: Instant; readonly to: Instant; readonly reason: string; readonly inForce: boolean }[];
  readonly shiftStart: ShiftStart | null;
}

/** `Nobody is rostered as custody inspector 07:00–19:00 Thu 18 Dec`: said as trouble that is likely, for it has not come yet. */
export function gapWords({ words, from, to }: Gap, now: Instant): string {
  const begins = from <= now ? 'now, until ' : `${clockTime(from)}–`;
  const day = dayName(to) === dayName(now) ? 'today' : dayName(to);
  return `Nobody is rostered as ${words.toLowerCase()} ${begins}${clockTime(to)} ${day}`;
}
