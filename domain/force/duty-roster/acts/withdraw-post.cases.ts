import { Example, officer, type ActCases } from '../../../shared/example.ts';
import { dutyRosterKind } from '../duty-roster-kind.ts';
import type { DutyRoster } from '../duty-roster.ts';

type Roster = Example<DutyRoster, object>;
const ADMIN = officer('40000000-0000-4000-8000-000000000001', 'staff');
const OKORO = officer('40000000-0000-4000-8000-000000000002', 'sergeant');
const at = '2026-01-12T12:00';
const body = { officerId: OKORO.id, post: 'custodySergeant', reason: 'Complaint under inquiry' };
const station = (r: Roster) => r.must('openStation', { by: ADMIN, at: '2026-01-05T09:00', body: { name: 'Hale Road', code: 'HR', area: 'Metropolitan', designated: true, cells: ['1', '2'], forceCode: '01' } });
const assigned = (to: string | null) => (r: Roster) =>
  station(r).must('assignPost', { by: ADMIN, at: '2026-01-12T09:00', facts: { officers: { [OKORO.id]: OKORO } }, body: { officerId: OKORO.id, post: 'custodySergeant', from: '2026-01-12T10:00', to } });
const shift = assigned('2026-01-12T18:00');
const takeOver = (r: Roster) => r.what('takeOverCustodyPost', { by: OKORO, at: '2026-01-12T12:00:01' }).outcome;

/** CUS-10: a post taken away ends at once; the clock's own end needs nobody. */
export const actCases: ActCases<Roster> = { start: () => new Example(dutyRosterKind), cases: [
  { it: 'ends the post then', given: shift, by: ADMIN, at, body, shows: (r) => r.record.posts.map((p) => p.withdrawnAt), as: ['2026-01-12T12:00:00.000Z'] },
  { it: 'leaves them unable to take over as custody officer', given: shift, by: ADMIN, at, body, shows: takeOver, as: 'refused' },
  { it: 'ends a post without an end', given: assigned(null), by: ADMIN, at: '2026-03-01T12:00', body, shows: (r) => r.record.posts.map((p) => p.withdrawnAt), as: ['2026-03-01T12:00:00.000Z'] },
  { it: 'is refused for another post', given: shift, by: ADMIN, at, body: { ...body, post: 'supervisor' }, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused before the post was given', given: shift, by: ADMIN, at: '2026-01-12T08:59:59', now: at, body, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused twice', given: (r) => shift(r).must('withdrawPost', { by: ADMIN, at, body }), by: ADMIN, at: '2026-01-12T13:00', body, refused: ['OUT_OF_ORDER'] },
] };
