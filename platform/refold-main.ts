import { isDeepStrictEqual } from 'node:util';
import { RECORD_KINDS } from '#domain/records';
import { effectiveEvents, fold, type RecordKind } from '#domain/shared/record-kind';
import { readConfig } from './config.ts';
import { asSystem, connect, type Database } from './database.ts';
import { readEvents, tableOf } from './record-store.ts';

/** Compares every record's stored state with the fold of its events; a difference is a defect to look into, never mended in silence. */
async function compare(db: Database, kind: RecordKind): Promise<{ records: number; differing: string[] }> {
  return asSystem(db, async ({ trx }) => {
    const rows = (await trx(tableOf(kind)).select('id', 'state')) as { id: string; state: unknown }[];
    const differing: string[] = [];
    for (const row of rows) {
      const { state } = fold(kind, effectiveEvents(await readEvents(trx, kind, row.id)));
      if (!isDeepStrictEqual(JSON.parse(JSON.stringify(state)), row.state)) differing.push(row.id);
    }
    return { records: rows.length, differing };
  });
}

const db = connect('engine', readConfig(), 2);
let faults = 0;
for (const kind of RECORD_KINDS) {
  const { records, differing } = await compare(db, kind);
  faults += differing.length;
  process.stdout.write(`${kind.kind}: ${records} records, ${differing.length} differ from the fold of their events${differing.length ? `: ${differing.slice(0, 10).join(', ')}` : ''}\n`);
}
await db.close();
process.exitCode = faults === 0 ? 0 : 1;
