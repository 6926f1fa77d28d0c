import { clockTime } from '../../shared/local-time.ts';
import { brief, elapsed, HOUR, type Instant } from '../../shared/time.ts';

/** The clock of one line as a reader has it: counted up to `countedAt`, and on from there while it runs. */
export interface ClockLine {
  readonly relevantTime: string | null;
  readonly countedMs: number;
  readonly countedAt: string | null;
  readonly running: boolean;
  readonly startsAt: string | null;
  readonly pausedWhy: string | null;
  readonly ofMs: number;
  readonly ends: string | null;
  readonly noClock: string | null;
}

/** Milliseconds counted at `now`; a clock that was to start later has begun by itself. */
export function countedNow(clock: ClockLine, now: Instant): number {
  const from = clock.running ? clock.countedAt : clock.startsAt;
  return from === null || now <= from ? clock.countedMs : clock.countedMs + elapsed(from as Instant, now);
}

const QUARTERS = ['◔', '◑', '◕', '●'] as const;
const SAID = ['a quarter', 'half', 'three quarters', 'all'] as const;

/** How much of the hours is used, to the nearest quarter and never less than one: shape and words; null where nothing limits it. */
export function quarterUsed(clock: ClockLine, now: Instant): { readonly glyph: string; readonly words: string } | null {
  if (clock.ofMs <= 0 || clock.relevantTime === null || clock.noClock !== null) return null;
  const quarter = Math.min(4, Math.max(1, Math.round((countedNow(clock, now) / clock.ofMs) * 4))) - 1;
  return { glyph: QUARTERS[quarter]!, words: `about ${SAID[quarter]!} of ${clock.ofMs / HOUR} h used` };
}

/** `13 h 02`, `5 h 30 used, 18 h 30 left`, or why no clock runs: before the glyph. */
export function clockWords(clock: ClockLine, now: Instant): string {
  if (clock.noClock !== null) return clock.noClock === 'charged' ? 'Charged: no s.41 clock' : `No PACE clock: ${clock.noClock}`;
  if (clock.relevantTime === null) return 'Clock not started';
  if (now < clock.relevantTime) return `Starts ${clockTime(clock.relevantTime as Instant)}`;
  const used = countedNow(clock, now);
  return stands(clock, now) ? `${brief(used)} used, ${brief(Math.max(0, clock.ofMs - used))} left` : brief(used);
}

const stands = (clock: ClockLine, now: Instant): boolean => clock.pausedWhy !== null && !clock.running && (clock.startsAt === null || clock.startsAt > now);
