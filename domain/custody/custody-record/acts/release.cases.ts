import { arrived, BELL, custodyCases, detained, LIM, OKORO, released, WARD, type Detention } from '../example-detention.ts';

const at = '2026-01-12T13:00';
const body = { kind: 'noFurtherAction', riskAssessed: true, detail: 'Alibi confirmed; taxi home' };
const given = (d: Detention) => detained(d);
const charged = (d: Detention) => detained(d).must('charge', { by: OKORO, at: '2026-01-12T12:00' });
const recalled = (d: Detention) => detained(d, { authorityKind: 'RECALL_TO_PRISON' });
const unlawful = (d: Detention) => d.unlawful('2026-01-14T12:00');

/** CUS-10, CUS-11, CUS-30, CUS-90, CUS-116: the 24 h end at 08:30 on the 13th. */
export const actCases = custodyCases(
  { it: 'ends the clock, the reviews and the visits', given, by: OKORO, at, body, shows: (d) => [d.record.phase, d.due('limit24'), d.due('reviewDue'), d.due('visitDue'), d.taskDue('authorityToDetain')], as: ['released', null, null, null, 'not owed'] },
  { it: 'is lawful a second before the limit', given, by: OKORO, at: '2026-01-13T08:29:59', body, shows: unlawful, as: [] },
  { it: 'is lawful at the limit', given, by: OKORO, at: '2026-01-13T08:30', body, shows: unlawful, as: [] },
  { it: 'keeps the minute of unlawful detention after the limit', given, by: OKORO, at: '2026-01-13T08:31', body, shows: unlawful, as: ['Detention was unlawful from 08:30 to 08:31: no authority to hold.'] },
  { it: 'is refused without the pre-release risk assessment', given, by: OKORO, at, body: { ...body, riskAssessed: false }, refused: ['REASON_REQUIRED'] },
  { it: 'is refused on bail to court without a charge', given, by: OKORO, at, body: { ...body, kind: 'chargedAndBailed' }, refused: ['NOT_OPEN'] },
  { it: 'may be on bail to court after charge', given: charged, by: OKORO, at, body: { ...body, kind: 'chargedAndBailed' }, shows: (d) => d.says(), as: 'Released: charged, on bail to court. Alibi confirmed; taxi home' },
  { it: 'is refused to court in custody without a charge', given, by: OKORO, at, body: { ...body, kind: 'toCourt' }, refused: ['NOT_OPEN'] },
  { it: 'may be to court without a charge for one held by another authority', given: recalled, by: OKORO, at, body: { ...body, kind: 'toCourt' } },
  { it: 'is refused to a detention officer', given, by: BELL, at, body, refused: ['NOT_CUSTODY_OFFICER'] },
  { it: 'may be decided by a constable where no custody officer is readily available', given, by: WARD, at, body: { ...body, noCustodyOfficer: 'The only sergeant is at a death in custody' }, shows: (d) => d.says(), as: 'Released: no further action. Alibi confirmed; taxi home. No custody officer readily available (s.36(4)): The only sergeant is at a death in custody. PS Okoro held the post' },
  { it: 'is refused to a custody officer of the investigation', given, by: LIM, at, body, facts: { custodyOfficer: LIM.id }, refused: ['CONFLICT_OF_ROLE'] },
  { it: 'is refused with every reason at once', given, by: LIM, at, body: { ...body, kind: 'toCourt', riskAssessed: false }, refused: ['CONFLICT_OF_ROLE', 'NOT_CUSTODY_OFFICER', 'NOT_OPEN', 'REASON_REQUIRED'] },
  { it: 'is refused before the decision to detain', given: (d) => arrived(d), by: OKORO, at: '2026-01-12T08:40', body, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused twice', given: released, by: OKORO, at, body, refused: ['OUT_OF_ORDER'] },
);
