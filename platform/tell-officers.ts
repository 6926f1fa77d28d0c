import { randomUUID } from 'node:crypto';
import type { Telling } from '#domain/shared/act';
import { CORRECTED, type CorrectionData, type StoredEvent } from '#domain/shared/event';
import { rulesOf, type RecordKind } from '#domain/shared/record-kind';
import type { Work } from './database.ts';
import { hintAt } from './hints.ts';
import { readEvents } from './record-store.ts';

/**
 * Writes a notice for every officer whom an event concerns by name, and hints their browsers; in the transaction of the act. What
 * a correction makes of an entry is told like the entry itself, but to nobody whom the entry told the same before.
 */
export async function tellOfficers({ trx, now }: Work, kind: RecordKind, recordId: string, events: readonly StoredEvent[]): Promise<void> {
  const history = events.some((e) => e.type === CORRECTED) ? [...(await readEvents(trx, kind, recordId)), ...events] : [];
  const tellings = events.flatMap((e) => (e.type === CORRECTED ? tellingsAnew(kind, history, e) : tellingsOf(kind, e)));
  if (tellings.length === 0) return;
  await trx('work.notification').insert(tellings.map((t) => ({ id: randomUUID(), at: now, task_id: null, record_kind: kind.kind, record_id: recordId, officer_id: t.officerId, title: t.title })));
  await hintAt(trx, ...tellings.map(({ officerId }) => ({ what: 'notice', id: officerId })));
}

const tellingsOf = (kind: RecordKind, event: StoredEvent): readonly Telling[] => rulesOf(kind)[event.type]?.tells?.(event as StoredEvent<string, never>) ?? [];

/** Whom the corrected entry concerns whom neither the entry nor an earlier correction of it told the same. */
function tellingsAnew(kind: RecordKind, history: readonly StoredEvent[], correction: StoredEvent): Telling[] {
  const { corrects } = correction.data as CorrectionData;
  const entry = history.find((e) => e.version === corrects.version && e.n === corrects.n);
  if (!entry) return [];
  const made = (of: StoredEvent): readonly Telling[] => {
    const { becomes } = of.data as CorrectionData;
    return becomes ? tellingsOf(kind, { ...entry, ...becomes }) : [];
  };
  const earlier = history.filter((e) => e.type === CORRECTED && e.version < correction.version && isOf(e.data as CorrectionData, entry));
  const known = [...tellingsOf(kind, entry), ...earlier.flatMap(made)];
  return made(correction).filter((t) => !known.some((k) => k.officerId === t.officerId && k.title === t.title));
}

const isOf = ({ corrects }: CorrectionData, { version, n }: StoredEvent): boolean => corrects.version === version && corrects.n === n;
