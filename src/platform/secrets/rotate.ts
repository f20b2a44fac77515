import { asOwner, type Database, isNamedError } from "../db/public.ts";
import { secretsError } from "./errors.ts";
import type { Renewable } from "./key-set.ts";
import { type Keyring, keyName } from "./keyring.ts";
import type { SealedWith } from "./open-keyring.ts";
import {
  countMarks,
  listOutdated,
  listSealed,
  type SealedColumn,
  type SealedValue,
  sampleMarks,
  standIn,
  storeResealed,
  type UseOfKeys,
} from "./queries/sealed-values.ts";

/** The sealed columns of the records, and the municipalities that may have any. */
export type SealedRecords = {
  readonly db: Database;
  readonly columns: readonly SealedColumn[];
  readonly municipalities: readonly string[];
};

/** What a rotation did: the kinds of key it renewed (none when it finished an earlier one), and the values it sealed anew. */
export type Rotation = { readonly renewed: readonly Renewable[]; readonly resealed: number };

/** What a check found: values, those under older keys, and those that cannot be opened or whose index is not theirs. */
export type KeyCheck = { readonly values: number; readonly outdated: number; readonly damaged: number };

const BATCH = 500;

/** The place a column's values are sealed for in a municipality. */
export function contextOf({ table, column }: SealedColumn, municipality: string): string {
  return `${table}.${column} ${municipality}`;
}

/** Which keys the records were last sealed with, by samples: asked at every start. */
export async function sealedWith(records: SealedRecords): Promise<SealedWith> {
  const found = await everywhere(records, sampleMarks);
  return { encryption: found.map((use) => use.encryption), index: found.map((use) => use.index) };
}

/**
 * Puts new keys in use and seals all values anew, some hundreds a transaction, while people work. When an earlier rotation did not
 * come to its end, it is finished and no new key is made: run it again after a stop.
 */
export async function rotateKeys(
  records: SealedRecords,
  keyring: Keyring,
  what: readonly Renewable[],
): Promise<Rotation> {
  const unfinished = (await outdated(records, keyring)) > 0;
  const renewing = unfinished ? [] : what;
  for (const kind of renewing) keyring.renew(kind);
  let resealed = 0;
  for (const part of partsOf(records)) {
    let done: number;
    do {
      done = await resealSome({ ...records, keyring }, part);
      resealed += done;
    } while (done > 0);
  }
  return { renewed: renewing, resealed };
}

/** Opens every value and compares its index. Throws `key_missing` when a key is not there. */
export async function checkKeys(records: SealedRecords, keyring: Keyring): Promise<KeyCheck> {
  const uses = await everywhere(records, countMarks);
  for (const use of uses) {
    refuseUnknown(use.encryption, keyring, "encryption");
    refuseUnknown(use.index, keyring, "index");
  }
  const values = uses.reduce((sum, use) => sum + use.values, 0);
  return { values, outdated: await outdated(records, keyring), damaged: await countDamaged(records, keyring) };
}

function refuseUnknown(mark: Buffer, keyring: Keyring, what: Renewable): void {
  if (keyring.marks(what).some((own) => own.equals(mark))) return;
  throw secretsError("key_missing", { key: keyName(mark), where: keyring.where });
}

async function outdated(records: SealedRecords, keyring: Keyring): Promise<number> {
  const [encryption] = keyring.marks("encryption");
  const [index] = keyring.marks("index");
  const uses = await everywhere(records, countMarks);
  const older = uses.filter((use) => !(use.encryption.equals(encryption) && use.index.equals(index)));
  return older.reduce((sum, use) => sum + use.values, 0);
}

type Work = SealedRecords & { readonly keyring: Keyring };
type Part = { readonly column: SealedColumn; readonly municipality: string };

function resealSome({ db, keyring }: Work, { column, municipality }: Part): Promise<number> {
  return asOwner(db, async (tx) => {
    await standIn(tx, municipality);
    const [encryption] = keyring.marks("encryption");
    const [index] = keyring.marks("index");
    const values = await listOutdated(tx, column, { encryption, index, most: BATCH });
    const context = contextOf(column, municipality);
    const resealed = values.map((value): SealedValue => {
      const plain = keyring.decrypt(value.sealed, context);
      const indexed = keyring.indexOf(municipality, plain.toString());
      return { ...value, sealed: keyring.encrypt(plain, context), indexed };
    });
    if (resealed.length > 0) await storeResealed(tx, column, resealed);
    return resealed.length;
  });
}

async function countDamaged({ db, ...records }: SealedRecords, keyring: Keyring): Promise<number> {
  let damaged = 0;
  for (const part of partsOf({ db, ...records })) {
    let after: SealedValue | null = null;
    do {
      const values: readonly SealedValue[] = await asOwner(db, async (tx) => {
        await standIn(tx, part.municipality);
        return listSealed(tx, part.column, { after, most: BATCH });
      });
      damaged += values.filter((value) => !opens(value, keyring, part)).length;
      after = values.at(-1) ?? null;
    } while (after !== null);
  }
  return damaged;
}

function partsOf({ columns, municipalities }: SealedRecords): readonly Part[] {
  return columns.flatMap((column) => municipalities.map((municipality) => ({ column, municipality })));
}

function opens({ sealed, indexed }: SealedValue, keyring: Keyring, { column, municipality }: Part): boolean {
  try {
    const plain = keyring.decrypt(sealed, contextOf(column, municipality)).toString();
    return keyring.indexesOf(municipality, plain).some((index) => index.equals(indexed));
  } catch (error) {
    if (isNamedError(error)) return false;
    throw error;
  }
}

function everywhere(
  { db, columns, municipalities }: SealedRecords,
  ask: typeof countMarks,
): Promise<readonly UseOfKeys[]> {
  return asOwner(db, async (tx) => {
    const found: UseOfKeys[] = [];
    for (const municipality of municipalities) {
      await standIn(tx, municipality);
      for (const column of columns) found.push(...(await ask(tx, column)));
    }
    return found;
  });
}
