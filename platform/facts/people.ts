import type { Knex } from 'knex';
import type { EarlierDetention } from '#domain/shared/facts';
import type { Scoped } from '#domain/shared/policy/policy';
import type { Instant } from '#domain/shared/time';

/** A detention of the force with the scope it is permitted by, for who decides whether it may be opened. */
export interface KnownDetention extends EarlierDetention, Scoped {}

interface Row { readonly id: string; readonly custody_number: string; readonly status: string; readonly in_custody: boolean; readonly arrived_at: Instant | null; readonly offence_codes: string[]; readonly ended_at: Instant | null; readonly ending: string; readonly station: string | null; readonly station_id: string; readonly team_id: string; readonly restricted: boolean }

const detentions = (trx: Knex): Knex.QueryBuilder => trx('custody.custody_record as r').leftJoin('force.station as s', 's.station_id', 'r.station_id')
  .select('r.id', 'r.custody_number', 'r.status', 'r.in_custody', 'r.arrived_at', 'r.offence_codes', 'r.ended_at', 'r.ending', 'r.station_id', 'r.team_id', 'r.restricted', 's.name as station').orderBy('r.created_at', 'desc').limit(50);

const asKnown = (rows: readonly Row[]): KnownDetention[] => rows.map((r) => ({
  recordId: r.id, custodyNumber: r.custody_number, stationName: r.station ?? '', inCustody: r.in_custody, arrivedAt: r.arrived_at, onBail: r.status === 'onBail', offenceCodes: r.offence_codes, endedAt: r.ended_at, ending: r.ending || null,
  stationId: r.station_id, teamId: r.team_id, restricted: r.restricted,
}));

/** Detentions of a confirmed person in this force, newest first (CUS-39); of every station where Peel itself asks. */
export const earlierDetentions = async (trx: Knex, personId: string): Promise<KnownDetention[]> => asKnown((await detentions(trx).where('r.person_id', personId)) as Row[]);

/** Detentions under exactly that name and date of birth, or with none known, whom nobody has confirmed as a person: perhaps the same, perhaps not. */
export const unconfirmedDetentions = async (trx: Knex, name: string, dateOfBirth: string | null): Promise<KnownDetention[]> =>
  asKnown((await detentions(trx).where('r.person_id', '').whereRaw('lower(r.name) = ?', [name.toLowerCase()]).whereRaw("coalesce(r.board ->> 'dateOfBirth', '') in ('', ?)", [dateOfBirth ?? ''])) as Row[]);
