import { instant } from '../../shared/time.ts';
import type { Told } from './told.ts';

export type Entered = Pick<Told, 'at' | 'entry'>;

const NEVER = instant('1970-01-01T00:00:00Z');
const placeOf = ({ entry }: Entered): readonly number[] => entry.split('.').map(Number);

/** The order in which a record is folded: by when it happened, and in the same instant by the entries (`version.n`). */
export function inOrder(a: Entered, b: Entered): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  const [one, other] = [placeOf(a), placeOf(b)];
  return Math.sign(one[0]! - other[0]! || one[1]! - other[1]!) || 0;
}

/** Told after the other, be it in the same minute. */
export const isAfter = (a: Entered, b: Entered): boolean => inOrder(a, b) > 0;

/** Entered after the other, whatever time each tells of. */
export const wasEnteredAfter = (entry: string, other: string): boolean => inOrder({ at: NEVER, entry }, { at: NEVER, entry: other }) > 0;
