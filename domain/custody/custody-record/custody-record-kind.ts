import type { RecordKind } from '../../shared/record-kind.ts';
import { when } from '../../shared/refusal.ts';
import { CUSTODY_ACTS } from './acts.ts';
import { breaches } from './breaches.ts';
import { columns, title } from './columns.ts';
import { deadlines } from './deadlines.ts';
import { CUSTODY_LAW, type CustodyLaw } from './limits.ts';
import { involved } from './independence.ts';
import { met } from './met.ts';
import { obligations } from './obligations.ts';
import { deskOf, hasEnded, NO_RECORD, type CustodyRecord } from './record.ts';
import { refusal } from './refusals.ts';

/** The custody record (Code C 2): its acts, its fold, what it owes. */
export const custodyRecordKind: RecordKind<CustodyRecord, CustodyLaw> = {
  kind: 'custody-record', area: 'custody', process: true, subject: 'CustodyRecord', shape: 7, empty: NO_RECORD, law: CUSTODY_LAW, acts: CUSTODY_ACTS,
  phase: (record) => record.phase, ended: hasEnded, scope: (record) => ({ stationId: deskOf(record), teamId: record.investigation.teamId, restricted: record.restricted }),
  conflict: (record, officer) => when(involved(record, officer), refusal('CONFLICT_OF_ROLE', { law: 'PACE s.36(5), s.40(1)', message: `${officer.shortName} is on the investigation team. Who made the decision corrects it, or an officer who is not directly involved.` })),
  deadlines, obligations, met, breaches, columns, title,
};
