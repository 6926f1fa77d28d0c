import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'mocha';
import { instant } from '#domain/shared/time';
import { connect, type Database } from '#platform/database';
import { settle, type OwedStep } from '#platform/settle-record';
import * as told from '#tests/support/detention';
import { freshDatabase, type TestDatabase } from '#tests/support/postgres';
import { tell } from '#tests/support/tell';
import { custodyRecordActivities, type HearingListed } from './custody/custody-record-activities.ts';
import { settleActivities } from './shared/settle-activities.ts';
import { stepActivities } from './shared/step-activities.ts';

const START = instant('2026-11-17T08:00:00Z');
const LISTED: HearingListed = { type: 'hearingListed', data: { listedFor: '2026-11-17T14:00:00.000Z', court: 'Highbury', reference: 'HB-1' } };

describe('the engine’s activities, run twice and at once', function () {
  this.timeout(30_000);
  let database: TestDatabase;
  let engine: Database;
  before(async () => { database = await freshDatabase(START); engine = connect('engine', database.config); });
  after(async () => { await engine.close(); await database.drop(); });

  const courts = { requestHearing: () => Promise.reject(new Error('not asked here')), readHearing: () => Promise.reject(new Error('not asked here')) };
  async function owing(): Promise<{ id: string; step: OwedStep }> {
    const id = randomUUID();
    await tell(engine, id, ...told.held(START), told.extensionRequested());
    const turn = await settle(engine, 'custody-record', id);
    assert.equal(turn!.steps.length, 1);
    return { id, step: turn!.steps[0]! };
  }
  const count = async (table: string, where: object): Promise<number> => Number(((await database.admin(table).where(where).count().first()) as { count: string }).count);

  it('settle: a record that is not there owes nothing', async () => {
    const turn = await settleActivities({ settle: (kind, id) => settle(engine, kind, id) }).settle('custody-record', randomUUID(), 0);
    assert.deepEqual(turn, { version: 0, phase: 'absent', wakeIn: null, steps: [], ended: true });
  });

  it('noteTry: one try for each version, in the task’s history, and the step is not owed again until the record changes', async () => {
    const { id, step } = await owing();
    const { noteTry } = stepActivities({ db: engine });
    const note = () => noteTry({ kind: 'custody-record', recordId: id, step, outcome: 'No sitting.' });
    await Promise.all([note(), note(), note()]);
    await note();
    const task = (await database.admin('work.task').where({ id: step.taskId }).first()) as { step_tries: number; step_version: number; step_outcome: string; status: string };
    assert.deepEqual([task.step_tries, task.step_version, task.step_outcome, task.status], [1, step.version, 'No sitting.', 'open']);
    assert.equal(await count('work.task_event', { task_id: step.taskId, what: 'tried' }), 1);
    assert.deepEqual((await settle(engine, 'custody-record', id))!.steps, []);
    const version = await tell(engine, id, told.reviewDone());
    assert.deepEqual((await settle(engine, 'custody-record', id))!.steps.map((s) => [s.key, s.version]), [[step.key, version]]);
  });

  it('recordHearingListed: one entry, by Peel, whoever asks twice', async () => {
    const { id, step } = await owing();
    const { recordHearingListed } = custodyRecordActivities({ db: engine, courts });
    const record = () => recordHearingListed(id, step, LISTED);
    const answers = [...(await Promise.all([record(), record()])), await record()];
    assert.ok(answers.every((a) => 'events' in a));
    assert.equal(await count('custody.custody_record_event', { record_id: id, type: 'hearingListed', actor: 'system:engine' }), 1);
    assert.equal(await count('work.task', { record_id: id, type: 'listWarrantHearing', status: 'closed' }), 1);
    assert.equal(await count('audit.event', { verb: 'recordHearingListed', outcome: 'accepted', actor: 'system:engine' }), 1);
  });

  it('recordHearingListed: what people listed while the court was asked stays, and the task they closed tells which hearing to withdraw', async () => {
    const { id, step } = await owing();
    const byPeople = { listedFor: '2026-11-17T12:00:00.000Z', court: 'Camberwell', reference: 'CW-9' };
    await tell(engine, id, { type: 'hearingListed', data: byPeople });
    const answer = await custodyRecordActivities({ db: engine, courts }).recordHearingListed(id, step, LISTED);
    assert.ok('refusals' in answer);
    assert.deepEqual(answer.refusals.map((r) => r.code), ['ALREADY_DONE']);
    const outcome = answer.refusals[0]!.message;
    assert.match(outcome, /It is the one at Highbury for 14:00 Tue 17 Nov GMT \(HB-1\)\.$/);
    const { state } = (await database.admin('custody.custody_record').where({ id }).first()) as { state: { hearing: { reference: string } } };
    assert.equal(state.hearing.reference, 'CW-9');
    const { noteTry } = stepActivities({ db: engine });
    for (let n = 0; n < 2; n += 1) await noteTry({ kind: 'custody-record', recordId: id, step, outcome });
    const noted = (await database.admin('work.task_event').where({ task_id: step.taskId, what: 'tried' })) as { detail: { outcome: string } }[];
    assert.deepEqual(noted.map((e) => e.detail.outcome), [outcome]);
    assert.equal(await count('work.task', { id: step.taskId, status: 'closed' }), 1);
    assert.deepEqual((await settle(engine, 'custody-record', id))!.steps, []);
  });

  it('recordHearingListed: after the release it is refused in plain words, and nothing is recorded', async () => {
    const { id, step } = await owing();
    await tell(engine, id, told.released());
    const answer = await custodyRecordActivities({ db: engine, courts }).recordHearingListed(id, step, LISTED);
    assert.ok('refusals' in answer && answer.refusals[0]!.message.length > 10);
    assert.equal(await count('custody.custody_record_event', { record_id: id, type: 'hearingListed' }), 0);
    assert.equal(await count('audit.event', { verb: 'recordHearingListed', outcome: 'REFUSED', actor: 'system:engine', subject_ids: [id] }), 1);
  });

  it('askForHearing: leaves the line of a disclosure before anything is sent', async () => {
    const { id, step } = await owing();
    const line = { verb: 'askCourt', outcome: 'shown', actor: 'system:engine', subject_ids: [id] };
    const seen: number[] = [];
    const court = { ...courts, requestHearing: async () => { seen.push(await count('audit.event', line)); throw new Error('away'); } };
    await assert.rejects(custodyRecordActivities({ db: engine, courts: court }).askForHearing(id, step), /away/);
    assert.deepEqual(seen, [1]);
  });

  it('askForHearing: says why where no 36 hours run', async () => {
    const { askForHearing } = custodyRecordActivities({ db: engine, courts });
    const answer = await askForHearing(randomUUID(), { name: 'listWarrantHearing', key: 'k', taskId: randomUUID(), version: 1 });
    assert.ok('refusals' in answer && answer.refusals[0]!.code === 'NO_LIMIT');
  });
});
