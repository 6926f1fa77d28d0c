import type { OfficerAt } from '../../shared/actor.ts';
import { effectiveRank } from '../../shared/effective-rank.ts';
import { clockTime } from '../../shared/local-time.ts';
import { postsHeld } from '../../shared/policy/policy.ts';
import { aOrAn, atLeast, POST_WORDS, RANK_WORDS, type PostName, type Rank } from '../../shared/posts.ts';
import type { Instant } from '../../shared/time.ts';

/** Whom a task is for: the queue's post, at the task's station or in its team, of a rank, perhaps independent. */
export interface TaskNeeds {
  readonly queue: PostName;
  readonly minRank: Rank | '';
  readonly independent: boolean;
  readonly stationId: string;
  readonly teamId: string;
}

/** Posts that may stand in for the queue's own: who may do the greater may do the lesser, and an acting rank makes a reviewer of a sergeant (PACE s.107). */
const STAND_IN: Partial<Record<PostName, readonly PostName[]>> = {
  detentionOfficer: ['custodySergeant', 'custodyInspector'], custodySergeant: ['custodyInspector'], custodyInspector: ['custodySergeant', 'superintendent'], investigatingOfficer: ['supervisor'],
};
const OF_A_TEAM: readonly PostName[] = ['investigatingOfficer', 'supervisor', 'caseManager'];

export const answering = (queue: PostName): readonly PostName[] => [queue, ...(STAND_IN[queue] ?? [])];
export const belongsToTeam = (queue: PostName): boolean => OF_A_TEAM.includes(queue);

/** They hold a post at this very instant; the grace of permission does not count (policy.md). */
export const onDuty = (officer: OfficerAt, now: Instant): boolean => postsHeld(officer, now).length > 0;

/** Posts that still make an officer the right one, on duty or just gone off. */
const postsNotTakenAway = (officer: OfficerAt, now: Instant) => officer.posts.filter((p) => p.withdrawnAt === null || now < p.withdrawnAt);

const onTheTeam = (officer: OfficerAt, teamId: string): boolean => teamId !== '' && officer.teams.includes(teamId);
export const conflicted = (task: TaskNeeds, officer: OfficerAt): boolean => task.independent && onTheTeam(officer, task.teamId);

function holdsPost(task: TaskNeeds, officer: OfficerAt, now: Instant): boolean {
  const held = postsNotTakenAway(officer, now).filter((p) => answering(task.queue).includes(p.post));
  return belongsToTeam(task.queue) ? held.length > 0 && onTheTeam(officer, task.teamId) : held.some((p) => p.stations.includes(task.stationId));
}

/** What an officer lacks to do a task, in words that follow their name; empty where they may have it. */
export function lacks(task: TaskNeeds, officer: OfficerAt, now: Instant): string[] {
  const place = belongsToTeam(task.queue) ? 'in the team' : 'at this station';
  return [
    ...(conflicted(task, officer) ? ['is on the investigation team, and this task needs an independent officer'] : []), ...(holdsPost(task, officer, now) ? [] : [`holds no post ${place} that may do it: it is for ${aOrAn(POST_WORDS[task.queue].toLowerCase())}`]),
    ...(task.minRank !== '' && !atLeast(effectiveRank(officer, now), task.minRank) ? [`is below the rank it needs: ${RANK_WORDS[task.minRank]}`] : []),
  ];
}

/** When an officer's duty ends or has ended; null: no end is known. */
export function offAt(officer: OfficerAt, now: Instant): Instant | null {
  const current = postsHeld(officer, now);
  if (current.length > 0) return current.some((p) => p.to === null) ? null : current.map((p) => p.to!).toSorted().at(-1)!;
  const ends = officer.posts.flatMap((p) => [p.to, p.withdrawnAt].filter((at) => at !== null && at <= now).toSorted().slice(0, 1));
  return ends.toSorted().at(-1) ?? null;
}

/** Said to whoever gives a task to somebody who is not at work; it may still be right. */
export function offDutyWarning(officer: OfficerAt, now: Instant): string | null {
  if (onDuty(officer, now)) return null;
  const since = offAt(officer, now);
  return `${officer.shortName} ${since ? `has been off duty since ${clockTime(since)}` : 'is off duty'} and may not see this in time.`;
}
