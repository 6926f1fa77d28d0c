import type { PostName } from '../posts.ts';

/** How far a rule reaches: stations of the post's shift, the officer's teams, the whole force. */
export type Scope = 'ownStations' | 'teams' | 'force';

export interface PolicyRule {
  readonly post: PostName;
  readonly subject: string;
  readonly actions: readonly string[];
  readonly scope: Scope;
}

/** Every custody act: who may press it is policy, whether the law allows it is `decide` (policy.md). */
const EVERY_CUSTODY_ACT = ['manageCustody'] as const;
const CARE_AND_MOVEMENT = [
  'recordArrival', 'recordVisit', 'recordImmediateNeeds', 'recordAttendance', 'allocateLocation', 'leaveForHospital', 'returnFromHospital', 'handToInvestigator', 'returnFromInvestigator',
] as const;
const CASE_ACTS = ['requestExtension', 'serveWarrantInformation', 'applyForWarrant', 'applyForWarrantExtension', 'recordHearingListed', 'handToInvestigator', 'returnFromInvestigator', 'answerQuestioned'] as const;
const OWN_WORK = ['read', 'claim', 'release', 'hold', 'resume', 'note'] as const;
const OTHERS_WORK = [...OWN_WORK, 'assign', 'reassign'] as const;

const custody = (post: PostName, scope: Scope): PolicyRule[] => [
  { post, subject: 'CustodyRecord', actions: ['read', 'readCare', ...EVERY_CUSTODY_ACT], scope }, { post, subject: 'Person', actions: ['read', 'registerPerson', 'correctPerson', 'correctEntry'], scope: 'force' },
  { post, subject: 'Alarm', actions: ['read', 'acknowledge'], scope: 'ownStations' }, { post, subject: 'Task', actions: OTHERS_WORK, scope: 'ownStations' },
];
const roster = (post: PostName, actions: readonly string[]): PolicyRule => ({ post, subject: 'DutyRoster', actions, scope: 'force' });

/**
 * Who may see and do what: the table of policy.md as rules. Default deny; the law's own conditions are not here. `read` shows a
 * record's clocks, `readCare` beside them care, risk and movements, which a case alone does not give.
 */
export const POLICY: readonly PolicyRule[] = [
  ...custody('custodySergeant', 'ownStations'), ...custody('custodyInspector', 'ownStations'), ...custody('superintendent', 'force'),
  { post: 'detentionOfficer', subject: 'CustodyRecord', actions: ['read', 'readCare', ...CARE_AND_MOVEMENT], scope: 'ownStations' }, { post: 'detentionOfficer', subject: 'Task', actions: OWN_WORK, scope: 'ownStations' },
  { post: 'detentionOfficer', subject: 'Alarm', actions: ['read', 'acknowledge'], scope: 'ownStations' },
  { post: 'investigatingOfficer', subject: 'CustodyRecord', actions: ['read', ...CASE_ACTS], scope: 'teams' }, { post: 'investigatingOfficer', subject: 'Task', actions: OWN_WORK, scope: 'teams' },
  { post: 'supervisor', subject: 'CustodyRecord', actions: ['read', ...EVERY_CUSTODY_ACT], scope: 'teams' }, { post: 'supervisor', subject: 'Task', actions: OTHERS_WORK, scope: 'teams' },
  { post: 'auditor', subject: 'AuditEvent', actions: ['read'], scope: 'force' }, { post: 'auditor', subject: 'Operations', actions: ['read'], scope: 'force' },
  { post: 'administrator', subject: 'Officer', actions: ['read', 'appointOfficer', 'promoteOfficer', 'joinTeam', 'leaveTeam', 'giveActingRank', 'correctEntry'], scope: 'force' },
  { post: 'administrator', subject: 'Operations', actions: ['read', 'hold', 'release'], scope: 'force' }, roster('administrator', ['read', 'openStation', 'assignPost', 'withdrawPost', 'correctEntry']),
  roster('custodySergeant', ['read', 'takeOverCustodyPost']), roster('custodyInspector', ['read', 'takeOverCustodyPost']), roster('superintendent', ['read']), roster('detentionOfficer', ['read']), roster('supervisor', ['read']), roster('investigatingOfficer', ['read']),
  ...(['custodySergeant', 'detentionOfficer', 'custodyInspector', 'superintendent', 'investigatingOfficer', 'supervisor', 'administrator'] as const)
    .map((post): PolicyRule => ({ post, subject: 'Officer', actions: ['read'], scope: 'force' })),
  ...(['custodySergeant', 'detentionOfficer', 'custodyInspector', 'superintendent', 'investigatingOfficer', 'supervisor', 'caseManager', 'auditor', 'administrator'] as const)
    .map((post): PolicyRule => ({ post, subject: 'Clock', actions: post === 'auditor' ? ['read'] : ['read', 'advance'], scope: 'force' })),
];
