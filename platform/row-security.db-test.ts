import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { after, before, describe, it } from 'mocha';
import { instant } from '#domain/shared/time';
import * as told from '#tests/support/detention';
import { HALE, KESTREL, seededDesk, type SeededDesk } from '#tests/support/seeded-desk';
import { tell } from '#tests/support/tell';
import { asSystem, connect, withActor, SYSTEM_CLAIMS, type Database } from './database.ts';
import { executeCommand } from './execute-command.ts';

const START = instant('2026-11-17T08:00:00Z');
const DENIED = /permission denied|row-level security/;
/** What holds nothing about anybody's detention, and is read before anybody is known: the clock, bells, holds, sessions, offences. */
const OPEN = ['platform.clock', 'platform.defect', 'platform.hold', 'platform.outbox', 'platform.process_state', 'platform.session', 'reference.offence'];
const OF_A_RECORD = ['custody.custody_record', 'custody.custody_record_command', 'custody.custody_record_event', 'work.task', 'work.task_event', 'work.alarm', 'work.alarm_acknowledgement'];
const APPEND_ONLY = [
  'audit.event', 'custody.custody_record_event', 'custody.custody_record_command', 'people.person_event', 'people.person_command', 'force.officer_event', 'force.officer_command',
  'force.duty_roster_event', 'force.duty_roster_command', 'work.task_event', 'work.alarm_acknowledgement',
];
const ROLES = ['app', 'engine', 'relay', 'watchdog'] as const;

describe('row-level security', function () {
  this.timeout(60_000);
  let desk: SeededDesk;
  let roles: Database[];
  const [here, there] = [randomUUID(), randomUUID()];
  before(async () => {
    desk = await seededDesk(START);
    roles = ROLES.map((role) => connect(role, desk.database.config, 2));
    assert.equal((await register()).outcome, 'accepted');
    await held(here, HALE);
    await held(there, KESTREL);
  });
  after(async () => { await Promise.all(roles.map((r) => r.close())); await desk.end(); });

  const register = async () => executeCommand(desk.app, {
    actor: { kind: 'system', process: 'loader' }, claims: SYSTEM_CLAIMS, purpose: 'Test', requestId: 'register', sessionId: null, kind: 'person', recordId: randomUUID(), commandId: randomUUID(), seenVersion: 0,
    acts: [{ act: 'registerPerson', at: null, body: { name: 'James Adeyemi', dateOfBirth: '1991-05-01' } }],
  });

  /** A detention with every kind of row beside it, set down at that station. */
  async function held(id: string, station: string): Promise<void> {
    const { admin } = desk.database;
    await tell(desk.app, id, ...told.held(START), told.levelSet(2));
    await admin('custody.custody_record').where({ id }).update({ station_id: station, team_id: 'cid' });
    await admin('custody.custody_record_command').insert({ id: randomUUID(), record_id: id, body_hash: 'x', version: 1, act: 'recordArrest', body: '{}' });
    await admin('work.task').where({ record_id: id }).update({ station_id: station });
    const alarm = randomUUID();
    await admin('work.alarm').insert({ id: alarm, record_kind: 'custody-record', record_id: id, key: 'review/1.0', rung: 'breach', rung_at: START, kind: 'breach', title: 'Review 1', station_id: station, to_posts: ['custodySergeant'], sounded_at: START });
    await admin('work.alarm_acknowledgement').insert({ alarm_id: alarm, officer_id: 'x', officer_name: 'PS X', at: START, n: 1 });
    await admin('work.notification').insert({ id: randomUUID(), officer_id: (await desk.officer('Ada Okoro')).id, at: START, title: 'A task', record_kind: 'custody-record', record_id: id });
  }

  const granted = async (privilege: string): Promise<string[]> => {
    const { rows } = await desk.database.admin.raw<{ rows: { name: string }[] }>(
      `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and n.nspname in ('platform', 'audit', 'work', 'force', 'people', 'custody', 'reference') and has_table_privilege('peel_app', c.oid, ?) order by 1`, [privilege],
    );
    return rows.map((r) => r.name).filter((name) => !OPEN.includes(name));
  };

  /** Without an actor: a statement on the bare connection, as a forgotten `withActor` would send it. */
  const bare = <T>(work: (trx: Knex.Transaction) => Promise<T>): Promise<T> => desk.app.knex.transaction(work);
  const rowsOf = async (trx: Knex, table: string): Promise<number> => Number(((await trx(table).count().first()) as { count: string }).count);
  const reading = <T>(name: string, work: (trx: Knex) => Promise<T>): Promise<T> => desk.caller(name).then((who) => withActor(desk.app, who, ({ trx }) => work(trx)));

  it('fences every table the app may use, but those that hold nothing of a record', async () => {
    const { rows } = await desk.database.admin.raw<{ rows: { name: string }[] }>('select oid::regclass::text as name from pg_class where relrowsecurity');
    const fenced = new Set(rows.map((r) => r.name));
    assert.deepEqual((await granted('select')).filter((t) => !fenced.has(t)), []);
    assert.deepEqual((await granted('insert')).filter((t) => !fenced.has(t)), []);
  });

  it('without an actor shows nothing, in any table that has rows', async () => {
    const tables = await granted('select');
    const filled: string[] = [];
    for (const table of tables) {
      if ((await desk.count(table)) > 0) filled.push(table);
      assert.equal(await bare((trx) => rowsOf(trx, table)), 0, table);
    }
    assert.deepEqual(tables.filter((t) => !filled.includes(t)), ['custody.custody_number', 'force.acting_rank'], 'tables this test says nothing about');
  });

  it('without an actor lets nothing be written: every stored row is refused anew, none is changed or deleted', async () => {
    for (const table of (await granted('insert')).filter((t) => t !== 'audit.event')) {
      const row: unknown = await desk.database.admin(table).first();
      const anew = () => bare((trx) => trx.raw(`insert into ${table} select * from jsonb_populate_record(null::${table}, ?)`, [JSON.stringify(row ?? {})]));
      if (row) await assert.rejects(anew(), DENIED, table);
    }
    const changed = async (sql: string) => assert.equal((await bare((trx) => trx.raw<{ rowCount: number }>(sql))).rowCount, 0, sql);
    for (const table of await granted('update')) await changed(`update ${table} set ${await columnOf(table)} = ${await columnOf(table)}`);
    for (const table of await granted('delete')) await changed(`delete from ${table}`);
  });

  /** Any column will do. */
  async function columnOf(table: string): Promise<string> {
    const { rows } = await desk.database.admin.raw<{ rows: [{ name: string }] }>("select attname as name from pg_attribute where attrelid = ?::regclass and attnum > 0 and attidentity = '' order by attnum limit 1", [table]);
    return rows[0].name;
  }

  it('forgets the actor with the transaction, though the connection is used again', async () => {
    const one = connect('app', desk.database.config, 1);
    try {
      const seen = await asSystem(one, ({ trx }) => rowsOf(trx, 'custody.custody_record'));
      assert.equal(seen, 2);
      assert.equal(await one.knex.transaction((trx) => rowsOf(trx, 'custody.custody_record')), 0);
    } finally { await one.close(); }
  });

  it('with an actor shows the rows of the own station, and not one of another, in any table of a record', async () => {
    for (const table of OF_A_RECORD) {
      const ids = (trx: Knex) => owners(trx, table);
      assert.deepEqual(await reading('Ada Okoro', ids), [here], table);
      assert.deepEqual(await reading('Tomas Reid', ids), [there], table);
      assert.deepEqual(await reading('Peter Clarke', ids), [here, there].toSorted(), table);
      assert.deepEqual(await reading('Lena Fox', ids), [], table);
      assert.deepEqual(await reading('Owen Price', ids), [], table);
    }
  });

  const RECORD_OF: Readonly<Record<string, string>> = {
    'custody.custody_record': 'select id as record from custody.custody_record', 'work.task_event': 'select t.record_id as record from work.task_event e join work.task t on t.id = e.task_id',
    'work.alarm_acknowledgement': 'select a.record_id as record from work.alarm_acknowledgement k join work.alarm a on a.id = k.alarm_id',
  };
  async function owners(trx: Knex, table: string): Promise<string[]> {
    const { rows } = await trx.raw<{ rows: { record: string }[] }>(RECORD_OF[table] ?? `select record_id as record from ${table}`);
    return [...new Set(rows.map((r) => r.record))].toSorted();
  }

  it('hides what hangs on a hidden task or alarm even when it is read by itself', async () => {
    for (const table of ['work.task_event', 'work.alarm_acknowledgement']) {
      const [all, own, other] = [await desk.count(table), await reading('Ada Okoro', (trx) => rowsOf(trx, table)), await reading('Tomas Reid', (trx) => rowsOf(trx, table))];
      assert.ok(own > 0 && other > 0, table);
      assert.equal(own + other, all, table);
      assert.equal(await reading('Lena Fox', (trx) => rowsOf(trx, table)), 0, table);
    }
  });

  it('keeps names of persons from posts that read none, and the audit log from all but the auditor', async () => {
    assert.equal(await reading('Ada Okoro', (trx) => rowsOf(trx, 'people.person_name')), 1);
    assert.equal(await reading('Lena Fox', (trx) => rowsOf(trx, 'people.person_name')), 0);
    assert.equal(await reading('Ada Okoro', (trx) => rowsOf(trx, 'audit.event')), 0);
    assert.ok((await reading('Owen Price', (trx) => rowsOf(trx, 'audit.event'))) > 0);
  });

  it('shows a notification to its officer alone', async () => {
    assert.equal(await reading('Ada Okoro', (trx) => rowsOf(trx, 'work.notification')), 2);
    assert.equal(await reading('Peter Clarke', (trx) => rowsOf(trx, 'work.notification')), 0);
  });

  it('hides a restricted record with its tasks and alarms, even from its own station', async () => {
    const { admin } = desk.database;
    const restrict = async (restricted: boolean) => {
      await admin('custody.custody_record').where({ id: here }).update({ restricted });
      for (const table of ['work.task', 'work.alarm']) await admin(table).where({ record_id: here }).update({ restricted });
    };
    await restrict(true);
    try {
      for (const table of OF_A_RECORD) assert.deepEqual(await reading('Ada Okoro', (trx) => owners(trx, table)), [], table);
    } finally { await restrict(false); }
  });

  it('lets a restricted task be changed by nobody whom it is hidden from', async () => {
    const { admin } = desk.database;
    const tasks = () => admin('work.task').where({ record_id: here });
    // Without a column read, so that only the fence of changing stands between.
    const touch = (name: string) => reading(name, async (trx) => (await trx.raw<{ rowCount: number }>("update work.task set hold_reason = 'touched'")).rowCount);
    await tasks().update({ restricted: true });
    try {
      assert.equal(await touch('Ada Okoro'), 0);
      assert.equal(Number((await tasks().where({ hold_reason: 'touched' }).count().first())!['count']), 0);
    } finally { await tasks().update({ restricted: false }); }
    assert.ok((await touch('Ada Okoro')) > 0);
    await tasks().update({ hold_reason: '' });
  });

  it('lets an actor lock what they see, lock nothing else, and write neither', async () => {
    const lock = (trx: Knex) => trx('custody.custody_record').select('id').forNoKeyUpdate() as unknown as Promise<{ id: string }[]>;
    assert.deepEqual((await reading('Ada Okoro', lock)).map((r) => r.id), [here]);
    await assert.rejects(reading('Ada Okoro', (trx) => trx('custody.custody_record').where({ id: here }).update({ status: 'ended' })), DENIED);
    assert.equal(await reading('Ada Okoro', (trx) => trx('custody.custody_record').where({ id: there }).update({ status: 'ended' })), 0);
    assert.equal(await reading('Ada Okoro', (trx) => trx('work.alarm').where({ record_id: here }).update({ ended_at: START })), 0);
  });

  it('gives no role of Peel an update, a delete or a truncation of events, commands, histories or the audit log', async () => {
    for (const db of roles) {
      for (const table of APPEND_ONLY) {
        const column = await columnOf(table);
        for (const statement of [`update ${table} set ${column} = ${column}`, `delete from ${table}`, `truncate ${table}`]) {
          await assert.rejects(asSystem(db, ({ trx }) => trx.raw(statement)), /permission denied/, `${db.role}: ${statement}`);
        }
      }
    }
  });

  it('runs no process as an owner, a superuser or above the fence', async () => {
    for (const db of roles) {
      const { rows } = await asSystem(db, ({ trx }) => trx.raw<{ rows: object[] }>(
        `select rolsuper as super, rolbypassrls as above, rolcreaterole as roles, (select count(*)::int from pg_class where relowner = r.oid) as owns, pg_has_role(current_user, 'peel_migrator', 'member') as migrator
         from pg_roles r where rolname = current_user`,
      ));
      assert.deepEqual(rows, [{ super: false, above: false, roles: false, owns: 0, migrator: false }], db.role);
    }
  });
});
