import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import { secretsError } from "./errors.ts";
import type { KeySource } from "./key-file.ts";
import { type Key, type KeySet, type Renewable, renewed } from "./key-set.ts";

/** Seals and opens values and makes blind indexes. It holds its keys where nothing can print them. */
export type Keyring = {
  /** Where the keys come from, for messages. */
  readonly where: string;
  /** Seals a value for a place, such as `citizens.citizens.cpr 0316`: it opens there only. */
  readonly encrypt: (plain: Buffer, context: string) => Buffer;
  /** Throws `key_missing`, `sealed_damaged`. */
  readonly decrypt: (sealed: Buffer, context: string) => Buffer;
  /** The blind index of an identifier in a municipality: equal for equal identifiers, and telling nothing without the key. */
  readonly indexOf: (municipality: string, identifier: string) => Buffer;
  /** The index by every key: what to look for while a renewed index key has not reached all rows. The active one is first. */
  readonly indexesOf: (municipality: string, identifier: string) => readonly Buffer[];
  /** A lasting id for a person known by this identifier only. It does not change when keys are renewed. */
  readonly pseudonym: (municipality: string, identifier: string) => string;
  /** What sealed values and indexes begin with, by key; the active key's is first. */
  readonly marks: (what: Renewable) => readonly [Buffer, ...Buffer[]];
  /** Puts a new active key of a kind in use, after it is safely written. Throws `keys_from_environment`. */
  readonly renew: (what: Renewable) => void;
};

const VERSION = Buffer.from([1]);
const MARK_BYTES = 5;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const PSEUDONYM_BYTES = 15;
const LETTERS = "abcdefghjkmnpqrstuvwxyz023456789";

/** A key ring over keys that were found or made. */
export function keyringOver({ keys, where, save }: KeySource): Keyring {
  let held: KeySet = keys;
  const indexBy = (key: Key, municipality: string, identifier: string): Buffer =>
    Buffer.concat([markOf(key), hmac(key, "index", municipality, identifier)]);
  return {
    where,
    encrypt: (plain, context) => seal(held.encryption[0], plain, context),
    decrypt: (sealed, context) => {
      const mark = sealed.subarray(0, MARK_BYTES);
      const key = held.encryption.find((candidate) => markOf(candidate).equals(mark));
      if (!key) throw secretsError("key_missing", { key: keyName(mark), where });
      return unseal(key, sealed, context);
    },
    indexOf: (municipality, identifier) => indexBy(held.index[0], municipality, identifier),
    indexesOf: (municipality, identifier) => held.index.map((key) => indexBy(key, municipality, identifier)),
    pseudonym: (municipality, identifier) =>
      `p${lettered(hmac(held.pseudonym, "pseudonym", municipality, identifier))}`,
    marks: (what) => {
      const [active, ...others] = held[what];
      return [markOf(active), ...others.map(markOf)];
    },
    renew: (what) => {
      if (!save) throw secretsError("keys_from_environment");
      const next = renewed(held, what);
      save(next);
      held = next;
    },
  };
}

/** The key's name in messages: its id, which tells nothing about it. */
export function keyName(mark: Buffer): string {
  return mark.subarray(VERSION.length, MARK_BYTES).toString("hex");
}

function markOf(key: Key): Buffer {
  return Buffer.concat([VERSION, key.id]);
}

function seal(key: Key, plain: Buffer, context: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key.secret, nonce).setAAD(
    Buffer.concat([markOf(key), Buffer.from(context)]),
  );
  const hidden = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([markOf(key), nonce, cipher.getAuthTag(), hidden]);
}

function unseal(key: Key, sealed: Buffer, context: string): Buffer {
  const [nonceAt, tagAt, hiddenAt] = [MARK_BYTES, MARK_BYTES + NONCE_BYTES, MARK_BYTES + NONCE_BYTES + TAG_BYTES];
  try {
    const cipher = createDecipheriv("aes-256-gcm", key.secret, sealed.subarray(nonceAt, tagAt))
      .setAAD(Buffer.concat([markOf(key), Buffer.from(context)]))
      .setAuthTag(sealed.subarray(tagAt, hiddenAt));
    return Buffer.concat([cipher.update(sealed.subarray(hiddenAt)), cipher.final()]);
  } catch {
    throw secretsError("sealed_damaged");
  }
}

function hmac(key: Key, ...parts: readonly string[]): Buffer {
  return createHmac("sha256", key.secret).update(parts.join("\0")).digest();
}

/** Five bits a letter, of an alphabet without i, l, o and 1, which people mistake for each other. */
function lettered(bytes: Buffer): string {
  const bits = [...bytes.subarray(0, PSEUDONYM_BYTES)].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{5}/g) ?? []).map((five) => LETTERS[Number.parseInt(five, 2)]).join("");
}
