import type { Session } from './session.ts';

interface Counted { readonly status: string; readonly count: number }
interface Answer {
  readonly engine: { readonly up: boolean };
  readonly records: readonly { readonly kind: string; readonly counts: readonly Counted[] }[];
  readonly relay: { readonly waiting: number };
  readonly openTasks: number;
  readonly openAlarms: number;
}

/** What the operations page knows, as far as the load asks. */
export interface Operations {
  readonly engineUp: boolean;
  readonly waiting: number;
  readonly openTasks: number;
  readonly openAlarms: number;
  /** Custody records by status. */
  readonly records: readonly Counted[];
}

export async function readOperations(admin: Session): Promise<Operations> {
  const { body } = await admin.get<Answer>('/api/operations');
  const records = body.records.filter((r) => r.kind === 'custody-record').flatMap((r) => r.counts).map(({ status, count }) => ({ status, count }));
  return { engineUp: body.engine.up, waiting: body.relay.waiting, openTasks: body.openTasks, openAlarms: body.openAlarms, records };
}

const LOOK = 500;
const LONGEST = 300_000;
/** Looks with no bell waiting and nothing changed, after which every turn has been taken. */
const STILL = 5;

/** Waits until no bell waits and the workflows' turns change nothing any more. False where the engine is not running, or takes too long. */
export async function engineCaughtUp(admin: Session): Promise<boolean> {
  let [before, still] = ['', 0];
  for (const until = Date.now() + LONGEST; Date.now() < until && still < STILL;) {
    const now = await readOperations(admin);
    if (!now.engineUp) return false;
    const seen = JSON.stringify(now);
    still = now.waiting === 0 && seen === before ? still + 1 : 0;
    before = seen;
    await new Promise((resolve) => { setTimeout(resolve, LOOK); });
  }
  return still >= STILL;
}
