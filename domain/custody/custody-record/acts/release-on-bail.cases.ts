import { custodyRecordKind } from '../custody-record-kind.ts';
import { arrived, BELL, custodyCases, detained, HALE, LIM, MARSH, OKORO, released, WARD, type Detention } from '../example-detention.ts';

const at = '2026-01-12T12:30';
const body = { appointedAt: '2026-02-02T10:00', necessity: 'Forensic work' };
const given = (d: Detention) => detained(d);
const charged = (d: Detention) => detained(d).must('charge', { by: OKORO, at: '2026-01-12T12:00' });
const unlawful = (d: Detention) => d.unlawful('2026-01-13T12:00');
const back = (d: Detention) => d.must('answerBail', { by: OKORO, at: '2026-02-02T10:00', body: { stationId: d.record.stationId } }).due('limit24');

/** CUS-10, CUS-11, CUS-30, CUS-35, CUS-145: 4 h counted at 12:30; the 24 h end at 08:30 on the 13th. */
export const actCases = custodyCases(
  { it: 'stops the clock and the reviews, and leaves 20 h for the return', given, by: OKORO, at, body, shows: (d) => [d.record.phase, d.due('limit24'), d.due('reviewDue'), back(d)], as: ['onBail', null, null, '06:00 Tue 3 Feb GMT'] },
  { it: 'may carry conditions with their purpose', given, by: OKORO, at, body: { ...body, conditions: 'Live at 4 Elm Road', purposes: 'Surrender' }, shows: (d) => d.says(), as: 'Released on bail to return 10:00 Mon 2 Feb GMT, on conditions: Live at 4 Elm Road' },
  { it: 'is refused with a condition that serves nothing', given, by: OKORO, at, body: { ...body, conditions: 'Live at 4 Elm Road' }, refused: ['UNLINKED_CONDITION'] },
  { it: 'is refused to return as they are released', given, by: OKORO, at, body: { ...body, appointedAt: at }, refused: ['PERIOD_TOO_SHORT'] },
  { it: 'may be to return a second later', given, by: OKORO, at, body: { ...body, appointedAt: '2026-01-12T12:30:01' } },
  { it: 'to return to another station gives its desk the record', given, by: OKORO, at, body: { ...body, stationId: MARSH }, shows: (d) => [d.says(), custodyRecordKind.scope(d.record).stationId, back(d)], as: ['Released on bail to return to Marsh Lane 10:00 Mon 2 Feb GMT', MARSH, '06:00 Tue 3 Feb GMT'] },
  { it: 'to return to the station that holds them says no more than that', given, by: OKORO, at, body: { ...body, stationId: HALE }, shows: (d) => [d.says(), d.record.stationId], as: ['Released on bail to return 10:00 Mon 2 Feb GMT', HALE] },
  { it: 'is refused to return to a station nobody knows', given, by: OKORO, at, body: { ...body, stationId: '10000000-0000-4000-8000-000000000009' }, refused: ['STATION_UNKNOWN'] },
  { it: 'is lawful a second before the limit', given, by: OKORO, at: '2026-01-13T08:29:59', body, shows: unlawful, as: [] },
  { it: 'is lawful at the limit', given, by: OKORO, at: '2026-01-13T08:30', body, shows: unlawful, as: [] },
  { it: 'leaves a minute of unlawful detention after the limit', given, by: OKORO, at: '2026-01-13T08:31', body, shows: unlawful, as: ['Detention was unlawful from 08:30 to 08:31: no authority to hold.'] },
  { it: 'is refused to a detention officer', given, by: BELL, at, body, refused: ['NOT_CUSTODY_OFFICER'] },
  { it: 'may be given by a constable where no custody officer is readily available', given, by: WARD, at, body: { ...body, noCustodyOfficer: 'The only sergeant is at a death in custody' } },
  { it: 'is refused to a custody officer of the investigation', given, by: LIM, at, body, facts: { custodyOfficer: LIM.id }, refused: ['CONFLICT_OF_ROLE'] },
  { it: 'is refused after charge', given: charged, by: OKORO, at, body, refused: ['NOT_OPEN'] },
  { it: 'is refused to one arrested for breach of court bail: no police power', given: (d) => detained(d, { authorityKind: 'BAIL_ACT_S7' }), by: OKORO, at, body, refused: ['NOT_OPEN'] },
  { it: 'is refused before detention is authorised', given: (d) => arrived(d), by: OKORO, at: '2026-01-12T08:40', body, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused after the release', given: released, by: OKORO, at, body, refused: ['OUT_OF_ORDER'] },
);
