import { connect, type Database } from '#platform/database';
import { startRelay } from '#platform/relay';
import { startWorkers } from '#platform/run-workers';
import { settle } from '#platform/settle-record';
import { connectEngine, type Engine } from '#platform/temporal';
import { startWatchdog } from '#platform/watchdog';
import { courtsClient } from '#gateways/courts/courts-client';
import type { Instant } from '#domain/shared/time';
import { custodyRecordActivities } from '../../activities/custody/custody-record-activities.ts';
import { settleActivities } from '../../activities/shared/settle-activities.ts';
import { stepActivities } from '../../activities/shared/step-activities.ts';
import { freshDatabase, type TestDatabase } from './postgres.ts';
import { startEngineServer, type EngineServer } from './engine-server.ts';
import { quietRuntime, SILENT } from './engine-worker.ts';

/** The whole engine on a database and a Temporal server of its own: workers, relay and watchdog as their processes run them. */
export interface EngineStage {
  readonly database: TestDatabase;
  readonly server: EngineServer;
  readonly engine: Engine;
  /** As the api's role. */
  readonly app: Database;
  readonly stop: () => Promise<void>;
}

/** `grace`: the watchdog's, in milliseconds of wall time. The training clock runs from `start`. */
export async function engineStage(start: Instant, grace: number): Promise<EngineStage> {
  quietRuntime();
  const [database, server] = await Promise.all([freshDatabase(start), startEngineServer()]);
  await database.runClock(start);
  const config = { ...database.config, TEMPORAL_ADDRESS: server.address };
  const [app, work, relays, dogs] = (['app', 'engine', 'relay', 'watchdog'] as const).map((role) => connect(role, config, 6)) as [Database, Database, Database, Database];
  const engine = connectEngine(config);
  const custody = {
    ...settleActivities({ settle: (kind, id) => settle(work, kind, id) }), ...stepActivities({ db: work }),
    ...custodyRecordActivities({ db: work, courts: courtsClient('http://127.0.0.1:9') }),
  };
  const running = [
    startWorkers({ db: work, config, log: SILENT, activities: { custody } }), startRelay({ db: relays, config, engine, log: SILENT }), startWatchdog({ db: dogs, config, log: SILENT, grace }),
  ];
  const stop = async (): Promise<void> => {
    await Promise.all(running.map((part) => part.stop()));
    await engine.close();
    await Promise.all([app, work, relays, dogs].map((db) => db.close()));
    await Promise.all([server.remove(), database.drop()]);
  };
  return { database, server, engine, app, stop };
}
