import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { subject as asSubject, type RawRuleOf } from '@casl/ability';
import { after, before, describe, it } from 'mocha';
import prand from 'pure-rand';
import type { OfficerAt, PostHeld } from '#domain/shared/actor';
import { abilityRules, buildAbility, readGrants, type AppAbility } from '#domain/shared/policy/policy';
import { POLICY, type PolicyRule } from '#domain/shared/policy/rules';
import { POSTS, type PostName } from '#domain/shared/posts';
import { instant, plusHours } from '#domain/shared/time';
import { freshDatabase, type TestDatabase } from '#tests/support/postgres';
import { asSystem, connect, withActor, type Claims, type Database } from './database.ts';
import { whereAllowed } from './policy-sql.ts';

const NOW = instant('2026-11-17T08:00:00Z');
const OFFICERS_A_RULE = 10;
const ROWS_A_TABLE = 320;
const STATIONS = ['s1', 's2', 's3', 's4'];
const TEAMS = ['t1', 't2', 't3', 't4'];
/** Where the objects of each subject stand; the last three have no scope of their own, and stand in a table made as a record's is. */
const TABLES: Readonly<Record<string, string>> = {
  CustodyRecord: 'custody.custody_record', Person: 'people.person', DutyRoster: 'force.duty_roster', Officer: 'force.officer', Task: 'work.task', Alarm: 'work.alarm',
  AuditEvent: 'platform.case_audit', Operations: 'platform.case_operations', Clock: 'platform.case_clock',
};
const RECORD_TABLES = Object.values(TABLES).filter((t) => !t.startsWith('work.'));

type Rules = readonly RawRuleOf<AppAbility>[];
interface Scope { readonly stationId: string | null; readonly teamId: string | null; readonly restricted: boolean | null }
interface Row extends Scope { readonly id: string }
interface Asked { readonly action: string; readonly subject: string }

/** The same cases at each run: a case that fails can be looked into. */
const generator = prand.xoroshiro128plus(20_261_117);
const upTo = (n: number): number => prand.unsafeUniformIntDistribution(0, n - 1, generator);
const oneOf = <T>(list: readonly T[]): T => list[upTo(list.length)]!;
const someOf = <T>(list: readonly T[]): T[] => { const chosen = list.filter(() => upTo(10) < 6); return chosen.length > 0 ? chosen : [oneOf(list)]; };

/** Held now, about to end, just begun, ended by the clock within its grace: these count. */
const COUNTS: readonly Omit<PostHeld, 'post' | 'stations'>[] = [
  { from: plusHours(NOW, -4), to: null, withdrawnAt: null }, { from: NOW, to: plusHours(NOW, 8), withdrawnAt: null }, { from: plusHours(NOW, -20), to: plusHours(NOW, -11.99), withdrawnAt: null },
  { from: plusHours(NOW, -4), to: plusHours(NOW, 4), withdrawnAt: plusHours(NOW, 1) },
];
/** Ended beyond its grace, withdrawn, not begun: these do not. */
const COUNTS_NOT: readonly Omit<PostHeld, 'post' | 'stations'>[] = [
  { from: plusHours(NOW, -30), to: plusHours(NOW, -12), withdrawnAt: null }, { from: plusHours(NOW, -4), to: plusHours(NOW, 4), withdrawnAt: NOW }, { from: plusHours(NOW, 1), to: null, withdrawnAt: null },
];

const holding = (post: PostName, terms: readonly Omit<PostHeld, 'post' | 'stations'>[]): PostHeld => ({ post, stations: someOf(STATIONS), ...oneOf(terms) });

/** Four of five hold the post of the rule now; some hold another besides. */
function anOfficer(rule: PolicyRule, n: number): OfficerAt {
  const posts = [holding(rule.post, n % 5 === 4 ? COUNTS_NOT : COUNTS), ...(n % 3 === 0 ? [holding(oneOf(POSTS), [...COUNTS, ...COUNTS_NOT])] : [])];
  return { id: randomUUID(), name: 'A', shortName: 'A', rank: 'constable', acting: null, posts, teams: someOf(TEAMS) };
}

const place = (places: readonly string[]): string | null => (upTo(12) === 0 ? null : upTo(12) === 0 ? '' : oneOf(places));
const anObject = (): Row => ({ id: randomUUID(), stationId: place(STATIONS), teamId: place(TEAMS), restricted: upTo(10) === 0 ? null : upTo(6) === 0 });
const claimsOf = (officer: OfficerAt): Claims => ({ officerId: officer.id, grants: readGrants(officer, NOW) });

const inMemory = (rules: Rules, { action, subject }: Asked, rows: readonly Row[]): string[] => {
  const ability = buildAbility([...rules]);
  return rows.filter(({ id: _, ...scope }) => ability.can(action, asSubject(subject, { ...scope } as Record<string, unknown>))).map((r) => r.id);
};

/** Ids that the one reading permits and the other does not. */
const differing = (a: readonly string[], b: readonly string[]): string[] => {
  const [inA, inB] = [new Set(a), new Set(b)];
  return [...a.filter((id) => !inB.has(id)), ...b.filter((id) => !inA.has(id))];
};

describe('the policy’s three readings', function () {
  this.timeout(60_000);
  let database: TestDatabase;
  let app: Database;
  const objects: Record<string, Row[]> = {};

  before(async () => {
    database = await freshDatabase(NOW);
    app = connect('app', database.config, 4);
    for (const table of ['audit', 'operations', 'clock']) await asOwner(`call platform.create_record_tables('platform', 'case_${table}', '${Object.entries(TABLES).find(([, t]) => t === `platform.case_${table}`)![0]}')`);
    for (const [subject, table] of Object.entries(TABLES)) objects[subject] = await load(table);
  });
  after(async () => { await app.close(); await database.drop(); });

  const asOwner = (sql: string) => database.admin.transaction(async (trx) => { await trx.raw('set local role peel_migrator'); await trx.raw(sql); });

  async function load(table: string): Promise<Row[]> {
    for (const column of ['station_id', 'team_id', 'restricted']) await asOwner(`alter table ${table} alter column ${column} drop not null`);
    const rows = Array.from({ length: ROWS_A_TABLE }, anObject);
    await database.admin.batchInsert(table, rows.map((r) => ({ id: r.id, station_id: r.stationId, team_id: r.teamId, restricted: r.restricted, ...rest(table) })), 100);
    return rows;
  }

  const record = { version: 1, shape: 1, status: 'held', created_at: NOW, changed_at: NOW, last_occurred_at: NOW, state: '{}' };
  function rest(table: string): object {
    if (RECORD_TABLES.includes(table)) return record;
    const of = { record_kind: 'custody-record', record_id: randomUUID(), key: 'review/1.0', title: 'Review 1' };
    return table === 'work.task'
      ? { ...of, type: 'review', queue: 'custodyInspector', opens_at: NOW, law: 'PACE s.40', why: '[]', act: 'conduct-review', status: 'open', opened_at: NOW }
      : { ...of, rung: 'breach', rung_at: NOW, kind: 'breach', to_posts: ['custodySergeant'], sounded_at: NOW };
  }

  /** The clause of lists, on every row there is: as Peel itself, so that row-level security hides none. */
  const inSql = (rules: Rules, { action, subject }: Asked): Promise<string[]> =>
    asSystem(app, async ({ trx }) => (await whereAllowed(trx(TABLES[subject]!).select('id'), rules, action, subject) as { id: string }[]).map((r) => r.id));

  /** What is left of the whole table under the officer's claims. */
  const inRowSecurity = (claims: Claims, subject: string): Promise<string[]> =>
    withActor(app, { actor: { kind: 'system', process: 'loader' }, claims, purpose: 'Policy cases', requestId: 'case', sessionId: null },
      async ({ trx }) => ((await trx(TABLES[subject]!).select('id')) as { id: string }[]).map((r) => r.id));

  it('are read as peel_app, which owns nothing and is not above row-level security', async () => {
    const { rows } = await asSystem(app, ({ trx }) => trx.raw<{ rows: object[] }>(
      `select session_user::text as name, rolsuper as super, rolbypassrls as above, current_user = session_user as itself,
         (select count(*)::int from pg_class c where c.relkind in ('r', 'p', 'v') and pg_has_role(current_user, c.relowner, 'member')) as owns
       from pg_roles where rolname = current_user`,
    ));
    assert.deepEqual(rows, [{ name: 'peel_app', super: false, above: false, itself: true, owns: 0 }]);
    const { rows: fenced } = await database.admin.raw<{ rows: { name: string }[] }>('select oid::regclass::text as name from pg_class where relrowsecurity and oid = any (?::regclass[])', [Object.values(TABLES)]);
    assert.deepEqual(fenced.map((r) => r.name).toSorted(), Object.values(TABLES).toSorted());
  });

  it('agree on more than 100,000 cases drawn from the rules, a fifth of each rule’s permitted and a fifth denied', async () => {
    let cases = 0;
    for (const [n, rule] of POLICY.entries()) {
      const rows = objects[rule.subject]!;
      let permitted = 0;
      for (let k = 0; k < OFFICERS_A_RULE; k += 1) {
        const officer = anOfficer(rule, k);
        const rules = abilityRules(officer, NOW);
        const asked = { action: k % 2 === 0 ? 'read' : oneOf(rule.actions), subject: rule.subject };
        const expected = inMemory(rules, asked, rows);
        const told = `rule ${n}: ${rule.post} ${asked.action} ${rule.subject}, posts ${JSON.stringify(officer.posts)}`;
        assert.deepEqual(differing(expected, await inSql(rules, asked)), [], `SQL, ${told}`);
        if (asked.action === 'read') assert.deepEqual(differing(expected, await inRowSecurity(claimsOf(officer), rule.subject)), [], `row-level security, ${told}`);
        permitted += expected.length;
      }
      const of = OFFICERS_A_RULE * rows.length;
      assert.ok(permitted >= of / 5 && of - permitted >= of / 5, `rule ${n}, ${rule.post} on ${rule.subject}: ${permitted} of ${of} permitted`);
      cases += of;
    }
    assert.ok(cases >= 100_000, `${cases} cases`);
  });

  it('disagree where one condition of one rule is wrong: the comparison sees it, whichever rule it is', async () => {
    for (const rule of POLICY) {
      const officer: OfficerAt = { ...anOfficer(rule, 0), posts: [{ post: rule.post, stations: ['s1', 's2'], ...COUNTS[0]! }], teams: ['t1', 't2'] };
      const rules = abilityRules(officer, NOW);
      const asked = { action: rule.actions.at(-1)!, subject: rule.subject };
      const expected = inMemory(rules, asked, objects[rule.subject]!);
      for (const wrong of mutated(rules, rule)) {
        const found = differing(expected, await inSql(wrong, asked));
        assert.ok(found.length > 0, `${JSON.stringify(wrong)} went unseen`);
      }
    }
  });

  it('disagree where row-level security is given a station too many', async () => {
    const sergeant: OfficerAt = { ...anOfficer(POLICY[0]!, 0), posts: [{ post: 'custodySergeant', stations: ['s1'], ...COUNTS[0]! }] };
    const rows = objects['CustodyRecord']!;
    const expected = inMemory(abilityRules(sergeant, NOW), { action: 'read', subject: 'CustodyRecord' }, rows);
    const { grants } = claimsOf({ ...sergeant, posts: [{ ...sergeant.posts[0]!, stations: ['s1', 's2'] }] });
    const found = new Set(differing(expected, await inRowSecurity({ officerId: sergeant.id, grants }, 'CustodyRecord')));
    assert.deepEqual([...found].toSorted(), rows.filter((r) => r.stationId === 's2' && r.restricted === false).map((r) => r.id).toSorted());
  });

  it('ship no condition that SQL has no twin for', () => {
    const like = (conditions: object): Rules => [{ action: 'read', subject: 'Task', conditions }] as unknown as Rules;
    const compile = (conditions: object) => () => whereAllowed(database.admin('work.task'), like(conditions), 'read', 'Task').toSQL();
    assert.throws(compile({ assigneeId: { $eq: 'x' } }), /No column for the rule's field assigneeId/);
    assert.throws(compile({ stationId: { $ne: 's1' } }), /\$ne has no twin in SQL/);
    assert.doesNotThrow(compile({ stationId: { $in: ['s1'] }, restricted: { $eq: false } }));
  });
});

/** Each condition of the rule's clause made wrong, one at a time. */
function mutated(rules: Rules, rule: PolicyRule): Rules[] {
  const at = rules.findIndex((r) => r.subject === rule.subject && [r.action].flat().join() === rule.actions.join());
  const conditions = rules[at]!.conditions as Record<string, { $eq?: boolean; $in?: string[] }>;
  return Object.entries(conditions).flatMap(([field, { $in }]) => {
    const { [field]: _, ...without } = conditions;
    const wrongs = $in ? [without, { ...conditions, [field]: { $in: $in.slice(1) } }, { ...conditions, [field]: { $in: [...$in, field === 'teamId' ? 't3' : 's3'] } }] : [without, { ...conditions, [field]: { $eq: true } }];
    return wrongs.map((wrong) => rules.with(at, { ...rules[at]!, conditions: wrong }));
  });
}
