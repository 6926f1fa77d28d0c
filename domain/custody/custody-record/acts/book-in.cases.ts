import { ARREST, arrived, authorised, custodyCases, GROUNDS, heldBefore, OKORO, onTheWay, type Detention } from '../example-detention.ts';

const at = '2026-01-12T08:45';
const body = { name: 'James Adeyemi', dateOfBirth: '1991-05-01', gender: 'male' };
const nearly18 = { ...body, dateOfBirth: '2008-01-13' };
const onNewEvidence = (d: Detention) =>
  d.must('rearrestOnNewEvidence', { by: OKORO, at: '2026-01-12T08:00', body: { ...ARREST, arrestedAtStation: true, newEvidence: 'DNA', foundOn: '9 January', whyNotEarlier: 'The laboratory answered then' } });
const recalled = (d: Detention) => arrived(d, { authorityKind: 'RECALL_TO_PRISON' });

/** CUS-19, CUS-39, CUS-197, CUS-199. */
export const actCases = custodyCases(
  { it: 'says who is at the desk', given: (d) => arrived(d), by: OKORO, at, body, shows: (d) => d.says(), as: 'At the desk: James Adeyemi' },
  { it: 'takes a name that is not known', given: (d) => arrived(d), by: OKORO, at, body: { gender: 'notRecorded' }, shows: (d) => d.says(), as: 'At the desk: name not known' },
  { it: 'treats one who looks under 18 as a child', given: (d) => arrived(d), by: OKORO, at, body: { gender: 'male', looksUnder18: true }, shows: (d) => d.says(), as: 'At the desk: name not known, a child' },
  { it: 'keeps what was told at the arrest of how young they look', given: (d) => arrived(d, { looksUnder18: true, dateOfBirth: null }), by: OKORO, at, body: { gender: 'male' }, shows: (d) => [d.says(), d.owed()], as: ['At the desk: name not known, a child', ['detentionDecision', 'adult']] },
  { it: 'until somebody says that they do not', given: (d) => arrived(d, { looksUnder18: true, dateOfBirth: null }), by: OKORO, at, body: { gender: 'male', looksUnder18: false }, shows: (d) => [d.says(), d.owed()], as: ['At the desk: name not known', ['detentionDecision']] },
  { it: 'finds a child up to the end of the eve of 18', given: (d) => arrived(d), by: OKORO, at: '2026-01-12T23:59:59', body: nearly18, shows: (d) => d.says(), as: 'At the desk: James Adeyemi, a child' },
  { it: 'finds an adult from midnight of the eighteenth birthday', given: (d) => arrived(d), by: OKORO, at: '2026-01-13T00:00', body: nearly18, shows: (d) => d.says(), as: 'At the desk: James Adeyemi' },
  { it: 'is refused for the offence of an earlier release without charge', given: (d) => arrived(d), by: OKORO, at, body, facts: heldBefore(), refused: ['REARREST_NO_NEW_EVIDENCE'] },
  { it: 'is refused for the offence they are on bail for', given: (d) => arrived(d), by: OKORO, at, body, facts: heldBefore({ onBail: true, ending: null, endedAt: null }), refused: ['REARREST_NO_NEW_EVIDENCE'] },
  { it: 'is done on new evidence', given: onNewEvidence, by: OKORO, at, body, facts: heldBefore() },
  { it: 'is done for another offence', given: (d) => arrived(d), by: OKORO, at, body, facts: heldBefore({ offenceCodes: ['TH68010'] }) },
  { it: 'is done where a person says why it is another offence of that kind, and so is the decision after it', given: (d) => arrived(d), by: OKORO, at, body: { ...body, otherIncident: 'Another shop, on 11 January' }, facts: heldBefore(), shows: (d) => [d.says(), d.must('authoriseDetention', { by: OKORO, at: '2026-01-12T09:00', body: GROUNDS, facts: heldBefore() }).record.phase], as: ['At the desk: James Adeyemi. Not the offence they were released for: Another shop, on 11 January', 'detained'] },
  { it: 'is done where no PACE clock runs', given: recalled, by: OKORO, at, body, facts: heldBefore() },
  { it: 'is refused for somebody in custody under another record', given: (d) => arrived(d), by: OKORO, at, body, facts: heldBefore({ inCustody: true, ending: null, endedAt: null, offenceCodes: [] }), refused: ['ALREADY_IN_CUSTODY'] },
  { it: 'is done for another person of that name, with the reason', given: (d) => arrived(d), by: OKORO, at, body: { ...body, anotherPersonBecause: 'Other face, other scar' }, shows: (d) => d.says(), as: 'At the desk: James Adeyemi. Not the person of that name already held: Other face, other scar' },
  { it: 'is refused on the way', given: (d) => onTheWay(d), by: OKORO, at: '2026-01-12T08:20', body, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused after the decision', given: (d) => authorised(d), by: OKORO, at: '2026-01-12T09:01', body, refused: ['OUT_OF_ORDER'] },
);
