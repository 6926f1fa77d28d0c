import { Example, officer, type ActCases } from '../../../shared/example.ts';
import { officerKind } from '../officer-kind.ts';
import type { Officer } from '../officer.ts';

type Career = Example<Officer, object>;
const ADMIN = officer('Ms Frost', 'staff');
const at = '2026-01-12T09:00';
const body = { teamId: 'cid', teamName: 'Hale Road CID' };
const appointed = (o: Career) => o.must('appointOfficer', { by: ADMIN, at: '2026-01-05T09:00', body: { name: 'Grace Okoro', rank: 'sergeant' } });
const member = (o: Career) => appointed(o).must('joinTeam', { by: ADMIN, at: '2026-01-06T09:00', body });
const left = (o: Career) => member(o).must('leaveTeam', { by: ADMIN, at: '2026-01-08T09:00', body: { teamId: 'cid' } });
const teams = (o: Career) => o.record.teams.map((t) => [t.teamId, t.from, t.to]);

/** CUS-11, CUS-13: membership is a dated fact. */
export const actCases: ActCases<Career> = { start: () => new Example(officerKind), cases: [
  { it: 'is a member from then', given: appointed, by: ADMIN, at, body, shows: teams, as: [['cid', '2026-01-12T09:00:00.000Z', null]] },
  { it: 'may be of two teams', given: member, by: ADMIN, at, body: { teamId: 'robbery', teamName: 'Robbery' }, shows: (o) => o.record.teams.map((t) => t.teamId), as: ['cid', 'robbery'] },
  { it: 'may come back after leaving', given: left, by: ADMIN, at, body, shows: teams, as: [['cid', '2026-01-06T09:00:00.000Z', '2026-01-08T09:00:00.000Z'], ['cid', '2026-01-12T09:00:00.000Z', null]] },
  { it: 'is refused to a member', given: member, by: ADMIN, at, body, refused: ['OUT_OF_ORDER'] },
] };
