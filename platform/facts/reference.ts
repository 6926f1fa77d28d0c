import type { Knex } from 'knex';
import type { OffenceFact } from '#domain/shared/facts';
import { anywhere, likeness } from '../likeness.ts';

interface OffenceRow { readonly code: string; readonly title: string; readonly offence_class: OffenceFact['offenceClass'] }

/** An offence as custody needs it: either-way offences are indictable (CUS-50). */
const asFact = (r: OffenceRow): OffenceFact => ({ code: r.code, title: r.title, offenceClass: r.offence_class, indictable: r.offence_class !== 'SUMMARY' });

export async function offencesByCode(trx: Knex, codes: readonly string[]): Promise<Record<string, OffenceFact>> {
  if (codes.length === 0) return {};
  const rows = (await trx('reference.offence').select('code', 'title', 'offence_class').whereIn('code', [...codes])) as OffenceRow[];
  return Object.fromEntries(rows.map((r) => [r.code, asFact(r)]));
}

/** Offences by words or code, best first; where none fits, the nearest words (`didYouMean`). */
export async function searchOffences(trx: Knex, asked: string): Promise<{ offences: OffenceFact[]; didYouMean: string | null }> {
  const words = asked.toLowerCase().split(/\s+/).filter(Boolean);
  const fitting = (await trx('reference.offence').select('code', 'title', 'offence_class')
    .where((q) => { for (const word of words) q.whereILike('title', anywhere(word)); }).orWhere('code', asked.toUpperCase()).orderByRaw('title ilike ? desc, length(title)', [`${likeness(asked)}%`]).limit(20)) as OffenceRow[];
  if (fitting.length > 0) return { offences: fitting.map(asFact), didYouMean: null };
  const { rows } = (await trx.raw(
    `select word from (select distinct unnest(regexp_split_to_array(lower(title), '[^a-z]+')) as word from reference.offence) w
     where length(word) > 3 order by similarity(word, ?) desc limit 1`, [asked.toLowerCase()],
  )) as { rows: { word: string }[] };
  return { offences: [], didYouMean: rows[0]?.word ?? null };
}
