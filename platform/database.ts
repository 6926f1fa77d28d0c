import knex, { type Knex } from 'knex';
import pg from 'pg';
import type { Actor } from '#domain/shared/actor';
import { actorId, actorName } from '#domain/shared/actor';
import type { Instant } from '#domain/shared/time';
import { roleUrl, type Config, type DatabaseRole } from './config.ts';
import { writeAudit, type AuditLine } from './audit.ts';
import { PreparedClient } from './prepared-client.ts';

pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString());

export interface Database {
  readonly knex: Knex;
  readonly role: DatabaseRole;
  readonly close: () => Promise<void>;
}

/** node-postgres has it; knex's types do not know it yet. */
const AT_ONCE = { pipeline: true };

/**
 * A pool for one of Peel's roles. It is private to this module's `withActor`, `asSystem` and `alone` (tests/architecture holds it).
 * Statements travel as soon as they are issued and run in that order (`send`): an act waits for few journeys,
 * not for one a statement.
 */
export function connect(role: DatabaseRole, config: Config, size = 10): Database {
  const pool = knex({ client: PreparedClient, connection: { connectionString: roleUrl(config, role), application_name: `peel ${role}`, ...AT_ONCE }, pool: { min: 0, max: size }, compileSqlOnError: false });
  return { knex: pool, role, close: () => pool.destroy() };
}

/**
 * Issues a statement at once; a builder that is merely awaited goes a moment later, behind what was issued after it. Those that
 * rest on one another keep the order of their calls.
 */
export const send = <T>(statement: PromiseLike<T>): Promise<T> => new Promise((resolve, reject) => { statement.then(resolve, reject); });

/** One subject's reach: everything, or the stations and teams named (policy.md, "Scope"). */
export interface Grant {
  readonly all: boolean;
  readonly stations: readonly string[];
  readonly teams: readonly string[];
  readonly restricted?: boolean;
}

/** What row-level security reads: set for one transaction, never from a request body. */
export interface Claims {
  readonly officerId: string;
  readonly system?: true;
  /** Whom Peel acts for, once it goes on as system. */
  readonly for?: string;
  readonly grants: Readonly<Record<string, Grant>>;
}

export const SYSTEM_CLAIMS: Claims = { officerId: 'system', system: true, grants: {} };

/** Who asks, for what, in which request: the audit line's first half. */
export interface Caller {
  readonly actor: Actor;
  readonly claims: Claims;
  readonly purpose: string;
  readonly requestId: string;
  readonly sessionId: string | null;
}

export interface Work {
  readonly trx: Knex.Transaction;
  /** The platform's clock when the transaction began; of a command when it had its record. */
  readonly now: Instant;
  readonly audit: Audit;
  /** Goes on as Peel itself on behalf of the caller: writes need it, and of reads what the law asks of the whole force (CUS-39). */
  readonly becomeSystem: () => Promise<void>;
}

/** Collects what one transaction did and showed; written once, before it commits. */
export interface Audit {
  readonly shows: (subjectType: string, ids: readonly string[]) => void;
  readonly says: (line: Partial<AuditLine>) => void;
}

const setClaims = (trx: Knex.Transaction, claims: Claims) =>
  trx.raw("select set_config('peel.claims', ?, true), set_config('lock_timeout', '2s', true), platform.now() as now", [JSON.stringify(claims)]);

function collectAudit(caller: Caller, now: Instant): { audit: Audit; line: () => AuditLine } {
  let said: Partial<AuditLine> = {};
  const shown = new Map<string, Set<string>>();
  const audit: Audit = {
    shows: (type, ids) => { const set = shown.get(type) ?? new Set(); ids.forEach((id) => set.add(id)); shown.set(type, set); },
    says: (line) => { said = { ...said, ...line }; },
  };
  const line = (): AuditLine => ({
    platformAt: now, actor: actorId(caller.actor), actorName: actorName(caller.actor), onBehalfOf: caller.claims.for ?? null,
    sessionId: caller.sessionId, requestId: caller.requestId, purpose: caller.purpose, verb: 'read', outcome: 'shown',
    subjectType: [...shown.keys()].join(), subjectIds: [...shown.values()].flatMap((ids) => [...ids]), detail: {}, ...said,
  });
  return { audit, line };
}

/**
 * The only way to a connection: one transaction under the caller's claims, its reads and writes, one audit line naming what
 * was shown or done, commit. A read that cannot be audited is not served (REC-30, REC-31).
 */
export async function withActor<T>(db: Database, caller: Caller, fn: (work: Work) => Promise<T>): Promise<T> {
  return db.knex.transaction(async (trx) => {
    const { rows } = (await setClaims(trx, caller.claims)) as { rows: [{ now: Instant }] };
    const { audit, line } = collectAudit(caller, rows[0].now);
    const becomeSystem = async () => { await send(setClaims(trx, { ...SYSTEM_CLAIMS, for: caller.claims.officerId })); };
    const result = await fn({ trx, now: rows[0].now, audit, becomeSystem });
    await writeAudit(trx, line());
    return result;
  });
}

/** One transaction of one of Peel's own processes; it writes its audit line itself where it does something a person would ask about. */
export async function asSystem<T>(db: Database, fn: (work: Pick<Work, 'trx' | 'now'>) => Promise<T>): Promise<T> {
  return db.knex.transaction(async (trx) => {
    const { rows } = (await setClaims(trx, SYSTEM_CLAIMS)) as { rows: [{ now: Instant }] };
    return fn({ trx, now: rows[0].now });
  });
}

/** One statement outside any transaction and under nobody's claims: it needs none (a beat, a session's own row) or sets its own (who asks). */
export async function alone<R>({ knex: pool }: Database, statement: string, values: readonly unknown[] = []): Promise<R[]> {
  const { rows } = (await pool.raw(statement, values as never)) as { rows: R[] };
  return rows;
}
