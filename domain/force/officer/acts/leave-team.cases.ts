import { Example, officer, type ActCases } from '../../../shared/example.ts';
import { officerKind } from '../officer-kind.ts';
import type { Officer } from '../officer.ts';

type Career = Example<Officer, object>;
const ADMIN = officer('Ms Frost', 'staff');
const at = '2026-01-12T09:00';
const body = { teamId: 'cid' };
const member = (o: Career) =>
  o.must('appointOfficer', { by: ADMIN, at: '2026-01-05T09:00', body: { name: 'Grace Okoro', rank: 'sergeant' } }).must('joinTeam', { by: ADMIN, at: '2026-01-06T09:00', body: { ...body, teamName: 'Hale Road CID' } });

/** CUS-11, CUS-13: the membership that was, stays. */
export const actCases: ActCases<Career> = { start: () => new Example(officerKind), cases: [
  { it: 'ends the membership then', given: member, by: ADMIN, at, body, shows: (o) => o.record.teams.map((t) => [t.teamId, t.from, t.to]), as: [['cid', '2026-01-06T09:00:00.000Z', '2026-01-12T09:00:00.000Z']] },
  { it: 'is refused for another team', given: member, by: ADMIN, at, body: { teamId: 'robbery' }, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused before joining', given: member, by: ADMIN, at: '2026-01-06T08:59:59', now: at, body, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused twice', given: (o) => member(o).must('leaveTeam', { by: ADMIN, at, body }), by: ADMIN, at: '2026-01-13T09:00', body, refused: ['OUT_OF_ORDER'] },
] };
