import * as z from 'zod/mini';
import { defineAct, eventRule, OPEN } from '../../../shared/act.ts';
import * as f from '../../../shared/fields.ts';
import type { Officer } from '../officer.ts';

const schema = z.object({ teamId: f.line('Team', 'Choose the team.'), teamName: f.line('Name of the team', 'Name the team.') });
const joined = eventRule<Officer, z.infer<typeof schema>>({
  stands: (officer, e) => (officer.teams.some((t) => t.teamId === e.data.teamId && t.to === null) ? 'They are in that team already.' : null),
  apply: (officer, e) => ({ ...officer, teams: [...officer.teams, { ...e.data, from: e.occurredAt, to: null }] }), says: (e) => `Joined ${e.data.teamName}`, theme: 'people',
});

/** Team membership decides independence (CUS-11, CUS-13): a dated fact, not a claim of the officer. */
export const joinTeam = defineAct<Officer, object, z.infer<typeof schema>>({
  name: 'joinTeam', label: 'Join team', nature: 'happening', group: 'duty', schema, opens: () => OPEN, decide: (_, body) => ({ events: [{ type: 'teamJoined', data: body }] }), events: { teamJoined: joined },
});
