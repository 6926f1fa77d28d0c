import { Example, officer, type ActCases } from '../../../shared/example.ts';
import { dutyRosterKind } from '../duty-roster-kind.ts';
import type { DutyRoster } from '../duty-roster.ts';

type Roster = Example<DutyRoster, object>;
const ADMIN = officer('40000000-0000-4000-8000-000000000001', 'staff');
const OKORO = officer('40000000-0000-4000-8000-000000000002', 'sergeant');
const LIM = officer('40000000-0000-4000-8000-000000000003', 'sergeant');
const WARD = officer('40000000-0000-4000-8000-000000000004', 'constable');
const BELL = officer('40000000-0000-4000-8000-000000000005', 'staff');
const at = '2026-01-12T12:00';
const station = (designated: boolean) => (r: Roster) => r.must('openStation', { by: ADMIN, at: '2026-01-05T09:00', body: { ...{ name: 'Hale Road', code: 'HR', area: 'Metropolitan', designated: true, cells: ['1', '2'], forceCode: '01' }, designated } });
const assign = (r: Roster, who: typeof OKORO) =>
  r.must('assignPost', { by: ADMIN, at: '2026-01-12T09:00', facts: { officers: { [who.id]: who } }, body: { officerId: who.id, post: 'custodySergeant', from: '2026-01-12T10:00', to: '2026-01-12T18:00' } });
const given = (r: Roster) => [OKORO, LIM, WARD].reduce(assign, station(true)(r));
const held = (r: Roster) => given(r).must('takeOverCustodyPost', { by: LIM, at: '2026-01-12T10:00' });
const withdrawn = (r: Roster) => given(r).must('withdrawPost', { by: ADMIN, at: '2026-01-12T11:00', body: { officerId: OKORO.id, post: 'custodySergeant', reason: 'Complaint under inquiry' } });
const posts = (r: Roster) => r.record.custodyPosts.map((p) => [p.officerId, p.from, p.to]);
const noSergeant = { fallbackReason: 'The only sergeant is at a death in custody' };

/** CUS-10: one holder at a time, a sergeant at least; any rank only where none is readily available. Rostered from 10:00 to 18:00. */
export const actCases: ActCases<Roster> = { start: () => new Example(dutyRosterKind), cases: [
  { it: 'is the custody officer from then', given, by: OKORO, at, shows: posts, as: [[OKORO.id, '2026-01-12T12:00:00.000Z', null]] },
  { it: 'keeps what was handed over', given: held, by: OKORO, at, body: { handover: 'Cell 4: constant watch' }, shows: (r) => r.record.custodyPosts.map((p) => p.handover), as: ['', 'Cell 4: constant watch'] },
  { it: 'relieves who held it before', given: held, by: OKORO, at, shows: posts, as: [[LIM.id, '2026-01-12T10:00:00.000Z', '2026-01-12T12:00:00.000Z'], [OKORO.id, '2026-01-12T12:00:00.000Z', null]] },
  { it: 'is refused before the shift', given, by: OKORO, at: '2026-01-12T09:59:59', refused: ['NOT_CUSTODY_OFFICER'] },
  { it: 'may be taken as the shift begins', given, by: OKORO, at: '2026-01-12T10:00' },
  { it: 'may be taken a second before the shift ends', given, by: OKORO, at: '2026-01-12T17:59:59' },
  { it: 'is refused as the shift ends', given, by: OKORO, at: '2026-01-12T18:00', refused: ['NOT_CUSTODY_OFFICER'] },
  { it: 'is refused once the post is withdrawn', given: withdrawn, by: OKORO, at, refused: ['NOT_CUSTODY_OFFICER'] },
  { it: 'is refused to one who is not rostered', given, by: officer('40000000-0000-4000-8000-000000000006', 'sergeant'), at, refused: ['NOT_CUSTODY_OFFICER'] },
  { it: 'is refused to a constable, rostered or not', given, by: WARD, at, refused: ['NOT_CUSTODY_OFFICER'] },
  { it: 'may be taken by a constable where no custody officer is readily available', given, by: WARD, at, body: noSergeant, shows: (r) => r.record.custodyPosts.map((p) => p.fallbackReason), as: ['The only sergeant is at a death in custody'] },
  { it: 'is refused to police staff even then', given, by: BELL, at, body: noSergeant, refused: ['NOT_CUSTODY_OFFICER'] },
  { it: 'is refused at a station that is not designated', given: station(false), by: WARD, at, body: noSergeant, refused: ['OUT_OF_ORDER'] },
] };
