import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'mocha';
import type { NewEvent } from '#domain/shared/event';
import { elapsed, fromEpoch, instant, SECOND, toEpoch, type Instant } from '#domain/shared/time';
import { recordKind } from '#domain/records';
import { courtsClient } from '#gateways/courts/courts-client';
import { connect, type Database } from '#platform/database';
import { settle } from '#platform/settle-record';
import { ringWorkflow, workflowId } from '#platform/temporal';
import { courtsProcess } from '#tests/support/courts-process';
import * as told from '#tests/support/detention';
import { freshDatabase, type TestDatabase } from '#tests/support/postgres';
import { startEngineServer, type EngineServer } from '#tests/support/engine-server';
import { startEngineWorker, type EngineWorker } from '#tests/support/engine-worker';
import { forward } from '#tests/support/skipped-time';
import { tell } from '#tests/support/tell';
import { until } from '#tests/support/until';
import { custodyRecordActivities } from '../../activities/custody/custody-record-activities.ts';
import { settleActivities } from '../../activities/shared/settle-activities.ts';
import { stepActivities } from '../../activities/shared/step-activities.ts';

/** 17 to 21 November 2026: London keeps UTC. */
const on = (day: number, time: string): Instant => instant(`2026-11-${day}T${time}:00Z`);
const START = on(17, '08:00');
const kind = recordKind('custody-record');

/** What the desk told, and when: reviews in time but for the fourth, an extension, a warrant and its extension, release too late. */
const DETENTION: readonly (readonly [Instant, ...NewEvent[]])[] = [
  [on(17, '08:30'), told.arrived()],
  [on(17, '08:50'), told.detentionAuthorised()],
  [on(17, '14:30'), told.reviewDone()],
  [on(17, '23:20'), told.reviewDone()],
  [on(18, '04:00'), told.extensionRequested()],
  [on(18, '08:00'), told.extensionAuthorised(on(18, '20:30'))],
  [on(18, '08:10'), told.reviewDone()],
  [on(18, '13:00'), told.warrantApplied()],
  [on(18, '14:20'), told.warrantIssued(36)],
  [on(18, '18:00'), told.reviewDone()],
  [on(19, '02:30'), told.reviewDone()],
  [on(19, '11:00'), told.reviewDone()],
  [on(19, '19:30'), told.reviewDone()],
  [on(20, '01:30'), told.warrantExtended(30)],
  [on(20, '04:00'), told.reviewDone()],
  [on(20, '12:30'), told.reviewDone()],
  [on(20, '21:00'), told.reviewDone()],
  [on(21, '05:45'), told.reviewDone()],
  [on(21, '09:00'), told.released()],
];

const ALARMS: readonly (readonly [Instant, string])[] = [
  [on(17, '09:20'), 'warning No observation level set for 30 minutes'],
  [on(17, '09:50'), 'warning No observation level set for 60 minutes'],
  [on(17, '09:50'), 'warning Rights not given for 60 minutes'],
  [on(17, '20:30'), 'warning Charge, release or extend by 08:30'],
  [on(18, '02:30'), 'warning Charge, release or extend by 08:30'],
  [on(18, '05:30'), 'warning Charge, release or extend by 08:30'],
  [on(18, '07:30'), 'warning Charge, release or extend by 08:30'],
  [on(18, '09:00'), 'warning The court sits at 10:00: they have no copy of the information'],
  [on(18, '09:45'), 'warning The court sits at 10:00: they have no copy of the information'],
  [on(18, '14:00'), 'warning The court sat at 13:00: record what it decided'],
  [on(18, '17:10'), 'breach Review 4 was not done by 17:10. Detention is unlawful until it is'],
  [on(19, '23:20'), 'warning Charge, release or extend by 02:20'],
  [on(20, '01:20'), 'warning Charge, release or extend by 02:20'],
  [on(21, '05:20'), 'warning Charge, release or extend by 08:20'],
  [on(21, '07:20'), 'warning Charge, release or extend by 08:20'],
  [on(21, '08:20'), 'breach No authority to hold since 08:20. Charge or release now; nothing has been extended'],
];

interface AlarmRow { readonly rung_at: Instant; readonly sounded_at: Instant; readonly kind: string; readonly title: string; readonly late: boolean; readonly ended_at: Instant | null; readonly ended_why: string | null; readonly to_posts: string[] }

describe('the process of a custody record', function () {
  this.timeout(120_000);
  let database: TestDatabase;
  let server: EngineServer;
  let worker: EngineWorker;
  let courts: Awaited<ReturnType<typeof courtsProcess>>;
  let engineDb: Database;
  /** The desk's time less the workflow's own, so that the database's clock follows the workflow's. */
  let behind: number | null = null;
  let turns = 0;

  before(async () => {
    [database, server, courts] = await Promise.all([freshDatabase(START), startEngineServer(), courtsProcess(200)]);
    engineDb = connect('engine', database.config);
    worker = await startEngineWorker({ ...database.config, TEMPORAL_ADDRESS: server.address }, 'custody', {
      ...settleActivities({
        settle: async (name, recordId, engineTime) => {
          behind ??= toEpoch(await clock()) - engineTime;
          await database.setClock(fromEpoch(engineTime + behind));
          const settled = await settle(engineDb, name, recordId);
          turns += 1;
          return settled;
        },
      }),
      ...stepActivities({ db: engineDb }),
      ...custodyRecordActivities({ db: engineDb, courts: courtsClient(courts.url) }),
    });
  });
  after(async () => {
    await worker.stop();
    await Promise.all([server.remove(), courts.stop(), engineDb.close()]);
    await database.drop();
  });

  const clock = async (): Promise<Instant> => (await database.admin.raw<{ rows: [{ now: Instant }] }>('select platform.now() as now')).rows[0].now;

  async function act(id: string, ...events: readonly NewEvent[]): Promise<void> {
    const before = turns;
    await tell(engineDb, id, ...events);
    await ringWorkflow(worker.engine, kind, id, 5_000);
    await until('the turn', () => turns > before);
  }
  async function goTo(id: string, at: Instant): Promise<void> {
    await forward(worker.engine.client, workflowId(kind, id), elapsed(await clock(), at));
    await database.setClock(at);
  }
  async function open(at: Instant, ...events: readonly NewEvent[]): Promise<string> {
    behind = null;
    await database.setClock(at);
    const id = randomUUID();
    await act(id, ...events);
    return id;
  }
  const alarmsOf = (id: string): Promise<AlarmRow[]> => database.admin('work.alarm').where({ record_id: id }).orderBy('rung_at').orderBy('title');
  const openTasks = async (id: string): Promise<string[]> =>
    ((await database.admin('work.task').where({ record_id: id, status: 'open' }).orderBy('type')) as { type: string }[]).map((t) => t.type);

  it('follows a detention of four days: every rung at its instant and once, the hearing listed by the court, the end with the release', async () => {
    const id = await open(START, told.arrestRecorded(START));
    for (const [at, ...events] of DETENTION) {
      await goTo(id, at);
      await act(id, ...events);
      if (events[0]!.type === 'extensionRequested') await until('the hearing', async () => (await openTasks(id)).includes('serveWarrantInformation'));
    }
    const alarms = await alarmsOf(id);
    assert.deepEqual(alarms.map((a) => [fromEpoch(Math.floor(toEpoch(a.rung_at) / SECOND) * SECOND), `${a.kind} ${a.title}`]), ALARMS.map((a) => [...a]));
    for (const alarm of alarms) {
      assert.ok(elapsed(alarm.rung_at, alarm.sounded_at) >= 0 && elapsed(alarm.rung_at, alarm.sounded_at) < 30 * SECOND, `${alarm.title} sounded at ${alarm.sounded_at}`);
      assert.equal(alarm.late, false);
      assert.doesNotMatch(alarm.ended_why ?? '', /Missed/);
      assert.notEqual(alarm.ended_at, null);
    }
    assert.deepEqual(alarms.at(-1)!.to_posts.toSorted(), ['custodyInspector', 'custodySergeant', 'superintendent']);
    assert.deepEqual(await openTasks(id), []);
    const workflow = worker.engine.client.workflow.getHandle(workflowId(kind, id));
    await until('the end', async () => (await workflow.describe()).status.name === 'COMPLETED');
  });

  it('records the hearing as Peel, once, with the court’s reference', async () => {
    const id = await open(on(17, '12:00'), ...told.held(on(17, '11:00')), told.extensionRequested());
    await until('the hearing', async () => (await openTasks(id)).includes('serveWarrantInformation'));
    const listed = (await database.admin('custody.custody_record_event').where({ record_id: id, type: 'hearingListed' })) as { actor: string; data: { listedFor: string; court: string; reference: string } }[];
    assert.equal(listed.length, 1);
    assert.equal(listed[0]!.actor, 'system:engine');
    assert.equal(listed[0]!.data.listedFor, on(17, '14:00'));
    assert.match(listed[0]!.data.reference, /^WM-/);
  });

  it('hands the listing to people when the court has no sitting in time, and says why on the task', async () => {
    const saturday = on(21, '12:00');
    const id = await open(saturday, ...told.held(on(21, '11:00')), told.extensionRequested());
    const task = await until('the try', async () => (await database.admin('work.task').where({ record_id: id, type: 'listWarrantHearing', step_tries: 1 }).first()) as { step_outcome: string; status: string } | undefined);
    assert.equal(task.status, 'open');
    assert.match(task.step_outcome, /no sitting before the 36 hours end/);
    const before = turns;
    await ringWorkflow(worker.engine, kind, id, 5_000);
    await until('the turn', () => turns > before);
    assert.equal(((await database.admin('work.task').where({ record_id: id, type: 'listWarrantHearing' }).first()) as { step_tries: number }).step_tries, 1, 'the same version is tried once');
  });
});
