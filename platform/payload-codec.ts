import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { Payload, PayloadCodec } from '@temporalio/common';
import messages from '@temporalio/proto';
import type { Config } from './config.ts';

/** Keys by their id; `current` is the one that encrypts, the others still read what they once wrote. */
interface KeyRing {
  readonly current: string;
  readonly keys: ReadonlyMap<string, Buffer>;
}

const CIPHER = 'aes-256-gcm';
const ENCODING = 'binary/encrypted';
const IV_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;
const text = (bytes: Uint8Array | null | undefined): string => Buffer.from(bytes ?? []).toString();
const proto = messages.temporal.api.common.v1.Payload;

/**
 * Encrypts every payload before it leaves Peel and opens it when it comes back: AES-256-GCM over the whole payload, a fresh
 * 96-bit nonce each (NIST SP 800-38D), the key's id in the metadata. Throws where a payload names a key that is not held or was altered.
 */
export function payloadCodec({ current, keys }: KeyRing): PayloadCodec {
  const keyOf = (id: string): Buffer => {
    const key = keys.get(id);
    if (!key) throw new Error(`No payload key ${id} is held`);
    return key;
  };
  return {
    encode: async (payloads) => payloads.map((payload) => seal(payload, current, keyOf(current))),
    decode: async (payloads) => payloads.map((payload) => (text(payload.metadata?.['encoding']) === ENCODING ? open(payload, keyOf) : payload)),
  };
}

function seal(payload: Payload, keyId: string, key: Buffer): Payload {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, key, iv).setAAD(Buffer.from(keyId));
  const body = Buffer.concat([cipher.update(proto.encode(payload).finish()), cipher.final()]);
  return { metadata: { encoding: Buffer.from(ENCODING), 'encryption-key-id': Buffer.from(keyId) }, data: Buffer.concat([iv, cipher.getAuthTag(), body]) };
}

function open(payload: Payload, keyOf: (id: string) => Buffer): Payload {
  const keyId = text(payload.metadata?.['encryption-key-id']);
  const data = Buffer.from(payload.data ?? []);
  const decipher = createDecipheriv(CIPHER, keyOf(keyId), data.subarray(0, IV_BYTES))
    .setAAD(Buffer.from(keyId)).setAuthTag(data.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return proto.decode(Buffer.concat([decipher.update(data.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]));
}

/**
 * The keys of `PEEL_CODEC_KEY`: `id:base64` pairs with commas between, or one bare base64 key under `PEEL_CODEC_KEY_ID`, which
 * always names the key that encrypts. Without any, a development key; in production that throws.
 */
export function readKeyRing(config: Config, production = process.env['NODE_ENV'] === 'production'): KeyRing {
  const current = config.PEEL_CODEC_KEY_ID;
  if (!config.PEEL_CODEC_KEY) {
    if (production) throw new Error('PEEL_CODEC_KEY must be set in production: 32 random bytes in base64');
    return { current, keys: new Map([[current, createHash('sha256').update('Peel development payload key').digest()]]) };
  }
  const keys = new Map(config.PEEL_CODEC_KEY.split(',').map((entry) => readKey(entry.trim(), current)));
  if (!keys.has(current)) throw new Error(`PEEL_CODEC_KEY holds no key named ${current} (PEEL_CODEC_KEY_ID)`);
  return { current, keys };
}

function readKey(entry: string, bareId: string): [string, Buffer] {
  const [id, encoded] = entry.includes(':') ? (entry.split(':', 2) as [string, string]) : [bareId, entry];
  const key = Buffer.from(encoded, 'base64');
  if (key.length !== KEY_BYTES) throw new Error(`PEEL_CODEC_KEY: the key ${id} must be 32 bytes in base64`);
  return [id, key];
}
