import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { before, describe, it } from 'mocha';
import messages from '@temporalio/proto';
import { Worker } from '@temporalio/worker';
import { readConfig } from '#platform/config';
import { dataConverter } from '#platform/temporal';
import { workflowBundle } from '#platform/workflow-bundle';
import { PATCHES } from '../../workflows/shared/patches.ts';
import { quietRuntime, SILENT } from '../support/engine-worker.ts';

const WORKFLOWS = fileURLToPath(new URL('../../workflows/', import.meta.url));
const files = (await readdir(WORKFLOWS, { recursive: true })).filter((f) => f.includes('/histories/') && f.endsWith('.json')).map((f) => `${WORKFLOWS}${f}`).sort();
/** The paths that every record's workflow can take, before any patch. */
const PATHS = ['bell-after-the-end', 'bells-while-settling', 'continues-as-new', 'court-broken-and-step-unknown', 'database-away', 'hearing-listed', 'hearing-refused', 'wakes-and-ends'];

/** The histories are kept as the messages write themselves, which is not the wire's own JSON. */
const asMessage = (history: object) => messages.temporal.api.history.v1.History.fromObject(history);
const read = async (file: string): Promise<object> => JSON.parse(await readFile(file, 'utf8')) as object;

async function failures(histories: readonly (readonly [name: string, history: object])[]): Promise<Map<string, string>> {
  const bundle = await workflowBundle(SILENT);
  const options = { workflowBundle: bundle, dataConverter: dataConverter(readConfig({})) };
  const found = new Map<string, string>();
  const replays = Worker.runReplayHistories(options, histories.map(([name, history]) => ({ workflowId: name, history: asMessage(history) })));
  for await (const { workflowId, error } of replays) if (error) found.set(workflowId, error.message);
  return found;
}

describe('recorded histories', function () {
  this.timeout(60_000);
  before(quietRuntime);

  it('are there for every path, and for either side of every patch', () => {
    const names = files.map((f) => basename(f, '.json'));
    const owed = [...PATHS, ...PATCHES.map((patch) => `${PATHS[0]!}.${patch.split('/')[1]!}`)];
    assert.deepEqual(owed.filter((name) => !names.includes(name)), []);
  });

  it('replay on the workflows as they are now', async () => {
    const histories = await Promise.all(files.map(async (f) => [basename(f), await read(f)] as const));
    assert.deepEqual([...(await failures(histories))], []);
  });

  it('fail where the order of steps is another', async () => {
    const text = JSON.stringify(await read(files.find((f) => f.endsWith('hearing-listed.json'))!));
    const other = JSON.parse(text.replaceAll('"askForHearing"', '"askForVerdict"')) as object;
    assert.match((await failures([['another step', other]])).get('another step') ?? '', /TMPRL1100|Nondeterminism/i);
  });
});
