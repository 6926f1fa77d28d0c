import { fullTime } from '../../../shared/local-time.ts';
import { custodyRecordKind } from '../custody-record-kind.ts';
import { arrived, CLARKE, custodyCases, detained, GROUNDS, HALE, OKORO, onTheWay, released, type Detention } from '../example-detention.ts';
import { CUSTODY_LAW } from '../limits.ts';

const at = '2026-01-12T10:00';
const SOLICITOR = { party: 'solicitor', name: 'Ann Marsh', organisation: 'Marsh and Co' };
const INTERPRETER = { party: 'interpreter', name: 'Ivo Petrov', how: 'liveLink' };
const ADULT = { name: 'Ruth Adeyemi', relation: 'parent', adult: true };
const given = (d: Detention) => detained(d);
const rights = (solicitorWanted: boolean) => ({ solicitorWanted, someoneInformed: false, noticeGiven: true });
const asked = (d: Detention) => detained(d).must('giveRights', { by: OKORO, at: '2026-01-12T09:10', body: rights(true) });
const askedAndCame = (d: Detention) => asked(d).must('recordAttendance', { by: OKORO, at: '2026-01-12T09:40', body: SOLICITOR });
const speaks = (d: Detention) => arrived(d).must('bookIn', { by: OKORO, at: '2026-01-12T08:40', body: { name: 'James Adeyemi', dateOfBirth: '1991-05-01', gender: 'male', language: 'Bulgarian' } });
const DELAY = { right: 's58_legal_advice', ground: 'harm', grounds: 'Threats to a witness' };
const ENDED = { right: 's58_legal_advice', performed: 'Marsh and Co called at 09:50' };
const delayed = (d: Detention) => asked(d).must('delayRight', { by: CLARKE, at: '2026-01-12T09:15', body: DELAY });
const solicitors = (d: Detention) => custodyRecordKind.obligations(d.record, CUSTODY_LAW).filter((o) => o.taskType === 'solicitor').length;
const child = (d: Detention) => detained(d, { dateOfBirth: '2010-05-01' });
const withAdult = (d: Detention) => child(d).must('recordAppropriateAdult', { by: OKORO, at: '2026-01-12T09:30', body: ADULT });

/** CUS-16, CUS-17: who beside the police has a part, and what is owed until they came. */
export const actCases = custodyCases(
  { it: 'says who came, for whom and how', given, by: OKORO, at, body: SOLICITOR, shows: (d) => d.says(), as: 'Solicitor or accredited representative: Ann Marsh, Marsh and Co, at the station' },
  { it: 'ends what is owed to one who asked for a solicitor', given: asked, by: OKORO, at, body: { ...SOLICITOR, how: 'telephone' }, shows: (d) => d.owed(), as: [] },
  { it: 'leaves it owed where somebody else came', given: asked, by: OKORO, at, body: INTERPRETER, shows: (d) => d.owed(), as: ['solicitor'] },
  { it: 'is owed nothing where they asked for none', given, by: OKORO, at, body: INTERPRETER, shows: (d) => d.owed(), as: [] },
  { it: 'ends what is owed to one who needs an interpreter', given: speaks, by: OKORO, at, body: INTERPRETER, shows: (d) => d.owed(), as: ['detentionDecision'] },
  { it: 'leaves the interpreter owed where the solicitor came', given: speaks, by: OKORO, at, body: SOLICITOR, shows: (d) => d.owed(), as: ['detentionDecision', 'interpreter'] },
  { it: 'leaves a child’s adult owed, whoever else came', given: child, by: OKORO, at, body: { party: 'localAuthority', name: 'Duty team' }, shows: (d) => d.owed(), as: ['adult'] },
  { it: 'owes no adult once one is recorded', given: withAdult, by: OKORO, at, body: { party: 'youthOffendingTeam', name: 'Duty worker' }, shows: (d) => d.owed(), as: [] },
  { it: 'may be before the decision to detain', given: (d) => arrived(d), by: OKORO, at: '2026-01-12T08:40', body: { party: 'healthcareProfessional', name: 'Nurse Cole' } },
  { it: 'owes another adult once the one recorded came as solicitor', given: withAdult, by: OKORO, at, body: { ...SOLICITOR, name: 'ruth  adeyemi' }, shows: (d) => [d.owed(), d.notes], as: [['adult'], ['ruth  adeyemi is recorded as the appropriate adult, who cannot act as solicitor or accredited representative too. Ask another adult to come. Code C 1.7']] },
  { it: 'owes another adult once the one recorded came as custody visitor', given: withAdult, by: OKORO, at, body: { party: 'custodyVisitor', name: 'Ruth Adeyemi' }, shows: (d) => d.owed(), as: ['adult'] },
  { it: 'is another’s part, of the adult’s name, where the two may be one', given: withAdult, by: OKORO, at, body: { party: 'interpreter', name: 'Ruth Adeyemi' }, shows: (d) => [d.owed(), d.notes], as: [[], []] },
  { it: 'leaves the interpreter owed where an officer of the case interprets', given: speaks, by: OKORO, at, body: { ...INTERPRETER, name: 'pc ward' }, shows: (d) => [d.owed(), d.notes], as: [['detentionDecision', 'interpreter'], ['pc ward is an officer of this case. Call an independent interpreter. Code C 13.1A']] },
  { it: 'answers asking again for the solicitor who came already', given: askedAndCame, by: OKORO, at, body: INTERPRETER, shows: (d) => d.must('giveRights', { by: OKORO, at: '2026-01-12T11:00', body: rights(true) }).owed(), as: [] },
  { it: 'keeps since when they ask, were the rights given again', given: (d) => asked(d).must('giveRights', { by: OKORO, at: '2026-01-12T09:50', body: rights(true) }), by: OKORO, at, body: INTERPRETER, shows: (d) => custodyRecordKind.obligations(d.record, CUSTODY_LAW).filter((o) => o.taskType === 'solicitor').map((o) => fullTime(o.opens)), as: ['09:10 Mon 12 Jan GMT'] },
  { it: 'calls again for the solicitor after a release on bail', given: (d) => askedAndCame(d).must('releaseOnBail', { by: OKORO, at: '2026-01-12T12:30', body: { appointedAt: '2026-02-02T10:00', necessity: 'Forensic work' } }).must('answerBail', { by: OKORO, at: '2026-02-02T10:00', body: { stationId: HALE } }).must('authoriseDetention', { by: OKORO, at: '2026-02-02T10:10', body: GROUNDS }).must('giveRights', { by: OKORO, at: '2026-02-02T10:20', body: rights(true) }), by: OKORO, at: '2026-02-02T10:30', body: INTERPRETER, shows: (d) => d.owed().filter((o) => o === 'solicitor'), as: ['solicitor'] },
  { it: 'is owed no solicitor while that right is delayed', given: delayed, by: OKORO, at, body: INTERPRETER, shows: solicitors, as: 0 },
  { it: 'is owed no solicitor who was called as the delay ended', given: (d) => delayed(d).must('endRightsDelay', { by: OKORO, at: '2026-01-12T09:50', body: ENDED }), by: OKORO, at, body: INTERPRETER, shows: solicitors, as: 0 },
  { it: 'is owed one asked for after the delay had ended', given: (d) => detained(d).must('delayRight', { by: CLARKE, at: '2026-01-12T09:15', body: DELAY }).must('endRightsDelay', { by: OKORO, at: '2026-01-12T09:50', body: ENDED }).must('giveRights', { by: OKORO, at: '2026-01-12T09:50:01', body: rights(true) }), by: OKORO, at, body: INTERPRETER, shows: solicitors, as: 1 },
  { it: 'is refused on the way to the station', given: (d) => onTheWay(d), by: OKORO, at: '2026-01-12T08:10', body: SOLICITOR, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused after the release', given: released, by: OKORO, at: '2026-01-12T12:30', body: SOLICITOR, refused: ['OUT_OF_ORDER'] },
);
