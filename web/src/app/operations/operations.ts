/** Operations as the api tells them. */
interface Counted { readonly kind: string; readonly words: string; readonly open: number; readonly counts: readonly { readonly status: string; readonly words: string; readonly count: number }[] }
export interface Operations {
  readonly engine: { readonly up: boolean; readonly why: string };
  readonly relay: { readonly waiting: number; readonly oldestMs: number; readonly failing: number; readonly lastError: string | null };
  readonly processes: readonly { readonly name: string; readonly purpose: string; readonly up: boolean; readonly says: string }[];
  readonly workflows: { readonly agoMs: number; readonly kinds: readonly Counted[] } | null;
  readonly records: readonly Counted[];
  readonly openTasks: number;
  readonly openAlarms: number;
  readonly defects: readonly { readonly id: number; readonly atWall: string; readonly kindWords: string; readonly recordId: string; readonly what: string }[];
  readonly defectsToday: number;
  readonly holds: readonly { readonly id: string; readonly what: 'relay' | 'watchdog' | 'all'; readonly reason: string; readonly heldBy: string; readonly heldAt: string; readonly leftMs: number }[];
  readonly versions: readonly { readonly what: string; readonly version: string }[];
}

export const HELD_WORDS: Readonly<Record<'relay' | 'watchdog' | 'all', string>> = { relay: 'The relay', watchdog: 'The watchdog', all: 'Relay and watchdog' };
