import { Client, Connection } from '@temporalio/client';
import { defineSearchAttributeKey, TypedSearchAttributes, type DataConverter } from '@temporalio/common';
import messages from '@temporalio/proto';
import type { NativeConnection } from '@temporalio/worker';
import type { RecordKind } from '#domain/shared/record-kind';
import type { Config } from './config.ts';
import { payloadCodec, readKeyRing } from './payload-codec.ts';

/** Search attribute of every workflow: the kind of record it follows. */
export const RECORD_KIND = defineSearchAttributeKey('RecordKind', 'KEYWORD');
const FORCE = defineSearchAttributeKey('Force', 'KEYWORD');
/** The force this installation serves. */
const THIS_FORCE = 'metropolitan';
const ALREADY_THERE = 6; // gRPC ALREADY_EXISTS

export const temporalAddress = (config: Config): string => config.TEMPORAL_ADDRESS ?? '127.0.0.1:7233';

/** `custody-record:<uuid>`: opaque, and the same for every run of the record's life. */
export const workflowId = (kind: RecordKind, recordId: string): string => `${kind.kind}:${recordId}`;
/** `custody-record` → `custodyRecordWorkflow` */
export const workflowType = (kind: RecordKind): string => `${kind.kind.replace(/-(.)/g, (_, c: string) => c.toUpperCase())}Workflow`;
export const taskQueue = (kind: RecordKind): string => kind.area;

/** Path of the failure converter, which the workflow bundle needs as well. */
export const FAILURE_CONVERTER = new URL('./failure-converter.ts', import.meta.url).pathname;

/** Client and worker share it: payloads and failures are sealed before they leave Peel. */
export const dataConverter = (config: Config): DataConverter => ({ payloadCodecs: [payloadCodec(readKeyRing(config))], failureConverterPath: FAILURE_CONVERTER });

export interface Engine {
  readonly client: Client;
  readonly connection: Connection;
  readonly close: () => Promise<void>;
}

/** A client that needs no server to be there yet; it looks again every few seconds (grpc's own way waits two minutes). */
export function connectEngine(config: Config): Engine {
  const connection = Connection.lazy({
    address: temporalAddress(config),
    channelArgs: { 'grpc.initial_reconnect_backoff_ms': 250, 'grpc.min_reconnect_backoff_ms': 250, 'grpc.max_reconnect_backoff_ms': 2_000 },
  });
  const client = new Client({ connection, namespace: config.TEMPORAL_NAMESPACE, dataConverter: dataConverter(config) });
  return { client, connection, close: () => connection.close() };
}

/** Rings a record's workflow, starting it where none runs. `deadline` in milliseconds of wall time from now; throws where the server does not answer. */
export async function ringWorkflow({ client, connection }: Pick<Engine, 'client' | 'connection'>, kind: RecordKind, recordId: string, deadline: number): Promise<void> {
  await connection.withDeadline(Date.now() + deadline, () => client.workflow.signalWithStart(workflowType(kind), {
    workflowId: workflowId(kind, recordId), taskQueue: taskQueue(kind), args: [{ recordId }], signal: 'bell', signalArgs: [],
    workflowIdReusePolicy: 'ALLOW_DUPLICATE', workflowIdConflictPolicy: 'USE_EXISTING',
    typedSearchAttributes: new TypedSearchAttributes([{ key: RECORD_KIND, value: kind.kind }, { key: FORCE, value: THIS_FORCE }]),
  }));
}

/** The server's namespace by its own id: another id means a server that knows none of our workflows. Throws where it does not answer. */
export async function namespaceId(connection: Connection | NativeConnection, config: Config, deadline: number): Promise<string> {
  const answer = await connection.withDeadline(Date.now() + deadline, () => connection.workflowService.describeNamespace({ namespace: config.TEMPORAL_NAMESPACE }));
  return answer.namespaceInfo?.id ?? '';
}

/** Declares our search attributes; a server that has them already is left alone. */
export async function declareSearchAttributes(engine: Engine, config: Config): Promise<void> {
  const { connection } = engine;
  const { INDEXED_VALUE_TYPE_KEYWORD } = messages.temporal.api.enums.v1.IndexedValueType;
  try {
    await connection.withDeadline(Date.now() + 10_000, () => connection.operatorService.addSearchAttributes({
      namespace: config.TEMPORAL_NAMESPACE, searchAttributes: { [RECORD_KIND.name]: INDEXED_VALUE_TYPE_KEYWORD, [FORCE.name]: INDEXED_VALUE_TYPE_KEYWORD },
    }));
  } catch (error) {
    if ((error as { code?: number }).code !== ALREADY_THERE) throw error;
  }
}
