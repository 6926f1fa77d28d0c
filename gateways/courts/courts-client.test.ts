import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, it } from 'mocha';
import { courtsClient, CourtRejected, type CourtsGateway } from './courts-client.ts';
import { courtsSimulator, type SimulatorOptions } from './courts-simulator.ts';
import type { HearingRequest } from './courts-wire.ts';
import { until } from '#tests/support/until';

const REQUEST: HearingRequest = {
  recordId: '8f5f2d0e-3d39-4d2c-9a52-0a5f6a1a4a11', custodyNumber: 'KX/2026/00017', application: 'WARRANT_OF_FURTHER_DETENTION',
  station: 'Kings Cross', policeArea: 'Metropolitan', askedAt: '2026-11-17T08:00:00.000Z', neededBefore: '2026-11-17T20:00:00.000Z',
};

describe('the courts gateway', () => {
  let server: Server;
  const office = async (options: SimulatorOptions): Promise<CourtsGateway> => {
    server = courtsSimulator(options).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return courtsClient(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  };
  afterEach(() => new Promise((closed) => server.close(closed)));

  it('takes a request in, and lists a hearing some time later', async () => {
    const courts = await office({ answerAfter: 1_500 });
    const reference = await courts.requestHearing(REQUEST, 'key-1');
    assert.deepEqual(await courts.readHearing(reference), { reference, status: 'RECEIVED' });
    const listed = await until('the listing', async () => { const answer = await courts.readHearing(reference); return answer.status === 'RECEIVED' ? null : answer; });
    assert.deepEqual(listed, { reference, status: 'LISTED', listedFor: '2026-11-17T10:00:00.000Z', court: "Westminster Magistrates' Court" });
  });

  it('knows a request by its key: asked again, nothing is listed twice', async () => {
    const courts = await office({ answerAfter: 0 });
    const reference = await courts.requestHearing(REQUEST, 'key-1');
    assert.equal(await courts.requestHearing({ ...REQUEST, askedAt: '2026-11-17T08:05:00.000Z' }, 'key-1'), reference);
    assert.notEqual(await courts.requestHearing(REQUEST, 'key-2'), reference);
  });

  it('refuses where no sitting starts before the authority ends, with its code', async () => {
    const courts = await office({ answerAfter: 0 });
    const reference = await courts.requestHearing({ ...REQUEST, neededBefore: '2026-11-17T09:00:00.000Z' }, 'key-1');
    const answer = await courts.readHearing(reference);
    assert.equal(answer.status, 'REFUSED');
    assert.equal(answer.status === 'REFUSED' && answer.reason.code, 'NO_SITTING');
  });

  it('throws for an office that is down, which may be tried again, and CourtRejected for a wrong request, which may not', async () => {
    const courts = await office({ answerAfter: 0, unavailableFor: 1 });
    await assert.rejects(courts.requestHearing(REQUEST, 'key-1'), /answered 503/);
    await assert.rejects(courts.requestHearing({ ...REQUEST, askedAt: 'yesterday' }, 'key-1'), CourtRejected);
    await assert.doesNotReject(courts.requestHearing(REQUEST, 'key-1'));
  });

  it('throws for a reference the office has forgotten', async () => {
    const courts = await office({ answerAfter: 0 });
    await assert.rejects(courts.readHearing('WM-unknown'), /answered 404/);
  });
});
