import { arrived, custodyCases, detained, OKORO, SOUGHT_BY_KENT } from '../example-detention.ts';

const at = '2026-01-12T09:30';
const no = { questioned: false, saysWho: 'DC Poole' };
const yes = { questioned: true, saysWho: 'DC Poole' };

/** CUS-20, CUS-24, CUS-29: arrested at 08:00 for Kent and first at a station at 08:30, here. */
export const actCases = custodyCases(
  { it: 'starts the clock at arrest + 24 h where they were not, until Kent is reached', given: (d) => arrived(d, SOUGHT_BY_KENT), by: OKORO, at, body: no, shows: (d) => d.due('limit24'), as: '08:00 Wed 14 Jan GMT' },
  { it: 'starts the clock at the first station where they were', given: (d) => arrived(d, SOUGHT_BY_KENT), by: OKORO, at, body: yes, shows: (d) => d.due('limit24'), as: '08:30 Tue 13 Jan GMT' },
  { it: 'leaves the review clock where authorisation started it', given: (d) => detained(d, SOUGHT_BY_KENT), by: OKORO, at, body: no, shows: (d) => d.due('reviewDue'), as: '15:00 Mon 12 Jan GMT' },
  { it: 'meets the duty to answer', given: (d) => detained(d, SOUGHT_BY_KENT), by: OKORO, at, body: yes, shows: (d) => d.owed(), as: [] },
  { it: 'says who answered', given: (d) => arrived(d, SOUGHT_BY_KENT), by: OKORO, at, body: no, shows: (d) => d.says(), as: 'Was not questioned about the offence in the other area, says DC Poole' },
  { it: 'is refused where nobody is arrested', by: OKORO, at, body: no, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused once it is answered: the clock does not move back', given: (d) => arrived(d, SOUGHT_BY_KENT).must('answerQuestioned', { by: OKORO, at, body: yes }), by: OKORO, at, body: no, refused: ['NOT_OPEN'], shows: (d) => d.due('limit24'), as: '08:30 Tue 13 Jan GMT' },
  { it: 'is refused where no other area is in play', given: (d) => arrived(d), by: OKORO, at, body: no, refused: ['NOT_OPEN'] },
  { it: 'is refused after the detention has ended', given: (d) => arrived(d, SOUGHT_BY_KENT).must('refuseDetention', { by: OKORO, at: '2026-01-12T08:40', body: { reason: 'No ground' } }), by: OKORO, at, body: yes, refused: ['NOT_OPEN'] },
);
