import { custodyCases, detained, OKORO, type Detention } from '../example-detention.ts';

const at = '2026-01-12T12:30';
const now = '2026-01-12T13:30';
const body = { to: '2026-01-12T12:50', doctorAgreed: true, doctor: 'Dr Hill' };
const given = (d: Detention) => detained(d).must('leaveForHospital', { by: OKORO, at: '2026-01-12T12:00', body: { purpose: 'treatment', hospital: 'St Mary', reason: 'Cut hand', escorts: 'PC Ward' } });
const returned = (d: Detention) => given(d).must('returnFromHospital', { by: OKORO, at: '2026-01-12T14:00' });
const limitOnceBack = (d: Detention) => d.must('returnFromHospital', { by: OKORO, at: '2026-01-12T14:00' }).due('limit24');
const begun = (d: Detention) => given(d).must('recordHospitalQuestioning', { by: OKORO, at, body: { ...body, to: null } });
const questioned = (d: Detention) => given(d).must('recordHospitalQuestioning', { by: OKORO, at, now, body });

/** CUS-33 and ruling 8a: away for treatment from 12:00 to 14:00, which moves the 24 h from 08:30 to 10:30 where nobody questions. */
export const actCases = custodyCases(
  { it: 'counts: of two hours away, 1 h 40 are left out', given, by: OKORO, at, now, body, shows: limitOnceBack, as: '10:10 Tue 13 Jan GMT' },
  { it: 'counts while it goes on, until they are back', given, by: OKORO, at: now, body: { ...body, to: null }, shows: (d) => [d.due('limit24'), limitOnceBack(d)], as: ['10:00 Tue 13 Jan GMT', '10:00 Tue 13 Jan GMT'] },
  { it: 'is closed by its end, and counted once', given: begun, by: OKORO, at, now, body, shows: limitOnceBack, as: '10:10 Tue 13 Jan GMT' },
  { it: 'counts an overlap once', given: questioned, by: OKORO, at: '2026-01-12T12:40', now, body: { ...body, to: '2026-01-12T13:00' }, shows: limitOnceBack, as: '10:00 Tue 13 Jan GMT' },
  { it: 'counts and is kept as a breach without the doctor', given, by: OKORO, at, now, body: { ...body, doctorAgreed: false, doctor: '' }, shows: (d) => [limitOnceBack(d), d.breachWords('DOCTOR_NOT_AGREED', '2026-01-12T15:00')], as: ['10:10 Tue 13 Jan GMT', ['Questioned in hospital at 12:30 without the agreement of the responsible doctor.']] },
  { it: 'may begin as they leave', given, by: OKORO, at: '2026-01-12T12:00', now, body, shows: limitOnceBack, as: '09:40 Tue 13 Jan GMT' },
  { it: 'is refused before they left', given, by: OKORO, at: '2026-01-12T11:59:59', now, body, refused: ['OUT_OF_ORDER'] },
  { it: 'counts a second before they are back, clipped to the absence', given: returned, by: OKORO, at: '2026-01-12T13:59:59', now: '2026-01-12T14:30', body: { ...body, to: '2026-01-12T14:30' }, shows: (d) => d.due('limit36'), as: '22:29 Tue 13 Jan GMT' },
  { it: 'is refused once they are back', given: returned, by: OKORO, at: '2026-01-12T14:00', now: '2026-01-12T14:30', body: { ...body, to: '2026-01-12T14:30' }, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused where it ends before it begins', given, by: OKORO, at, now, body: { ...body, to: '2026-01-12T12:29:59' }, refused: ['OUT_OF_ORDER'] },
  { it: 'may end this instant', given, by: OKORO, at, now: '2026-01-12T12:50', body, shows: limitOnceBack, as: '10:10 Tue 13 Jan GMT' },
  { it: 'is refused with an end in the future', given, by: OKORO, at, now: '2026-01-12T12:49:59', body, refused: ['IN_FUTURE'] },
  { it: 'is refused at the station', given: (d) => detained(d), by: OKORO, at, now, body, refused: ['OUT_OF_ORDER'] },
);
