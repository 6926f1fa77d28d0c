import type { Act } from '../../shared/act.ts';
import { appointOfficer, promoteOfficer } from './acts/appoint-officer.ts';
import { giveActingRank } from './acts/give-acting-rank.ts';
import { joinTeam, leaveTeam } from './acts/join-team.ts';
import type { Officer } from './officer.ts';

export const OFFICER_ACTS: readonly Act<Officer, object>[] = [appointOfficer, promoteOfficer, joinTeam, leaveTeam, giveActingRank];
