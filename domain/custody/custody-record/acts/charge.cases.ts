import { codes } from '../../../shared/example.ts';
import { authorityInForce } from '../authority.ts';
import { applied, arrived, bailed, BELL, custodyCases, detained, LIM, OKORO, RAO, released, REVIEW, WARD, type Detention } from '../example-detention.ts';
import { CUSTODY_LAW } from '../limits.ts';

const at = '2026-01-12T18:00';
const body = { detainGrounds: 'Would fail to surrender', reply: 'No reply' };
const given = (d: Detention) => detained(d);
const reviewed = (d: Detention) => detained(d).must('conductReview', { by: RAO, at: '2026-01-12T14:00', body: REVIEW });
const reviewBy = (d: Detention) => [RAO, OKORO].map((by) => codes(d.what('conductReview', { by, at: '2026-01-12T22:00', body: REVIEW })));
const unlawful = (d: Detention) => d.unlawful('2026-01-13T12:00');
const heldBy = (d: Detention) => authorityInForce(d.record, CUSTODY_LAW).words;
const noSergeant = { ...body, noCustodyOfficer: 'The only sergeant is at a death in custody' };

/** CUS-10, CUS-11, CUS-30, CUS-44: the 24 h end at 08:30 on the 13th. */
export const actCases = custodyCases(
  { it: 'ends the s.41 limits and leaves the reviews where they were', given: reviewed, by: OKORO, at, body, shows: (d) => [d.due('limit24'), d.due('limit36'), d.due('limit96'), d.due('authorityEnds'), d.due('reviewDue')], as: [null, null, null, null, '23:00 Mon 12 Jan GMT'] },
  { it: 'restarts nothing before the first review', given, by: OKORO, at: '2026-01-12T12:00', body, shows: (d) => d.due('reviewDue'), as: '15:00 Mon 12 Jan GMT' },
  { it: 'holds them under s.38 by the ground told', given, by: OKORO, at: '2026-01-12T12:00', body: { ...body, detainGrounds: 'Would fail to appear' }, shows: heldBy, as: 'Charged: held under s.38' },
  { it: 'holds them by nothing where no ground is told: they are to be released', given, by: OKORO, at: '2026-01-12T12:00', body: { ...body, detainGrounds: '' }, shows: heldBy, as: 'Charged: no ground to keep them, to be released' },
  { it: 'makes the reviews the custody officer’s', given: reviewed, by: OKORO, at, body, shows: reviewBy, as: [['NOT_CUSTODY_OFFICER'], []] },
  { it: 'is lawful a second before the limit', given, by: OKORO, at: '2026-01-13T08:29:59', body, shows: unlawful, as: [] },
  { it: 'is lawful at the limit', given, by: OKORO, at: '2026-01-13T08:30', body, shows: unlawful, as: [] },
  { it: 'leaves a minute of unlawful detention after the limit', given, by: OKORO, at: '2026-01-13T08:31', body, shows: unlawful, as: ['Detention was unlawful from 08:30 to 08:31: no authority to hold.'] },
  { it: 'is refused to a detention officer', given, by: BELL, at, body, refused: ['NOT_CUSTODY_OFFICER'] },
  { it: 'is refused to a constable in the post', given, by: WARD, at, body, facts: { custodyOfficer: WARD.id }, refused: ['NOT_CUSTODY_OFFICER'] },
  { it: 'may be made by a constable where no custody officer is readily available', given, by: WARD, at, body: noSergeant },
  { it: 'is refused to police staff even then', given, by: BELL, at, body: noSergeant, refused: ['NOT_CUSTODY_OFFICER'] },
  { it: 'is refused to a custody officer of the investigation', given, by: LIM, at, body, facts: { custodyOfficer: LIM.id }, refused: ['CONFLICT_OF_ROLE'] },
  { it: 'is refused with every reason at once', given, by: LIM, at, body, refused: ['CONFLICT_OF_ROLE', 'NOT_CUSTODY_OFFICER'] },
  { it: 'is refused before detention is authorised', given: (d) => arrived(d), by: OKORO, at: '2026-01-12T08:40', body, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused after the release', given: released, by: OKORO, at, body, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused a second time: what holds them since the first stays as it was', given: (d) => detained(d).must('charge', { by: OKORO, at, body }), by: OKORO, at: '2026-01-13T09:00', body, refused: ['NOT_OPEN'], shows: unlawful, as: [] },
  { it: 'told late, before one that stands, is refused', given: (d) => detained(d).must('charge', { by: OKORO, at, body }), by: OKORO, at: '2026-01-12T17:59', now: at, body, refused: ['OUT_OF_ORDER'] },
  { it: 'told late, before a warrant was recorded, holds them beyond its end', given: (d) => applied(d).must('recordWarrant', { by: OKORO, at: '2026-01-13T18:30', body: { hours: 1 } }), by: OKORO, at: '2026-01-13T18:29', now: '2026-01-13T18:35', body, shows: (d) => [d.record.warrants.length, d.unlawful('2026-01-14T12:00')], as: [1, []] },
  { it: 'told late, before they were released on bail, is refused', given: bailed, by: OKORO, at: '2026-01-12T12:29', now: '2026-01-12T13:00', body, refused: ['OUT_OF_ORDER'] },
);
