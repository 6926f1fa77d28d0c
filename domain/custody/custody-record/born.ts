import { localDate } from '../../shared/local-time.ts';
import { when, type Refusal } from '../../shared/refusal.ts';
import type { Instant } from '../../shared/time.ts';
import { refusal } from './refusals.ts';

const OLDEST = 120;

/** A birth after the day itself, or longer ago than anybody has lived: age decides who is a child (CUS-199). */
export function bornRefusals(dateOfBirth: string | null, at: Instant): Refusal[] {
  if (dateOfBirth === null) return [];
  const today = localDate(at);
  const oldest = `${Number(today.slice(0, 4)) - OLDEST}${today.slice(4)}`;
  return when(dateOfBirth > today || dateOfBirth < oldest, refusal('DATE_OF_BIRTH_UNLIKELY', { field: 'dateOfBirth' }));
}
