export interface Choice { readonly value: string; readonly words: string }
export interface AuditChoices { readonly uses: readonly Choice[]; readonly verbs: readonly Choice[]; readonly outcomes: readonly Choice[] }

/** One line of the log as the api tells it: ids and codes, never what a record holds. */
export interface AuditLine {
  readonly id: number; readonly at: string; readonly atWall: string; readonly who: string; readonly whoId: string; readonly onBehalfOf: string | null; readonly verbWords: string; readonly subjectType: string; readonly subjectIds: readonly string[];
  readonly purpose: string; readonly outcome: string; readonly outcomeWords: string; readonly refusals: readonly string[]; readonly requestId: string;
}
export interface AuditPageOfLines { readonly lines: readonly AuditLine[]; readonly next: string | null; readonly officers: readonly string[] | null; readonly records: readonly string[] | null }

export const NO_QUERY = { use: '', reason: '', officer: '', record: '', verb: '', outcome: '', from: '', to: '' };
export type AuditQuery = typeof NO_QUERY;
