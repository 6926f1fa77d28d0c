import type { ActingRank } from '../../shared/actor.ts';
import type { Rank } from '../../shared/posts.ts';
import type { Instant } from '../../shared/time.ts';

interface RankHeld { readonly rank: Rank; readonly from: Instant; readonly to: Instant | null }
interface TeamMembership { readonly teamId: string; readonly teamName: string; readonly from: Instant; readonly to: Instant | null }

/** An officer as the force knows them; every fact dated, nothing overwritten. */
export interface Officer {
  readonly id: string;
  readonly name: string;
  readonly ranks: readonly RankHeld[];
  readonly acting: readonly ActingRank[];
  readonly teams: readonly TeamMembership[];
  readonly leftAt: Instant | null;
}

export const NO_OFFICER: Officer = { id: '', name: '', ranks: [], acting: [], teams: [], leftAt: null };

/** The substantive rank last given. */
export const rankAt = (officer: Officer): Rank => officer.ranks.at(-1)?.rank ?? 'constable';
