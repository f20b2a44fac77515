import { createHash, type Hash } from "node:crypto";
import { inTenant } from "../../platform/db/public.ts";
import { PIECE, pieceContext } from "../contents.ts";
import type { BatchKey, By, Imports } from "../context.ts";
import { insertBatch, moveBatch, openBatchWith, sealBatch } from "../queries/batches.ts";
import { deleteContents, insertChunk } from "../queries/chunks.ts";
import { insertFile } from "../queries/files.ts";
import { type Received, recogniseFiles, settleMapping } from "./recognise-files.ts";
import { refused } from "./refusals.ts";

/** A file as it arrives. */
export type Incoming = { readonly name: string; readonly bytes: AsyncIterable<Buffer> };

type Files = AsyncIterable<Incoming> | Iterable<Incoming>;

/** What an upload may be at most. */
export type UploadLimits = { readonly files: number; readonly megabytes: number };

export const UPLOAD_LIMITS: UploadLimits = { files: 200, megabytes: 1024 };

const MEGABYTE = 1 << 20;

/**
 * Takes files in as a batch: their bytes are stored piece by piece, sealed, and once this has answered they survive whatever happens.
 * The same files as an open batch are that batch, not another. Gives the batch and whether it was there before.
 */
export async function receiveFiles(
  imports: Imports,
  by: By,
  upload: { readonly files: Files; readonly limits?: UploadLimits },
): Promise<BatchKey & { readonly known: boolean }> {
  const { municipality } = by;
  const batch = await inTenant(imports.db, { municipality }, (tx) => insertBatch(tx, { by: by.user, role: by.role }));
  const key = { municipality, batch };
  try {
    const received = await storeAll(imports, key, upload);
    if (received.length === 0) throw refused("import_no_files");
    const known = await seal(imports, key, received);
    if (known !== null) await giveUp(imports, key);
    return { municipality, batch: known ?? batch, known: known !== null };
  } catch (error) {
    await giveUp(imports, key);
    throw error;
  }
}

async function storeAll(
  imports: Imports,
  key: BatchKey,
  upload: { readonly files: Files; readonly limits?: UploadLimits },
): Promise<readonly Received[]> {
  const limits = upload.limits ?? UPLOAD_LIMITS;
  const received: Received[] = [];
  for await (const file of upload.files) {
    if (received.length >= limits.files) throw refused("import_too_many_files", { most: limits.files });
    received.push(await storeOne(imports, key, { ...file, number: received.length + 1, most: limits.megabytes }));
  }
  return received;
}

async function storeOne(
  imports: Imports,
  key: BatchKey,
  file: Incoming & { readonly number: number; readonly most: number },
): Promise<Received> {
  const hash = createHash("sha256");
  const name = nameOf(file.name);
  let size = 0;
  let number = 0;
  for await (const piece of inPieces(file.bytes, hash)) {
    size += piece.length;
    if (size > file.most * MEGABYTE) throw refused("import_too_large", { name, most: file.most });
    const sealed = imports.keyring.encrypt(piece, pieceContext(key, file.number, number));
    const at = { batch: key.batch, file: file.number, number };
    await inTenant(imports.db, { municipality: key.municipality }, (tx) => insertChunk(tx, at, sealed));
    number += 1;
  }
  return { file: file.number, name, size, sha256: hash.digest("hex") };
}

/** The last part of a path, without what a name cannot be shown with. */
function nameOf(path: string): string {
  const last = path.split(/[/\\]/).at(-1) ?? "";
  return (
    [...last]
      .filter((letter) => letter >= " ")
      .join("")
      .slice(0, 200) || "fil"
  );
}

async function* inPieces(bytes: AsyncIterable<Buffer>, hash: Hash): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    hash.update(chunk);
    held.push(chunk);
    size += chunk.length;
    while (size >= PIECE) {
      const all = Buffer.concat(held);
      yield all.subarray(0, PIECE);
      held = [all.subarray(PIECE)];
      size -= PIECE;
    }
  }
  if (size > 0) yield Buffer.concat(held);
}

/** Keeps what the files are and marks the batch as received, unless the same files are in an open batch: then gives that one. */
async function seal(imports: Imports, key: BatchKey, received: readonly Received[]): Promise<string | null> {
  const files = await recogniseFiles(imports, key, received);
  const lines = received.map(({ name, sha256 }) => `${name}\u001f${sha256}`).toSorted();
  const fingerprint = createHash("sha256").update(lines.join("\n")).digest("hex");
  const session = { municipality: key.municipality };
  try {
    return await inTenant(imports.db, session, async (tx) => {
      const known = await openBatchWith(tx, fingerprint);
      if (known !== null) return known;
      for (const file of files) await insertFile(tx, key.batch, file);
      await sealBatch(tx, key.batch, fingerprint);
      await settleMapping(tx, key.batch);
      return null;
    });
  } catch (error) {
    const known = await inTenant(imports.db, session, (tx) => openBatchWith(tx, fingerprint));
    if (known === null) throw error;
    return known;
  }
}

async function giveUp(imports: Imports, key: BatchKey): Promise<void> {
  await inTenant(imports.db, { municipality: key.municipality }, async (tx) => {
    await moveBatch(tx, key.batch, { from: ["receiving", "received"], to: "given_up" });
    await deleteContents(tx, key.batch);
  });
}
