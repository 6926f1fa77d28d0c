import { codes, held, officer } from '../../../shared/example.ts';
import { custodyCases, detained, HALE, LIM, OKORO, RAO, REVIEW, SHAH, type Detention } from '../example-detention.ts';

const at = '2026-01-12T10:00';
const body = { teamId: 'robbery', officerName: 'DC Poole' };
const poole = officer('20000000-0000-4000-8000-000000000002', 'sergeant', [held('custodySergeant', HALE)]);
const charge = (by: typeof LIM, time = at) => (d: Detention) => codes(d.what('charge', { by, at: time, now: '2026-01-12T12:00', facts: { custodyOfficer: by.id } }));
const review = (by: typeof LIM) => (d: Detention) => codes(d.what('conductReview', { by, at: '2026-01-12T12:00', body: REVIEW }));

/** CUS-11, CUS-13: who investigates may decide neither custody nor reviews. Until 10:00 the team is cid. */
export const actCases = custodyCases(
  { it: 'frees a custody officer of the team that investigates no longer', given: (d) => detained(d), by: OKORO, at, body, shows: charge(LIM), as: [] },
  { it: 'leaves them barred for what happened before', given: (d) => detained(d), by: OKORO, at, body, shows: charge(LIM, '2026-01-12T09:59'), as: ['CONFLICT_OF_ROLE'] },
  { it: 'bars an inspector of the new team from the review, and no other', given: (d) => detained(d), by: OKORO, at, body: { ...body, teamId: 'cid' }, shows: (d) => [review(SHAH)(d), review(RAO)(d)], as: [['CONFLICT_OF_ROLE'], []] },
  { it: 'bars an officer named in the case', given: (d) => detained(d), by: OKORO, at, body: { ...body, officerIds: [poole.id] }, facts: { officers: { [poole.id]: poole } }, shows: charge(poole), as: ['CONFLICT_OF_ROLE'] },
  { it: 'is refused with a team that nobody is in: it would bar nobody', given: (d) => detained(d), by: OKORO, at, body: { ...body, teamId: 'robery' }, refused: ['TEAM_UNKNOWN'] },
  { it: 'is refused with a team while nobody is in it yet', given: (d) => detained(d), by: OKORO, at, body, facts: { teams: {} }, refused: ['TEAM_UNKNOWN'] },
  { it: 'stands with no team, where none is known', given: (d) => detained(d), by: OKORO, at, body: { ...body, teamId: '' }, shows: charge(LIM), as: [] },
  { it: 'is refused with an officer whom the force does not have', given: (d) => detained(d), by: OKORO, at, body: { ...body, officerIds: [poole.id] }, refused: ['OFFICER_UNKNOWN'] },
  { it: 'is refused with neither team nor officer known, all told together', given: (d) => detained(d), by: OKORO, at, body: { ...body, teamId: 'robery', officerIds: [poole.id] }, refused: ['OFFICER_UNKNOWN', 'TEAM_UNKNOWN'] },
  { it: 'is refused to one of the team who takes the team off: it would end their own conflict', given: (d) => detained(d), by: LIM, at, body, refused: ['CONFLICT_OF_ROLE'] },
  { it: 'is open to one of the team who stays on it', given: (d) => detained(d), by: LIM, at, body: { ...body, teamId: 'cid' } },
  { it: 'is refused without an arrest', by: OKORO, at, body, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused before the arrest', given: (d) => detained(d), by: OKORO, at: '2026-01-12T07:59', now: at, body, refused: ['OUT_OF_ORDER'] },
);
