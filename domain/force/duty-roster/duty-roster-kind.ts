import type { RecordKind } from '../../shared/record-kind.ts';
import { DUTY_ROSTER_ACTS } from './acts.ts';
import { HEADQUARTERS_CODE, NO_ROSTER, type DutyRoster } from './duty-roster.ts';

/** The duty roster of one station: posts by shift, and who holds the custody officer's post (CUS-10, CUS-14). */
export const dutyRosterKind: RecordKind<DutyRoster, object> = {
  kind: 'duty-roster', area: 'force', process: false, subject: 'DutyRoster', shape: 2, empty: NO_ROSTER, law: {}, acts: DUTY_ROSTER_ACTS,
  phase: () => 'kept', ended: () => false, scope: (roster) => ({ stationId: roster.id, teamId: '', restricted: false }),
  deadlines: () => [], obligations: () => [], met: () => null, breaches: () => [], title: (roster) => roster.name, columns: () => ({}),
  rows: (roster) => ({
    'force.station': roster.code === HEADQUARTERS_CODE ? [] : [{ station_id: roster.id, name: roster.name, code: roster.code, area: roster.area, designated: roster.designated, cells: roster.cells, force_code: roster.forceCode }],
    'force.post_held': roster.posts.map((p) => ({ officer_id: p.officerId, post: p.post, station_id: roster.code === HEADQUARTERS_CODE ? '' : roster.id, from_at: p.from, to_at: p.to, withdrawn_at: p.withdrawnAt })),
    'force.custody_post': roster.custodyPosts.map((p) => ({ station_id: roster.id, officer_id: p.officerId, from_at: p.from, to_at: p.to, handover: p.handover, fallback_reason: p.fallbackReason })),
  }),
};
