import { elapsed, HOUR, plus, MINUTE, type Instant } from '../../shared/time.ts';
import { urgency, type Urgency } from '../../shared/urgency.ts';
import type { PostName } from '../../shared/posts.ts';

/** What one line of the whiteboard is judged by, at any instant: the api judges it when asked, the browser each second. */
export interface BoardLine {
  readonly name: string;
  readonly deadlines: readonly { readonly key: string; readonly due: string; readonly title: string }[];
  readonly clock: { readonly pausedReason: string | null; readonly startsAt: string | null; readonly ends: string | null };
  readonly review: { readonly due: string | null; readonly byCustodyOfficer: boolean; readonly reviewer: string | null };
  readonly lateHearing: { readonly ends: string } | null;
}

/** What comes next and how it stands: `what` is owed, `lacks` is what it needs and has not. */
export interface BoardNext { readonly key: string; readonly what: string; readonly due: Instant | null; readonly state: Urgency; readonly lacks: string }

export interface BoardCounts { readonly held: number; readonly overdue: number; readonly due: number; readonly likelyLate: number; readonly waiting: number; readonly longestWaitMinutes: number }

const SHORT: Readonly<Record<string, string>> = { visitDue: 'Visit', authorityEnds: 'Authority ends', warrantExpires: 'Warrant ends', rightsDelayEnds: 'Delay of rights ends' };
const SHOWN = ['reviewDue', ...Object.keys(SHORT)];
/** A review without a reviewer is told this long before: time enough to call one in. */
const LACKS_BEFORE = 2 * HOUR;
const QUEUES: Readonly<Record<string, PostName>> = { reviewDue: 'custodyInspector', visitDue: 'detentionOfficer' };

const kindOf = (key: string): string => key.split('/')[0]!;
const rank = (n: { readonly key: string; readonly state: Urgency }): number => (n.state !== 'overdue' ? 2 : n.key === 'visitDue' ? 1 : 0);
const byDue = (a: { readonly due: Instant | null }, b: typeof a): number => (a.due ?? '9').localeCompare(b.due ?? '9');

function clocksOf(line: Pick<BoardLine, 'deadlines'>, now: Instant): BoardNext[] {
  return line.deadlines.filter((d) => SHOWN.includes(kindOf(d.key))).map((d) => {
    const key = kindOf(d.key);
    return { key, what: SHORT[key] ?? d.title, due: d.due as Instant, state: urgency(key, d.due as Instant, now), lacks: '' };
  }).toSorted((a, b) => rank(a) - rank(b) || byDue(a, b));
}

const NOTHING: BoardNext = { key: '', what: '', due: null, state: 'onTime', lacks: '' };

/** True where some clock that the desk is shown has passed. */
export const isOverdue = (line: Pick<BoardLine, 'deadlines'>, now: Instant): boolean => clocksOf(line, now)[0]?.state === 'overdue';

/** Overdue legal clocks, then overdue visits, then the soonest; a clock that stands still, a missing reviewer and a hearing that comes too late say so. */
export function nextOf(line: BoardLine, now: Instant): BoardNext {
  const first = clocksOf(line, now)[0] ?? NOTHING;
  if (pressesMore(first)) return first;
  const late = unreviewed(line, now);
  if (late) return { ...late, state: 'likelyLate', lacks: line.review.byCustodyOfficer ? 'no custody officer' : 'no reviewer' };
  if (line.lateHearing) return { key: 'authorityEnds', what: 'Hearing', due: line.lateHearing.ends as Instant, state: 'likelyLate', lacks: 'hearing after the authority ends' };
  return first.state === 'onTime' && standsStill(line, now) ? { ...first, key: 'paused', what: line.clock.pausedReason!, state: 'paused' } : first;
}

/** More than a review without a reviewer: what is late already, and what is inside its warning. */
const pressesMore = (n: BoardNext): boolean => n.state === 'overdue' || (n.state === 'due' && n.key !== 'reviewDue');

/** The review that falls soon and has nobody to hold it. */
const unreviewed = (line: BoardLine, now: Instant): BoardNext | undefined =>
  (line.review.reviewer === null ? clocksOf(line, now).find((c) => c.key === 'reviewDue' && elapsed(now, c.due!) <= LACKS_BEFORE) : undefined);

const standsStill = ({ clock }: BoardLine, now: Instant): boolean => clock.pausedReason !== null && (clock.startsAt === null || clock.startsAt > now);

/** Whose the next duty is; null where nobody's. After charge the custody officer reviews. */
export function postOf(line: BoardLine, next: BoardNext): PostName | null {
  if (next.due === null || next.key === 'paused') return null;
  return next.key === 'reviewDue' && line.review.byCustodyOfficer ? 'custodySergeant' : (QUEUES[next.key] ?? 'custodySergeant');
}

/** The desk's order: legal overdue, overdue visits, then soonest. */
export function deskOrder<T extends BoardLine>(lines: readonly T[], now: Instant): { readonly line: T; readonly next: BoardNext }[] {
  const soonest = (line: T) => ({ due: clocksOf(line, now).toSorted(byDue)[0]?.due ?? null });
  return lines.map((line) => ({ line, next: nextOf(line, now), soonest: soonest(line) }))
    .toSorted((a, b) => rank(a.next) - rank(b.next) || (rank(a.next) < 2 ? byDue(a.next, b.next) : byDue(a.soonest, b.soonest)) || a.line.name.localeCompare(b.line.name)).map(({ line, next }) => ({ line, next }));
}

/** The numbers of the header, from the lines themselves and from nothing else. */
export function deskCounts(lines: readonly BoardLine[], waiting: readonly { readonly arrivedAt: string | null; readonly enRoute: boolean }[], now: Instant): BoardCounts {
  const states = lines.map((line) => nextOf(line, now).state);
  const count = (state: Urgency) => states.filter((s) => s === state).length;
  // Something that presses more comes first, and the hearing is too late all the same.
  const lateHearings = lines.filter((line, n) => line.lateHearing && states[n] !== 'likelyLate').length;
  const here = waiting.filter((w) => !w.enRoute);
  const longest = Math.max(0, ...here.map((w) => (w.arrivedAt ? elapsed(w.arrivedAt as Instant, now) : 0)));
  return { held: lines.length, overdue: count('overdue'), due: count('due'), likelyLate: count('likelyLate') + lateHearings, waiting: here.length, longestWaitMinutes: Math.floor(longest / MINUTE) };
}

const QUIET = 30 * MINUTE;

/** The first clock of all where nothing is due for half an hour: what "all well" tells. */
export function quietUntil<T extends BoardLine>(lines: readonly T[], now: Instant): { readonly line: T; readonly next: BoardNext } | null {
  const timed = deskOrder(lines, now).filter(({ next }) => next.due !== null && next.key !== 'paused');
  return timed.length > 0 && timed.every(({ next }) => next.state === 'onTime' && next.due! >= plus(now, QUIET)) ? timed[0]! : null;
}
