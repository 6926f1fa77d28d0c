import type { WhyStep } from '../../shared/deadline.ts';
import { lawAt } from '../../shared/law.ts';
import { fullTime } from '../../shared/local-time.ts';
import { earliest, plusHours, type Instant } from '../../shared/time.ts';
import { ledgerOf, limits, pausedAt } from './detention-clock.ts';
import { extensionsInForce } from './extension-rule.ts';
import type { CustodyLaw } from './limits.ts';
import { hasEnded, inCustody, type AuthorityKind, type CustodyRecord, type Warrant, type WarrantApplication } from './record.ts';
import { warrantEnds } from './warrant-rule.ts';

/** What a person is held by, and until when (CUS-8). */
export interface Authority {
  readonly kind: 'none' | 's37' | 's42' | 's43(5)(b)' | 'applicationPending' | 'warrant' | 's38' | 'other';
  readonly words: string;
  readonly law: string;
  /** null: no end of its own (after charge, other authorities), or the clock that would end it stands still. */
  readonly until: Instant | null;
  /** The entry that gave it. */
  readonly entry: string | null;
  readonly why: readonly WhyStep[];
}

const OTHER: Readonly<Record<Exclude<AuthorityKind, 'PACE_PRECHARGE'>, readonly [string, string]>> = {
  WARRANT_ARREST: ['arrest warrant: to court as it says', 'the warrant'], BAIL_ACT_S7: ['court bail breached: before a justice within 24 h', 'Bail Act 1976 s.7(4)'],
  RECALL_TO_PRISON: ['recall', 'the recall notice'], IMMIGRATION: ['immigration detention', 'Immigration Act 1971'], BREACH_OF_THE_PEACE: ['breach of the peace', 'common law'],
  MENTAL_HEALTH_ACT_S136: ['Mental Health Act s.136', 'Mental Health Act 1983 s.136'], COURT_REMAND: ['remand by a court', 'MCA 1980 s.128(7)'],
};

/** Why there is no PACE clock: `recall`, `arrest warrant: …` (CUS-8); null where there is one. */
export const noClockWords = (kind: AuthorityKind): string | null => (kind === 'PACE_PRECHARGE' ? null : OTHER[kind][0]);

const NOTHING: Authority = { kind: 'none', words: 'Not held', law: '', until: null, entry: null, why: [] };

/** The authority in force, or the last one where it has ended and the person is still here. */
export function authorityInForce(record: CustodyRecord, law: CustodyLaw): Authority {
  if (hasEnded(record) || record.phase === 'onBail' || record.phase === 'enRoute') return NOTHING;
  if (record.charge) return { kind: 's38', words: 'Charged: held under s.38', law: 'PACE s.38', until: null, entry: record.charge.entry, why: [{ text: 'Charged', at: record.charge.at }] };
  if (record.authorityKind !== 'PACE_PRECHARGE') {
    const [words, source] = OTHER[record.authorityKind];
    return { kind: 'other', words: `No PACE clock: ${words}`, law: source, until: null, entry: record.arrests[0]?.entry ?? null, why: [] };
  }
  return preCharge(record, law);
}

function preCharge(record: CustodyRecord, law: CustodyLaw): Authority {
  const since = record.episodes.at(-1)?.from ?? record.arrests[0]?.at;
  const warrant = record.warrants.findLast((w) => since === undefined || w.at >= since);
  if (warrant) return byWarrant(record, warrant, law);
  const extended = byExtension(record, law) ?? basic(record, law);
  return lateSitting(record, law, extended) ?? extended;
}

const byWarrant = (record: CustodyRecord, warrant: Warrant, law: CustodyLaw): Authority => {
  const ceiling = limits(record, law)?.ceiling ?? null;
  const end = warrantEnds(warrant);
  return {
    kind: 'warrant', words: 'Warrant of further detention', law: 'PACE s.43', until: ceiling ? earliest(end, ceiling) : end, entry: warrant.extensions.at(-1)?.entry ?? warrant.entry,
    why: [{ text: 'Warrant issued; it runs from issue', at: warrant.issuedAt, law: 'PACE s.43(11)' }, { text: 'It ends', at: end }],
  };
};

function byExtension(record: CustodyRecord, law: CustodyLaw): Authority | null {
  const extension = extensionsInForce(record).at(-1);
  if (!extension) return null;
  const ceiling = limits(record, law)?.extended ?? null;
  const until = ceiling ? earliest(extension.until, ceiling) : extension.until;
  return {
    kind: 's42', words: `Extended by ${extension.officerName}`, law: 'PACE s.42', until, entry: extension.entry,
    why: [{ text: `${extension.officerName} authorised detention at ${fullTime(extension.at)} to`, at: extension.until, law: 'PACE s.42(1), (2)' }, ...(ceiling ? [{ text: 'Ceiling: 36 counted hours', at: ceiling }] : [])],
  };
}

function basic(record: CustodyRecord, law: CustodyLaw): Authority {
  const authorisation = record.authorisations.findLast((a) => a.episode === record.episodes.at(-1)?.number);
  const until = limits(record, law)?.basic ?? null;
  return {
    kind: 's37', words: authorisation ? 'Detention authorised, s.37' : 'Arrived: the custody officer decides as soon as practicable', law: 'PACE s.37', until,
    entry: authorisation?.entry ?? record.arrivals.at(-1)?.entry ?? record.arrests.at(-1)?.entry ?? null, why: [{ text: '24 counted hours', law: 'PACE s.41(1)', ...(until ? { at: until } : {}) }],
  };
}

/** CUS-61: held past 36 h for a court that will sit within 6 h, or until an application made in time is determined. */
function lateSitting(record: CustodyRecord, law: CustodyLaw, before: Authority): Authority | null {
  const extended = limits(record, law)?.extended ?? null;
  if (extended === null || before.until === null) return null;
  const pending = record.applications.findLast((a) => a.outcome === 'pending');
  const held = heldPast(record, before, extended);
  if (!held) return null;
  if (pending) return pendingAuthority(pending, before);
  const until = plusHours(extended, lawAt(law.lateSittingHours, extended).value);
  return { kind: 's43(5)(b)', words: 'Held past 36 h: the court sits within 6 h', law: 'PACE s.43(5)(b)', until, entry: record.heldPast36!.entry, why: [{ text: `36 hours ended; ${record.heldPast36!.reason}`, at: extended }, { text: '6 h after', at: until }] };
}

/** It needs authority up to limit(36); a reason recorded later ends the alarm, and the gap stays (8a CUS-61). */
const heldPast = (record: CustodyRecord, before: Authority, extended: Instant): boolean =>
  record.heldPast36 !== null && before.until !== null && before.until >= extended;

/** Past 36 h an application keeps the person only where it was made in the window the reason opened (8a CUS-61). */
function pendingAuthority(pending: WarrantApplication, before: Authority): Authority {
  return { kind: 'applicationPending', words: 'Application for a warrant made: held until it is determined', law: 'PACE s.43(5)', until: null, entry: pending.entry, why: [{ text: 'Application made', at: pending.at }, ...before.why] };
}

/** Until when the person may lawfully be held as things stand; null: no end counts now. */
export const mayDetainUntil = (record: CustodyRecord, law: CustodyLaw): Instant | null => authorityInForce(record, law).until;

/** The authority has run out and the person is still here (CUS-9): since when. */
export function lapsedSince(record: CustodyRecord, law: CustodyLaw): Instant | null {
  if (!inCustody(record)) return null;
  const { until } = authorityInForce(record, law);
  const ledger = ledgerOf(record, law);
  return until !== null && ledger !== null && pausedAt(ledger, until) !== null ? null : until;
}
