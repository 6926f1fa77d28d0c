import type { ClockLine } from '#domain/custody/custody-record/board-words';
import type { BoardLine } from '#domain/custody/custody-record/board-next';
import type { Instant } from '#domain/shared/time';

/** A row of the whiteboard as the api tells it; what comes next is judged again each second by the domain's own rule. */
export interface BoardRow extends BoardLine {
  readonly recordId: string; readonly custodyNumber: string; readonly name: string; readonly age: number | null; readonly markers: readonly string[]; readonly location: string; readonly phase: string;
  readonly clock: ClockLine & BoardLine['clock'] & { readonly endsWhat: string };
  readonly review: BoardLine['review'] & { readonly n: number; readonly asap: boolean };
  readonly visit: { readonly level: number | null; readonly rouse: boolean; readonly due: Instant | null };
  readonly owed: readonly { readonly words: string; readonly since: Instant; readonly post: string }[];
  readonly doneLate: readonly { readonly kind: string; readonly words: string; readonly doneAt: Instant; readonly byMs: number }[];
  readonly plan: string; readonly officer: string; readonly mine: boolean; readonly unlawfulFrom: { readonly at: string; readonly text: string } | null; readonly offences: readonly string[];
}
export interface Waiting { readonly recordId: string; readonly name: string; readonly officer: string; readonly arrivedAt: Instant | null; readonly onTheWaySince: Instant | null; readonly enRoute: boolean; readonly note: string }
export interface Station { readonly id: string; readonly name: string }
export interface Whiteboard {
  readonly now: Instant; readonly station: Station | null; readonly stations: readonly Station[]; readonly custodyOfficer: { readonly shortName: string; readonly holding: number } | null;
  readonly rows: readonly BoardRow[]; readonly waiting: readonly Waiting[];
}
