import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { after, before, describe, it } from 'mocha';

type CheckPorts = (wanted: readonly (readonly [what: string, port: number, variable: string])[]) => Promise<void>;
const { checkPorts } = (await import(new URL('./ports.mjs', import.meta.url).href)) as { checkPorts: CheckPorts };

describe('ports that are taken', () => {
  const open: Server[] = [];
  const listen = async (port = 0): Promise<number> => {
    const server = createServer().listen(port, '127.0.0.1');
    open.push(server);
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  };
  /** Two taken ports next to each other. */
  async function neighbours(): Promise<number> {
    for (let tries = 0; tries < 50; tries += 1) {
      const port = await listen();
      if (await listen(port + 1).then(() => true, () => false)) return port;
    }
    throw new Error('No two ports next to each other are free');
  }
  let port = 0;
  before(async () => { port = await neighbours(); });
  after(() => { for (const server of open) server.close(); });

  it('are named with a port that is free, and that nothing else of Peel wants', async () => {
    const said = await checkPorts([['the desk', port, 'PEEL_PORT'], ['PostgreSQL', port + 2, 'PEEL_PG_PORT'], ['Temporal', port + 1, 'PEEL_TEMPORAL_PORT']]).then(() => '', (error: Error) => error.message);
    const hints = [...said.matchAll(/(PEEL_\w+)=(\d+) npm start/g)].map(([, variable, hint]) => [variable!, Number(hint)] as const);
    assert.ok(said.startsWith(`Port ${port} for the desk is taken by another program. Choose another: PEEL_PORT=`), said);
    for (const variable of ['PEEL_PORT', 'PEEL_TEMPORAL_PORT']) assert.ok(hints.some(([named]) => named === variable), said);
    const numbers = hints.map(([, hint]) => hint);
    assert.equal(new Set(numbers).size, numbers.length);
    for (const hint of numbers) { assert.ok(hint > port + 2, said); assert.equal(await listen(hint), hint); }
  });

  it('that are free are passed over in silence; what is no port is refused by its name', async () => {
    const free = createServer().listen(0, '127.0.0.1');
    await once(free, 'listening');
    const { port: number } = free.address() as AddressInfo;
    free.close();
    await once(free, 'close');
    await checkPorts([['the desk', number, 'PEEL_PORT']]);
    await assert.rejects(checkPorts([['the desk', 70_000, 'PEEL_PORT']]), /^Error: PEEL_PORT is not a port\.$/);
  });
});
