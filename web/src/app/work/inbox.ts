import { clockBeside } from '#domain/shared/local-time';

import type { Instant } from '#domain/shared/time';
import type { WhyStepShown } from '../shared/why-panel.ts';

export interface Owner { readonly id: string; readonly shortName: string; readonly onDuty: boolean; readonly offAt: string | null; readonly lacks: readonly string[] }
export interface Task {
  readonly id: string; readonly revision: number; readonly type: string; readonly title: string; readonly recordKind: string; readonly recordId: string; readonly recordTitle: string; readonly due: Instant | null; readonly opens: Instant; readonly asap: boolean; readonly law: string; readonly why: readonly WhyStepShown[]; readonly state: string;
  readonly likelyLateWhy: string | null; readonly attention: string; readonly waitingOn: string; readonly stepOutcome: string; readonly owner: Owner | null; readonly lookedAt: Instant | null; readonly lookedBy: string; readonly act: string; readonly openWords: string; readonly closesWhen: string;
  readonly heldUntil: Instant | null; readonly holdReason: string; readonly can: Readonly<Record<ActName, boolean>>;
}
export type ActName = 'claim' | 'release' | 'assign' | 'reassign' | 'hold' | 'resume' | 'note';
export interface Group { readonly state: string; readonly count: number; readonly tasks: readonly Task[] }
interface Choice { readonly value: string; readonly words: string }
export interface Inbox {
  readonly now: Instant; readonly team: string; readonly owner: OwnerFilter; readonly counts: Readonly<Record<OwnerFilter, number>>; readonly groups: readonly Group[]; readonly types: readonly Choice[]; readonly stations: readonly Choice[]; readonly changesAt: Instant | null; readonly next: { readonly title: string; readonly recordTitle: string; readonly due: Instant | null } | null;
}
export interface History { readonly at: string; readonly by: string; readonly what: string; readonly did: string; readonly detail: Readonly<Record<string, unknown>> }
export interface Assignee { readonly id: string; readonly shortName: string; readonly onDuty: boolean; readonly offAt: Instant | null; readonly holding: number; readonly lacks: readonly string[]; readonly warning: string | null }

export type OwnerFilter = 'mine' | 'unowned' | 'team' | 'all';
/** What the list is asked by: the address holds all but `search`, so that Back works and a link can be shared; empty is left out. */
export interface Filters { readonly owner?: string | undefined; readonly due?: string | undefined; readonly type?: string | undefined; readonly station?: string | undefined; readonly held?: string | undefined; readonly off?: string | undefined; readonly later?: string | undefined; readonly search?: string | undefined }

export const OWNERS: readonly (readonly [OwnerFilter, string])[] = [['mine', 'Mine'], ['unowned', 'Unowned'], ['team', 'Team'], ['all', 'All I may see']];
/** A group is named by shape and word first (screens.md, "States everywhere"). */
export const GROUPS: Readonly<Record<string, { readonly shape: string; readonly words: string }>> = {
  overdue: { shape: '■!', words: 'Overdue' }, due: { shape: '▲', words: 'Due soon' }, likelyLate: { shape: '◇', words: 'Likely late' }, held: { shape: '❚❚', words: 'On hold' }, notDue: { shape: '', words: 'Not due yet' },
};

/** `20:40`, with the day where it is not today's. */


/** An owner with their duty: a task owned by someone off duty is a fact to act on. */
export function dutyOf(owner: Pick<Owner, 'onDuty' | 'offAt'>, now: Instant): string {
  const at = owner.offAt ? clockBeside(owner.offAt as Instant, now) : '';
  if (owner.onDuty) return at ? `off ${at}` : '';
  return at ? `off duty since ${at}` : 'off duty';
}
