import type { OfficerAt } from '../../shared/actor.ts';
import { postsHeld } from '../../shared/policy/policy.ts';
import type { PostName } from '../../shared/posts.ts';
import type { Instant } from '../../shared/time.ts';
import type { CustodyRecord } from './record.ts';

/** CUS-11, CUS-13: directly involved in the investigation, as a named officer of the case or a member of its team. */
export const involved = (record: CustodyRecord, officer: OfficerAt): boolean =>
  record.investigation.officerIds.includes(officer.id) || (record.investigation.teamId !== '' && officer.teams.includes(record.investigation.teamId));

/** The officer held this post for this station at `at`, by the roster, and it had not been withdrawn. */
export const holdsPost = (officer: OfficerAt, post: PostName, stationId: string, at: Instant): boolean =>
  postsHeld(officer, at).some((p) => p.post === post && p.stations.includes(stationId));
