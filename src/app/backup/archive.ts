import { createHash, type Hash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import tar from "tar-stream";
import { type NamedError, namedError } from "../../platform/db/public.ts";
import { fill } from "../../platform/texts/catalogue.ts";
import { da } from "../texts.da.ts";
import { en } from "../texts.en.ts";
import { FORMAT, MANIFEST, type Manifest, manifestSchema, type Part } from "./manifest.ts";

/** A file on disk that is to be a part of the archive. */
export type PartFile = Part & { readonly path: string };

const FAST = 3;

/** Writes an archive: the manifest, then its parts in their order. Throws when a part is not what the manifest says. */
export async function writeArchive(file: string, manifest: Manifest, parts: readonly PartFile[]): Promise<void> {
  const pack = tar.pack();
  const written = pipeline(pack, createGzip({ level: FAST }), createWriteStream(file, { mode: 0o600, flush: true }));
  // Whichever fails first is told; the other must not be an error nobody waits for.
  written.catch(() => undefined);
  try {
    pack.entry({ name: MANIFEST }, `${JSON.stringify(manifest, null, 2)}\n`);
    for (const part of parts) await addPart(pack, part);
    pack.finalize();
  } catch (error) {
    pack.destroy();
    await written.catch(() => undefined);
    throw error;
  }
  await written;
}

async function addPart(pack: tar.Pack, part: PartFile): Promise<void> {
  const hash = createHash("sha256");
  const entry = pack.entry({ name: part.name, size: part.bytes });
  await pipeline(createReadStream(part.path), hashing(hash), entry);
  if (hash.digest("hex") !== part.sha256) throw new Error(`${part.name} changed while it was being backed up`);
}

/** Checks a whole backup, every byte of it, without touching anything else. Throws named errors. */
export async function verifyArchive(file: string): Promise<Manifest> {
  const found = new Map<string, string>();
  let manifest: Manifest | null = null;
  await readArchive(file, async (name, chunks) => {
    if (manifest === null) manifest = await readManifest(name, chunks, file);
    else found.set(name, await sha256(chunks));
  });
  if (manifest === null) throw notABackup(file);
  const { parts }: Manifest = manifest;
  const wrong = parts.find(({ name, sha256: expected }) => found.get(name) !== expected);
  if (wrong) throw damaged(file, wrong.name);
  if (found.size !== parts.length) throw damaged(file, "?");
  return manifest;
}

/** Hands over every part of an archive in order; what is not read to its end is skipped. */
export async function readArchive(
  file: string,
  take: (name: string, chunks: AsyncIterable<Buffer>) => Promise<void>,
): Promise<void> {
  const extract = tar.extract();
  const unpacked = pipeline(createReadStream(file), createGunzip(), extract);
  unpacked.catch(() => undefined);
  let at = "";
  try {
    for await (const entry of extract) {
      at = entry.header.name;
      await take(at, entry as AsyncIterable<Buffer>);
      entry.resume();
    }
    await unpacked;
  } catch (error) {
    throw isBadFile(error) ? damaged(file, at) : error;
  }
}

async function readManifest(name: string, chunks: AsyncIterable<Buffer>, file: string): Promise<Manifest> {
  if (name !== MANIFEST) throw notABackup(file);
  const all: Buffer[] = [];
  for await (const chunk of chunks) all.push(chunk);
  const said: unknown = JSON.parse(Buffer.concat(all).toString("utf8"));
  const format = typeof said === "object" && said !== null && "format" in said ? said.format : null;
  if (format !== FORMAT)
    throw namedError("backup_format", {
      da: fill(da.backup.otherFormat, { format: String(format) }),
      en: fill(en.backup.otherFormat, { format: String(format) }),
    });
  const parsed = manifestSchema.safeParse(said);
  if (!parsed.success) throw damaged(file, MANIFEST);
  return parsed.data;
}

/** SHA-256 of a file and how long it is. */
export async function hashOfFile(path: string): Promise<{ readonly sha256: string; readonly bytes: number }> {
  let bytes = 0;
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    hash.update(chunk);
  }
  return { sha256: hash.digest("hex"), bytes };
}

/** Writes chunks to a file and gives their checksum and length. */
export async function spool(
  chunks: AsyncIterable<Buffer>,
  path: string,
): Promise<{ readonly sha256: string; readonly bytes: number }> {
  const hash = createHash("sha256");
  const out = createWriteStream(path, { mode: 0o600 });
  await pipeline(Readable.from(chunks, { objectMode: false }), hashing(hash), out);
  return { sha256: hash.digest("hex"), bytes: out.bytesWritten };
}

async function sha256(chunks: AsyncIterable<Buffer>): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of chunks) hash.update(chunk);
  return hash.digest("hex");
}

function hashing(hash: Hash): Transform {
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      hash.update(chunk);
      done(null, chunk);
    },
  });
}

/** Errors of zlib and tar about the file itself. */
function isBadFile(error: unknown): boolean {
  if (!(error instanceof Error) || "texts" in error) return false;
  const code = "code" in error ? String(error.code) : "";
  return code.startsWith("Z_") || error instanceof SyntaxError || /tar|unexpected end|premature/i.test(error.message);
}

function damaged(file: string, part: string): NamedError {
  return namedError("backup_damaged", {
    da: fill(da.backup.damaged, { file, part }),
    en: fill(en.backup.damaged, { file, part }),
  });
}

function notABackup(file: string): NamedError {
  return namedError("not_a_backup", { da: fill(da.backup.notOne, { file }), en: fill(en.backup.notOne, { file }) });
}
