import { lawAt } from '../../shared/law.ts';
import { earliest, elapsed, HOUR, latest, plus, plusHours, type Instant, type Interval } from '../../shared/time.ts';
import type { CustodyRecord } from './record.ts';
import type { Bail } from './bail.ts';
import type { HospitalAbsence } from './told.ts';
import type { CustodyLaw } from './limits.ts';
import { relevantTime } from './relevant-time.ts';

/** A stretch that the s.41 clock does not count; `to` null: still open. */
export interface Exclusion extends Interval {
  readonly reason: 'hospital' | 'bail' | 'breachArrest';
  readonly law: string;
  readonly text: string;
}

/** The clock ledger of a detention: where it starts and what it does not count (CUS-7). */
export interface Ledger {
  readonly relevantTime: Instant;
  readonly exclusions: readonly Exclusion[];
  /** Early attendance on bail: the other lawful reading keeps its own ledger (8a CUS-35). */
  readonly otherReading: Ledger | null;
}

/** The ledger, or null where no s.41 clock runs: another authority (CUS-8), or no relevant time yet. */
export function ledgerOf(record: CustodyRecord, law: CustodyLaw): Ledger | null {
  if (record.authorityKind !== 'PACE_PRECHARGE') return null;
  const start = relevantTime(record, law).at;
  if (start === null) return null;
  const ledger = (late: boolean) => ({ relevantTime: start, exclusions: exclusions(record, law, late).flatMap((e) => clip(e, start)) });
  const early = record.bails.some((b) => b.resumed?.how === 'answeredBail' && b.resumed.at < b.appointedAt);
  return { ...ledger(false), otherReading: early ? { ...ledger(true), otherReading: null } : null };
}

const clip = (e: Exclusion, start: Instant): Exclusion[] => (e.to !== null && e.to <= start ? [] : [{ ...e, from: latest(e.from, start) }]);

const exclusions = (record: CustodyRecord, law: CustodyLaw, appointed: boolean): Exclusion[] => [
  ...record.hospital.flatMap((h) => hospitalExclusions(record, h)), ...record.bails.flatMap((b) => bailExclusions(record, b, law, appointed)),
].toSorted((a, b) => (a.from < b.from ? -1 : 1));

/** When the episode that this instant lies in ended: nobody is excluded from a clock by what a release has ended. */
const episodeEnd = (record: CustodyRecord, at: Instant): Instant | null => record.episodes.findLast((e) => e.from <= at)?.to ?? null;

/**
 * CUS-31 to CUS-34: time away for treatment, less every minute of questioning, each stretch by its own purpose. Released from
 * hospital (CUS-193), the absence ends with the release.
 */
function hospitalExclusions(record: CustodyRecord, absence: HospitalAbsence): Exclusion[] {
  const back = absence.returnedAt ?? episodeEnd(record, absence.at);
  const stretches = absence.stretches.map((s, i) => ({ from: s.from, to: absence.stretches[i + 1]?.from ?? back, purpose: s.purpose }));
  return stretches.filter((s) => s.purpose === 'treatment').flatMap((s) => subtract(s, absence.questioned))
    .map((s) => ({ ...s, reason: 'hospital' as const, law: 'PACE s.41(6)', text: 'In hospital for treatment' }));
}

function subtract(whole: Interval, holes: readonly Interval[]): Interval[] {
  return holes.reduce<Interval[]>((parts, hole) => parts.flatMap((part) => without(part, hole)), [whole]).filter((p) => p.to === null || p.from < p.to);
}

function without(part: Interval, hole: Interval): Interval[] {
  const apart = (part.to !== null && hole.from >= part.to) || (hole.to !== null && hole.to <= part.from);
  if (apart) return [part];
  const before: Interval[] = hole.from > part.from ? [{ from: part.from, to: hole.from }] : [];
  const after: Interval[] = hole.to === null ? [] : [{ from: latest(hole.to, part.from), to: part.to }];
  return [...before, ...after];
}

/** CUS-35: time on bail; CUS-37: after a s.46A arrest, the way to the station and up to three hours there, not beyond a release. */
function bailExclusions(record: CustodyRecord, bail: Bail, law: CustodyLaw, appointed: boolean): Exclusion[] {
  const { resumed } = bail;
  const onBail = { from: bail.at, reason: 'bail' as const, law: 'PACE s.47(6)', text: 'On bail' };
  if (!resumed) return [{ ...onBail, to: null }];
  if (resumed.how === 'answeredBail') return [{ ...onBail, to: appointed ? latest(resumed.at, bail.appointedAt) : resumed.at }];
  const hours = lawAt(law.breachPauseHours, resumed.at).value;
  const released = episodeEnd(record, resumed.at);
  const full = resumed.arrivedAt === null ? null : plusHours(resumed.arrivedAt, hours);
  const to = full !== null && released !== null ? earliest(full, released) : (full ?? released);
  return [{ ...onBail, to: resumed.at }, { from: resumed.at, to, reason: 'breachArrest', law: 'PACE s.46A, PCSC Act 2022 Sch 4 Pt 5', text: `Arrested under s.46A: the first ${hours} h are not counted` }];
}

/** Exclusions joined where they touch or overlap, so that no second is left out twice. */
export function merged(exclusions: readonly Interval[]): Interval[] {
  const joined: { from: Instant; to: Instant | null }[] = [];
  for (const next of exclusions.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = joined.at(-1);
    if (!last || (last.to !== null && next.from > last.to)) joined.push({ from: next.from, to: next.to });
    else if (last.to !== null) last.to = next.to === null ? null : latest(last.to, next.to);
  }
  return joined;
}

const overlap = (part: Interval, from: Instant, to: Instant): number => {
  const end = part.to === null || part.to > to ? to : part.to;
  return Math.max(0, elapsed(latest(part.from, from), end));
};

/** Milliseconds left out from the relevant time up to `at`, of one reason or of all. */
export const excludedMs = (ledger: Ledger, at: Instant, reason?: Exclusion['reason']): number =>
  merged(reason ? ledger.exclusions.filter((e) => e.reason === reason) : ledger.exclusions).reduce((sum, e) => sum + overlap(e, ledger.relevantTime, at), 0);

/** Milliseconds the clock has counted at `at`; 0 before the relevant time. */
export const countedAt = (ledger: Ledger, at: Instant): number => (at <= ledger.relevantTime ? 0 : elapsed(ledger.relevantTime, at) - excludedMs(ledger, at));

/** The instant at which the clock has counted `ms` more since `from`; null while an open exclusion holds it. */
export function reaches(ledger: Ledger, from: Instant, ms: number): Instant | null {
  let at = from;
  let left = ms;
  for (const part of merged(ledger.exclusions)) {
    if (part.to !== null && part.to <= at) continue;
    const run = Math.max(0, elapsed(at, part.from));
    if (run >= left) break;
    if (part.to === null) return null;
    left -= run;
    at = part.to;
  }
  return plus(at, left);
}

/** `limit(H)`: the earliest instant at which H hours have been counted; null while the clock stands still. */
export const limitAt = (ledger: Ledger, hours: number): Instant | null => reaches(ledger, ledger.relevantTime, hours * HOUR);

const covers = (at: Instant) => (part: Interval): boolean => part.from <= at && (part.to === null || at < part.to);

/** What holds the clock still at `at`, to the instant at which it runs again, whatever else overlaps; null where it runs. */
export function pausedAt(ledger: Ledger, at: Instant): Exclusion | null {
  const pause = ledger.exclusions.findLast(covers(at));
  return pause ? { ...pause, to: merged(ledger.exclusions).find(covers(at))!.to } : null;
}

export interface Limits { readonly basic: Instant | null; readonly extended: Instant | null; readonly ceiling: Instant | null }

/** The 24, 36 and 96 hour limits; of two lawful readings the earlier. */
export function limits(record: CustodyRecord, law: CustodyLaw): Limits | null {
  const ledger = ledgerOf(record, law);
  if (!ledger) return null;
  const at = ledger.relevantTime;
  return {
    basic: limitAt(ledger, lawAt(law.basicHours, at).value), extended: limitAt(ledger, lawAt(law.extendedHours, at).value), ceiling: limitAt(ledger, lawAt(law.ceilingHours, at).value),
  };
}
