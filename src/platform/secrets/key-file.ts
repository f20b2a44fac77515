import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { secretsError } from "./errors.ts";
import { type KeySet, newKeys, parseKeys, writtenKeys } from "./key-set.ts";

/** Where keys come from: the environment wins over the data folder. */
export type KeyPlace = { readonly folder: string; readonly env: Readonly<Record<string, string | undefined>> };

/** Keys that were found, where, and how to write new ones: null when they come from the environment. */
export type KeySource = {
  readonly keys: KeySet;
  readonly where: string;
  readonly save: ((keys: KeySet) => void) | null;
};

const VARIABLE = "SPRINGBRAET_KEYS";
const FILE = "keys.json";
const OTHERS = 0o077;

/** The keys of a data folder, or null when there are none yet. Throws `keys_unreadable`, `keys_open_to_others`. */
export function findKeys({ folder, env }: KeyPlace): KeySource | null {
  const given = env[VARIABLE];
  if (given) return { keys: parseKeys(given, VARIABLE), where: VARIABLE, save: null };
  const path = join(folder, FILE);
  if (!existsSync(path)) return null;
  if (process.platform !== "win32" && (statSync(path).mode & OTHERS) !== 0) {
    throw secretsError("keys_open_to_others", { where: FILE });
  }
  return { keys: parseKeys(readFileSync(path, "utf8"), FILE), where: FILE, save: (keys) => writeKeys(path, keys) };
}

/** Makes the keys of a new data folder. */
export function makeKeys({ folder }: KeyPlace): KeySource {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, FILE);
  const keys = newKeys();
  writeKeys(path, keys);
  return { keys, where: FILE, save: (next) => writeKeys(path, next) };
}

/** What is sealed with a key that never reached the disk is lost: the file is on the disk before its keys are used. */
function writeKeys(path: string, keys: KeySet): void {
  const temporary = `${path}.new`;
  const file = openSync(temporary, "w", 0o600);
  try {
    writeSync(file, writtenKeys(keys));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  chmodSync(temporary, 0o600);
  renameSync(temporary, path);
}
