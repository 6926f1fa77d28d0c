import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import knex from 'knex';
import { roleUrl, type Config } from './config.ts';

/** Loads the offence index from its file, adding and renewing rows; returns how many there are. */
export async function loadReference(config: Config, file = new URL('../reference/offence-codes.csv', import.meta.url)): Promise<number> {
  const rows = parse(readFileSync(file), { columns: true, comment: '#', comment_no_infix: true, bom: true, skip_empty_lines: true, relax_column_count: true }) as Record<string, string>[];
  const offences = rows.map((r) => ({ code: r['cjs_code']!, title: r['title']!, offence_class: r['offence_class']!, category: r['category']!, recordable: r['pnc_recordable'] === 'true' }));
  const owner = knex({ client: 'pg', connection: roleUrl(config, 'migrator'), pool: { min: 0, max: 1 } });
  try {
    await owner('reference.offence').insert(offences).onConflict('code').merge();
    return offences.length;
  } finally {
    await owner.destroy();
  }
}
