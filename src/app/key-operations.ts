import { municipalities } from "../organisation/public.ts";
import type { Database } from "../platform/db/public.ts";
import { sealedColumns } from "../platform/kernel/fact.ts";
import { checkKeys, type KeyCheck, type Rotation, rotateKeys, type SealedRecords } from "../platform/secrets/public.ts";
import { allFacts } from "./facts.ts";
import type { Runtime } from "./runtime-type.ts";

/** Everything in the records that is sealed. */
export function sealedRecords(db: Database): SealedRecords {
  return { db, columns: sealedColumns(allFacts), municipalities: municipalities.map(({ code }) => code) };
}

/** What can be done with the keys. */
export function keyOperations({ db, keyring }: Runtime) {
  return {
    rotateKeys: (): Promise<Rotation> => rotateKeys(sealedRecords(db), keyring, ["encryption", "index"]),
    checkKeys: (): Promise<KeyCheck> => checkKeys(sealedRecords(db), keyring),
  };
}
