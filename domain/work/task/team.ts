import type { OfficerAt } from '../../shared/actor.ts';
import { postsHeld } from '../../shared/policy/policy.ts';
import type { PostName } from '../../shared/posts.ts';
import type { Instant } from '../../shared/time.ts';
import { belongsToTeam } from './eligibility.ts';

/** A stretch of tasks that a post answers for together with its fellows: these queues and types, at these stations or of these teams. */
interface TeamReach {
  readonly queues: readonly PostName[];
  readonly types: readonly string[];
  readonly stations: readonly string[];
  readonly teams: readonly string[];
}

interface Answers { readonly queues: readonly PostName[]; readonly types?: readonly string[] }

/**
 * What stands under Team. The sergeant answers for the whole desk, the visits of its detention officers included; the inspector for reviews;
 * the superintendent for what only that rank may give, so for clocks that end; investigators for their own work and the clock it races.
 */
const ANSWERS_FOR: Partial<Record<PostName, Answers>> = {
  custodySergeant: { queues: ['custodySergeant', 'detentionOfficer'] }, detentionOfficer: { queues: ['detentionOfficer'] }, custodyInspector: { queues: ['custodyInspector'] },
  superintendent: { queues: ['superintendent', 'custodyInspector'], types: ['authorityToDetain'] }, investigatingOfficer: { queues: ['investigatingOfficer'], types: ['authorityToDetain'] },
  supervisor: { queues: ['supervisor', 'investigatingOfficer'], types: ['authorityToDetain'] },
};

/** The tasks that an officer's posts answer for now, as one list of stretches. */
export function teamReach(officer: OfficerAt, now: Instant): TeamReach[] {
  return postsHeld(officer, now).flatMap(({ post, stations }) => {
    const answers = ANSWERS_FOR[post];
    if (!answers) return [];
    const ofTeam = belongsToTeam(post);
    return [{ queues: answers.queues, types: answers.types ?? [], stations: ofTeam ? [] : stations, teams: ofTeam ? officer.teams : [] }];
  });
}
