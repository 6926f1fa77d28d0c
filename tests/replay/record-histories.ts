import { ApplicationFailure } from '@temporalio/common';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { readConfig } from '#platform/config';
import { startEngineServer } from '../support/engine-server.ts';
import { startEngineWorker, type EngineWorker } from '../support/engine-worker.ts';
import { forward } from '../support/skipped-time.ts';
import { until } from '../support/until.ts';
import type { Turn } from '../../activities/shared/settle-activities.ts';

/**
 * Records one history for each path a record's workflow can take, with the development key, and writes those that are not there
 * yet: a history is added, never edited. Run it after a change to the order of steps, behind its patch:
 * node tests/replay/record-histories.ts [suffix]
 */
const HOUR = 3_600_000;
const TURN: Turn = { version: 1, phase: 'detained', wakeIn: HOUR, steps: [], ended: false };
const OVER: Turn = { version: 9, phase: 'released', wakeIn: null, steps: [], ended: true };
const OWING: Turn = { ...TURN, version: 4, steps: [{ name: 'listWarrantHearing', key: 'listWarrantHearing/episode-1', taskId: randomUUID(), version: 4 }] };
const LISTED = { events: [{ type: 'hearingListed', data: { listedFor: '2026-11-18T10:00:00.000Z', court: 'A court', reference: 'WM-1' } }] };

interface Stage {
  turns: number;
  turn: (n: number) => Turn;
  court: () => Promise<object>;
  worker: EngineWorker;
  readonly id: string;
  ring: () => Promise<void>;
}

/** Rings, and waits for the turn. */
async function turned(stage: Stage): Promise<void> {
  const before = stage.turns;
  await stage.ring();
  await until('a turn', () => stage.turns > before, 30_000);
}

const PATHS: Readonly<Record<string, (stage: Stage) => Promise<void>>> = {
  'wakes-and-ends': async (stage) => {
    await turned(stage);
    await forward(stage.worker.engine.client, stage.id, 3 * HOUR + 1_000);
    stage.turn = () => OVER;
    await turned(stage);
  },
  'bells-while-settling': async (stage) => {
    await turned(stage);
    await Promise.all(Array.from({ length: 12 }, stage.ring));
    stage.turn = () => OVER;
    await turned(stage);
  },
  'bell-after-the-end': async (stage) => {
    stage.turn = () => OVER;
    await turned(stage);
  },
  'hearing-listed': async (stage) => {
    stage.turn = (n) => (n === 1 ? OWING : TURN);
    await turned(stage);
    await until('the turn after the step', () => stage.turns > 1);
    stage.turn = () => OVER;
    await turned(stage);
  },
  'hearing-refused': async (stage) => {
    stage.court = async () => ({ refusals: [{ code: 'NO_SITTING', law: 'PACE s.43', message: 'No sitting.' }] });
    stage.turn = (n) => (n === 1 ? OWING : TURN);
    await turned(stage);
    await until('the turn after the step', () => stage.turns > 1);
    stage.turn = () => OVER;
    await turned(stage);
  },
  'court-broken-and-step-unknown': async (stage) => {
    stage.court = async () => { throw ApplicationFailure.nonRetryable('The listing office answered 422', 'CourtRejected'); };
    stage.turn = (n) => (n === 1 ? { ...OWING, steps: [...OWING.steps, { ...OWING.steps[0]!, name: 'notAStep', key: 'notAStep/1' }] } : TURN);
    await turned(stage);
    await until('the turn after the steps', () => stage.turns > 1);
    stage.turn = () => OVER;
    await turned(stage);
  },
  'database-away': async (stage) => {
    stage.turn = (n) => { if (n < 8) throw new Error('the database is away'); return OVER; };
    await stage.ring();
    await until('the database is back', () => stage.turns >= 8, 60_000);
  },
  'continues-as-new': async (stage) => {
    await turned(stage);
    for (let n = 0; n < 75; n += 1) await turned(stage);
  },
};

async function record(path: string, suffix: string): Promise<void> {
  const file = fileURLToPath(new URL(`../../workflows/custody/histories/${path}${suffix}.json`, import.meta.url));
  if (existsSync(file)) return;
  const server = await startEngineServer();
  const id = `custody-record:${randomUUID()}`;
  const stage = { turns: 0, turn: () => TURN, court: async () => LISTED, id } as unknown as Stage;
  stage.worker = await startEngineWorker(readConfig({ TEMPORAL_ADDRESS: server.address }), 'custody', {
    settle: async () => { stage.turns += 1; return stage.turn(stage.turns); },
    noteTry: async () => undefined, askForHearing: () => stage.court(), recordHearingListed: async () => LISTED,
  });
  const { client } = stage.worker.engine;
  stage.ring = async () => {
    await client.workflow.signalWithStart('custodyRecordWorkflow', { workflowId: id, taskQueue: 'custody', args: [{ recordId: id.split(':')[1]! }], signal: 'bell', signalArgs: [] });
  };
  await PATHS[path]!(stage);
  const handle = client.workflow.getHandle(id, await firstRun(stage));
  await until('the end of the run', async () => (await handle.describe()).status.name !== 'RUNNING');
  await mkdir(new URL('../../workflows/custody/histories/', import.meta.url), { recursive: true });
  await writeFile(file, `${JSON.stringify(await handle.fetchHistory(), null, 1)}\n`);
  await stage.worker.stop();
  await server.remove();
  process.stdout.write(`${path}${suffix}: ${stage.turns} turns\n`);
}

async function firstRun({ worker, id }: Stage): Promise<string> {
  const history = await worker.engine.client.workflow.getHandle(id).fetchHistory();
  return history.events![0]!.workflowExecutionStartedEventAttributes!.firstExecutionRunId!;
}

const suffix = process.argv[2] ? `.${process.argv[2]}` : '';
for (const path of Object.keys(PATHS)) await record(path, suffix);
process.exit(0);
