import * as z from 'zod/mini';
import type { SuiteLine } from '../../shared/facts.ts';
import { elapsed, HOUR, MINUTE, type Instant } from '../../shared/time.ts';
import { isOverdue } from './board-next.ts';
import { asKept, type Board } from './columns.ts';
import { waits } from './waiting.ts';

/** The numbers a shift begins with, and nothing of anybody (market: shift-start panel). */
export const shiftStartSchema = z.object({
  held: z.number(), cells: z.number(), overdue: z.number(), waiting: z.number(), longestWaitMinutes: z.number(), onTheWay: z.number(), children: z.number(), closeWatch: z.number(), away: z.number(), reviewsSoon: z.number(), firstReviewAt: z.nullable(z.string()),
});
export type ShiftStart = z.infer<typeof shiftStartSchema>;

const AWAY = ['inHospital', 'withInvestigator', 'inTransit'];
const CLOSE = 3;
const SOON = 2 * HOUR;

/** What the numbers are counted from. */
type Counted = Pick<SuiteLine<Board>, 'status' | 'arrivedAt' | 'board'>;

/** What a shift that begins takes over, by the same lines and the same rule of overdue as the whiteboard. */
export function shiftStart(stored: readonly Counted[], cells: number, now: Instant): ShiftStart {
  const lines = stored.map((l) => ({ ...l, board: asKept(l.board) }));
  const waiting = lines.filter((l) => waits(l.status, l.board.unlawfulFrom, now));
  const held = lines.filter((l) => !waiting.includes(l));
  const arrived = waiting.filter((l) => l.status === 'arrived');
  const reviews = held.flatMap(({ board }) => (board.review ? [board.review.due] : [])).filter((due) => due >= now && elapsed(now, due) <= SOON).toSorted();
  return {
    held: held.length, cells, overdue: held.filter((l) => isOverdue(l.board, now)).length, waiting: arrived.length, onTheWay: lines.length - held.length - arrived.length,
    longestWaitMinutes: Math.floor(Math.max(0, ...arrived.map((l) => (l.arrivedAt ? elapsed(l.arrivedAt, now) : 0))) / MINUTE), children: held.filter((l) => l.board.child).length,
    closeWatch: held.filter((l) => (l.board.visit.level ?? 0) >= CLOSE).length, away: held.filter((l) => AWAY.includes(l.status)).length, reviewsSoon: reviews.length, firstReviewAt: reviews[0] ?? null,
  };
}
