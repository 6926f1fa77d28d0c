import type { Knex } from 'knex';
import type { RawRuleOf } from '@casl/ability';
import type { AppAbility } from '#domain/shared/policy/policy';

const COLUMN: Readonly<Record<string, string>> = { stationId: 'station_id', teamId: 'team_id', restricted: 'restricted' };
type Conditions = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Throws where a rule uses an operator or a field that SQL has no twin for: such a rule must not ship. */
function applyCondition(query: Knex.QueryBuilder, field: string, operators: Readonly<Record<string, unknown>>): void {
  const column = COLUMN[field];
  if (!column) throw new Error(`No column for the rule's field ${field}`);
  for (const [operator, value] of Object.entries(operators)) {
    if (operator === '$eq') query.where(column, value as string);
    else if (operator === '$in') query.whereIn(column, value as string[]);
    else throw new Error(`The operator ${operator} has no twin in SQL`);
  }
}

/** The rules of one action on one subject as a WHERE: any rule that permits is enough, none permits nothing. */
export function whereAllowed(query: Knex.QueryBuilder, rules: readonly RawRuleOf<AppAbility>[], action: string, subject: string): Knex.QueryBuilder {
  const fitting = rules.filter((r) => [r.action].flat().includes(action) && [r.subject].flat().includes(subject));
  return query.where((any) => {
    any.whereRaw('false');
    for (const rule of fitting) {
      any.orWhere((one) => {
        one.whereRaw('true');
        for (const [field, operators] of Object.entries((rule.conditions ?? {}) as Conditions)) applyCondition(one, field, operators);
      });
    }
  });
}
