import type { PostName, Rank } from './posts.ts';
import type { Instant } from './time.ts';

/** A post held for a time: at the stations of its shift, or in a team. `to` null: until withdrawn. */
export interface PostHeld {
  readonly post: PostName;
  /** Station ids; empty for a post that belongs to a team or to the whole force. */
  readonly stations: readonly string[];
  readonly from: Instant;
  readonly to: Instant | null;
  /** Taken away before its time: permission ends with it (policy.md), the clock's own end leaves 12 hours of grace. */
  readonly withdrawnAt: Instant | null;
}

/** CUS-12: a rank exercised by authority of another officer, within its window (PACE s.107). */
export interface ActingRank {
  readonly rank: Rank;
  readonly giverId: string;
  readonly giverName: string;
  readonly giverRank: Rank;
  readonly from: Instant;
  readonly to: Instant;
  readonly reason: string;
}

/** What is known of an officer at one instant: a dated fact read by the server, never asserted by a request. */
export interface OfficerAt {
  readonly id: string;
  /** `PS Okoro` */
  readonly shortName: string;
  readonly name: string;
  readonly rank: Rank;
  readonly acting: ActingRank | null;
  readonly posts: readonly PostHeld[];
  readonly teams: readonly string[];
}

/** Who acts: a person signed in, or one of Peel's own processes. */
export type Actor =
  | { readonly kind: 'person'; readonly officer: OfficerAt }
  | { readonly kind: 'system'; readonly process: 'engine' | 'watchdog' | 'relay' | 'loader' };

export const actorId = (actor: Actor): string => (actor.kind === 'person' ? actor.officer.id : `system:${actor.process}`);
export const actorName = (actor: Actor): string => (actor.kind === 'person' ? actor.officer.shortName : 'Peel');
