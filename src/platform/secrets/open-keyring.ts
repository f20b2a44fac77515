import { secretsError } from "./errors.ts";
import { findKeys, type KeyPlace, makeKeys } from "./key-file.ts";
import { type Keyring, keyName, keyringOver } from "./keyring.ts";

/** What values already stored are sealed and indexed with: the first bytes of some of them. */
export type SealedWith = { readonly encryption: readonly Buffer[]; readonly index: readonly Buffer[] };

/**
 * The key ring of a data folder: from `SPRINGBRAET_KEYS`, else `keys.json` in the folder, which is made for a new one. `sealedWith`
 * tells a new folder from one that lost its keys. Throws `keys_lost`, `key_missing`, `keys_unreadable`, `keys_open_to_others`.
 */
export function openKeyring({ sealedWith, ...place }: KeyPlace & { readonly sealedWith?: SealedWith }): Keyring {
  const { encryption = [], index = [] } = sealedWith ?? {};
  const found = findKeys(place);
  if (!found && encryption.length + index.length > 0) throw secretsError("keys_lost", { where: "keys.json" });
  const keyring = keyringOver(found ?? makeKeys(place));
  refuseUnknown(encryption, keyring.marks("encryption"), keyring.where);
  refuseUnknown(index, keyring.marks("index"), keyring.where);
  return keyring;
}

function refuseUnknown(used: readonly Buffer[], held: readonly Buffer[], where: string): void {
  const unknown = used.find((mark) => !held.some((own) => own.equals(mark)));
  if (unknown) throw secretsError("key_missing", { key: keyName(unknown), where });
}
