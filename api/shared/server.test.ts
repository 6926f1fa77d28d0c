import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'mocha';
import { pino } from 'pino';
import { answerProblem, newServer } from './server.ts';

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

describe('the server', () => {
  async function posted(path: string, body: string, headers: Record<string, string> = {}): Promise<{ status: number; code: string; logged: string }> {
    const lines: string[] = [];
    const log = pino({}, { write: (line: string) => { lines.push(line); } });
    const app = newServer(log, { perMinute: 100 });
    app.post('/api/broken', () => { throw Object.assign(new Error('invalid input syntax for type uuid: "Hale Adeyemi"'), { severity: 'ERROR', code: '22P02' }); });
    app.post(/./, (_, response) => { response.json({ code: 'taken' }); });
    app.use(answerProblem(log));
    const server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    try {
      const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
      return { status: answer.status, ...((await answer.json()) as { code: string }), logged: lines.join('') };
    } finally {
      server.close();
    }
  }

  it('logs what broke by its code and place, never by words that may quote what was typed', async () => {
    const { status, logged } = await posted('/api/broken', '{}');
    assert.equal(status, 500);
    assert.match(logged, /22P02/);
    assert.match(logged, /server\.test\.ts/);
    assert.doesNotMatch(logged, /Adeyemi/);
  });

  it('takes a page without an origin for another site', async () => {
    const { status, code } = await posted('/api/anything', '{}', { origin: 'null' });
    assert.deepEqual([status, code], [403, 'OTHER_ORIGIN']);
  });

  it('lets several acts be supposed as large as they may be sent, and nothing else', async () => {
    const large = JSON.stringify({ words: 'x'.repeat(100_000) });
    const codes = ['/api/custody/custody-record/1/acts', '/api/custody/custody-record/1/acts/what-if', '/api/custody/custody-record/1/record-arrest/what-if'].map(async (path) => (await posted(path, large)).code);
    assert.deepEqual(await Promise.all(codes), ['taken', 'taken', 'TOO_LARGE']);
  });
});
