import PostgresClient from 'knex/lib/dialects/postgres/index.js';

/** A text is worth a plan of its own once it has been said this often. */
const OFTEN = 3;
/** Plans lie in the memory of every connection: lists of many lengths do not fill it. */
const MOST_NAMES = 200;
const MOST_TEXTS = 2_000;

const said = new Map<string, number>();
const names = new Map<string, string>();

/** A plan is kept for the columns it found: what asks for all of them would fail where a migration adds one while Peel runs. */
const mayBeKept = (text: string): boolean => !text.includes('*');

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= MOST_NAMES || !mayBeKept(text)) return known;
  const times = (said.get(text) ?? 0) + 1;
  if (said.size < MOST_TEXTS || said.has(text)) said.set(text, times);
  if (times < OFTEN) return undefined;
  said.delete(text);
  names.set(text, `peel_${names.size}`);
  return names.get(text);
}

interface Statement { readonly sql: string; readonly bindings?: readonly unknown[]; options?: object }

/**
 * knex's client for PostgreSQL, with the plans of statements that are said often kept by the server: planning through row-level
 * security took longer than running.
 */
export class PreparedClient extends PostgresClient {
  override _query(connection: unknown, statement: Statement): Promise<unknown> {
    const name = statement.bindings?.length ? nameOf(statement.sql) : undefined;
    if (name) statement.options = { ...statement.options, name };
    return super._query(connection, statement as never);
  }
}
