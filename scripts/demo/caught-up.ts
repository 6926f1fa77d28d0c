import type { Session } from './session.ts';

export interface Operations {
  readonly records: readonly { readonly kind: string; readonly status: string; readonly count: number }[];
  readonly relay: { readonly waiting: number };
  readonly processes: readonly { readonly name: string; readonly ageMs: number; readonly detail: { readonly temporal?: string } }[];
  readonly openTasks: number;
  readonly openAlarms: number;
}

export const readOperations = async (admin: Session): Promise<Operations> => (await admin.get<Operations>('/api/operations')).body;

const LOOK = 500;
const LONGEST = 300_000;
/** Looks with no bell waiting and nothing changed, after which every turn has been taken. */
const STILL = 5;
const SILENT_AFTER = 20_000;

const engineRuns = ({ processes }: Operations): boolean => processes.some((p) => p.name === 'relay' && p.ageMs < SILENT_AFTER && p.detail.temporal === 'up');
const settled = (o: Operations): string => JSON.stringify([o.relay.waiting, o.openTasks, o.openAlarms, o.records]);

/** Waits until no bell waits and the workflows' turns change nothing any more. False where the engine is not running, or takes too long. */
export async function engineCaughtUp(admin: Session): Promise<boolean> {
  let [before, still] = ['', 0];
  for (const until = Date.now() + LONGEST; Date.now() < until && still < STILL;) {
    const now = await readOperations(admin);
    if (!engineRuns(now)) return false;
    still = now.relay.waiting === 0 && settled(now) === before ? still + 1 : 0;
    before = settled(now);
    await new Promise((resolve) => { setTimeout(resolve, LOOK); });
  }
  return still >= STILL;
}
