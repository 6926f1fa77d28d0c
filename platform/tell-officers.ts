import { randomUUID } from 'node:crypto';
import type { StoredEvent } from '#domain/shared/event';
import { rulesOf, type RecordKind } from '#domain/shared/record-kind';
import type { Work } from './database.ts';
import { hintAt } from './hints.ts';

/** Writes a notice for every officer whom an event concerns by name, and hints their browsers; in the transaction of the act. */
export async function tellOfficers({ trx, now }: Work, kind: RecordKind, recordId: string, events: readonly StoredEvent[]): Promise<void> {
  const rules = rulesOf(kind);
  const tellings = events.flatMap((e) => rules[e.type]?.tells?.(e as StoredEvent<string, never>) ?? []);
  if (tellings.length === 0) return;
  await trx('work.notification').insert(tellings.map((t) => ({ id: randomUUID(), at: now, task_id: null, record_kind: kind.kind, record_id: recordId, officer_id: t.officerId, title: t.title })));
  await hintAt(trx, ...tellings.map(({ officerId }) => ({ what: 'notice', id: officerId })));
}
