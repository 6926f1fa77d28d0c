import { Example, officer, type ActCases } from '../../../shared/example.ts';
import { officerKind } from '../officer-kind.ts';
import type { Officer } from '../officer.ts';

type Career = Example<Officer, object>;
const ADMIN = officer('Ms Frost', 'staff');
const at = '2026-01-12T09:00';
const appointed = (o: Career) => o.must('appointOfficer', { by: ADMIN, at: '2026-01-05T09:00', body: { name: 'Grace Okoro', rank: 'sergeant' } });
const ranks = (o: Career) => o.record.ranks.map((r) => [r.rank, r.from, r.to]);

/** CUS-12: every rank with its own time, the old one kept. */
export const actCases: ActCases<Career> = { start: () => new Example(officerKind), cases: [
  { it: 'is named by the new rank', given: appointed, by: ADMIN, at, body: { rank: 'inspector' }, shows: (o) => o.kind.columns(o.record, {}).short_name, as: 'Insp Okoro' },
  { it: 'keeps the old rank to that instant', given: appointed, by: ADMIN, at, body: { rank: 'inspector' }, shows: ranks, as: [['sergeant', '2026-01-05T09:00:00.000Z', '2026-01-12T09:00:00.000Z'], ['inspector', '2026-01-12T09:00:00.000Z', null]] },
  { it: 'is not entered by the officer it is for', given: appointed, by: officer('example', 'sergeant'), at, body: { rank: 'inspector' }, refused: ['OWN_RANK'] },
  { it: 'is refused before the appointment', given: appointed, by: ADMIN, at: '2026-01-05T08:59:59', now: at, body: { rank: 'inspector' }, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused to one never appointed', by: ADMIN, at, body: { rank: 'inspector' }, refused: ['OUT_OF_ORDER'] },
] };
