import { Example, officer, type ActCases } from '../../../shared/example.ts';
import { dutyRosterKind } from '../duty-roster-kind.ts';
import type { DutyRoster } from '../duty-roster.ts';

type Roster = Example<DutyRoster, object>;
const ADMIN = officer('40000000-0000-4000-8000-000000000001', 'staff');
const OKORO = officer('40000000-0000-4000-8000-000000000002', 'sergeant');
const at = '2026-01-12T09:00';
const facts = { officers: { [OKORO.id]: OKORO, [ADMIN.id]: ADMIN } };
const body = { officerId: OKORO.id, post: 'custodySergeant', from: '2026-01-12T10:00', to: '2026-01-12T18:00' };
const given = (r: Roster) => r.must('openStation', { by: ADMIN, at: '2026-01-05T09:00', body: { name: 'Hale Road', code: 'HR', area: 'Metropolitan', designated: true, cells: ['1', '2'], forceCode: '01' } });
const posts = (r: Roster) => r.record.posts.map((p) => [p.officerId, p.post, p.from, p.to, p.withdrawnAt]);

/** CUS-10, CUS-14: a post by shift, or until withdrawn. */
export const actCases: ActCases<Roster> = { start: () => new Example(dutyRosterKind), cases: [
  { it: 'is held for the shift', given, by: ADMIN, at, facts, body, shows: posts, as: [[OKORO.id, 'custodySergeant', '2026-01-12T10:00:00.000Z', '2026-01-12T18:00:00.000Z', null]] },
  { it: 'is held until withdrawn without an end', given, by: ADMIN, at, facts, body: { ...body, to: null }, shows: posts, as: [[OKORO.id, 'custodySergeant', '2026-01-12T10:00:00.000Z', null, null]] },
  { it: 'is refused where it ends as it begins', given, by: ADMIN, at, facts, body: { ...body, to: body.from }, refused: ['WINDOW_REQUIRED'] },
  { it: 'may last a second', given, by: ADMIN, at, facts, body: { ...body, to: '2026-01-12T10:00:01' } },
  { it: 'is refused to oneself', given, by: ADMIN, at, facts, body: { ...body, officerId: ADMIN.id }, refused: ['OWN_POST'] },
  { it: 'is refused to an officer nobody knows', given, by: ADMIN, at, facts: {}, body, refused: ['OFFICER_UNKNOWN'] },
  { it: 'is refused with every reason at once', given, by: ADMIN, at, facts: {}, body: { ...body, officerId: ADMIN.id, to: body.from }, refused: ['OFFICER_UNKNOWN', 'OWN_POST', 'WINDOW_REQUIRED'] },
] };
