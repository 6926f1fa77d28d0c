import type { ActingRank, OfficerAt } from './actor.ts';
import { atLeast, type Rank } from './posts.ts';
import type { Instant } from './time.ts';

/** PACE s.107: the one rank from which each may be exercised, and the least rank that gives the authority. */
export const EXERCISED_BY: Partial<Readonly<Record<Rank, { holder: Rank; giver: Rank }>>> = {
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
