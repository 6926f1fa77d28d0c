import { randomUUID } from 'node:crypto';
import { validate as isUuid } from 'uuid';
import type { Telling } from '#domain/shared/act';
import { isDecision } from '#domain/shared/decide-correction';
import { CORRECTED, type CorrectionData, type StoredEvent } from '#domain/shared/event';
import { fullTime } from '#domain/shared/local-time';
import { rulesOf, type RecordKind } from '#domain/shared/record-kind';
import type { Work } from './database.ts';
import { hintAt } from './hints.ts';
import { readEvents } from './record-store.ts';

/**
 * Writes a notice for every officer whom an event concerns by name, and hints their browsers; in the transaction of the act. What
 * a correction makes of an entry is told like the entry itself, but to nobody whom it told the same before; whom it concerns no more is told that.
 */
export async function tellOfficers({ trx, now }: Work, kind: RecordKind, recordId: string, events: readonly StoredEvent[]): Promise<void> {
  const history = events.some((e) => e.type === CORRECTED) ? [...(await readEvents(trx, kind, recordId)), ...events] : [];
  const tellings = events.flatMap((e) => (e.type === CORRECTED ? tellingsAnew(kind, history, e) : tellingsOf(kind, e)));
  if (tellings.length === 0) return;
  await trx('work.notification').insert(tellings.map((t) => ({ id: randomUUID(), at: now, task_id: null, record_kind: kind.kind, record_id: recordId, officer_id: t.officerId, title: t.title })));
  await hintAt(trx, ...tellings.map(({ officerId }) => ({ what: 'notice', id: officerId })));
}

const tellingsOf = (kind: RecordKind, event: StoredEvent): readonly Telling[] => rulesOf(kind)[event.type]?.tells?.(event as StoredEvent<string, never>) ?? [];

/** What the correction changes of whom the entry concerns: who is named anew, and who was named and is no longer. */
function tellingsAnew(kind: RecordKind, history: readonly StoredEvent[], correction: StoredEvent): Telling[] {
  const { corrects } = correction.data as CorrectionData;
  const entry = history.find((e) => e.version === corrects.version && e.n === corrects.n);
  if (!entry) return [];
  const made = (of: StoredEvent): readonly Telling[] => {
    const { becomes } = of.data as CorrectionData;
    return becomes ? tellingsOf(kind, { ...entry, ...becomes }) : [];
  };
  const earlier = history.findLast((e) => e.type === CORRECTED && e.version < correction.version && isOf(e.data as CorrectionData, entry));
  const [known, now] = [earlier ? made(earlier) : tellingsOf(kind, entry), made(correction)];
  return [
    ...madeByAnother(kind, entry, correction), ...now.filter((t) => !known.some((k) => k.officerId === t.officerId && k.title === t.title)),
    ...known.filter((k) => !now.some((t) => t.officerId === k.officerId)).map((k) => ({ ...k, title: `Corrected, and true no longer: ${k.title}` })),
  ];
}

/** Whoever made a decision hears by name that another corrected it or struck it out. */
function madeByAnother(kind: RecordKind, entry: StoredEvent, correction: StoredEvent): Telling[] {
  const act = kind.acts.find((a) => entry.type in a.events);
  if (!act || !isDecision(act) || entry.n > 0 || !isUuid(entry.actor) || entry.actor === correction.actor) return [];
  const did = (correction.data as CorrectionData).becomes ? 'corrected' : 'struck out';
  return [{ officerId: entry.actor, title: `${correction.actorName} ${did} what you recorded for ${fullTime(entry.occurredAt)}: ${act.label}` }];
}

const isOf = ({ corrects }: CorrectionData, { version, n }: StoredEvent): boolean => corrects.version === version && corrects.n === n;
