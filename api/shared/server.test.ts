import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'mocha';
import { pino } from 'pino';
import { newServer } from './server.ts';

/** Whether a request that came in over https by the proxy's word is taken for secure, and so may set the cookie. */
async function secureThroughProxy(trusted: string | undefined): Promise<unknown> {
  const before = process.env['PEEL_TRUST_PROXY'];
  if (trusted === undefined) delete process.env['PEEL_TRUST_PROXY'];
  else process.env['PEEL_TRUST_PROXY'] = trusted;
  const app = newServer(pino({ level: 'silent' }), { perMinute: 100 });
  if (before === undefined) delete process.env['PEEL_TRUST_PROXY'];
  else process.env['PEEL_TRUST_PROXY'] = before;
  app.get('/secure', (request, response) => { response.json(request.secure); });
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const { port } = server.address() as AddressInfo;
    return await (await fetch(`http://127.0.0.1:${port}/secure`, { headers: { 'x-forwarded-proto': 'https' } })).json();
  } finally {
    server.close();
  }
}

describe('a proxy before the api', () => {
  it('on this machine is believed', async () => assert.equal(await secureThroughProxy(undefined), true));
  it('that is not among those named is not', async () => assert.equal(await secureThroughProxy('192.0.2.1'), false));
  it('is believed by its address or its kind', async () => {
    assert.equal(await secureThroughProxy('192.0.2.1, 127.0.0.1'), true);
    assert.equal(await secureThroughProxy('loopback, uniquelocal'), true);
  });
});
