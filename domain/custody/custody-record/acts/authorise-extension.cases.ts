import { held, officer, when } from '../../../shared/example.ts';
import { applied, CLARKE, custodyCases, detained, EXTEND, HALE, MARSH, NEEDS, OKORO, RAO, REVIEW, twiceReviewed, VANCE, type Detention } from '../example-detention.ts';

const at = '2026-01-13T06:00';
const until = '2026-01-13T20:30';
const body = { ...EXTEND, until };
const given = twiceReviewed;
const review = (d: Detention, time: string) => d.must('conductReview', { by: RAO, at: time, body: REVIEW });
const reviewedOnce = (d: Detention) => review(detained(d), '2026-01-12T14:00');
const reviewed = (arrest: object) => (d: Detention) => review(review(detained(d, arrest), '2026-01-12T14:00'), '2026-01-12T22:00');
const vulnerable = (d: Detention) => review(review(detained(d).must('recordImmediateNeeds', { by: OKORO, at: '2026-01-12T09:10', body: { ...NEEDS, vulnerable: true } }), '2026-01-12T14:00'), '2026-01-12T22:00');
const atDawn = (d: Detention) => review(given(d), '2026-01-13T06:30');
const toTwo = (d: Detention) => review(given(d).must('authoriseExtension', { by: CLARKE, at, body: { ...EXTEND, until: '2026-01-13T14:00' } }), '2026-01-13T06:30');
const warranted = (d: Detention) => applied(d).must('recordWarrant', { by: CLARKE, at: '2026-01-13T18:30', body: { hours: 1 } });
const charged = (d: Detention) => given(d).must('charge', { by: OKORO, at: '2026-01-12T23:00' });
const gone = (d: Detention) => given(d).must('release', { by: OKORO, at: '2026-01-12T23:00', body: { kind: 'underInvestigation', riskAssessed: true, detail: 'Taxi home' } });
const acting = officer('A/Supt Vance', 'chief_inspector', [held('superintendent', HALE)], { acting: { rank: 'superintendent', giverId: 'DAC Hart', giverName: 'DAC Hart', giverRank: 'deputy_assistant_commissioner', from: when('2026-01-13T00:00'), to: when(at), reason: 'Absence' } });
const elsewhere = officer('Supt Moss', 'superintendent', [held('superintendent', MARSH)]);
const chiefInspector = officer('Ch Insp Dale', 'chief_inspector', [held('superintendent', HALE)]);
const ends = (d: Detention) => d.due('authorityEnds');

/** CUS-12, CUS-14, CUS-50 to CUS-58 (CUS-54, CUS-55, CUS-56 and CUS-57 among them) and ruling 8a: second review 22:00; 24 h end at 08:30 on the 13th, 36 h at 20:30. */
export const actCases = custodyCases(
  { it: 'lets them be held to the 36 hours, with bells at 30, 33 and 35 h', given, by: CLARKE, at, body, shows: (d) => [ends(d), d.bells()], as: ['20:30 Tue 13 Jan GMT', ['14:30 Tue 13 Jan GMT', '17:30 Tue 13 Jan GMT', '19:30 Tue 13 Jan GMT']] },
  { it: 'may end sooner, with bells 3 h and 1 h before', given, by: CLARKE, at, body: { ...body, until: '2026-01-13T14:00' }, shows: (d) => [ends(d), d.bells()], as: ['14:00 Tue 13 Jan GMT', ['11:00 Tue 13 Jan GMT', '13:00 Tue 13 Jan GMT']] },
  { it: 'owes the listing of the warrant hearing by hour 24', given, by: CLARKE, at, body, shows: (d) => d.taskDue('listWarrantHearing'), as: '08:30 Tue 13 Jan GMT' },
  { it: 'is refused before the second review', given, by: CLARKE, at: '2026-01-12T21:59:59', now: at, body, refused: ['BEFORE_SECOND_REVIEW'] },
  { it: 'may be given as the second review is done', given, by: CLARKE, at: '2026-01-12T22:00', body, shows: ends, as: '20:30 Tue 13 Jan GMT' },
  { it: 'is refused after one review', given: reviewedOnce, by: CLARKE, at, body, refused: ['BEFORE_SECOND_REVIEW'] },
  { it: 'may be given a second before the 24 hours end', given: atDawn, by: CLARKE, at: '2026-01-13T08:29:59', body, shows: (d) => d.unlawful('2026-01-13T12:00'), as: [] },
  { it: 'may be given as the 24 hours end', given: atDawn, by: CLARKE, at: '2026-01-13T08:30', body, shows: (d) => d.unlawful('2026-01-13T12:00'), as: [] },
  { it: 'is refused a second after the 24 hours', given: atDawn, by: CLARKE, at: '2026-01-13T08:30:01', body, refused: ['AFTER_24H'] },
  { it: 'may end a second before the 36 hours', given, by: CLARKE, at, body: { ...body, until: '2026-01-13T20:29:59' } },
  { it: 'is refused with an end beyond the 36 hours', given, by: CLARKE, at, body: { ...body, until: '2026-01-13T20:30:01' }, refused: ['PERIOD_TOO_LONG'] },
  { it: 'is refused with an end no later than itself', given, by: CLARKE, at, body: { ...body, until: at }, refused: ['PERIOD_TOO_SHORT'] },
  { it: 'drops the 24 hours for a further authority given before the first ends', given: toTwo, by: CLARKE, at: '2026-01-13T13:59:59', body, shows: ends, as: '20:30 Tue 13 Jan GMT' },
  { it: 'may be a further authority as the first ends', given: toTwo, by: CLARKE, at: '2026-01-13T14:00', body, shows: (d) => d.unlawful('2026-01-13T20:00'), as: [] },
  { it: 'is refused as a further authority once the first has ended', given: toTwo, by: CLARKE, at: '2026-01-13T14:00:01', body, refused: ['AUTHORITY_LAPSED'] },
  { it: 'is refused after the 36 hours', given: toTwo, by: CLARKE, at: '2026-01-13T20:30:01', body: { ...body, until: '2026-01-13T21:00' }, refused: ['AFTER_36H', 'AUTHORITY_LAPSED', 'PERIOD_TOO_LONG'] },
  { it: 'is refused where it is not necessary', given, by: CLARKE, at, body: { ...body, necessary: false }, refused: ['NOT_NECESSARY'] },
  { it: 'is refused where no offence is indictable', given: reviewed({ offenceCodes: ['CJ88001'] }), by: CLARKE, at, body, refused: ['NOT_INDICTABLE'] },
  { it: 'needs one indictable offence only', given: reviewed({ offenceCodes: ['CJ88001', 'TH68010'] }), by: CLARKE, at, body },
  { it: 'is refused where the investigation is not diligent', given, by: CLARKE, at, body: { ...body, diligent: false }, refused: ['NOT_DILIGENT'] },
  { it: 'is refused without the chance of representations', given, by: CLARKE, at, body: { ...body, representations: false }, refused: ['NO_REPRESENTATIONS_OPPORTUNITY'] },
  { it: 'is refused to a chief inspector', given, by: chiefInspector, at, body, refused: ['RANK_TOO_LOW'] },
  { it: 'may be given by one acting, inside the window', given, by: acting, at: '2026-01-13T05:59:59', body },
  { it: 'is refused to one acting whose window has ended', given, by: acting, at, body, refused: ['RANK_TOO_LOW'] },
  { it: 'is refused to the superintendent of another station', given, by: elsewhere, at, body, refused: ['NOT_RESPONSIBLE_FOR_STATION'] },
  { it: 'is refused by live link without consent', given, by: CLARKE, at, body: { ...body, method: 'liveLink' }, refused: ['REASON_REQUIRED'] },
  { it: 'may be given by live link with consent', given, by: CLARKE, at, body: { ...body, method: 'liveLink', liveLinkConsent: 'Consented after advice from Ms Roe' } },
  { it: 'takes nothing from an authority that reaches further', given: (d) => given(d).must('authoriseExtension', { by: CLARKE, at, body }), by: CLARKE, at: '2026-01-13T07:00', body: { ...EXTEND, until: '2026-01-13T10:00' }, shows: (d) => [d.due('authorityEnds'), d.unlawful('2026-01-13T20:30')], as: ['20:30 Tue 13 Jan GMT', []] },
  { it: 'is refused for a child without what was considered', given: reviewed({ dateOfBirth: '2009-05-01' }), by: CLARKE, at, body, refused: ['REASON_REQUIRED'] },
  { it: 'is refused for who may be vulnerable without what was considered', given: vulnerable, by: CLARKE, at, body, refused: ['REASON_REQUIRED'] },
  { it: 'is given for them with what was considered', given: vulnerable, by: CLARKE, at, body: { ...body, vulnerability: 'Low mood; sister heard; no alternative' } },
  { it: 'is given for a child with what was considered, on the record', given: reviewed({ dateOfBirth: '2009-05-01' }), by: CLARKE, at, body: { ...body, vulnerability: 'Aged 16; mother heard; no alternative', rightsReminded: true }, shows: (d) => d.says(), as: 'Detention extended by Supt Clarke to 20:30 Tue 13 Jan GMT. Forensic results expected. Considered: Aged 16; mother heard; no alternative. Reminded of unused rights' },
  { it: 'says what was weighed of a move to another area', given, by: CLARKE, at, body: { ...body, moveConsidered: 'Two hours to Kent' }, shows: (d) => d.says(), as: 'Detention extended by Supt Clarke to 20:30 Tue 13 Jan GMT. Forensic results expected. A move was weighed: Two hours to Kent' },
  { it: 'is refused for one who turns 18 the next day', given: reviewed({ dateOfBirth: '2008-01-14' }), by: CLARKE, at, body, refused: ['REASON_REQUIRED'] },
  { it: 'is given for one who turns 18 that day', given: reviewed({ dateOfBirth: '2008-01-13' }), by: CLARKE, at, body },
  { it: 'is refused under a warrant', given: warranted, by: CLARKE, at: '2026-01-13T19:00', body, refused: ['NOT_OPEN'] },
  { it: 'is refused after charge', given: charged, by: CLARKE, at, body, refused: ['NOT_OPEN'] },
  { it: 'is refused for one recalled to prison', given: reviewed({ authorityKind: 'RECALL_TO_PRISON' }), by: CLARKE, at, body, refused: ['NOT_OPEN'] },
  { it: 'is refused with every reason at once', given: reviewedOnce, by: VANCE, at, body: { ...body, necessary: false }, refused: ['BEFORE_SECOND_REVIEW', 'NOT_NECESSARY', 'NOT_RESPONSIBLE_FOR_STATION', 'RANK_TOO_LOW'] },
  { it: 'is refused after the release', given: gone, by: CLARKE, at, body, refused: ['OUT_OF_ORDER'] },
);
