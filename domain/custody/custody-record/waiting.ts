import { lawAt } from '../../shared/law.ts';
import { elapsed, MINUTE, type Instant } from '../../shared/time.ts';
import type { Urgency } from '../../shared/urgency.ts';
import type { CustodyLaw } from './limits.ts';
import { unlawfulSince, type UnlawfulFrom } from './unlawful-detention.ts';

const WAITING = ['enRoute', 'arrived'];

/** Not booked in. Whoever is held unlawfully waits no longer, booked in or not: they stand among those held, with what is overdue. */
export const waits = (status: string, from: UnlawfulFrom | null, now: Instant): boolean => WAITING.includes(status) && unlawfulSince(from, now) === null;

/** Somebody who is not booked in: on the way since the arrest, or at the station since the arrival; null where nobody told when. */
export interface WaitingLine { readonly enRoute: boolean; readonly arrivedAt: Instant | null; readonly onTheWaySince: Instant | null }

/** Since when they wait: on the way, or here. */
export const waitingSince = (line: WaitingLine): Instant | null => (line.enRoute ? line.onTheWaySince : line.arrivedAt);

/** How a wait stands: here by the force's alerts, of which the last is overdue (CUS-115); on the way by when the arrival is owed (CUS-19). */
export function waitingState(line: WaitingLine, law: CustodyLaw, now: Instant): Extract<Urgency, 'overdue' | 'due' | 'onTime'> {
  const since = waitingSince(line);
  if (since === null) return 'onTime';
  const minutes = elapsed(since, now) / MINUTE;
  if (line.enRoute) return minutes >= lawAt(law.onTheWayMinutes, since).value ? 'due' : 'onTime';
  const alerts = lawAt(law.deskWarningMinutes, since).value;
  return minutes >= alerts.at(-1)! ? 'overdue' : minutes >= alerts[0]! ? 'due' : 'onTime';
}
