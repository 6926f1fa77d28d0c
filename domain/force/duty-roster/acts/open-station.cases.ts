import { Example, officer, type ActCases } from '../../../shared/example.ts';
import { dutyRosterKind } from '../duty-roster-kind.ts';
import type { DutyRoster } from '../duty-roster.ts';

type Roster = Example<DutyRoster, object>;
const ADMIN = officer('40000000-0000-4000-8000-000000000001', 'staff');
const at = '2026-01-05T09:00';
const body = { name: 'Hale Road', code: 'HR', area: 'Metropolitan', designated: true, cells: ['1', '2'], forceCode: '01' };
const stations = (r: Roster) => dutyRosterKind.rows!(r.record)['force.station']!.map((s) => [s.name, s.designated]);

/** CUS-10: only a designated station has a custody officer. */
export const actCases: ActCases<Roster> = { start: () => new Example(dutyRosterKind), cases: [
  { it: 'is a station to choose', by: ADMIN, at, body, shows: stations, as: [['Hale Road', true]] },
  { it: 'is no station to choose for headquarters', by: ADMIN, at, body: { ...body, name: 'New Scotland Yard', code: 'HQ', designated: false }, shows: stations, as: [] },
  { it: 'is refused twice', given: (r) => r.must('openStation', { by: ADMIN, at, body }), by: ADMIN, at: '2026-01-06T09:00', body, refused: ['OUT_OF_ORDER'] },
] };
