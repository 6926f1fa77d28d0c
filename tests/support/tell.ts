import type { NewEvent, StoredEvent } from '#domain/shared/event';
import { fold } from '#domain/shared/record-kind';
import { recordKind } from '#domain/records';
import { asSystem, type Database } from '#platform/database';
import { announce } from '#platform/outbox';
import { lockRow, writeRecord } from '#platform/record-store';
import { settleDuties } from '#platform/settle-record';

/**
 * Writes events into a custody record at the platform's now, in one transaction with tasks and bell, as an act would; who may
 * do it and whether the law allows it is not asked. Opens the record where there is none. Answers its version.
 */
export async function tell(db: Database, recordId: string, ...events: readonly NewEvent[]): Promise<number> {
  const kind = recordKind('custody-record');
  return asSystem(db, async ({ trx, now }) => {
    const row = await lockRow(trx, kind, recordId);
    const version = (row?.version ?? 0) + 1;
    const stored = events.map((e, n): StoredEvent => ({ recordId, version, n, type: e.type, data: e.data, actor: 'test', actorName: 'PS Okoro', occurredAt: e.occurredAt ?? now, recordedAt: now }));
    const { state } = fold(kind, stored, row?.state ?? kind.empty);
    await writeRecord(trx, kind, { id: recordId, version, state, now, lastOccurredAt: now, events: stored, opens: row === null });
    await settleDuties(trx, kind, { id: recordId, state }, now);
    await announce(trx, kind, recordId, kind.scope(state).stationId);
    return version;
  });
}
