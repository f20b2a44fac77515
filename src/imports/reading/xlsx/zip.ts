import { Readable } from "node:stream";
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from "yauzl";
import { type ByteSource, type FileFault, isFault, type Limits } from "../sheet.ts";

/** The parts of a packed file by name. Nothing is ever written to disk: a name is only looked up. */
export type Parts = {
  readonly names: readonly string[];
  /** A part's bytes, unpacked as they are read. Throws `PackedFault` when it holds more than a part may. */
  readonly read: (name: string) => AsyncIterable<Buffer>;
};

type Measured = Pick<Limits, "unpacked" | "ratio" | "parts">;

/** Below this a high ratio harms nobody. */
const SMALL = 10_000_000;
const WHOLE = 0;

/** Reads a source piece by piece, as the unpacker asks for it. */
class SourceReader extends RandomAccessReader {
  readonly #source: ByteSource;
  constructor(source: ByteSource) {
    super();
    this.#source = source;
  }
  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.#source.read(start, end), { objectMode: false });
  }
}

/**
 * The list of a packed file's parts. A damaged or truncated one is refused, and so is one whose parts would unpack to more than they may
 * or to many times their size, before anything is unpacked.
 */
export async function openZip(source: ByteSource, limits: Measured): Promise<Parts | FileFault> {
  const entries = await readEntries(source, limits);
  if (isFault(entries)) return entries;
  const parts = entries as ReadonlyMap<string, Entry>;
  return { names: [...parts.keys()], read: (name) => unpack(source, parts.get(name)) };
}

async function readEntries(source: ByteSource, limits: Measured): Promise<Map<string, Entry> | FileFault> {
  const entries = new Map<string, Entry>();
  let unpacked = 0;
  let zip: ZipFile | null = null;
  try {
    zip = await openAgain(source);
    if (zip.entryCount > limits.parts) return { line: WHOLE, fault: { code: "packed_too_much" } };
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) return { line: WHOLE, fault: { code: "locked_file" } };
      unpacked += entry.uncompressedSize;
      const tooMuch = unpacked > limits.unpacked || (unpacked > SMALL && unpacked > source.size * limits.ratio);
      if (tooMuch || entries.size >= limits.parts) return { line: WHOLE, fault: { code: "packed_too_much" } };
      entries.set(entry.fileName, entry);
    }
    return entries;
  } catch {
    return { line: WHOLE, fault: { code: "damaged_file" } };
  } finally {
    zip?.close();
  }
}

function openAgain(source: ByteSource): Promise<ZipFile> {
  return fromRandomAccessReaderPromise(new SourceReader(source), source.size, { autoClose: false, lazyEntries: true });
}

async function* unpack(source: ByteSource, entry: Entry | undefined): AsyncGenerator<Buffer> {
  if (!entry) return;
  const zip = await openAgain(source);
  try {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const bytes of stream) yield bytes as Buffer;
  } finally {
    zip.close();
  }
}
