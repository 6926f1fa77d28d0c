import { lawAt } from '../../shared/law.ts';
import { fullTime } from '../../shared/local-time.ts';
import { when, type Refusal } from '../../shared/refusal.ts';
import { earliest, elapsed, HOUR, plusHours, type Instant } from '../../shared/time.ts';
import { limits } from './detention-clock.ts';
import { extensionsInForce, givenTo } from './extension-rule.ts';
import type { CustodyLaw } from './limits.ts';
import { courtDecisions, withoutChargeSince, type CustodyRecord } from './record.ts';
import type { Warrant } from './told.ts';
import { refusal } from './refusals.ts';

export interface ApplicationAsked {
  readonly record: CustodyRecord;
  readonly madeAt: Instant;
  readonly courtCanSitAt36: boolean;
  readonly nextSittingAt: Instant | null;
  readonly reasonableToApplyBefore: boolean;
  readonly law: CustodyLaw;
}

export interface ApplicationTiming {
  readonly inTime: boolean;
  readonly via: 's43(5)(a)' | 's43(5)(b)' | null;
  readonly limit36: Instant | null;
  readonly latestApplication: Instant | null;
  /** s.43(7): made after 36 h although it would have been reasonable to apply before; null where it is out of time. */
  readonly mustDismiss: boolean | null;
}

/** CUS-60 to CUS-62: is an application for a warrant of further detention in time, and by which route. */
export function applicationTiming({ record, madeAt, courtCanSitAt36, nextSittingAt, reasonableToApplyBefore, law }: ApplicationAsked): ApplicationTiming {
  const limit36 = limits(record, law)?.extended ?? null;
  if (limit36 === null) return { inTime: true, via: 's43(5)(a)', limit36, latestApplication: null, mustDismiss: false };
  const windowEnds = plusHours(limit36, lawAt(law.lateSittingHours, madeAt).value);
  const latestApplication = !courtCanSitAt36 && sitsWithin(nextSittingAt, limit36, windowEnds) ? windowEnds : limit36;
  if (madeAt <= limit36) return { inTime: true, via: 's43(5)(a)', limit36, latestApplication, mustDismiss: false };
  if (madeAt <= latestApplication) return { inTime: true, via: 's43(5)(b)', limit36, latestApplication, mustDismiss: reasonableToApplyBefore };
  return { inTime: false, via: null, limit36, latestApplication, mustDismiss: null };
}

const sitsWithin = (sitting: Instant | null, after: Instant, until: Instant): boolean => sitting !== null && sitting > after && sitting <= until;

const noHours = (hours: number): Refusal[] => when(hours <= 0, refusal('PERIOD_TOO_SHORT', { law: 'PACE s.43(11)', field: 'hours', message: 'Enter the hours that the court gave.' }));

/** CUS-63: a warrant runs from its issue, at most 36 hours; unused superintendent's time is lost. */
export function warrantExpiry(issuedAt: Instant, hours: number, law: CustodyLaw): { expiresAt: Instant | null; refusals: Refusal[] } {
  const most = lawAt(law.warrantHours, issuedAt).value;
  const refusals = [...noHours(hours), ...when(hours > most, refusal('PERIOD_TOO_LONG', { field: 'hours', message: `A warrant may run for ${most} hours at most. Enter the hours written on it.` }))];
  return { expiresAt: refusals.length === 0 ? plusHours(issuedAt, hours) : null, refusals };
}

/** When the warrant in force ends, its extensions included. */
export const warrantEnds = (warrant: Warrant): Instant => warrant.extensions.at(-1)?.expiresAt ?? warrant.expiresAt;

export interface ExtensionCap {
  readonly maxHours: number;
  readonly maxExpiry: Instant;
  readonly refusals: readonly Refusal[];
  readonly expiresAt: Instant | null;
}

/** CUS-64: each extension at most 36 h from the current expiry, decided by then, and never beyond 96 h counted. */
export function warrantExtension(record: CustodyRecord, asked: { currentExpiry: Instant; hours: number; at: Instant; decidableTo?: Instant }, law: CustodyLaw): ExtensionCap {
  const ceiling = limits(record, law)?.ceiling ?? null;
  const longest = plusHours(asked.currentExpiry, lawAt(law.warrantHours, asked.at).value);
  const maxExpiry = ceiling ? earliest(longest, ceiling) : longest;
  const maxHours = Math.max(0, Math.floor(elapsed(asked.currentExpiry, maxExpiry) / HOUR));
  const end = plusHours(asked.currentExpiry, asked.hours);
  const refusals = [
    ...noHours(asked.hours), ...when(asked.at > (asked.decidableTo ?? asked.currentExpiry), refusal('AUTHORITY_LAPSED', { law: 'PACE s.44(1)', message: `The warrant ended at ${fullTime(asked.currentExpiry)}. It had to be extended by then. Charge or release now.` })),
    ...when(end > longest, refusal('PERIOD_TOO_LONG', { law: 'PACE s.44(3)(a)', field: 'hours', message: `An extension may run for ${lawAt(law.warrantHours, asked.at).value} hours at most, from the current expiry. Enter the hours endorsed on the warrant.` })),
    ...when(ceiling !== null && end > ceiling, refusal('BEYOND_96H', { law: 'PACE s.44(3)(b)', field: 'hours', message: `The 96 hours end at ${ceiling ? fullTime(ceiling) : ''}. At most ${maxHours} hours more can be given.` })),
  ];
  return { maxHours, maxExpiry, refusals, expiresAt: refusals.length === 0 ? end : null };
}

/** CUS-66, s.44(6): each application has its own information: a copy given before the court decided last, or before bail, is not one of this. */
export function copyServed(record: CustodyRecord): boolean {
  const served = record.copyServedAt;
  const decided = courtDecisions(record).at(-1)?.at ?? null;
  const since = withoutChargeSince(record);
  return served !== null && [decided, since].every((at) => at === null || served >= at);
}

/** CUS-65: after a refusal the person may be kept to the end of 24 h, or of a s.42 authority already given. */
export function mayDetainAfterRefusal(record: CustodyRecord, law: CustodyLaw): { until: Instant | null; furtherApplicationNeeds: 'new_evidence_since_refusal' } {
  const limit = limits(record, law);
  const given = extensionsInForce(record);
  return { until: given.length > 0 ? givenTo(given, limit) : (limit?.basic ?? null), furtherApplicationNeeds: 'new_evidence_since_refusal' };
}
