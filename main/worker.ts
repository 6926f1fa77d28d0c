import { custodyRecordActivities } from '../activities/custody/custody-record-activities.ts';
import { settleActivities } from '../activities/shared/settle-activities.ts';
import { stepActivities } from '../activities/shared/step-activities.ts';
import { courtsClient } from '#gateways/courts/courts-client';
import { readConfig } from '#platform/config';
import { connect } from '#platform/database';
import { processLog } from '#platform/log';
import { startWorkers } from '#platform/run-workers';
import { settle } from '#platform/settle-record';
import { installRuntime } from '#platform/temporal-runtime';
import { stopOnSignal } from './stop-on-signal.ts';

process.env['TZ'] = 'UTC';
const config = readConfig();
const log = processLog('worker');
installRuntime(log);
const db = connect('engine', config);
const shared = { ...settleActivities({ settle: (kind, recordId) => settle(db, kind, recordId) }), ...stepActivities({ db }) };
const workers = startWorkers({
  db, config, log, activities: { custody: { ...shared, ...custodyRecordActivities({ db, courts: courtsClient(config.PEEL_COURTS_URL) }) } },
});
stopOnSignal(log, async () => { await workers.stop(); await db.close(); });
