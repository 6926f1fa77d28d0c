import type { PostName } from '../../shared/posts.ts';
import type { Instant } from '../../shared/time.ts';

export interface RosteredPost { readonly officerId: string; readonly officerName: string; readonly post: PostName; readonly from: Instant; readonly to: Instant | null; readonly withdrawnAt: Instant | null }
/** Who held the custody officer's post: one at a time (CUS-10), with what the officer relieved handed over. */
export interface CustodyPost { readonly officerId: string; readonly officerName: string; readonly from: Instant; readonly to: Instant | null; readonly fallbackReason: string; readonly handover: string }

/** The roster of one station, which is also the station: its id is the station's. */
export interface DutyRoster {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly area: string;
  readonly designated: boolean;
  readonly cells: readonly string[];
  readonly forceCode: string;
  readonly posts: readonly RosteredPost[];
  readonly custodyPosts: readonly CustodyPost[];
}
export const NO_ROSTER: DutyRoster = { id: '', name: '', code: '', area: '', designated: false, cells: [], forceCode: '', posts: [], custodyPosts: [] };

/** Posts that belong to stations; the others are of a team or of the whole force, kept in the roster of headquarters. */
export const HEADQUARTERS_CODE = 'HQ';
