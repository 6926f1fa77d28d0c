import { Pipe, type PipeTransform } from '@angular/core';
import { clockBeside, clockNear, clockTime, fullTime } from '#domain/shared/local-time';
import { brief, duration, elapsed, type Instant } from '#domain/shared/time';

/** `20:40`; with `now`, the day beside it where it is another. */
@Pipe({ name: 'clock' })
export class ClockPipe implements PipeTransform {
  transform(at: string | null, now?: Instant): string {
    if (!at) return '';
    return now ? clockNear(at as Instant, now) : clockTime(at as Instant);
  }
}
/** `20:40`; `20:40 Wed 17 Dec` where the desk's date is another by now: what is to be done by then is never read as today's. */
@Pipe({ name: 'beside' })
export class BesidePipe implements PipeTransform { transform(at: string, now: Instant): string { return clockBeside(at as Instant, now); } }
/** `20:40 Wed 17 Dec GMT` */
@Pipe({ name: 'full' })
export class FullTimePipe implements PipeTransform { transform(at: string | null): string { return at ? fullTime(at as Instant) : ''; } }
/** How long from one instant to another: `1 h 10 min`. */
@Pipe({ name: 'since' })
export class SincePipe implements PipeTransform { transform(from: string, now: Instant): string { return duration(Math.max(0, elapsed(from as Instant, now))); } }
/** As `since`, where a line has no room: `1 h 10`. */
@Pipe({ name: 'age' })
export class AgePipe implements PipeTransform { transform(from: string, now: Instant): string { return brief(Math.max(0, elapsed(from as Instant, now))); } }
/** Milliseconds as a person reads them. */
@Pipe({ name: 'span' })
export class SpanPipe implements PipeTransform { transform(ms: number): string { return duration(ms); } }
