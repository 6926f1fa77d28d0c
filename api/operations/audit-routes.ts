import * as z from 'zod/mini';
import { read, type Route } from '../shared/route.ts';
import { auditQuery, auditSchema, searchAudit } from './audit-reads.ts';
import { AUDIT_USES, OUTCOME_CHOICES, VERB_CHOICES } from './audit-words.ts';

const choices = z.array(z.object({ value: z.string(), words: z.string() }));
const choicesSchema = z.object({ uses: choices, verbs: choices, outcomes: choices });

/** The audit log, for the auditor alone (policy.md): reading it leaves its own line. */
export const auditRoutes = (): Route[] => [
  { method: 'post', path: '/api/audit/events/search', summary: 'Search the audit log', schema: { body: auditQuery, response: auditSchema }, permission: ['read', 'AuditEvent'], purpose: 'Audit log', handler: read(searchAudit) },
  {
    method: 'get', path: '/api/audit/choices', summary: 'What the audit log may be searched by', schema: { response: choicesSchema }, permission: ['read', 'AuditEvent'], purpose: 'Audit log: the search form',
    handler: read(async () => ({ uses: Object.entries(AUDIT_USES).map(([value, words]) => ({ value, words })), verbs: VERB_CHOICES, outcomes: OUTCOME_CHOICES })),
  },
];
