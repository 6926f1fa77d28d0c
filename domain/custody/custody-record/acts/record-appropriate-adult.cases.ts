import { arrived, custodyCases, detained, OKORO, released, type Detention } from '../example-detention.ts';

const at = '2026-01-12T10:00';
const body = { name: 'Ruth Adeyemi', relation: 'parent', adult: true };
const given = (d: Detention) => detained(d, { dateOfBirth: '2010-05-01', investigatorName: 'DC Poole' });
const barred = (it: string, more: object) => ({ it, given, by: OKORO, at, body: { ...body, ...more }, refused: ['ADULT_UNSUITABLE'] });

/** CUS-16: Code C 1.4, 1.5, 1.7. */
export const actCases = custodyCases(
  { it: 'says who comes', given, by: OKORO, at, body, shows: (d) => d.says(), as: 'Appropriate adult: Ruth Adeyemi (parent)' },
  { it: 'may be before the decision to detain', given: (d) => arrived(d), by: OKORO, at: '2026-01-12T08:40', body },
  { it: 'may be a parent under 18', given, by: OKORO, at, body: { ...body, adult: false } },
  { it: 'may be a second one', given: (d) => given(d).must('recordAppropriateAdult', { by: OKORO, at, body }), by: OKORO, at: '2026-01-12T11:00', body: { ...body, name: 'May Cole', relation: 'scheme' }, shows: (d) => d.record.appropriateAdults.map((a) => a.name), as: ['Ruth Adeyemi', 'May Cole'] },
  barred('is refused to one under 18 who is no parent, guardian or carer', { relation: 'other', adult: false }),
  barred('is refused to a police employee', { roles: ['police'] }),
  barred('is refused to the solicitor', { roles: ['solicitor'] }),
  barred('is refused to a custody visitor', { roles: ['custodyVisitor'] }),
  barred('is refused to a suspect', { roles: ['suspect'] }),
  barred('is refused to a victim', { roles: ['victim'] }),
  barred('is refused to a witness, were it the mother', { roles: ['witness'] }),
  barred('is refused to an estranged parent whom the child objects to', { estranged: true }),
  barred('is refused to the officer in the case, whatever is answered', { name: 'dc poole', relation: 'other' }),
  barred('is refused to the arresting officer', { name: 'PC Ward', relation: 'other' }),
  barred('is refused to the detainee', { name: 'james  ADEYEMI' }),
  barred('is refused to the arresting officer however it is spaced', { name: ' PC  Ward', relation: 'other' }),
  { it: 'is refused with every reason at once', given, by: OKORO, at, body: { ...body, relation: 'other', adult: false, roles: ['victim', 'witness'] }, refused: ['ADULT_UNSUITABLE', 'ADULT_UNSUITABLE'] },
  { it: 'is refused after the release', given: released, by: OKORO, at: '2026-01-12T12:30', body, refused: ['OUT_OF_ORDER'] },
);
