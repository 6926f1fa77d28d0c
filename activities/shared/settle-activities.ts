import type { OwedStep, Settled } from '#platform/settle-record';

export type { OwedStep };
/** What one turn found: the record's version and phase, how long until something opens or sounds, and the steps the engine owes. */
export type Turn = Settled;

interface SettleDependencies {
  /** Settles one record in one transaction; null where there is no such record. `engineTime` is the workflow's own clock, epoch milliseconds. */
  readonly settle: (kind: string, recordId: string, engineTime: number) => Promise<Settled | null>;
}

const NOTHING_OWED: Turn = { version: 0, phase: 'absent', wakeIn: null, steps: [], ended: true };

/** The turn of every record's workflow. */
export const settleActivities = (dependencies: SettleDependencies) => ({
  /**
   * Writes tasks, alarms and next wake from the locked row, so that running it twice changes nothing. A record that is not there
   * (its opening was rolled back) owes nothing. Errors are the database's own and are tried again.
   */
  settle: async (kind: string, recordId: string, engineTime: number): Promise<Turn> =>
    (await dependencies.settle(kind, recordId, engineTime)) ?? NOTHING_OWED,
});

export type SettleActivities = ReturnType<typeof settleActivities>;
