import pg from 'pg';
import { beginLog, logOf } from './processes.mjs';
import { startCluster } from './postgres-cluster.ts';

/** The embedded PostgreSQL as one of the desk's processes; answers its superuser's connection string. */
export async function startPostgres(processes, { files, ports }, password) {
  beginLog(files.logs, 'postgres');
  let url = '';
  await processes.start({
    name: 'postgres', layer: 0, signal: 'SIGINT',
    begin: async () => {
      const cluster = await startCluster({ folder: files.pg, port: ports.pg, password, log: logOf(files.logs, 'postgres') });
      url = cluster.url;
      return cluster.process;
    },
  });
  return url;
}

const NO_SUCH_DATABASE = '3D000';
const NO_SUCH_ROLE = ['28P01', '28000'];

/** True where Peel's database is not there yet, or has never been migrated. */
export async function isFresh(env, superuserUrl) {
  const url = new URL(env.DATABASE_URL);
  const owner = superuserUrl ? new URL(superuserUrl) : Object.assign(new URL(url), { username: 'peel_migrator', password: env.PEEL_DB_PASSWORD_MIGRATOR });
  owner.pathname = url.pathname;
  const client = new pg.Client({ connectionString: owner.href, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query("select to_regclass('public.migration') is null as fresh");
    return rows[0].fresh;
  } catch (error) {
    if (error.code === NO_SUCH_DATABASE || (superuserUrl && NO_SUCH_ROLE.includes(error.code))) return true;
    throw new Error(`The database at ${url.host} does not answer: ${error.message}`, { cause: error });
  } finally {
    await client.end().catch(() => {});
  }
}
