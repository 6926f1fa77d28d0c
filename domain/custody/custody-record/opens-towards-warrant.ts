import { closed, OPEN, type Opening } from '../../shared/act.ts';
import { opensBeforeCharge } from './acting.ts';
import type { CustodyRecord } from './record.ts';

/** The steps towards a warrant of further detention make sense only under a PACE clock before charge. */
export function opensTowardsWarrant(record: CustodyRecord): Opening {
  const base = opensBeforeCharge(record);
  if (!base.open) return base;
  return record.authorityKind === 'PACE_PRECHARGE' ? OPEN : closed('There is no PACE clock to extend.');
}
