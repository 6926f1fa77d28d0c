import type { Facts, FactNeeds } from '../../shared/facts.ts';
import { when, type Refusal } from '../../shared/refusal.ts';
import { refusal } from './refusals.ts';

/** Whom an act names as investigating, and in which of its fields. */
export interface Named { readonly teamId: string; readonly officerIds: readonly string[]; readonly officersField: string }

/** What must be known of them before the act is decided. */
export const investigatorNeeds = ({ teamId, officerIds }: Pick<Named, 'teamId' | 'officerIds'>): FactNeeds => ({ teams: teamId === '' ? [] : [teamId], officers: officerIds });

/** CUS-11, CUS-13: independence is judged by team and officers, so that a team or an officer the force does not have would bar nobody. */
export const investigatorRefusals = ({ teamId, officerIds, officersField }: Named, facts: Facts): Refusal[] => [
  ...when(teamId !== '' && !facts.teams[teamId], refusal('TEAM_UNKNOWN', { field: 'teamId' })), ...officerIds.filter((id) => !facts.officers[id]).map(() => refusal('OFFICER_UNKNOWN', { field: officersField })),
];
