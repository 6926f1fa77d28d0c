import { elapsed, HOUR, plus, MINUTE, type Instant } from '../../shared/time.ts';
import { urgency, type Urgency } from '../../shared/urgency.ts';
import type { PostName } from '../../shared/posts.ts';
import { unlawfulSince } from './unlawful-detention.ts';

/** What one line of the whiteboard is judged by, at any instant: the api judges it when asked, the browser each second. */
export interface BoardLine {
  readonly name: string;
  readonly deadlines: readonly { readonly key: string; readonly due: string; readonly title: string }[];
  readonly clock: { readonly pausedReason: string | null; readonly startsAt: string | null; readonly ends: string | null };
  readonly review: { readonly due: string | null; readonly byCustodyOfficer: boolean; readonly reviewer: string | null };
  readonly lateHearing: { readonly ends: string } | null;
  readonly unlawfulFrom: { readonly at: string; readonly text: string } | null;
  /** Duties without an hour of their own. */
  readonly owed: readonly { readonly since: string }[];
}

/** What comes next and how it stands: `what` is owed, `lacks` is what it needs and has not. */
export interface BoardNext { readonly key: string; readonly what: string; readonly due: Instant | null; readonly state: Urgency; readonly lacks: string }

export interface BoardCounts { readonly held: number; readonly overdue: number; readonly due: number; readonly likelyLate: number; readonly waiting: number; readonly longestWaitMinutes: number }

const SHORT: Readonly<Record<string, string>> = { visitDue: 'Visit', authorityEnds: 'Authority ends', warrantExpires: 'Warrant ends', rightsDelayEnds: 'Delay of rights ends' };
const OVER: Readonly<Record<string, string>> = { authorityEnds: 'No authority', warrantExpires: 'No authority' };
const SHOWN = ['reviewDue', ...Object.keys(SHORT)];
/** A review without a reviewer is told this long before: time enough to call one in. */
const LACKS_BEFORE = 2 * HOUR;
const QUEUES: Readonly<Record<string, PostName>> = { reviewDue: 'custodyInspector', visitDue: 'detentionOfficer' };

const kindOf = (key: string): string => key.split('/')[0]!;
const ENDS_AUTHORITY = ['authorityEnds', 'warrantExpires'];
const NOT_OVERDUE = 3;
const VISIT = 2;
/** Overdue: held without authority before a review that was missed, however old that is; then what is owed by law, then visits. */
function rank(n: { readonly key: string; readonly state: Urgency }): number {
  if (n.state !== 'overdue') return NOT_OVERDUE;
  if (ENDS_AUTHORITY.includes(n.key)) return 0;
  return n.key === 'visitDue' ? VISIT : 1;
}
/** Of one person: what is inside its warning before what is not due yet, however near that is. */
const pressure = (n: BoardNext): number => rank(n) + (n.state === 'onTime' ? 1 : 0);
const byDue = (a: { readonly due: Instant | null }, b: typeof a): number => (a.due ?? '9').localeCompare(b.due ?? '9');

function clocksOf(line: Pick<BoardLine, 'deadlines'>, now: Instant): BoardNext[] {
  return line.deadlines.filter((d) => SHOWN.includes(kindOf(d.key))).map((d) => {
    const key = kindOf(d.key);
    const state = urgency(key, d.due as Instant, now);
    return { key, what: (state === 'overdue' ? OVER[key] : SHORT[key]) ?? SHORT[key] ?? d.title, due: d.due as Instant, state, lacks: '' };
  }).toSorted((a, b) => pressure(a) - pressure(b) || byDue(a, b));
}

const NOTHING: BoardNext = { key: '', what: '', due: null, state: 'onTime', lacks: '' };

/** True where some clock that the desk is shown has passed, or they are held unlawfully. */
export const isOverdue = (line: Pick<BoardLine, 'deadlines' | 'unlawfulFrom'>, now: Instant): boolean => clocksOf(line, now)[0]?.state === 'overdue' || unlawfulSince(line.unlawfulFrom, now) !== null;

/** Held unlawfully by no clock of theirs: at the desk past the limit, say, and never authorised. */
function unlawfulNext(line: Pick<BoardLine, 'unlawfulFrom'>, now: Instant): BoardNext | null {
  const since = unlawfulSince(line.unlawfulFrom, now);
  return since && { key: 'authorityEnds', what: `${since.text.charAt(0).toUpperCase()}${since.text.slice(1)}`, due: since.at as Instant, state: 'overdue', lacks: '' };
}

/** Overdue legal clocks, then overdue visits, then what is inside its warning, then the soonest; a clock that stands still, a missing reviewer and a hearing that comes too late say so. */
export function nextOf(line: BoardLine, now: Instant): BoardNext {
  const first = clocksOf(line, now)[0] ?? NOTHING;
  const unlawful = rank(first) < VISIT ? null : unlawfulNext(line, now);
  return unlawful ?? (pressesMore(first) ? first : (unreviewed(line, now) ?? notOverdue(line, first, now)));
}

function notOverdue(line: BoardLine, first: BoardNext, now: Instant): BoardNext {
  if (first.state === 'due') return first;
  return tooLate(line) ?? (standsStill(line, now) ? { ...first, key: 'paused', what: line.clock.pausedReason!, state: 'paused' } : first);
}

/** More than a review without a reviewer: what is late already, and what is inside its warning. */
const pressesMore = (n: BoardNext): boolean => n.state === 'overdue' || (n.state === 'due' && n.key !== 'reviewDue');

/** The review that falls soon and has nobody to hold it. */
function unreviewed({ review, ...line }: BoardLine, now: Instant): BoardNext | null {
  const falls = review.reviewer === null ? clocksOf(line, now).find((c) => c.key === 'reviewDue' && elapsed(now, c.due!) <= LACKS_BEFORE) : undefined;
  return falls ? { ...falls, state: 'likelyLate', lacks: review.byCustodyOfficer ? 'no custody officer' : 'no reviewer' } : null;
}

/** A hearing that comes after the authority ends is likely late until that has ended: then they are held without any. */
export const isTooLate = ({ lateHearing }: Pick<BoardLine, 'lateHearing'>, now: Instant): boolean => lateHearing !== null && (lateHearing.ends as Instant) >= now;

/** The court sits after the authority ends. */
const tooLate = ({ lateHearing }: BoardLine): BoardNext | null =>
  (lateHearing ? { key: 'authorityEnds', what: 'Hearing', due: lateHearing.ends as Instant, state: 'likelyLate', lacks: 'hearing after the authority ends' } : null);

const standsStill = ({ clock }: BoardLine, now: Instant): boolean => clock.pausedReason !== null && (clock.startsAt === null || clock.startsAt > now);

/** Whose the next duty is; null where nobody's. After charge the custody officer reviews. */
export function postOf(line: BoardLine, next: BoardNext): PostName | null {
  if (next.due === null || next.key === 'paused') return null;
  return next.key === 'reviewDue' && line.review.byCustodyOfficer ? 'custodySergeant' : (QUEUES[next.key] ?? 'custodySergeant');
}

/** The desk's order: no authority, what else of law is overdue, overdue visits, then soonest. */
export function deskOrder<T extends BoardLine>(lines: readonly T[], now: Instant): { readonly line: T; readonly next: BoardNext }[] {
  const soonest = (line: T) => ({ due: clocksOf(line, now).toSorted(byDue)[0]?.due ?? null });
  return lines.map((line) => ({ line, next: nextOf(line, now), soonest: soonest(line) }))
    .toSorted((a, b) => rank(a.next) - rank(b.next) || (rank(a.next) < NOT_OVERDUE ? byDue(a.next, b.next) : byDue(a.soonest, b.soonest)) || a.line.name.localeCompare(b.line.name)).map(({ line, next }) => ({ line, next }));
}

/** The numbers of the header, from the lines themselves and from nothing else. */
export function deskCounts(lines: readonly BoardLine[], waiting: readonly { readonly arrivedAt: string | null; readonly enRoute: boolean }[], now: Instant): BoardCounts {
  const states = lines.map((line) => nextOf(line, now).state);
  const count = (state: Urgency) => states.filter((s) => s === state).length;
  // Something that presses more comes first, and the hearing is too late all the same.
  const lateHearings = lines.filter((line, n) => isTooLate(line, now) && states[n] !== 'likelyLate').length;
  const here = waiting.filter((w) => !w.enRoute);
  const longest = Math.max(0, ...here.map((w) => (w.arrivedAt ? elapsed(w.arrivedAt as Instant, now) : 0)));
  return { held: lines.length, overdue: count('overdue'), due: count('due'), likelyLate: count('likelyLate') + lateHearings, waiting: here.length, longestWaitMinutes: Math.floor(longest / MINUTE) };
}

const QUIET = 30 * MINUTE;

/** The first clock of all where nothing is due for half an hour, and nothing has been owed for as long: what "all well" tells. */
export function quietUntil<T extends BoardLine>(lines: readonly T[], now: Instant): { readonly line: T; readonly next: BoardNext } | null {
  const timed = deskOrder(lines, now).filter(({ next }) => next.due !== null && next.key !== 'paused');
  return timed.length > 0 && lines.every(({ owed }) => owed.every(({ since }) => plus(since as Instant, QUIET) >= now)) && timed.every(({ next }) => next.state === 'onTime' && next.due! >= plus(now, QUIET)) ? timed[0]! : null;
}
