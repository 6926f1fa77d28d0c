import { HOUR } from '../../shared/time.ts';
import { lawAt } from '../../shared/law.ts';
import { localDate } from '../../shared/local-time.ts';
import type { Instant } from '../../shared/time.ts';
import { arrivalOfEpisode } from './arrival-of-episode.ts';
import { isChild } from './born.ts';
import { authorityInForce, noClockWords } from './authority.ts';
import type { Authority } from './authority-chain.ts';
import { countedNow } from './board-words.ts';
import { countedAt, ledgerOf, pausedAt, type Exclusion } from './detention-clock.ts';
import { lateHearing, type LateHearing } from './hearing-rule.ts';
import { deadlines } from './deadlines.ts';
import type { CustodyLaw } from './limits.ts';
import { obligations } from './obligations.ts';
import { doneLate, type DoneLate } from './done-late.ts';
import { observation } from './observation-rule.ts';
import { owedDuties, type OwedDuty } from './owed.ts';
import { planOf } from './plan.ts';
import { inCustody, offencesOf, type CustodyRecord } from './record.ts';
import { relevantTime } from './relevant-time.ts';
import { reviewCycle } from './review-cycle.ts';
import { unlawfulFrom, type UnlawfulFrom } from './unlawful-detention.ts';

/** Where the s.41 clock stood at one instant, so that a reader counts on from there without the record. */
export interface BoardClock {
  readonly relevantTime: Instant | null;
  readonly countedMs: number;
  readonly countedAt: Instant | null;
  readonly running: boolean;
  readonly startsAt: Instant | null;
  readonly pausedWhy: string | null;
  /** `Hospital`: why it stands still, as short as the desk says it. */
  readonly pausedReason: string | null;
  /** What the authority in force runs to, in counted time: 24, 36 or 96 hours. */
  readonly ofMs: number;
  readonly ends: Instant | null;
  readonly endsWhat: string;
  readonly noClock: string | null;
}

/** The whiteboard's line of one record (screens.md): facts and due times, nothing that passes with the clock. */
export interface Board {
  readonly dateOfBirth: string | null;
  readonly child: boolean;
  readonly markers: readonly string[];
  readonly location: string;
  readonly clock: BoardClock;
  readonly review: { readonly n: number; readonly due: Instant; readonly asap: boolean; readonly byCustodyOfficer: boolean } | null;
  readonly unlawfulFrom: UnlawfulFrom | null;
  readonly visit: { readonly level: number | null; readonly rouse: boolean; readonly due: Instant | null };
  readonly owed: readonly OwedDuty[];
  readonly doneLate: readonly DoneLate[];
  readonly plan: string;
  /** The court sits after the authority in force ends. */
  readonly lateHearing: LateHearing | null;
  readonly deadlines: readonly { readonly key: string; readonly due: Instant; readonly title: string }[];
  readonly offences: readonly string[];
  readonly charged: boolean;
  readonly officer: string;
  readonly officerIds: readonly string[];
  /** Who made the last arrest, and waits with the person to be booked in. */
  readonly arrestedBy: string;
  readonly bell: boolean;
  /** On the way to a station: since the arrest. */
  readonly onTheWaySince: Instant | null;
}

/** What a line written before these fields existed is read as, until its record is written again. */
const OLDER = { doneLate: [], plan: '', officerIds: [], lateHearing: null, unlawfulFrom: null, onTheWaySince: null } as const;
const OLDER_CLOCK = { pausedReason: null, ofMs: 0 } as const;
export const asKept = (board: Board): Board => ({ ...OLDER, ...board, clock: { ...OLDER_CLOCK, ...board.clock } });

const LABELS: readonly (readonly [keyof NonNullable<CustodyRecord['needs']>, string])[] = [
  ['selfHarm', 'Self-harm'], ['injured', 'Injured'], ['unwell', 'Unwell'], ['swallowed', 'Swallowed'], ['pregnant', 'Pregnant'],
];

/** Warning words every screen shows beside the name. */
export function markers(record: CustodyRecord, { child, rouse }: { child: boolean; rouse: boolean }): string[] {
  const { needs } = record;
  const risks = needs ? LABELS.filter(([name]) => needs[name] === true).map(([, words]) => words) : [];
  return [...(child ? ['Child'] : []), ...(needs?.vulnerable ? ['Vulnerable'] : []), ...risks, ...(rouse ? ['Rouse'] : [])];
}

const REASONS: Readonly<Record<Exclusion['reason'], string>> = { hospital: 'Hospital', bail: 'On bail', breachArrest: 'First 3 hours' };
const HOURS_OF: Readonly<Partial<Record<Authority['kind'], 'extendedHours' | 'ceilingHours'>>> = { 's42': 'extendedHours', 's43(5)(b)': 'extendedHours', 'applicationPending': 'ceilingHours', 'warrant': 'ceilingHours' };

/** Counted hours that the authority in force runs to at most, in milliseconds. */
export const limitMs = (kind: Authority['kind'], law: CustodyLaw, at: Instant): number => lawAt(law[HOURS_OF[kind] ?? 'basicHours'], at).value * HOUR;

/** The clock at the latest instant that any stored fact tells of. */
function boardClock(record: CustodyRecord, law: CustodyLaw): BoardClock {
  const start = relevantTime(record, law);
  const ledger = ledgerOf(record, law);
  const authority = authorityInForce(record, law);
  const ofMs = start.at ? limitMs(authority.kind, law, start.at) : 0;
  const base = { relevantTime: start.at, ofMs, ends: authority.until, endsWhat: authority.words, noClock: noClockWords(record.authorityKind) ?? (record.charge ? 'charged' : null) };
  if (!ledger) return { ...base, countedMs: 0, countedAt: null, running: false, startsAt: null, pausedWhy: null, pausedReason: null };
  const at = ledger.exclusions.reduce<Instant>((last, e) => (e.from > last ? e.from : last), ledger.relevantTime);
  const pause = pausedAt(ledger, at);
  const counted = { ...base, countedMs: countedAt(ledger, at), countedAt: at, running: pause === null };
  return pause ? { ...counted, startsAt: pause.to, pausedWhy: pause.text, pausedReason: REASONS[pause.reason] } : { ...counted, startsAt: null, pausedWhy: null, pausedReason: null };
}

const onTheWaySince = (record: CustodyRecord): Instant | null => (record.phase === 'enRoute' ? (record.arrests.at(-1)?.at ?? null) : null);

export function board(record: CustodyRecord, law: CustodyLaw): Board {
  const at = record.arrests.at(-1)?.at;
  const child = at ? isChild(record, law, at) : false;
  const seen = observation(record, law);
  const cycle = reviewCycle(record, law);
  return {
    dateOfBirth: record.detainee.dateOfBirth, child, markers: markers(record, { child, rouse: seen.rouse }), location: record.location, clock: boardClock(record, law), officer: record.investigation.officerName,
    review: cycle.next ? { n: cycle.next.n, due: cycle.next.lapses ?? cycle.next.latest, asap: cycle.next.postponed !== null, byCustodyOfficer: cycle.reviewer === 'custody_officer' } : null,
    unlawfulFrom: unlawfulFrom(record, law),
    visit: { level: seen.level, rouse: seen.rouse, due: inCustody(record) ? seen.visitDue : null },
    owed: owedDuties(record, law), doneLate: doneLate(record, law), plan: planOf(record), lateHearing: lateHearing(record, law), officerIds: record.investigation.officerIds, arrestedBy: record.arrests.at(-1)?.officerName ?? '',
    deadlines: deadlines(record, law).flatMap((d) => (d.due ? [{ key: d.key, due: d.due, title: d.title }] : [])),
    onTheWaySince: onTheWaySince(record), offences: offencesOf(record).map((o) => o.title), charged: record.charge !== null, bell: obligations(record, law).some((o) => o.rungs.length > 0),
  };
}

/** Whole years lived on that day in London; null where the date of birth is not known. */
export function ageAt(born: string | null, now: Instant): number | null {
  if (!born) return null;
  const today = localDate(now);
  return Number(today.slice(0, 4)) - Number(born.slice(0, 4)) - (today.slice(5) < born.slice(5) ? 1 : 0);
}

/** `ADEYEMI, James`: surname first as the desk calls it; a name not known says so. */
export function listName(name: string | null): string {
  if (!name) return 'Name not known';
  const words = name.trim().split(/\s+/);
  return words.length === 1 ? words[0]!.toUpperCase() : `${words.at(-1)!.toUpperCase()}, ${words.slice(0, -1).join(' ')}`;
}

/** `ADEYEMI, Hale Road` */
export const title = (record: CustodyRecord): string => `${listName(record.detainee.name).split(',')[0]}, ${record.stationName}`;

/** Own list columns of custody.custody_record. */
export function columns(record: CustodyRecord, law: CustodyLaw): Record<string, unknown> {
  return {
    custody_number: record.custodyNumber, person_id: record.detainee.personId ?? '', name: listName(record.detainee.name), in_custody: inCustody(record),
    offence_codes: offencesOf(record).map((o) => o.code), arrived_at: arrivalOfEpisode(record)?.at ?? null,
    ended_at: record.ending?.at ?? null, ending: record.ending?.kind ?? '', board: board(record, law),
  };
}

/** Milliseconds counted at `now` from what the board keeps: the reader's half of `BoardClock`. */
export const countedFromBoard = (clock: BoardClock, now: Instant): number => (clock.countedAt === null ? 0 : countedNow(clock, now));
