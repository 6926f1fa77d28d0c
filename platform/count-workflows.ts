import { PROCESS_KINDS } from '#domain/records';
import { RECORD_KIND, type Engine } from './temporal.ts';

/** How many runs of one kind's workflow Temporal holds in one state, closed ones for as long as it keeps them. */
interface WorkflowCount { readonly kind: string; readonly status: string; readonly count: number }

/** What the Temporal server last said of itself; written by the relay, so that the api never talks to it. */
export interface ServerState { readonly serverVersion: string; readonly workflows: readonly WorkflowCount[] }

/** Asks the server for its version and for the runs of every kind by state. Throws where it does not answer within `deadline` milliseconds. */
export async function countWorkflows({ client, connection }: Pick<Engine, 'client' | 'connection'>, deadline: number): Promise<ServerState> {
  return connection.withDeadline(Date.now() + deadline, async () => {
    const { serverVersion } = await connection.workflowService.getSystemInfo({});
    const kinds = PROCESS_KINDS.map((k) => k.kind);
    const workflows = await Promise.all(kinds.map(async (kind) => {
      const { groups } = await client.workflow.count(`${RECORD_KIND.name} = '${kind}' GROUP BY ExecutionStatus`);
      return groups.map(({ count, groupValues }) => ({ kind, status: String(groupValues[0]), count }));
    }));
    return { serverVersion, workflows: workflows.flat() };
  });
}
