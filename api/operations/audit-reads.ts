import type { Knex } from 'knex';
import * as z from 'zod/mini';
import { plain } from '#domain/shared/fields';
import { readTime } from '#domain/shared/local-time';
import type { Instant } from '#domain/shared/time';
import { asSystem, type Database, type Work } from '#platform/database';
import { recordsNumbered } from '#platform/facts/custody';
import { anywhere, likeness } from '#platform/likeness';
import { badShape } from '../shared/errors.ts';
import type { Asked } from '../shared/route.ts';
import { AUDIT_USES, mayBeOneOfSeveral, outcomeCodes, outcomeWords, verbWords, type AuditUse } from './audit-words.ts';

const maybe = (most = 200) => z._default(z.string('Enter text.').check(z.trim(), z.maxLength(most, `Keep it under ${most} characters.`)), '');

/** What an auditor asks for; the use and the reason become the purpose of the line this look leaves (REC-32). */
export const auditQuery = z.object({
  use: z.enum(Object.keys(AUDIT_USES) as [AuditUse, ...AuditUse[]], 'Choose what the log is used for. DPA 2018 s.62(4)'),
  reason: z.string('Say why you look.').check(z.trim(), z.minLength(3, 'Say why you look.'), z.maxLength(200, 'Keep the reason under 200 characters.'), plain()),
  officer: maybe(100), record: maybe(100), verb: maybe(60), outcome: maybe(60), from: maybe(40), to: maybe(40), before: maybe(60),
});

const line = z.object({
  id: z.number(), at: z.string(), atWall: z.string(), who: z.string(), whoId: z.string(), onBehalfOf: z.nullable(z.string()), verb: z.string(), verbWords: z.string(), subjectType: z.string(), subjectIds: z.array(z.string()),
  purpose: z.string(), outcome: z.string(), outcomeWords: z.string(), refusals: z.array(z.string()), requestId: z.string(),
});
export const auditSchema = z.object({ lines: z.array(line), next: z.nullable(z.string()), officers: z.nullable(z.array(z.string())), records: z.nullable(z.array(z.string())) });
type Answer = z.infer<typeof auditSchema>;

interface Row {
  readonly id: number; readonly at: string; readonly platform_at: Instant; readonly actor: string; readonly actor_name: string; readonly on_behalf_of: string | null; readonly verb: string; readonly subject_type: string; readonly subject_ids: readonly string[];
  readonly purpose: string; readonly outcome: string; readonly request_id: string; readonly detail: { readonly refusals?: readonly string[] };
}
interface Named { readonly id: string; readonly name: string }
/** What the words of a search turned out to name; null where nothing was asked, [] where nothing answers to it. */
interface Found { readonly officers: readonly Named[] | null; readonly records: readonly string[] | null; readonly from: Instant | null; readonly to: Instant | null }

const PAGE = 50;
const MOST_OFFICERS = 20;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Lines of the log, newest first by platform time, a page at a time. A page begins where the last one ended, by the line's own
 * key, so that lines written meanwhile move nothing. The look leaves its own line: what was asked, and how many lines were shown.
 */
export async function searchAudit(asked: Asked, { trx, audit }: Work): Promise<Answer> {
  const query = asked.body as z.infer<typeof auditQuery>;
  audit.says({ verb: 'read', subjectType: 'AuditEvent', purpose: `Audit log: ${AUDIT_USES[query.use]}: ${query.reason}` });
  const found = await lookUp(asked.db, query);
  const rows = nothingFits(found) ? [] : await page(trx, query, found);
  const shown = rows.slice(0, PAGE);
  const names = await namesOf(asked.db, shown);
  audit.says(lookedAt(query, found, shown));
  return { lines: shown.map((r) => asLine(r, names)), next: rows.length > PAGE ? keyOf(shown.at(-1)!) : null, ...named(found) };
}

const named = ({ officers, records }: Found): Pick<Answer, 'officers' | 'records'> => ({ officers: officers?.map((o) => o.name) ?? null, records: records ? [...records] : null });

/** What the look's own line holds: whom and what was asked for, how many lines were shown and which. */
const lookedAt = (query: z.infer<typeof auditQuery>, { officers, records, from, to }: Found, shown: readonly Row[]) => ({
  subjectIds: [...(officers ?? []).map((o) => o.id), ...(records ?? [])], detail: { lines: shown.length, newest: shown[0]?.id ?? null, oldest: shown.at(-1)?.id ?? null, verb: query.verb, outcome: query.outcome, from, to },
});

const nothingFits = ({ officers, records }: Found): boolean => officers?.length === 0 || records?.length === 0;

function page(trx: Knex, query: z.infer<typeof auditQuery>, found: Found): Promise<Row[]> {
  const lines = trx('audit.event').select('id', 'at', 'platform_at', 'actor', 'actor_name', 'on_behalf_of', 'verb', 'subject_type', 'subject_ids', 'purpose', 'outcome', 'request_id', 'detail').orderBy([{ column: 'platform_at', order: 'desc' }, { column: 'id', order: 'desc' }]).limit(PAGE + 1);
  if (found.officers) void lines.whereIn('actor', found.officers.map((o) => o.id));
  if (found.records) void lines.whereRaw('subject_ids && ?::text[]', [[...found.records]]);
  if (query.verb) void lines.where((line) => withVerb(line, query.verb));
  if (query.outcome) void lines.whereIn('outcome', [...outcomeCodes(query.outcome)]);
  if (found.from) void lines.where('platform_at', '>=', found.from);
  if (found.to) void lines.where('platform_at', '<', found.to);
  if (query.before) void lines.whereRaw('(platform_at, id) < (?::timestamptz, ?::bigint)', keyIn(query.before));
  return lines as unknown as Promise<Row[]>;
}

/** Spelt as the index of lines with several verbs is. */
function withVerb(line: Knex.QueryBuilder, verb: string): void {
  void line.where({ verb });
  if (mayBeOneOfSeveral(verb)) void line.orWhereRaw("verb like '%,%' and string_to_array(verb, ',') @> array[?]", [verb]);
}

/** Where the next page begins: the last line's place in the order. */
const keyOf = (row: Row): string => `${row.platform_at}/${row.id}`;
function keyIn(text: string): [string, string] {
  const [, at, id] = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)\/(\d{1,18})$/.exec(text) ?? [];
  if (!at || !id) throw badShape([{ field: 'before', message: 'That is no place in the log. Search again.' }]);
  return [at, id];
}

/** Officers are named by words and records by number: Peel looks both up itself, for an auditor may open neither. */
async function lookUp(db: Database, query: z.infer<typeof auditQuery>): Promise<Found> {
  const span = { from: timeOf('from', query.from), to: timeOf('to', query.to) };
  return asSystem(db, async ({ trx }) => ({ ...span, officers: query.officer ? await officersNamed(trx, query.officer) : null, records: query.record ? await recordsCalled(trx, query.record) : null }));
}

function timeOf(field: 'from' | 'to', text: string): Instant | null {
  if (text === '') return null;
  const read = readTime(text);
  if ('problem' in read) throw badShape([{ field, message: read.problem.message }]);
  return read.at;
}

async function officersNamed(trx: Knex, words: string): Promise<Named[]> {
  if (UUID.test(words) || words.startsWith('system:') || words === 'nobody') return [{ id: words.toLowerCase(), name: words }];
  return (await trx('force.officer').select(trx.raw('id::text as id'), 'name').whereILike('name', anywhere(words)).orWhereILike('short_name', likeness(words)).orderBy('name').limit(MOST_OFFICERS)) as unknown as Named[];
}

const recordsCalled = (trx: Knex, words: string): Promise<string[]> => (UUID.test(words) ? Promise.resolve([words.toLowerCase()]) : recordsNumbered(trx, words));

/** Who acted by name: lines of attempts that failed hold only the id. */
async function namesOf(db: Database, rows: readonly Row[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(rows.flatMap((r) => [r.actor, r.on_behalf_of ?? '']))].filter((id) => UUID.test(id));
  const named = await asSystem(db, ({ trx }) => trx('force.officer').select(trx.raw('id::text as id'), 'short_name as name').whereIn('id', ids) as unknown as Promise<Named[]>);
  return new Map(named.map((n) => [n.id, n.name]));
}

const OTHERS: Readonly<Record<string, string>> = { nobody: 'Nobody signed in', system: 'Peel' };
const nameOf = (id: string, said: string, names: ReadonlyMap<string, string>): string => names.get(id) ?? OTHERS[id] ?? (id.startsWith('system:') ? `Peel (${id.slice('system:'.length)})` : said);

const asLine = (r: Row, names: ReadonlyMap<string, string>): Answer['lines'][number] => ({
  id: r.id, at: r.platform_at, atWall: r.at, who: nameOf(r.actor, r.actor_name, names), whoId: r.actor, onBehalfOf: r.on_behalf_of ? nameOf(r.on_behalf_of, r.on_behalf_of, names) : null,
  verb: r.verb, verbWords: verbWords(r.verb), subjectType: r.subject_type, subjectIds: [...r.subject_ids], purpose: r.purpose, outcome: r.outcome, outcomeWords: outcomeWords(r.outcome), refusals: [...(r.detail.refusals ?? [])], requestId: r.request_id,
});
