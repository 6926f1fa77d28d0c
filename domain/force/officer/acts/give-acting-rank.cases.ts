import { Example, officer, type ActCases } from '../../../shared/example.ts';
import { officerKind } from '../officer-kind.ts';
import { rankAt, type Officer } from '../officer.ts';

type Career = Example<Officer, object>;
const ADMIN = officer('Ms Frost', 'staff');
const at = '2026-01-12T09:00';
const giver = officer('30000000-0000-4000-8000-000000000001', 'superintendent');
const chief = officer('30000000-0000-4000-8000-000000000002', 'chief_superintendent');
const below = officer('30000000-0000-4000-8000-000000000003', 'chief_inspector');
const facts = { officers: Object.fromEntries([giver, chief, below].map((o) => [o.id, o])) };
const body = { rank: 'inspector', giverId: giver.id, from: '2026-01-12T10:00', to: '2026-01-12T18:00', reason: 'The inspector is ill' };
const superintendent = { ...body, rank: 'superintendent', giverId: chief.id };
const appointed = (rank: string) => (o: Career) => o.must('appointOfficer', { by: ADMIN, at: '2026-01-05T09:00', body: { name: 'Grace Okoro', rank } });
const given = appointed('sergeant');
const acting = (o: Career) => o.record.acting.map((a) => [a.rank, a.giverId, a.from, a.to]);

/** CUS-12, PACE s.107. */
export const actCases: ActCases<Career> = { start: () => new Example(officerKind), cases: [
  { it: 'lets a sergeant exercise an inspector’s powers by a superintendent’s authority', given, by: ADMIN, at, facts, body, shows: acting, as: [['inspector', giver.id, '2026-01-12T10:00:00.000Z', '2026-01-12T18:00:00.000Z']] },
  { it: 'leaves the substantive rank', given, by: ADMIN, at, facts, body, shows: (o) => [rankAt(o.record), o.kind.columns(o.record, {}).short_name], as: ['sergeant', 'PS Okoro'] },
  { it: 'lets a chief inspector exercise a superintendent’s by an officer above that rank', given: appointed('chief_inspector'), by: ADMIN, at, facts, body: superintendent, shows: acting, as: [['superintendent', chief.id, '2026-01-12T10:00:00.000Z', '2026-01-12T18:00:00.000Z']] },
  { it: 'is refused by a superintendent’s own authority', given: appointed('chief_inspector'), by: ADMIN, at, facts, body: { ...superintendent, giverId: giver.id }, refused: ['GIVER_RANK_TOO_LOW'] },
  { it: 'is refused to a sergeant by a chief inspector’s authority', given, by: ADMIN, at, facts, body: { ...body, giverId: below.id }, refused: ['GIVER_RANK_TOO_LOW'] },
  { it: 'is refused by the authority of nobody known', given, by: ADMIN, at, facts: {}, body, refused: ['GIVER_RANK_TOO_LOW'] },
  { it: 'is refused to a constable', given: appointed('constable'), by: ADMIN, at, facts, body, refused: ['ACTING_RANK_NOT_ALLOWED'] },
  { it: 'is refused to an inspector for a superintendent’s powers', given: appointed('inspector'), by: ADMIN, at, facts, body: superintendent, refused: ['ACTING_RANK_NOT_ALLOWED'] },
  { it: 'is refused before the appointment', given, by: ADMIN, at: '2026-01-05T08:59:59', now: at, facts, body, refused: ['ACTING_RANK_NOT_ALLOWED'] },
  { it: 'is refused where it ends as it begins', given, by: ADMIN, at, facts, body: { ...body, to: body.from }, refused: ['WINDOW_REQUIRED'] },
  { it: 'may begin as it is given', given, by: ADMIN, at, facts, body: { ...body, from: at } },
  { it: 'is refused from a second before it is given', given, by: ADMIN, at, facts, body: { ...body, from: '2026-01-12T08:59:59' }, refused: ['ACTING_RANK_BACKDATED'] },
  { it: 'may last a second', given, by: ADMIN, at, facts, body: { ...body, to: '2026-01-12T10:00:01' } },
  { it: 'is not entered by the officer it is for', given, by: officer('example', 'sergeant'), at, facts, body, refused: ['OWN_RANK'] },
  { it: 'is refused with every reason at once', given: appointed('constable'), by: ADMIN, at, facts: {}, body: { ...body, to: body.from }, refused: ['ACTING_RANK_NOT_ALLOWED', 'GIVER_RANK_TOO_LOW', 'WINDOW_REQUIRED'] },
] };
