import type { Knex } from 'knex';
import type { Instant } from '#domain/shared/time';

/** One line of the audit log (REC-30, REC-31): ids and field names, never values of protected fields. */
export interface AuditLine {
  readonly platformAt: Instant;
  readonly actor: string;
  readonly actorName: string;
  readonly onBehalfOf: string | null;
  readonly sessionId: string | null;
  readonly requestId: string;
  readonly verb: string;
  readonly subjectType: string;
  readonly subjectIds: readonly string[];
  readonly purpose: string;
  readonly outcome: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Appends one audit line in the caller's transaction; the log is never updated or deleted by any role Peel runs as. */
export async function writeAudit(trx: Knex, line: AuditLine): Promise<void> {
  await trx.raw(
    `insert into audit.event (platform_at, actor, actor_name, on_behalf_of, session_id, request_id, verb, subject_type, subject_ids, purpose, outcome, detail)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [line.platformAt, line.actor, line.actorName, line.onBehalfOf, line.sessionId, line.requestId, line.verb, line.subjectType, line.subjectIds, line.purpose, line.outcome, JSON.stringify(line.detail)] as never,
  );
}
