import { arrived, authorised, custodyCases, LIM, OKORO, onTheWay, WARD, type Detention } from '../example-detention.ts';

const at = '2026-01-12T09:00';
const body = { reason: 'The account shows there was no offence' };
const inHospital = (d: Detention, left = '2026-01-12T08:45') => d.must('leaveForHospital', { by: OKORO, at: left, body: { purpose: 'treatment', hospital: 'St Mary', reason: 'Collapsed at the desk', escorts: 'PC Ward' } });
const given = (d: Detention) => arrived(d);

/** CUS-10, CUS-11, CUS-115, CUS-180. */
export const actCases = custodyCases(
  { it: 'ends the detention and keeps the record', given, by: OKORO, at, body, shows: (d) => [d.record.phase, d.record.custodyNumber, d.due('limit24'), d.owed()], as: ['notDetained', 'HR/26/0001', null, []] },
  { it: 'is no breach', given, by: OKORO, at, body, shows: (d) => d.breachCodes('2026-01-14T09:00'), as: [] },
  { it: 'is refused to who does not hold the post', given, by: WARD, at, body, refused: ['NOT_CUSTODY_OFFICER'] },
  { it: 'is done by any rank where no custody officer is readily available', given, by: WARD, at, body: { ...body, noCustodyOfficer: 'Called away' }, shows: (d) => d.record.phase, as: 'notDetained' },
  { it: 'is refused to a custody officer of the investigation team', given, by: LIM, at, body, facts: { custodyOfficer: LIM.id }, refused: ['CONFLICT_OF_ROLE'] },
  { it: 'may be while they are in hospital, gone there before anybody decided', given: (d) => inHospital(arrived(d)), by: OKORO, at, body, shows: (d) => [d.record.phase, d.owed()], as: ['notDetained', []] },
  { it: 'is refused in hospital once detention is authorised', given: (d) => inHospital(authorised(d), '2026-01-12T09:01'), by: OKORO, at: '2026-01-12T09:10', body, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused on the way', given: (d) => onTheWay(d), by: OKORO, at: '2026-01-12T08:20', body, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused once detention is authorised', given: (d) => authorised(d), by: OKORO, at: '2026-01-12T09:01', body, refused: ['OUT_OF_ORDER'] },
);
