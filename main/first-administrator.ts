import { parseArgs } from 'node:util';
import { validate as isUuid } from 'uuid';
import { readConfig } from '#platform/config';
import { asSystem, connect, type Database } from '#platform/database';
import { HEADQUARTERS, HEADQUARTERS_ID, send } from './seed.ts';

const USAGE = 'npm run first-administrator -- --id ID --name "NAME"\n  ID is the officer’s subject (sub) at the identity provider, a UUID. Everybody after them is appointed on the Officers page.';

const hasAdministrator = (db: Database): Promise<boolean> => asSystem(db, async ({ trx, now }) =>
  (await trx('force.post_held').where({ post: 'administrator' }).whereNull('withdrawn_at').where((q) => { q.whereNull('to_at').orWhere('to_at', '>', now); }).first()) !== undefined);

/** Gives a new force its first administrator, who appoints everybody else. Throws where there is one already, or the id is none. */
export async function appointFirst(db: Database, { id, name }: { readonly id: string; readonly name: string }): Promise<void> {
  if (!isUuid(id)) throw new Error(`${id} is not a UUID.\n${USAGE}`);
  if (await hasAdministrator(db)) throw new Error('This force has an administrator already: they appoint others on the Officers page.');
  const now = await asSystem(db, (work) => Promise.resolve(work.now));
  await send({ db }, 'officer', id, [{ act: 'appointOfficer', at: now, body: { name, rank: 'staff' } }]);
  await send({ db }, 'duty-roster', HEADQUARTERS_ID, [
    { act: 'openStation', at: now, body: HEADQUARTERS }, { act: 'assignPost', at: now, body: { officerId: id, post: 'administrator', from: now, to: null } },
  ]);
}

async function main(): Promise<void> {
  const { values: { id, name } } = parseArgs({ options: { id: { type: 'string' }, name: { type: 'string' } } });
  if (!id || !name) throw new Error(USAGE);
  const db = connect('app', readConfig(), 1);
  try {
    await appointFirst(db, { id, name });
    process.stdout.write(`${name} is the administrator of this force.\n`);
  } finally {
    await db.close();
  }
}

if (process.argv[1] === new URL(import.meta.url).pathname) await main().catch((error: unknown) => { process.stderr.write(`${(error as Error).message}\n`); process.exitCode = 1; });
