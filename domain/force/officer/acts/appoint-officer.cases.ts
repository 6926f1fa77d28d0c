import { Example, officer, type ActCases } from '../../../shared/example.ts';
import { officerKind } from '../officer-kind.ts';
import type { Officer } from '../officer.ts';

type Career = Example<Officer, object>;
const ADMIN = officer('Ms Frost', 'staff');
const at = '2026-01-05T09:00';
const body = { name: 'Grace Okoro', rank: 'sergeant' };
const named = (o: Career) => o.kind.columns(o.record, {}).short_name;
const ranks = (o: Career) => o.record.ranks.map((r) => [r.rank, r.from, r.to]);

/** CUS-12: the substantive rank is a dated fact. */
export const actCases: ActCases<Career> = { start: () => new Example(officerKind), cases: [
  { it: 'is named by rank', by: ADMIN, at, body, shows: named, as: 'PS Okoro' },
  { it: 'is named without one among police staff', by: ADMIN, at, body: { name: 'Ivor Bell', rank: 'staff' }, shows: named, as: 'Ivor Bell' },
  { it: 'holds the rank from then', by: ADMIN, at, body, shows: ranks, as: [['sergeant', '2026-01-05T09:00:00.000Z', null]] },
  { it: 'is refused twice', given: (o) => o.must('appointOfficer', { by: ADMIN, at, body }), by: ADMIN, at: '2026-01-06T09:00', body, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused in the future', by: ADMIN, at, now: '2026-01-05T08:59:59', body, refused: ['IN_FUTURE'] },
] };
