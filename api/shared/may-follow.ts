import { validate as isUuid } from 'uuid';
import { PROCESS_KINDS } from '#domain/records';
import { may } from '#domain/shared/policy/policy';
import { asSystem, type Database } from '#platform/database';
import { tableOf } from '#platform/record-store';
import type { SignedIn } from './caller.ts';

/** Which of these the officer may be told of: `inbox`, `alarms`, `notices:<own id>`, `station:<id>`, `record:<id>`, by the posts they hold at this moment. */
export async function mayFollow(db: Database, who: SignedIn, asked: readonly string[]): Promise<string[]> {
  const records = await visible(db, who, asked.filter((a) => a.startsWith('record:')).map((a) => a.slice(7)).filter(isUuid));
  return asked.filter((about) => {
    if (about === 'inbox') return who.ability.can('read', 'Task');
    if (about === 'alarms') return who.ability.can('read', 'Alarm');
    if (about.startsWith('notices:')) return about.slice(8) === who.officer.id;
    return about.startsWith('station:') ? reaches(who, about.slice(8)) : records.includes(about.slice(7));
  });
}

/** A team's officer may watch any station: a hint says nothing, and what they then read is their own cases. */
function reaches(who: SignedIn, station: string): boolean {
  const grant = who.claims.grants['CustodyRecord'];
  return grant !== undefined && (grant.all || grant.stations.includes(station) || grant.teams.length > 0);
}

interface Row { readonly id: string; readonly station_id: string; readonly team_id: string; readonly restricted: boolean }

/** Nothing of a record is shown here: its place alone is asked, to hold the officer's posts against it. */
async function visible(db: Database, who: SignedIn, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  return asSystem(db, async ({ trx }) => {
    const found: string[] = [];
    for (const kind of PROCESS_KINDS) {
      const rows = (await trx(tableOf(kind)).select('id', 'station_id', 'team_id', 'restricted').whereIn('id', [...ids])) as Row[];
      found.push(...rows.filter((r) => may(who.ability, 'read', kind.subject, { stationId: r.station_id, teamId: r.team_id, restricted: r.restricted })).map((r) => r.id));
    }
    return found;
  });
}
