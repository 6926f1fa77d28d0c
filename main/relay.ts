import { readConfig } from '#platform/config';
import { connect } from '#platform/database';
import { processLog } from '#platform/log';
import { startRelay } from '#platform/relay';
import { connectEngine } from '#platform/temporal';
import { stopOnSignal } from './stop-on-signal.ts';

const config = readConfig();
const log = processLog('relay');
const db = connect('relay', config, 4);
const engine = connectEngine(config);
const relay = startRelay({ db, config, engine, log });
stopOnSignal(log, async () => { await relay.stop(); await engine.close(); await db.close(); });
