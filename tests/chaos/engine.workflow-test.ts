import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'mocha';
import { elapsed, instant, MINUTE, plus, plusMinutes, SECOND, type Instant } from '#domain/shared/time';
import { recordKind } from '#domain/records';
import { advanceClock } from '#platform/clock';
import { asSystem, SYSTEM_CLAIMS } from '#platform/database';
import { executeCommand } from '#platform/execute-command';
import { workflowId } from '#platform/temporal';
import * as told from '#tests/support/detention';
import { engineStage, type EngineStage } from '#tests/support/engine-stage';
import { tell } from '#tests/support/tell';
import { until } from '#tests/support/until';

const START = instant('2026-11-17T08:00:00Z');
const GRACE = 6_000;
const kind = recordKind('custody-record');

interface AlarmRow { readonly key: string; readonly code: string; readonly rung: string; readonly rung_at: Instant; readonly sounded_at: Instant; readonly late: boolean; readonly ended_at: Instant | null }
interface TaskRow { readonly id: string; readonly key: string; readonly type: string; readonly status: string; readonly due_at: Instant }

describe('the engine when things break', function () {
  this.timeout(120_000);
  let stage: EngineStage;
  before(async () => { stage = await engineStage(START, GRACE); });
  after(() => stage.stop());

  const now = (): Promise<Instant> => asSystem(stage.app, async (work) => work.now);
  const jump = async (to: Instant): Promise<void> => { await asSystem(stage.app, ({ trx }) => advanceClock(trx, to)); };
  const rows = <T>(table: string, id: string, order: string): Promise<T[]> => stage.database.admin(table).where({ record_id: id }).orderBy(order);
  const alarms = (id: string): Promise<AlarmRow[]> => rows('work.alarm', id, 'rung_at');
  const openTasks = async (id: string): Promise<string[]> => (await rows<TaskRow>('work.task', id, 'type')).filter((t) => t.status === 'open').map((t) => t.type);
  const defects = async (id: string): Promise<string[]> => (await rows<{ what: string }>('platform.defect', id, 'id')).map((d) => d.what);
  const status = (id: string): Promise<string> => stage.engine.client.workflow.getHandle(workflowId(kind, id)).describe().then((w) => w.status.name, () => 'none');
  const followed = (id: string) => until('the record is followed', async () => (await status(id)) === 'RUNNING', 45_000);
  const delivered = () => until('every bell is delivered', async () => ((await stage.database.admin('platform.outbox')) as unknown[]).length === 0, 45_000);
  const visitDue = async (id: string): Promise<Instant> => (await rows<TaskRow>('work.task', id, 'opened_at')).find((t) => t.type === 'visit' && t.status === 'open')!.due_at;
  async function hold(): Promise<string> {
    const id = randomUUID();
    await tell(stage.app, id, ...told.held(await now()));
    await tell(stage.app, id, told.levelSet(2));
    return id;
  }

  it('hears a clock that was moved at once, and not through the watchdog', async () => {
    const id = await hold();
    await followed(id);
    const due = await visitDue(id);
    const from = performance.now();
    await jump(plusMinutes(due, 1));
    const alarm = await until('the alarm', async () => (await alarms(id)).find((a) => a.code === 'VISIT_LATE'), 10_000);
    assert.ok(performance.now() - from < GRACE, 'before the watchdog would have looked for it');
    assert.equal(alarm.late, true, 'a minute after its time it is marked late');
    assert.deepEqual(await defects(id), []);
  });

  it('sounds a rung by itself at its time once the clock was moved close to it', async () => {
    const id = await hold();
    await followed(id);
    await jump(plus(await visitDue(id), -2 * SECOND));
    const alarm = await until('the alarm', async () => (await alarms(id)).find((a) => a.code === 'VISIT_LATE'), 10_000);
    assert.ok(alarm.sounded_at >= alarm.rung_at, 'never early');
    assert.equal(alarm.late, false);
    assert.deepEqual(await defects(id), []);
  });

  it('keeps the desk right while Temporal is down, and catches up when it is back: every alarm once, marked late where it was', async () => {
    const before = await hold();
    await followed(before);
    await delivered();
    await stage.server.kill();

    const during = await hold();
    assert.deepEqual(await openTasks(during), ['authorityToDetain', 'review', 'rights', 'visit']);
    await jump(plusMinutes(await now(), 20));
    const act = await executeCommand(stage.app, {
      kind: 'custody-record', recordId: before, commandId: randomUUID(), seenVersion: 2, acts: [{ act: 'recordVisit', at: null, body: { seen: 'Awake, reading' } }],
      actor: { kind: 'system', process: 'loader' }, claims: SYSTEM_CLAIMS, purpose: 'test', requestId: 'test', sessionId: null,
    });
    assert.equal(act.outcome, 'accepted');
    assert.equal(elapsed(await now(), await visitDue(before)) > 29 * MINUTE, true, 'the visit moved the next one');
    const [row] = (await stage.database.admin('custody.custody_record').where({ id: during })) as { in_custody: boolean; next_wake: Instant; board: unknown }[];
    assert.equal(row!.in_custody, true, 'the whiteboard shows who came in meanwhile');

    const arrived = (await rows<{ occurred_at: Instant; type: string }>('custody.custody_record_event', during, 'version')).find((e) => e.type === 'arrived')!.occurred_at;
    await jump(plusMinutes(arrived, 24 * 60 + 5));
    const risk = await until('CUS-9 through the watchdog', async () => (await alarms(during)).find((a) => a.code === 'UNLAWFUL_DETENTION_RISK' && a.key.startsWith('authorityToDetain')), GRACE + 10_000);
    assert.equal(risk.late, true);
    assert.equal(elapsed(plusMinutes(arrived, 24 * 60), risk.rung_at), 1, 'the instant after the limit');
    assert.ok((await defects(during)).includes('missedWake'));

    const soundedBefore = await alarms(during);
    await stage.server.start();
    await Promise.all([followed(before), followed(during)]);
    await delivered();
    const after = await alarms(during);
    assert.deepEqual(after.map((a) => [a.key, a.rung, a.sounded_at]), soundedBefore.map((a) => [a.key, a.rung, a.sounded_at]), 'nothing sounds twice');
    await tell(stage.app, during, told.released());
    await until('the end of the one released', async () => (await status(during)) === 'COMPLETED', 20_000);
    assert.deepEqual((await alarms(during)).filter((a) => a.ended_at === null), []);
  });

  it('follows every open record again on a Temporal server that lost everything', async () => {
    const ids = [await hold(), await hold(), await hold()];
    await Promise.all(ids.map(followed));
    await stage.server.kill();
    await stage.server.start(true);
    await Promise.all(ids.map(followed));
  });

  it('goes on when PostgreSQL has cut every connection', async () => {
    const id = await hold();
    await followed(id);
    await stage.database.admin.raw("select pg_terminate_backend(pid) from pg_stat_activity where usename <> current_user and datname = current_database()");
    await new Promise((later) => setTimeout(later, 500));
    await until('the desk is served again', () => now().then(() => true, () => false));
    const later = await hold();
    await followed(later);
    await jump(plusMinutes(await visitDue(later), 1));
    await until('the alarm', async () => (await alarms(later)).some((a) => a.code === 'VISIT_LATE'), 20_000);
  });

  it('keeps bells while relay and watchdog are held, counts no defect, and delivers them after', async () => {
    const holdId = randomUUID();
    await stage.database.admin('platform.hold').insert({ id: holdId, what: 'all', reason: 'a load', held_by: 'test', until_wall: stage.database.admin.raw("clock_timestamp() + interval '5 minutes'") });
    await new Promise((later) => setTimeout(later, 1_500));
    const id = await hold();
    await jump(plusMinutes(await visitDue(id), 1));
    await new Promise((later) => setTimeout(later, GRACE + 4_000));
    assert.equal(await status(id), 'none');
    assert.deepEqual(await defects(id), []);
    await stage.database.admin('platform.hold').where({ id: holdId }).update({ released_at: stage.database.admin.fn.now() });
    await followed(id);
    await until('the alarm', async () => (await alarms(id)).some((a) => a.code === 'VISIT_LATE'), 10_000);
    assert.deepEqual(await defects(id), []);
  });
});

describe('a deleted task', function () {
  this.timeout(120_000);
  let stage: EngineStage;
  before(async () => { stage = await engineStage(START, 30_000); });
  after(() => stage.stop());

  it('is back within 60 seconds, and counted as a defect of the engine', async () => {
    const { admin } = stage.database;
    const id = randomUUID();
    await tell(stage.app, id, ...told.held(START));
    await until('the watchdog knows the server', async () => (await admin('platform.process_state').where({ name: 'watchdog' }).whereRaw("detail ->> 'namespaceId' <> ''")).length === 1, 20_000);
    await until('every bell is delivered', async () => ((await admin('platform.outbox')) as unknown[]).length === 0);
    await until('the engine has had its turn', async () => ((await stage.engine.client.workflow.getHandle(workflowId(kind, id)).fetchHistory()).events ?? []).some((e) => e.markerRecordedEventAttributes));
    await new Promise((later) => setTimeout(later, 1_000));
    const find = async () => (await admin('work.task').where({ record_id: id, type: 'review' }).first()) as TaskRow | undefined;
    const task = await find();
    const from = performance.now();
    await admin('work.task_event').where({ task_id: task!.id }).delete();
    await admin('work.task').where({ id: task!.id }).delete();
    await until('the task is back', find, 60_000);
    assert.ok(performance.now() - from > 29_000, 'the engine has thirty seconds before it is a defect');
    assert.deepEqual(((await admin('platform.defect').where({ record_id: id })) as { found_by: string; what: string }[]).map((d) => [d.found_by, d.what]), [['watchdog', 'taskCount']]);
  });
});
