import type { Client } from '@temporalio/client';
import { randomUUID } from 'node:crypto';

const MOST_SKIPS = 10_000;

/**
 * Moves one workflow's own clock forward by `milliseconds`: the server fires its timers at once, in order, and stops there. It
 * waits while an activity runs. Throws where the workflow ended before.
 */
export async function forward(client: Client, workflowId: string, milliseconds: number): Promise<void> {
  const { workflowService, options: { namespace } } = client as Client & { options: { namespace: string } };
  const id = randomUUID();
  await workflowService.updateWorkflowExecutionOptions({
    namespace, workflowExecution: { workflowId },
    workflowExecutionOptions: {
      timeSkippingConfig: {
        enabled: true, maxSessionSkipCount: MOST_SKIPS,
        fastForwardConfig: { id, duration: { seconds: Math.floor(milliseconds / 1_000) as never, nanos: (milliseconds % 1_000) * 1_000_000 } },
      },
    },
    updateMask: { paths: ['time_skipping_config'] },
  });
  await workflowService.pollWorkflowExecutionTimeSkipping({ namespace, workflowExecution: { workflowId }, fastForwardId: id });
}
