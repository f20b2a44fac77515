import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from "node:crypto";

/** A deed's key as requests carry it. */
const KEY = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const CIPHER = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Is this a key that a deed can be done under? */
export function isDeedKey(text: string): boolean {
  return KEY.test(text);
}

/** What the key is stored as. */
export function deedKeyHash(key: string): Buffer {
  return createHash("sha256").update(key.toLowerCase()).digest();
}

/** What was asked for, hashed with the key, so that nobody can find it out by trying. */
export function deedRequestHash(key: string, request: readonly [method: string, url: string, body: unknown]): Buffer {
  return createHmac("sha256", key.toLowerCase()).update(JSON.stringify(request)).digest();
}

/** Seals an answer so that only the key opens it. */
export function sealAnswer(key: string, answer: unknown): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, cipherKey(key), nonce);
  const sealed = Buffer.concat([cipher.update(JSON.stringify(answer ?? null)), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** Opens a sealed answer. Throws when it is not whole or not of this key. */
export function openAnswer(key: string, sealed: Buffer): unknown {
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const tag = sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  const decipher = createDecipheriv(CIPHER, cipherKey(key), nonce).setAuthTag(tag);
  const text = Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
  return JSON.parse(text.toString("utf8"));
}

function cipherKey(key: string): Buffer {
  return Buffer.from(hkdfSync("sha256", key.toLowerCase(), "", "springbraet deed", 32));
}
