import type { Knex } from 'knex';
import type { EarlierDetention } from '#domain/shared/facts';
import type { Instant } from '#domain/shared/time';

interface Row { readonly id: string; readonly custody_number: string; readonly status: string; readonly in_custody: boolean; readonly arrived_at: Instant | null; readonly offence_codes: string[]; readonly ended_at: Instant | null; readonly ending: string; readonly station: string | null }

/** Detentions of a confirmed person in this force, newest first (CUS-39). */
export async function earlierDetentions(trx: Knex, personId: string): Promise<EarlierDetention[]> {
  const rows = (await trx('custody.custody_record as r').leftJoin('force.station as s', 's.station_id', 'r.station_id')
    .select('r.id', 'r.custody_number', 'r.status', 'r.in_custody', 'r.arrived_at', 'r.offence_codes', 'r.ended_at', 'r.ending', 's.name as station').where('r.person_id', personId).orderBy('r.created_at', 'desc').limit(50)) as Row[];
  return rows.map((r) => ({
    recordId: r.id, custodyNumber: r.custody_number, stationName: r.station ?? '', inCustody: r.in_custody, arrivedAt: r.arrived_at, onBail: r.status === 'onBail', offenceCodes: r.offence_codes, endedAt: r.ended_at, ending: r.ending || null,
  }));
}
