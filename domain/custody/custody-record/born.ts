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

/** Code C 1.4, 1.5: why an appropriate adult is needed; null where none is. */
export function adultNeededWhy(record: CustodyRecord, law: CustodyLaw, at: Instant): string | null {
  if (isChild(record, law, at)) return 'Under 18, or taken for it until shown otherwise';
  return record.needs?.vulnerable ? 'They may be vulnerable' : null;
}
