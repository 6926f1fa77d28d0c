import * as z from 'zod/mini';
import { defineAct, eventRule, OPEN } from '../../../shared/act.ts';
import * as f from '../../../shared/fields.ts';
import type { Officer } from '../officer.ts';

const leaving = z.object({ teamId: f.line('Team', 'Choose the team.') });
const left = eventRule<Officer, z.infer<typeof leaving>>({
  stands: (officer, e) => (officer.teams.some((t) => t.teamId === e.data.teamId && t.to === null) ? null : 'They are not in that team.'),
  apply: (officer, e) => ({ ...officer, teams: officer.teams.map((t) => (t.teamId === e.data.teamId && t.to === null ? { ...t, to: e.occurredAt } : t)) }), says: () => 'Left a team', theme: 'people',
});

export const leaveTeam = defineAct<Officer, object, z.infer<typeof leaving>>({
  name: 'leaveTeam', label: 'Leave team', nature: 'happening', group: 'duty', schema: leaving, opens: () => OPEN, decide: (_, body) => ({ events: [{ type: 'teamLeft', data: body }] }), events: { teamLeft: left },
});
