import { lawAt } from '../../shared/law.ts';
import { localDate } from '../../shared/local-time.ts';
import { when, type Refusal } from '../../shared/refusal.ts';
import type { Instant } from '../../shared/time.ts';
import type { CustodyLaw } from './limits.ts';
import type { CustodyRecord } from './record.ts';
import { refusal } from './refusals.ts';

const OLDEST = 120;

/** A birth after the day itself, or longer ago than anybody has lived: age decides who is a child (CUS-199). */
export function bornRefusals(dateOfBirth: string | null, at: Instant): Refusal[] {
  if (dateOfBirth === null) return [];
  const today = localDate(at);
  const oldest = `${Number(today.slice(0, 4)) - OLDEST}${today.slice(4)}`;
  return when(dateOfBirth > today || dateOfBirth < oldest, refusal('DATE_OF_BIRTH_UNLIKELY', { field: 'dateOfBirth' }));
}

/** Under 18 at that date, or taken for it: an age told by the one who looks younger is no clear evidence (CUS-199). */
export function isChild(record: CustodyRecord, law: CustodyLaw, at: Instant): boolean {
  const { dateOfBirth, looksUnder18 } = record.detainee;
  if (dateOfBirth === null || looksUnder18) return looksUnder18;
  const age = lawAt(law.adultAge, at).value;
  const eighteenth = `${Number(dateOfBirth.slice(0, 4)) + age}${dateOfBirth.slice(4)}`;
  return localDate(at) < eighteenth;
}

/** Code C 1.4, 1.5: why an appropriate adult is needed, and since when where that is not the arrival; null where none is. */
export function adultNeeded(record: CustodyRecord, law: CustodyLaw, at: Instant): { why: string; since: Instant | null } | null {
  if (isChild(record, law, at)) return { why: 'Under 18, or taken for it until shown otherwise', since: null };
  return record.needs?.vulnerable ? { why: 'They may be vulnerable', since: record.needs.vulnerableSince ?? record.needs.at } : null;
}
