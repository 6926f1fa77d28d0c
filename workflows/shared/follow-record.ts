import {
  ActivityFailure, CancellationScope, condition, continueAsNew, defineSignal, proxyLocalActivities, rootCause, setHandler, workflowInfo,
} from '@temporalio/workflow';
import type { NewEvent } from '#domain/shared/event';
import type { Refusal } from '#domain/shared/refusal';
import type { OwedStep, SettleActivities, Turn } from '../../activities/shared/settle-activities.ts';
import type { StepActivities } from '../../activities/shared/step-activities.ts';

/** Rung whenever the record may have changed: it carries nothing, the workflow reads the record. */
const bellSignal = defineSignal('bell');

export interface Followed { readonly recordId: string }

/** One thing the engine does by itself. `refusals`: it could not, and people take it over. */
export type Step = (recordId: string, owed: OwedStep) => Promise<StepOutcome>;
type StepOutcome = { readonly events: readonly NewEvent[] } | { readonly refusals: readonly Pick<Refusal, 'message'>[] };

export interface Process {
  readonly kind: string;
  /** The steps of each phase of the record's life. */
  readonly phases: Readonly<Record<string, Readonly<Record<string, Step>>>>;
}

const DAY = 24 * 60 * 60 * 1_000;
const LONGEST_RUN = 30 * DAY;
const MOST_EVENTS = 500;
const LONGEST_PATIENCE = 15_000;

const { settle, noteTry } = proxyLocalActivities<SettleActivities & StepActivities>({
  startToCloseTimeout: '5 s', localRetryThreshold: '5 s', retry: { initialInterval: '200 ms', backoffCoefficient: 2, maximumInterval: '1 min' },
});

/**
 * Follows one record for as long as it lives: settle it, start the steps it owes, sleep until the next wake or the next bell. It
 * ends with the record and never fails; an activity of ours is tried until the database answers.
 */
export async function followRecord({ recordId }: Followed, process: Process): Promise<void> {
  const running = new Set<string>();
  const tried = new Map<string, number>();
  const atLeast = patience();
  let rung = false;
  setHandler(bellSignal, () => { rung = true; });
  const start = (owed: OwedStep, phase: string): void => {
    running.add(owed.key);
    tried.set(owed.key, owed.version);
    void take(recordId, process, phase, owed).then(() => { running.delete(owed.key); rung = true; });
  };
  await CancellationScope.nonCancellable(async () => {
    for (;;) {
      rung = false;
      const turn = await settle(process.kind, recordId, Date.now());
      turn.steps.filter((owed) => !running.has(owed.key) && (tried.get(owed.key) ?? 0) < owed.version).forEach((owed) => start(owed, turn.phase));
      const idle = running.size === 0;
      if (rung) continue;
      if (idle && turn.ended) return;
      if (idle && isLong()) await continueAsNew({ recordId });
      await condition(() => rung, Math.max(atLeast(turn), restFor(turn, idle)));
    }
  });
}

/** The least rest, milliseconds: a clock that stands still names the same wake again and again, and is asked less and less often. */
function patience(): (turn: Turn) => number {
  let last: number | null = null;
  let same = 0;
  return ({ wakeIn }) => {
    same = wakeIn !== null && wakeIn === last ? same + 1 : 0;
    last = wakeIn;
    return same === 0 ? 0 : Math.min(500 * 2 ** same, LONGEST_PATIENCE);
  };
}

function isLong(): boolean {
  const { historyLength, continueAsNewSuggested } = workflowInfo();
  return continueAsNewSuggested || historyLength > MOST_EVENTS || age() >= LONGEST_RUN;
}

const age = (): number => Date.now() - workflowInfo().runStartTime.getTime();

/** Milliseconds until the next turn; an idle run turns once more when it has grown long, to continue as new. */
function restFor(turn: Turn, idle: boolean): number {
  const wakeIn = turn.wakeIn ?? LONGEST_RUN;
  return idle ? Math.min(wakeIn, LONGEST_RUN - age()) : wakeIn;
}

async function take(recordId: string, process: Process, phase: string, owed: OwedStep): Promise<void> {
  const outcome = await tryStep(process.phases[phase]?.[owed.name], recordId, owed);
  if ('refusals' in outcome) await noteTry({ kind: process.kind, recordId, step: owed, outcome: outcome.refusals.map((r) => r.message).join(' ') });
}

async function tryStep(step: Step | undefined, recordId: string, owed: OwedStep): Promise<StepOutcome> {
  if (!step) return { refusals: [{ message: 'Peel cannot do this by itself at this stage of the record.' }] };
  try {
    return await step(recordId, owed);
  } catch (error) {
    if (!(error instanceof ActivityFailure)) throw error;
    return { refusals: [{ message: `Peel tried and could not: ${rootCause(error) ?? 'no answer came'}.` }] };
  }
}
