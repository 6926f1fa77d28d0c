import { belongsToTeam } from '#domain/work/task/eligibility';
import { postsHeld } from '#domain/shared/policy/policy';
import { stationsById } from '#platform/facts/force';
import type { Work } from '#platform/database';
import type { SignedIn } from '../shared/caller.ts';

/** What the inbox is headed with: the team of an investigator, else the stations of the posts held. */
export async function teamName({ officer }: SignedIn, { trx, now }: Work): Promise<string> {
  const posts = postsHeld(officer, now);
  const teams = posts.some((p) => belongsToTeam(p.post)) ? ((await trx('force.team_member').distinct('team_name as name').where({ officer_id: officer.id }).whereIn('team_id', [...officer.teams])) as { name: string }[]) : [];
  const stations = posts.filter((p) => !belongsToTeam(p.post)).flatMap((p) => p.stations);
  const named = Object.values(await stationsById(trx, stations));
  return [...teams.map((t) => t.name), ...named.map((s) => s.name).toSorted()].join(' and ');
}
