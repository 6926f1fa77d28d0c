import { closed, OPEN, type Opening } from '../../shared/act.ts';
import { when, type Refusal } from '../../shared/refusal.ts';
import { needsDetention, opensBeforeCharge } from './acting.ts';
import { pendingApplication, type CustodyRecord } from './record.ts';
import { refusal } from './refusals.ts';

/** The steps towards a warrant of further detention make sense only under a PACE clock before charge. */
export function opensTowardsWarrant(record: CustodyRecord): Opening {
  const base = opensBeforeCharge(record);
  if (!base.open) return base;
  return record.authorityKind === 'PACE_PRECHARGE' ? OPEN : closed('There is no PACE clock to extend.');
}

export const BEFORE_THE_COURT = 'An application is before the court already. Record what the court decided first.';
/** `stands` of an application: one is before the court at a time, however late it is told, for one decision determines one. */
export const applicationStands = (what: string) => (record: CustodyRecord): string | null => (pendingApplication(record) ? BEFORE_THE_COURT : needsDetention(what)(record));

/** s.43 prolongs detention without charge under s.41, and nothing else (CUS-8). */
export const noClockToProlong = (record: CustodyRecord): Refusal[] =>
  when(record.charge !== null || record.authorityKind !== 'PACE_PRECHARGE', refusal('NOT_OPEN', { law: 'PACE s.43(1)', message: 'There is no detention without charge for a warrant to prolong.' }));
