import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, afterEach, before, beforeEach, describe, it } from 'mocha';
import type { Turn } from '../../activities/shared/settle-activities.ts';
import type { StepTry } from '../../activities/shared/step-activities.ts';
import { readConfig } from '#platform/config';
import { startEngineServer, type EngineServer } from '#tests/support/engine-server';
import { startEngineWorker, type EngineWorker } from '#tests/support/engine-worker';
import { forward } from '#tests/support/skipped-time';
import { until } from '#tests/support/until';

const HOUR = 3_600_000;
const TURN: Turn = { version: 1, phase: 'detained', wakeIn: HOUR, steps: [], ended: false };
const hearing = (version: number) => ({ name: 'listWarrantHearing', key: 'hearingListed/1.0', taskId: randomUUID(), version });

describe('the workflow that follows a record', function () {
  this.timeout(60_000);
  let server: EngineServer;
  let worker: EngineWorker;
  let turns: number[] = [];
  let answer: (turn: number) => Turn = () => TURN;
  let court: () => Promise<object>;
  let tries: StepTry[] = [];
  let id = '';
  let running = 0;

  before(async () => {
    server = await startEngineServer();
    worker = await startEngineWorker(readConfig({ TEMPORAL_ADDRESS: server.address }), 'follow-record', {
      // A run that an earlier test left is no concern of the next one.
      settle: async (_kind: string, recordId: string, engineTime: number) => (id.endsWith(recordId) ? answer(turns.push(engineTime)) : { ...TURN, ended: true }),
      noteTry: async (noted: StepTry) => { tries.push(noted); },
      askForHearing: async () => { running += 1; return court().finally(() => { running -= 1; }); },
      recordHearingListed: async (_id: string, _owed: object, listed: object) => ({ events: [listed] }),
    });
  });
  after(async () => { await worker.stop(); await server.remove(); });
  beforeEach(() => {
    turns = []; tries = []; id = `custody-record:${randomUUID()}`;
    answer = () => TURN;
    court = async () => ({ refusals: [{ message: 'No sitting.' }] });
  });

  afterEach(() => worker.engine.client.workflow.getHandle(id).terminate().catch(() => undefined)); // most leave theirs running

  const ring = () => worker.engine.client.workflow.signalWithStart('custodyRecordWorkflow', {
    workflowId: id, taskQueue: 'follow-record', args: [{ recordId: id.split(':')[1]! }], signal: 'bell', signalArgs: [],
  });
  const status = async () => (await worker.engine.client.workflow.getHandle(id).describe()).status.name;
  const turned = (count: number) => until(`${count} turns`, () => turns.length >= count);
  const quiet = async () => { await new Promise((later) => setTimeout(later, 250)); return turns.length; };

  it('settles once for the bell that started it, and sleeps exactly until the next wake', async () => {
    await ring();
    await turned(1);
    assert.equal(await quiet(), 1);
    await forward(worker.engine.client, id, 3 * HOUR + 60_000);
    await turned(4);
    const waits = turns.slice(1).map((at, n) => at - turns[n]!);
    assert.equal(waits.length, 3);
    for (const wait of waits) assert.ok(wait >= HOUR && wait < HOUR + 60_000, `${wait} ms: never early, and late by no more than the turns themselves take`);
  });

  it('does not spin while the clock stands still just before a wake, and hears a bell at once', async () => {
    answer = () => ({ ...TURN, wakeIn: 1 });
    await ring();
    await new Promise((later) => setTimeout(later, 4_000));
    assert.ok(turns.length <= 5, `${turns.length} turns in four seconds`);
    await turned(3);
    const before = turns.length;
    await ring();
    await until('the turn of the bell', () => turns.length > before, 1_000);
  });

  it('turns for bells, and any number of bells in a row needs few turns', async () => {
    await ring();
    await turned(1);
    await Promise.all(Array.from({ length: 40 }, ring));
    assert.ok((await quiet()) > 1);
    assert.ok(turns.length < 40, `${turns.length} turns`);
  });

  it('ends with the record; a bell after the end settles once more and ends again', async () => {
    answer = () => ({ ...TURN, phase: 'released', ended: true, wakeIn: null });
    await ring();
    await until('the end', async () => (await status()) === 'COMPLETED');
    await ring();
    await turned(2);
    await until('the second end', async () => (await status()) === 'COMPLETED');
    assert.equal(await quiet(), 2);
  });

  it('outlives a database that does not answer', async () => {
    answer = (turn) => { if (turn < 4) throw new Error('the database is away'); return TURN; };
    await ring();
    await turned(4);
    assert.equal(await status(), 'RUNNING');
  });

  it('outlives a request to cancel it', async () => {
    await ring();
    await turned(1);
    await worker.engine.client.workflow.getHandle(id).cancel();
    await ring();
    await turned(2);
    assert.equal(await status(), 'RUNNING');
  });

  it('continues as new after 500 events and loses no bell on the way', async () => {
    await ring();
    await turned(1);
    const first = (await worker.engine.client.workflow.getHandle(id).describe()).runId;
    let rings = 1;
    const another = async () => {
      await ring();
      rings += 1;
      const seen = turns.length;
      await until('the turn of a bell', () => turns.length > seen, 5_000);
      return (await worker.engine.client.workflow.getHandle(id).describe()).runId !== first;
    };
    while (!(await another())) assert.ok(rings < 120, 'it never continued as new');
    const before = turns.length;
    await ring();
    await until('the turn of a bell in the second run', () => turns.length > before);
    assert.ok(rings > 40 && rings < 110, `${rings} bells to one run`);
  });

  it('keeps on following after a run of thirty days without a bell', async () => {
    answer = () => ({ ...TURN, phase: 'onBail', wakeIn: null });
    await ring();
    await turned(1);
    const first = (await worker.engine.client.workflow.getHandle(id).describe()).runId;
    await forward(worker.engine.client, id, 30 * 24 * HOUR + 60_000).catch(() => undefined);
    await until('the next run', async () => (await worker.engine.client.workflow.getHandle(id).describe()).runId !== first);
    assert.equal(await status(), 'RUNNING');
  });

  it('tries a step once for each version, notes what came of it, and goes on turning while it runs', async () => {
    let over = (): void => undefined;
    court = () => new Promise((resolve) => { over = () => resolve({ refusals: [{ message: 'No sitting.' }] }); });
    answer = () => ({ ...TURN, version: 5, steps: [hearing(5)] });
    await ring();
    await until('the court is asked', () => running === 1);
    await ring();
    await turned(2);
    assert.equal(running, 1, 'the same step runs once');
    over();
    await until('the note', () => tries.length === 1);
    await ring();
    await quiet();
    assert.deepEqual(tries.map((t) => [t.step.version, t.outcome]), [[5, 'No sitting.']]);
    court = async () => ({ refusals: [{ message: 'Still none.' }] });
    answer = () => ({ ...TURN, version: 6, steps: [hearing(6)] });
    await ring();
    await until('the second note', () => tries.length === 2);
    assert.equal(tries[1]!.outcome, 'Still none.');
  });

  it('hands a step that breaks to people, and lives on', async () => {
    const { ApplicationFailure } = await import('@temporalio/common');
    court = async () => { throw ApplicationFailure.nonRetryable('The listing office answered 422', 'CourtRejected'); };
    answer = () => ({ ...TURN, version: 2, steps: [hearing(2), { ...hearing(2), name: 'notAStep', key: 'other/1' }] });
    await ring();
    await until('both notes', () => tries.length === 2);
    assert.deepEqual(tries.map((t) => t.outcome).sort(), [
      'Peel cannot do this by itself at this stage of the record.', 'Peel tried and could not: The listing office answered 422.',
    ]);
    assert.equal(await status(), 'RUNNING');
  });

  it('ends only when its last step has', async () => {
    let over = (): void => undefined;
    court = () => new Promise((resolve) => { over = () => resolve({ refusals: [{ message: 'No sitting.' }] }); });
    answer = (turn) => ({ ...TURN, version: 2, steps: turn === 1 ? [hearing(2)] : [], ended: turn > 1, wakeIn: null });
    await ring();
    await until('the court is asked', () => running === 1);
    await ring();
    await turned(2);
    assert.equal(await status(), 'RUNNING');
    over();
    await until('the end', async () => (await status()) === 'COMPLETED');
  });

  it('shows the server nothing it was told: neither input, result nor failure', async () => {
    const { ApplicationFailure } = await import('@temporalio/common');
    court = async () => { throw ApplicationFailure.nonRetryable('Hale Adeyemi is not known', 'CourtRejected'); };
    answer = () => ({ ...TURN, version: 2, phase: 'withInvestigator', steps: [hearing(2)] });
    await ring();
    await until('the note', () => tries.length === 1);
    const history = await worker.engine.client.workflow.getHandle(id).fetchHistory();
    const text = JSON.stringify(history).replaceAll(id, '');
    const sealed = [...text.matchAll(/"([A-Za-z0-9+/=]{8,})"/g)].map(([, base64]) => Buffer.from(base64!, 'base64').toString('latin1'));
    const bytes = [text, ...sealed].join(' ');
    assert.match(bytes, /Encoded failure/);
    assert.match(bytes, /binary\/encrypted/);
    for (const secret of ['Adeyemi', 'withInvestigator', 'hearingListed', id.split(':')[1]!]) {
      assert.ok(!bytes.includes(secret), `${secret} stands in the history`);
    }
  });
});
