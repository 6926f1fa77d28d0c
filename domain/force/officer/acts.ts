import type { Act } from '../../shared/act.ts';
import { appointOfficer } from './acts/appoint-officer.ts';
import { giveActingRank } from './acts/give-acting-rank.ts';
import { joinTeam } from './acts/join-team.ts';
import { leaveTeam } from './acts/leave-team.ts';
import { promoteOfficer } from './acts/promote-officer.ts';
import type { Officer } from './officer.ts';

export const OFFICER_ACTS: readonly Act<Officer, object>[] = [appointOfficer, promoteOfficer, joinTeam, leaveTeam, giveActingRank];
