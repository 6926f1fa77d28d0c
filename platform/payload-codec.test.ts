import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, it } from 'mocha';
import { defaultPayloadConverter } from '@temporalio/common';
import { readConfig } from './config.ts';
import { payloadCodec, readKeyRing } from './payload-codec.ts';

const key = () => randomBytes(32);
const SECRET = { name: 'Oluwaseun Adeyemi' };
const plain = () => defaultPayloadConverter.toPayload(SECRET)!;
const metadata = (bytes: Uint8Array | null | undefined) => Buffer.from(bytes ?? []).toString();

describe('payload codec', () => {
  it('gives back what it sealed, and shows neither value nor encoding', async () => {
    const codec = payloadCodec({ current: 'a', keys: new Map([['a', key()]]) });
    const [sealed] = await codec.encode([plain()]);
    assert.equal(metadata(sealed!.metadata!['encryption-key-id']), 'a');
    assert.doesNotMatch(Buffer.from(sealed!.data!).toString('latin1'), /Adeyemi|json/);
    const [opened] = await codec.decode([sealed!]);
    assert.deepEqual(defaultPayloadConverter.fromPayload(opened!), SECRET);
  });

  it('never seals the same value the same way twice', async () => {
    const codec = payloadCodec({ current: 'a', keys: new Map([['a', key()]]) });
    const [one, two] = await codec.encode([plain(), plain()]);
    assert.notDeepEqual(one!.data, two!.data);
  });

  it('still opens what an older key sealed once the keys have turned', async () => {
    const [oldKey, newKey] = [key(), key()];
    const [sealed] = await payloadCodec({ current: 'old', keys: new Map([['old', oldKey]]) }).encode([plain()]);
    const turned = payloadCodec({ current: 'new', keys: new Map([['new', newKey], ['old', oldKey]]) });
    assert.deepEqual(defaultPayloadConverter.fromPayload((await turned.decode([sealed!]))[0]!), SECRET);
    assert.equal(metadata((await turned.encode([plain()]))[0]!.metadata!['encryption-key-id']), 'new');
  });

  it('refuses a payload that was altered, renamed to another key, or sealed by a key not held', async () => {
    const keys = new Map([['a', key()], ['b', key()]]);
    const codec = payloadCodec({ current: 'a', keys });
    const [sealed] = await codec.encode([plain()]);
    const altered = Buffer.from(sealed!.data!);
    altered[altered.length - 1]! ^= 1;
    await assert.rejects(codec.decode([{ ...sealed!, data: altered }]));
    await assert.rejects(codec.decode([{ ...sealed!, metadata: { ...sealed!.metadata, 'encryption-key-id': Buffer.from('b') } }]));
    await assert.rejects(payloadCodec({ current: 'b', keys: new Map([['b', key()]]) }).decode([sealed!]), /No payload key a/);
  });

  it('leaves a payload alone that was never sealed', async () => {
    const codec = payloadCodec({ current: 'a', keys: new Map([['a', key()]]) });
    const payload = plain();
    assert.deepEqual(await codec.decode([payload]), [payload]);
  });
});

describe('the key ring of PEEL_CODEC_KEY', () => {
  const read = (env: NodeJS.ProcessEnv, production = false) => readKeyRing(readConfig(env), production);
  const encoded = key().toString('base64');

  it('takes one bare key under PEEL_CODEC_KEY_ID, or several by id', () => {
    assert.deepEqual([...read({ PEEL_CODEC_KEY: encoded, PEEL_CODEC_KEY_ID: '2026' }).keys.keys()], ['2026']);
    const ring = read({ PEEL_CODEC_KEY: `2026:${encoded}, 2025:${encoded}`, PEEL_CODEC_KEY_ID: '2026' });
    assert.deepEqual([ring.current, [...ring.keys.keys()]], ['2026', ['2026', '2025']]);
  });

  it('refuses a short key, a ring without the current key, and production without keys', () => {
    assert.throws(() => read({ PEEL_CODEC_KEY: 'c2hvcnQ=' }), /32 bytes/);
    assert.throws(() => read({ PEEL_CODEC_KEY: `2025:${encoded}`, PEEL_CODEC_KEY_ID: '2026' }), /no key named 2026/);
    assert.throws(() => read({}, true), /PEEL_CODEC_KEY must be set/);
    assert.equal(read({}).keys.size, 1);
  });
});
