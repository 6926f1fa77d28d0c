import { randomUUID } from 'node:crypto';
import { cpus } from 'node:os';
import { ARREST, GROUNDS, NEEDS } from '#domain/custody/custody-record/example-detention';
import { PERSONAS } from '#domain/force/personas';
import { recordKind } from '#domain/records';
import { readConfig } from '#platform/config';
import { connectEngine, workflowId, type Engine } from '#platform/temporal';
import { startDesk } from '#tests/support/desk';
import { Session } from '../scripts/demo/session.ts';
import { stationId } from '../main/seed.ts';
import { summary } from './quantiles.ts';

const KIND = recordKind('custody-record');
const WARM_UP = 60;
const ACTS = 400;
const LAGS = 60;
const HALE = stationId('Hale Road');

interface Desk { readonly sergeant: Session; readonly keeper: Session }
interface Answer { readonly version: number }

const personaId = (name: string): string => PERSONAS.find((p) => p.name === name)!.id;

async function act(who: Session, recordId: string, slug: string, sent: { body?: object; seenVersion?: number } = {}): Promise<number> {
  const { body, status } = await who.post<Answer>(`/api/custody/custody-record/${recordId}/${slug}`, { commandId: randomUUID(), seenVersion: 0, at: null, body: {}, ...sent });
  if (status !== 200) throw new Error(`${slug} was answered ${status}: ${JSON.stringify(body)}`);
  return body.version;
}

/** Arrested, in the yard, detention authorised, level 2: the record a visit is entered on. */
async function detain({ sergeant }: Desk): Promise<string> {
  const id = randomUUID();
  await act(sergeant, id, 'record-arrest', { body: { ...ARREST, stationId: HALE, teamId: '' } });
  await act(sergeant, id, 'record-arrival', { body: { stationId: HALE, source: 'gateLog' } });
  const seenVersion = await act(sergeant, id, 'record-immediate-needs', { body: NEEDS });
  await act(sergeant, id, 'authorise-detention', { body: GROUNDS, seenVersion });
  await act(sergeant, id, 'set-observation-level', { body: { level: '2', reason: 'Calm' }, seenVersion: seenVersion + 1 });
  return id;
}

const visit = (desk: Desk, id: string): Promise<number> => act(desk.keeper, id, 'record-visit', { body: { seen: 'Awake, reading', roused: false } });

/** Milliseconds of one visit after another at one client, from the request to the whole answer; ten visits to a record. */
async function acknowledgements(desk: Desk, count: number): Promise<number[]> {
  const measured: number[] = [];
  for (let id = ''; measured.length < count;) {
    if (measured.length % 10 === 0) id = await detain(desk);
    const from = performance.now();
    await visit(desk, id);
    measured.push(performance.now() - from);
  }
  return measured;
}

/** Milliseconds from an acknowledged act to the end of the workflow's turn that settled it, by the server's own history. */
async function lags(desk: Desk, { client }: Engine, count: number): Promise<number[]> {
  const measured: number[] = [];
  const id = await detain(desk);
  const handle = client.workflow.getHandle(workflowId(KIND, id));
  const turns = async (): Promise<number[]> => ((await handle.fetchHistory()).events ?? []).filter((e) => e.markerRecordedEventAttributes).map((e) => Number(e.eventTime!.seconds) * 1_000 + (e.eventTime!.nanos ?? 0) / 1e6);
  while (measured.length < count) {
    await new Promise((later) => setTimeout(later, 400));
    await visit(desk, id);
    const committed = Date.now();
    let settled: number | undefined;
    while (settled === undefined) settled = (await turns().catch(() => [])).find((at) => at >= committed);
    measured.push(settled - committed);
  }
  return measured;
}

/**
 * How long an officer waits for an act to be acknowledged (sign-in, policy, law, record, task, alarm, audit and bell all on, over
 * HTTP to the very processes of `npm start`, PostgreSQL with its durable settings), and how far behind the engine then is.
 */
export async function bench(): Promise<void> {
  const desk = await startDesk('2026-01-12T08:30', { PEEL_REQUESTS_PER_MINUTE: '100000' });
  const engine = connectEngine(readConfig({ ...desk.env, TEMPORAL_ADDRESS: `127.0.0.1:${desk.env['PEEL_TEMPORAL_PORT']}` }));
  try {
    const [sergeant, keeper] = [await Session.signIn(desk.url, personaId('Ada Okoro')), await Session.signIn(desk.url, personaId('Joan Bell'))];
    await acknowledgements({ sergeant, keeper }, WARM_UP);
    process.stdout.write(`${cpus().length} cores, ${cpus()[0]!.model}; Node ${process.version}\n`);
    process.stdout.write(`act acknowledged, one client: ${summary(await acknowledgements({ sergeant, keeper }, ACTS))}\n`);
    process.stdout.write(`engine, from commit to settled turn: ${summary(await lags({ sergeant, keeper }, engine, LAGS))}\n`);
  } finally {
    await engine.close();
    await desk.stop();
  }
}
