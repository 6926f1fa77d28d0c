import { held, officer, when } from '../../../shared/example.ts';
import { CLARKE, custodyCases, detained, HALE, MARSH, OKORO, RAO, type Detention } from '../example-detention.ts';

const at = '2026-01-12T12:00';
const body = { decision: 'The nurse first: the custody officer’s duty prevails' };
const given = (d: Detention) => detained(d).must('recordRankConflict', { by: OKORO, at: '2026-01-12T11:00', body: { seniorName: 'Ch Supt Hall', seniorPosition: 'Interview now', custodyOfficerPosition: 'The nurse first' } });
const settled = (d: Detention) => given(d).must('settleRankConflict', { by: CLARKE, at, body });
const onShift = { ...held('superintendent', HALE), to: when(at) };
const acting = { rank: 'superintendent' as const, giverId: 'Cmdr Hart', giverName: 'Cmdr Hart', giverRank: 'commander' as const, from: when('2026-01-12T06:00'), to: when(at), reason: 'Absence' };
const moss = officer('Supt Moss', 'superintendent', [held('superintendent', MARSH)]);
const reed = officer('Supt Reed', 'superintendent', [onShift]);
const dale = officer('Ch Insp Dale', 'chief_inspector', [held('superintendent', HALE)], { acting });

/** CUS-12, CUS-14, CUS-15. */
export const actCases = custodyCases(
  { it: 'ends what is owed', given, by: CLARKE, at, body, shows: (d) => [d.owed(), d.says()], as: [[], 'Conflict of rank settled by Supt Clarke: The nurse first: the custody officer’s duty prevails'] },
  { it: 'may be decided to the end of the superintendent’s shift', given, by: reed, at: '2026-01-12T11:59:59', body },
  { it: 'is refused at the end of the shift', given, by: reed, at, body, refused: ['NOT_RESPONSIBLE_FOR_STATION'] },
  { it: 'is refused to the superintendent of another station', given, by: moss, at, body, refused: ['NOT_RESPONSIBLE_FOR_STATION'] },
  { it: 'may be decided by a chief inspector while acting', given, by: dale, at: '2026-01-12T11:59:59', body },
  { it: 'is refused to a chief inspector once the acting rank has ended', given, by: dale, at, body, refused: ['RANK_TOO_LOW'] },
  { it: 'is refused with every reason at once', given, by: RAO, at, body, refused: ['NOT_RESPONSIBLE_FOR_STATION', 'RANK_TOO_LOW'] },
  { it: 'is refused where there is none', given: (d) => detained(d), by: CLARKE, at, body, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused before it arose', given, by: CLARKE, at: '2026-01-12T10:59:59', now: at, body, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused twice', given: settled, by: CLARKE, at: '2026-01-12T13:00', body, refused: ['OUT_OF_ORDER'] },
);
