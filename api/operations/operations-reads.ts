import * as z from 'zod/mini';
import { RECORD_KINDS } from '#domain/records';
import type { LawRow } from '#domain/shared/law';
import { localDate } from '#domain/shared/local-time';
import type { Instant } from '#domain/shared/time';
import { buildWords, readBuild, type Build } from '#platform/build';
import type { ServerState } from '#platform/count-workflows';
import type { Work } from '#platform/database';
import type { Fault } from '#platform/find-late';
import { readHeard, type Heard } from '#platform/engine-state';
import { readHolds } from '#platform/holds';
import { readLag } from '#platform/outbox-lease';
import { tableOf } from '#platform/record-store';
import { bellError, engineWords, faultWords, kindWords, processWords, statusWords } from './operations-words.ts';

const counts = z.array(z.object({ status: z.string(), words: z.string(), count: z.number() }));
const byKind = z.array(z.object({ kind: z.string(), words: z.string(), open: z.number(), counts }));
const holdSchema = z.object({ id: z.string(), what: z.string(), reason: z.string(), heldBy: z.string(), heldById: z.string(), heldAt: z.string(), leftMs: z.number() });

/** Wall times are the server's and say so by their name; `now` is the platform's clock. */
export const operationsSchema = z.object({
  now: z.string(), engine: z.object({ up: z.boolean(), why: z.string() }),
  relay: z.object({ waiting: z.number(), oldestMs: z.number(), failing: z.number(), lastError: z.nullable(z.string()) }),
  processes: z.array(z.object({ name: z.string(), purpose: z.string(), up: z.boolean(), says: z.string() })),
  workflows: z.nullable(z.object({ agoMs: z.number(), kinds: byKind })), records: byKind, openTasks: z.number(), openAlarms: z.number(),
  defects: z.array(z.object({ id: z.number(), atWall: z.string(), recordKind: z.string(), kindWords: z.string(), recordId: z.string(), what: z.string() })), defectsToday: z.number(),
  holds: z.array(holdSchema), versions: z.array(z.object({ what: z.string(), version: z.string() })),
});
export type Operations = z.infer<typeof operationsSchema>;

const SHOWN = 20;
const API_BUILD = readBuild();

/** Counts only, of everything: an administrator sees how much there is, and nothing of it (policy.md). */
export async function operations({ trx, now, becomeSystem }: Work): Promise<Operations> {
  const { oldest, lastError, ...lag } = await readLag(trx);
  const heard = await readHeard(trx);
  const seen = {
    defects: await defects(trx), defectsToday: await countOf(trx('platform.defect').where('at', '>', trx.raw("clock_timestamp() - interval '24 hours'"))),
    holds: await readHolds(trx), versions: await versions(trx, heard, now),
  };
  await becomeSystem(); // an administrator's own sight reaches no record, task or alarm: from here on only numbers leave
  const records = await recordsByState(trx);
  const server = heard.find((h) => h.name === 'temporal');
  return {
    now, engine: engineWords(heard), relay: { ...lag, oldestMs: oldest, lastError: bellError(lastError) }, processes: processWords(heard), ...seen,
    workflows: server ? { agoMs: server.ageMs, kinds: workflowsByState(server.detail as ServerState, records) } : null, records,
    openTasks: await countOf(trx('work.task').where({ status: 'open' })), openAlarms: await countOf(trx('work.alarm').whereNull('ended_at')),
  };
}

type Trx = Work['trx'];
type Counts = Operations['records'];

const countOf = async (query: { count: (column: string) => PromiseLike<unknown> }): Promise<number> => Number(((await query.count('* as count')) as { count: number }[])[0]?.count ?? 0);

async function recordsByState(trx: Trx): Promise<Counts> {
  const found: Counts = [];
  for (const kind of RECORD_KINDS) {
    const rows = (await trx(tableOf(kind)).select('status', trx.raw('count(*)::int as count'), trx.raw('count(*) filter (where not ended)::int as open')).groupBy('status').orderBy('status')) as { status: string; count: number; open: number }[];
    found.push({ kind: kind.kind, words: kindWords(kind.kind), open: rows.reduce((sum, r) => sum + r.open, 0), counts: rows.map((r) => ({ status: r.status, words: statusWords(r.status), count: r.count })) });
  }
  return found;
}

/** Beside each kind's runs stands how many of its records are open: each of those should have one run that goes on. */
const workflowsByState = (server: ServerState, records: Counts): Counts => records.filter((r) => RECORD_KINDS.some((k) => k.process && k.kind === r.kind))
  .map(({ kind, words, open }) => ({ kind, words, open, counts: server.workflows.filter((w) => w.kind === kind).map(({ status, count }) => ({ status, words: statusWords(status), count })) }));

async function defects(trx: Trx): Promise<Operations['defects']> {
  const rows = (await trx('platform.defect').select('id', 'at', 'record_kind', 'record_id', 'what', 'detail').orderBy('id', 'desc').limit(SHOWN)) as { id: number; at: string; record_kind: string; record_id: string; what: Fault['what']; detail: object }[];
  return rows.map((r) => ({ id: r.id, atWall: r.at, recordKind: r.record_kind, kindWords: kindWords(r.record_kind), recordId: r.record_id, what: faultWords({ what: r.what, ...r.detail } as Fault) }));
}

async function versions(trx: Trx, heard: readonly Heard[], now: Instant): Promise<Operations['versions']> {
  const { rows: [database] } = (await trx.raw(`select current_setting('server_version') as version, (select name from public.migration order by id desc limit 1) as migration`)) as { rows: [{ version: string; migration: string | null }] };
  const built = (name: string): string => { const build = (heard.find((h) => h.name === name)?.detail as { build?: Build } | undefined)?.build; return build ? buildWords(build) : 'not heard'; };
  const temporal = (heard.find((h) => h.name === 'temporal')?.detail as ServerState | undefined)?.serverVersion;
  return [
    { what: 'Peel (api)', version: buildWords(API_BUILD) }, { what: 'Worker', version: built('worker') }, { what: 'Relay', version: built('relay') }, { what: 'Node.js', version: API_BUILD.node },
    { what: 'PostgreSQL', version: database.version }, { what: 'Temporal server', version: temporal ?? 'not heard' }, { what: 'Newest migration', version: database.migration ?? 'none' }, { what: 'Newest row of the law in force', version: newestLaw(now) },
  ];
}

interface LawTable { readonly [name: string]: LawTable | readonly LawRow<unknown>[] }
const rowsIn = (table: LawTable | readonly LawRow<unknown>[]): readonly LawRow<unknown>[] => (Array.isArray(table) ? (table as LawRow<unknown>[]) : Object.values(table as LawTable).flatMap(rowsIn));

/** `in force from 2026-02-05: PACE s.41 (CUS-30)`: by which law's text the clocks run today. */
function newestLaw(now: Instant): string {
  const row = RECORD_KINDS.flatMap((kind) => rowsIn(kind.law as LawTable)).filter((r) => r.from <= now).toSorted((a, b) => b.from.localeCompare(a.from))[0];
  return row ? `${localDate(row.from)}: ${row.law} (${row.rule})` : 'none';
}
