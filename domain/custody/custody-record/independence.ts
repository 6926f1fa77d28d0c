import type { ActingRank, OfficerAt } from '../../shared/actor.ts';
import { atLeast, type PostName, type Rank } from '../../shared/posts.ts';
import type { Instant } from '../../shared/time.ts';
import type { CustodyRecord } from './record.ts';

/** CUS-11, CUS-13: directly involved in the investigation, as a named officer of the case or a member of its team. */
export const involved = (record: CustodyRecord, officer: OfficerAt): boolean =>
  record.investigation.officerIds.includes(officer.id) || (record.investigation.teamId !== '' && officer.teams.includes(record.investigation.teamId));

/** PACE s.107: the one rank from which each may be exercised, and the least rank that gives the authority. */
const EXERCISED_BY: Partial<Readonly<Record<Rank, { holder: Rank; giver: Rank }>>> = {
  inspector: { holder: 'sergeant', giver: 'superintendent' }, superintendent: { holder: 'chief_inspector', giver: 'chief_superintendent' },
};

/** CUS-12: a sergeant may exercise an inspector's powers, a chief inspector a superintendent's, by proper authority; nobody else anything. */
const mayExercise = (officer: OfficerAt, { rank, giverRank }: ActingRank): boolean => {
  const rule = EXERCISED_BY[rank];
  return rule !== undefined && officer.rank === rule.holder && atLeast(giverRank, rule.giver);
};

/** CUS-12: the rank that may be exercised at `at`: an acting rank counts inside its window only (half-open: not at its end). */
export const effectiveRank = (officer: OfficerAt, at: Instant): Rank => {
  const { acting } = officer;
  return acting && acting.from <= at && at < acting.to && mayExercise(officer, acting) ? acting.rank : officer.rank;
};

/** The officer held this post for this station at `at`, by the roster, and it had not been withdrawn. */
export const holdsPost = (officer: OfficerAt, post: PostName, stationId: string, at: Instant): boolean =>
  officer.posts.some((p) => p.post === post && p.stations.includes(stationId) && p.from <= at && (p.to === null || at < p.to) && (p.withdrawnAt === null || at < p.withdrawnAt));
