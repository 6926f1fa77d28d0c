import knex from 'knex';
import { readTime } from '#domain/shared/local-time';
import { readConfig, roleUrl, type Config } from './config.ts';
import { loadReference } from './load-reference.ts';
import { createRolesAndDatabase, migrate } from './migrate.ts';

/** Sets how a fresh database tells time: the wall's, or in training its own from the instant asked for. */
async function setClock(config: Config): Promise<void> {
  const owner = knex({ client: 'pg', connection: roleUrl(config, 'migrator'), pool: { min: 0, max: 1 } });
  try {
    const training = config.PEEL_TRAINING === '1';
    const start = config.PEEL_CLOCK ? readTime(config.PEEL_CLOCK) : null;
    if (start && 'problem' in start) throw new Error(`PEEL_CLOCK: ${start.problem.message}`);
    await owner('platform.clock').update({
      training, running: true, base_at: start?.at ?? owner.raw('clock_timestamp()'), base_wall: owner.raw('clock_timestamp()'), heartbeat_at: owner.raw('clock_timestamp()'),
    });
  } finally {
    await owner.destroy();
  }
}

const config = readConfig();
if (config.PEEL_DB_SUPERUSER_URL) await createRolesAndDatabase(config.PEEL_DB_SUPERUSER_URL, config);
const ran = await migrate(config);
const fresh = ran.some((name) => name.includes('platform_foundation'));
if (fresh) await setClock(config);
const offences = await loadReference(config);
process.stdout.write(`${ran.length === 0 ? 'The schema is current' : `${ran.length} migrations run`}; ${offences} offences in the index.\n`);
