import { custodyRecordKind } from './custody/custody-record/custody-record-kind.ts';
import { dutyRosterKind } from './force/duty-roster/duty-roster-kind.ts';
import { officerKind } from './force/officer/officer-kind.ts';
import { personKind } from './people/person/person-kind.ts';
import type { RecordKind } from './shared/record-kind.ts';

/** Every kind of record Peel keeps. This file alone knows all areas. */
export const RECORD_KINDS: readonly RecordKind[] = [custodyRecordKind, dutyRosterKind, officerKind, personKind].map((kind) => kind as unknown as RecordKind);

/** Those with a process of their own: followed by a workflow, rung, found late by the watchdog. */
export const PROCESS_KINDS: readonly RecordKind[] = RECORD_KINDS.filter((kind) => kind.process);

/** The kind of that name. Throws for an unknown one: routes and queues are made from the same list. */
export function recordKind(name: string): RecordKind {
  const kind = RECORD_KINDS.find((k) => k.kind === name);
  if (!kind) throw new Error(`There is no record kind ${name}`);
  return kind;
}
