import type { Act } from '../../shared/act.ts';
import { assignPost } from './acts/assign-post.ts';
import { openStation } from './acts/open-station.ts';
import { takeOverCustodyPost } from './acts/take-over-custody-post.ts';
import { withdrawPost } from './acts/withdraw-post.ts';
import type { DutyRoster } from './duty-roster.ts';

export const DUTY_ROSTER_ACTS: readonly Act<DutyRoster, object>[] = [openStation, assignPost, withdrawPost, takeOverCustodyPost];
