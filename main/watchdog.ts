import { readConfig } from '#platform/config';
import { connect } from '#platform/database';
import { processLog } from '#platform/log';
import { startWatchdog } from '#platform/watchdog';
import { stopOnSignal } from './stop-on-signal.ts';

const config = readConfig();
const log = processLog('watchdog');
const db = connect('watchdog', config, 4);
const watchdog = startWatchdog({ db, config, log });
stopOnSignal(log, async () => { await watchdog.stop(); await db.close(); });
