import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import { secretsError } from "./errors.ts";

const KEY_BYTES = 32;
const ID_BYTES = 4;

const key = z.base64().refine((text) => Buffer.from(text, "base64").length === KEY_BYTES);
const written = z.strictObject({ encryption: z.array(key).min(1), index: z.array(key).min(1), pseudonym: key });

/** A key with its id, which is made from it: another key can never pass for it. */
export type Key = { readonly id: Buffer; readonly secret: Buffer };

/** All keys. The first of a kind is the active one; the others only open what was sealed with them. */
export type KeySet = {
  readonly encryption: readonly [Key, ...Key[]];
  readonly index: readonly [Key, ...Key[]];
  readonly pseudonym: Key;
};

/** A kind of key that can be renewed. A pseudonym's key cannot: pseudonyms are ids that stand in the records. */
export type Renewable = "encryption" | "index";

/** A new set of keys. */
export function newKeys(): KeySet {
  return { encryption: [newKey()], index: [newKey()], pseudonym: newKey() };
}

/** The same keys with a new active one of a kind. */
export function renewed(keys: KeySet, what: Renewable): KeySet {
  return { ...keys, [what]: [newKey(), ...keys[what]] };
}

/** Reads keys as they are written. Throws `keys_unreadable`, which never shows what stood there. */
export function parseKeys(text: string, where: string): KeySet {
  const parsed = written.safeParse(asJson(text));
  if (!parsed.success) throw secretsError("keys_unreadable", { where });
  const { encryption, index, pseudonym } = parsed.data;
  return { encryption: keysOf(encryption), index: keysOf(index), pseudonym: keyOf(Buffer.from(pseudonym, "base64")) };
}

/** Keys as they are written to their file: secret. */
export function writtenKeys(keys: KeySet): string {
  const base64 = ({ secret }: Key): string => secret.toString("base64");
  const text = {
    encryption: keys.encryption.map(base64),
    index: keys.index.map(base64),
    pseudonym: base64(keys.pseudonym),
  };
  return `${JSON.stringify(text, null, 2)}\n`;
}

function newKey(): Key {
  return keyOf(randomBytes(KEY_BYTES));
}

function keyOf(secret: Buffer): Key {
  const id = createHash("sha256").update("springbraet key id").update(secret).digest().subarray(0, ID_BYTES);
  return { id, secret };
}

function keysOf(texts: readonly string[]): [Key, ...Key[]] {
  const [first, ...others] = texts.map((text) => keyOf(Buffer.from(text, "base64")));
  if (!first) throw new Error("a kind of key has at least one");
  return [first, ...others];
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
