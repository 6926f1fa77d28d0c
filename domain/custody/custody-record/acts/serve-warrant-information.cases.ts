import { codes } from '../../../shared/example.ts';
import { arrived, custodyCases, detained, extended, INFORMATION, LIM, released, type Detention } from '../example-detention.ts';

const at = '2026-01-13T16:00';
const given = (d: Detention) => extended(d).must('recordHearingListed', { by: LIM, at: '2026-01-13T12:00', body: { listedFor: '2026-01-13T18:00', court: 'Camberwell', reference: 'W/7' } });
const apply = (time: string) => (d: Detention) => codes(d.what('applyForWarrant', { by: LIM, at: time, now: '2026-01-13T18:00' }));

/** CUS-66, CUS-67. */
export const actCases = custodyCases(
  { it: 'meets the duty to serve it', given, by: LIM, at, body: INFORMATION, shows: (d) => d.taskDue('serveWarrantInformation'), as: 'not owed' },
  { it: 'lets the application be made as it is served', given, by: LIM, at, body: INFORMATION, shows: apply(at), as: [] },
  { it: 'lets no application be made before it is served', given, by: LIM, at, body: INFORMATION, shows: apply('2026-01-13T15:59:59'), as: ['COPY_NOT_SERVED'] },
  { it: 'may be served before the court has listed it', given: extended, by: LIM, at, body: INFORMATION, shows: apply('2026-01-13T18:00'), as: [] },
  { it: 'is refused before detention is authorised', given: (d) => arrived(d), by: LIM, at: '2026-01-12T08:40', body: INFORMATION, refused: ['OUT_OF_ORDER'] },
  { it: 'is refused for one recalled to prison', given: (d) => detained(d, { authorityKind: 'RECALL_TO_PRISON' }), by: LIM, at: '2026-01-12T16:00', body: INFORMATION, refused: ['NOT_OPEN'] },
  { it: 'is refused after the release', given: released, by: LIM, at, body: INFORMATION, refused: ['OUT_OF_ORDER'] },
);
