import type { Logger } from 'pino';
import { recordKind } from '#domain/records';
import { readBuild, type Build } from './build.ts';
import { roleUrl, type Config } from './config.ts';
import { countWorkflows } from './count-workflows.ts';
import { asSystem, type Database } from './database.ts';
import { isHeld } from './holds.ts';
import { listen } from './listen.ts';
import { endLeases, lease, readLag, type Leased } from './outbox-lease.ts';
import { sayState } from './process-state.ts';
import { declareSearchAttributes, namespaceId, ringWorkflow, type Engine } from './temporal.ts';
import { Wake } from './wake.ts';

interface RelayParts {
  readonly db: Database;
  readonly config: Config;
  readonly engine: Engine;
  readonly log: Logger;
}

/** What the relay says of itself; `namespaceId` is the last server that answered, and the watchdog rings every open record for a new one. */
export interface RelayState {
  readonly temporal: 'up' | 'down';
  readonly held: boolean;
  readonly namespaceId: string;
  readonly waiting: number;
  readonly oldest: number;
  readonly failing: number;
  readonly lastError: string | null;
  readonly build: Build;
}

const SWEEP = 1_000;
const LOOK = 2_000;
const COUNT = 30_000;
const DEADLINE = 5_000;
const AT_ONCE = 40;
const UNREACHABLE = new Set([1, 4, 14]); // gRPC CANCELLED, DEADLINE_EXCEEDED, UNAVAILABLE

interface Health { up: boolean; namespaceId: string; database: boolean }
interface Running extends RelayParts { readonly health: Health; readonly wake: Wake; readonly counting: Wake; readonly build: Build; wanted: boolean }

/** Carries bells from the outbox to the workflows until it is stopped, through any outage of either side. */
export function startRelay(parts: RelayParts): { stop: () => Promise<void> } {
  const relay: Running = { ...parts, health: { up: true, namespaceId: '', database: true }, wake: new Wake(), counting: new Wake(), build: readBuild(), wanted: true };
  const ring = (): void => relay.wake.ring();
  const ear = listen({ url: roleUrl(parts.config, 'relay'), channels: ['peel_bell'], onNotice: ring, onOpen: ring });
  const looking = new Wake();
  const loops = [repeat(relay, carry, relay.wake, SWEEP), repeat(relay, look, looking, LOOK), repeat(relay, count, relay.counting, COUNT)];
  return { stop: async () => { relay.wanted = false; ring(); looking.ring(); relay.counting.ring(); await ear.close(); await Promise.all(loops); } };
}

async function repeat(relay: Running, work: (relay: Running) => Promise<boolean>, wake: Wake, pause: number): Promise<void> {
  while (relay.wanted) {
    const again = await work(relay).catch((error: unknown) => { sayDatabase(relay, false, error); return false; });
    if (!again && relay.wanted) await wake.sleep(pause);
  }
}

/** Sends what is due. True where there may be more. While the server is down one bell is enough to find out. */
async function carry(relay: Running): Promise<boolean> {
  const limit = relay.health.up ? AT_ONCE : 1;
  const bells = await asSystem(relay.db, async ({ trx }) => ((await isHeld(trx, ['relay', 'all'])) ? [] : lease(trx, limit)));
  sayDatabase(relay, true);
  if (bells.length === 0) return false;
  const sent: Leased[] = [];
  const failed: Leased[] = [];
  let lastError: unknown;
  await Promise.all(bells.map((bell) => send(relay, bell).then(() => { sent.push(bell); }, (error: unknown) => { failed.push(bell); lastError = error; })));
  await asSystem(relay.db, ({ trx }) => endLeases(trx, { sent, failed, error: reasonOf(lastError) }));
  if (sent.length > 0) sayEngine(relay, true);
  else if (UNREACHABLE.has(codeOf(lastError))) sayEngine(relay, false);
  if (failed.length > 0 && relay.health.up) relay.log.warn({ failed: failed.length, reason: reasonOf(lastError) }, 'Bells could not be sent and will be tried again');
  return relay.health.up && bells.length === limit;
}

const send = async (relay: Running, bell: Leased): Promise<void> => ringWorkflow(relay.engine, recordKind(bell.record_kind), bell.record_id, DEADLINE);

/** Asks the server who it is and says how far behind we are. */
async function look(relay: Running): Promise<boolean> {
  const found = await namespaceId(relay.engine.connection, relay.config, LOOK).catch(() => null);
  if (found !== null && found !== relay.health.namespaceId) {
    await declareSearchAttributes(relay.engine, relay.config).catch((error: unknown) => relay.log.warn({ err: error }, 'Search attributes could not be declared'));
    relay.health.namespaceId = found;
    relay.counting.ring();
  }
  sayEngine(relay, found !== null);
  await asSystem(relay.db, async ({ trx }) => {
    const state: RelayState = {
      temporal: relay.health.up ? 'up' : 'down', held: await isHeld(trx, ['relay', 'all']), namespaceId: relay.health.namespaceId, ...(await readLag(trx)), build: relay.build,
    };
    await sayState(trx, 'relay', state);
  });
  return false;
}

/** Writes what Temporal holds, for the operations page; where it does not answer, what it last said stands with its age. */
async function count(relay: Running): Promise<boolean> {
  if (relay.health.namespaceId === '') return false; // a server that was never met has no attributes to count by
  const server = await countWorkflows(relay.engine, DEADLINE).catch(() => null);
  if (server) await asSystem(relay.db, ({ trx }) => sayState(trx, 'temporal', server));
  return false;
}

const codeOf = (error: unknown): number => {
  const { code, cause } = (error ?? {}) as { code?: number; cause?: { code?: number } };
  return code ?? cause?.code ?? 0;
};

/** The kind of failure, without the words of the failure. */
const reasonOf = (error: unknown): string => `${(error as Error | undefined)?.name ?? 'Error'} (gRPC ${codeOf(error)})`;

function sayEngine(relay: Running, up: boolean): void {
  if (up === relay.health.up) return;
  relay.health.up = up;
  relay.log[up ? 'info' : 'warn'](up ? 'Temporal answers again' : 'Temporal does not answer; bells wait');
  if (up) relay.wake.ring();
}

function sayDatabase(relay: Running, up: boolean, error?: unknown): void {
  if (up === relay.health.database) return;
  relay.health.database = up;
  relay.log[up ? 'info' : 'error']({ err: error }, up ? 'The outbox is served again' : 'The outbox cannot be served');
}
