import pg from 'pg';
import { Wake } from './wake.ts';

interface Listening {
  readonly url: string;
  readonly channels: readonly string[];
  readonly onNotice: (channel: string, payload: string) => void;
  /** Called each time the ear opens; what was said while it was shut is lost, so read the state. */
  readonly onOpen?: () => void;
  /** Called when the connection is lost. */
  readonly onShut?: () => void;
  /** Only one process at a time hears: whoever holds this advisory lock. The others wait for it. */
  readonly only?: string;
}

interface Ear { readonly close: () => Promise<void> }

const PAUSE = 1_000;

/** Hears PostgreSQL's notices on a connection of its own and opens it anew for as long as it is wanted. Never throws. */
export function listen(listening: Listening): Ear {
  const wake = new Wake();
  const ear = { wanted: true, client: null as pg.Client | null };
  const run = async (): Promise<void> => {
    while (ear.wanted) {
      ear.client = new pg.Client({ connectionString: listening.url, keepAlive: true, application_name: 'peel ear' });
      await hear(ear.client, listening, wake).catch(() => undefined);
      await ear.client.end().catch(() => undefined);
      if (ear.wanted) await wake.sleep(PAUSE);
    }
  };
  const done = run();
  return { close: async () => { ear.wanted = false; wake.ring(); await ear.client?.end().catch(() => undefined); await done; } };
}

async function hear(client: pg.Client, listening: Listening, wake: Wake): Promise<void> {
  const shut = new Promise<void>((resolve) => { client.once('end', resolve); client.once('error', () => resolve()); });
  client.on('error', () => undefined);
  await client.connect();
  if (listening.only && !(await take(client, listening.only))) return;
  client.on('notification', ({ channel, payload }) => listening.onNotice(channel, payload ?? ''));
  for (const channel of listening.channels) await client.query(`listen ${client.escapeIdentifier(channel)}`);
  listening.onOpen?.();
  await shut;
  listening.onShut?.();
  wake.ring();
}

async function take(client: pg.Client, name: string): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock(hashtext($1)) as taken', [name]);
  return rows[0]?.taken === true;
}
