import type { RecordKind } from '../../shared/record-kind.ts';
import { shortName } from '../../shared/posts.ts';
import { OFFICER_ACTS } from './acts.ts';
import { NO_OFFICER, rankAt, type Officer } from './officer.ts';

/** An officer: rank, acting ranks and teams as dated facts (CUS-12). It owes nothing, so no workflow follows it. */
export const officerKind: RecordKind<Officer, object> = {
  kind: 'officer', area: 'force', process: false, subject: 'Officer', shape: 1, empty: NO_OFFICER, law: {}, acts: OFFICER_ACTS,
  phase: (officer) => (officer.leftAt ? 'left' : 'serving'), ended: (officer) => officer.leftAt !== null, scope: () => ({ stationId: '', teamId: '', restricted: false }),
  deadlines: () => [], obligations: () => [], met: () => null, breaches: () => [],
  title: (officer) => officer.name, columns: (officer) => ({ name: officer.name, short_name: shortName(rankAt(officer), officer.name, officer.teams.some((t) => t.to === null)) }),
  rows: (officer) => ({
    'force.officer_rank': officer.ranks.map((r) => ({ officer_id: officer.id, rank: r.rank, from_at: r.from, to_at: r.to })),
    'force.acting_rank': officer.acting.map((a) => ({ officer_id: officer.id, rank: a.rank, giver_id: a.giverId, giver_name: a.giverName, giver_rank: a.giverRank, from_at: a.from, to_at: a.to, reason: a.reason })),
    'force.team_member': officer.teams.map((t) => ({ officer_id: officer.id, team_id: t.teamId, team_name: t.teamName, from_at: t.from, to_at: t.to })),
  }),
};
