import { recordKind } from '#domain/records';
import { asSystem, type Database } from '#platform/database';
import { hint } from '#platform/outbox';
import { lockRow } from '#platform/record-store';
import type { OwedStep } from '#platform/settle-record';
import { appendTaskEntry } from '#platform/task-history';

export interface StepTry {
  readonly kind: string;
  readonly recordId: string;
  readonly step: OwedStep;
  /** Plain words for the person who takes it over: `The court has no sitting before 16:20.` */
  readonly outcome: string;
}

/** How the engine's tries stand on their tasks. */
export const stepActivities = (dependencies: { readonly db: Database }) => ({
  /** Writes a try that did not succeed on its task, which moves it to people's queue until the record's next version. One that people closed meanwhile keeps it in its history, where they read what came too late. Once per version. */
  noteTry: async ({ kind: name, recordId, step, outcome }: StepTry): Promise<void> => {
    const kind = recordKind(name);
    await asSystem(dependencies.db, async ({ trx }) => {
      const row = await lockRow(trx, kind, recordId);
      if (!row) return;
      const noted = await trx('work.task').where({ id: step.taskId }).where('step_version', '<', step.version).update({
        step_version: step.version, step_tries: trx.raw('step_tries + 1'), step_outcome: outcome, revision: trx.raw('revision + 1'),
      });
      if (noted === 0) return;
      await appendTaskEntry(trx, step.taskId, { at: row.now, what: 'tried', detail: { step: step.name, version: step.version, outcome } });
      await hint(trx, kind, recordId, kind.scope(row.state).stationId);
    });
  },
});

export type StepActivities = ReturnType<typeof stepActivities>;
