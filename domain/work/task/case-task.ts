import { POSTS, type PostName } from '../../shared/posts.ts';
import { belongsToTeam } from './eligibility.ts';

/** The queues of investigators and those who lead them. */
export const CASE_QUEUES: readonly PostName[] = POSTS.filter(belongsToTeam);

/** Tasks of clock, authority and next review; the rest of a detainee's tasks tell of care (policy.md: investigating officer, supervisor). */
export const CASE_TYPES: readonly string[] = ['authorityToDetain', 'review', 'confirmPostponement', 'reviewOutcome', 'questioned'];

/** What people write on a task of custody's may tell of care: it is for who reads care, on a case's own tasks for everybody who sees them. */
export const isCaseOwn = (queue: PostName): boolean => CASE_QUEUES.includes(queue);
