import type { Knex } from 'knex';

const OURS = "n.nspname in ('platform', 'audit', 'work', 'force', 'people', 'custody', 'reference')";

/** Each answers lines of text, in an order that does not depend on how the schema came to be. */
const QUESTIONS: Readonly<Record<string, string>> = {
  columns: `select format('%I.%I.%I %s%s%s', n.nspname, c.relname, a.attname, format_type(a.atttypid, a.atttypmod), case when a.attnotnull then ' not null' else '' end,
      case when a.attidentity <> '' then ' identity' else coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') end) as line
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where ${OURS} and c.relkind in ('r', 'p', 'v') and a.attnum > 0 and not a.attisdropped`,
  constraints: `select format('%I.%I %I %s', n.nspname, c.relname, k.conname, pg_get_constraintdef(k.oid)) as line from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where ${OURS} and k.contype <> 'n'`,
  indexes: `select pg_get_indexdef(i.indexrelid) as line from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace where ${OURS}`,
  fences: `select format('%I.%I %s%s', n.nspname, c.relname, case when c.relrowsecurity then 'row level security' else 'open' end, case when c.relforcerowsecurity then ', forced' else '' end) as line
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${OURS} and c.relkind in ('r', 'p')`,
  policies: `select format('%I.%I %I for %s using (%s) with check (%s)', n.nspname, c.relname, p.polname, p.polcmd, pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)) as line
    from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace where ${OURS}`,
  grants: `select format('%I.%I %s: %s', n.nspname, c.relname, coalesce(r.rolname, 'public'), string_agg(g.privilege_type, ', ' order by g.privilege_type)) as line
    from pg_class c join pg_namespace n on n.oid = c.relnamespace cross join lateral aclexplode(c.relacl) g left join pg_roles r on r.oid = g.grantee
    where ${OURS} and c.relkind in ('r', 'p', 'v', 'S') and coalesce(r.rolname, 'public') <> 'peel_migrator' group by n.nspname, c.relname, r.rolname`,
  functions: `select format('%I.%I(%s) %s %s', n.nspname, p.proname, pg_get_function_identity_arguments(p.oid), case when p.prosecdef then 'as its owner' else 'as its caller' end, md5(p.prosrc)) as line
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${OURS}`,
  triggers: `select pg_get_triggerdef(t.oid) as line from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace where ${OURS} and not t.tgisinternal`,
};

/** The whole schema as text: columns, constraints, indexes, fences, policies, grants, functions, triggers. */
export async function describeSchema(admin: Knex): Promise<string> {
  const parts: string[] = [];
  for (const [title, sql] of Object.entries(QUESTIONS)) {
    const { rows } = await admin.raw<{ rows: { line: string }[] }>(sql);
    parts.push(`# ${title}`, ...rows.map((r) => r.line.replaceAll(/\s+/g, ' ')).toSorted(), '');
  }
  return parts.join('\n');
}
