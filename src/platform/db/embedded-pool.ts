import { PGlite, types } from "@electric-sql/pglite";
import { type Answer, type Client, type ClientPool, wholeNumber } from "./client.ts";
import { needRoom, type Room, roomOf } from "./room.ts";

const HEX = "\\x";
const PARSERS = {
  [types.DATE]: (text: string) => text,
  [types.INT8]: wholeNumber,
  [types.BYTEA]: (text: string) => Buffer.from(text.slice(HEX.length), "hex"),
};
/** Bytes go in and out as hexadecimal text: the engine's own conversion takes a letter at a time, fifty times as long for a megabyte. */
const SERIALIZERS = { [types.BYTEA]: (bytes: Uint8Array) => `${HEX}${Buffer.from(bytes).toString("hex")}` };
/** Rows are handed to the engine in pieces of this many characters, so that memory stays bounded. */
const PIECE = 8_000_000;
/**
 * The engine's own 128 MB of page buffers are filled with zeros at every start, which is half of it: a second of work. In memory there is
 * nothing slower for buffers to save; on a folder they stay.
 */
const IN_MEMORY = ["-c", "shared_buffers=16MB"];

type Engine = { readonly pglite: PGlite; readonly room: Room };

/**
 * The embedded engine as a pool of one connection. It has no second one: whoever asks while a transaction is open waits
 * for it to end. Nothing is begun on a disk that is full: `disk_full`.
 */
export function embeddedPool(pglite: PGlite, folder?: string): ClientPool {
  const room = roomOf(folder);
  let turn: Promise<void> = Promise.resolve();
  let asked = 0;
  return {
    connect: async () => {
      const before = turn;
      const { promise, resolve } = Promise.withResolvers<void>();
      turn = promise;
      asked += 1;
      await before;
      return clientOf({ pglite, room }, () => {
        asked -= 1;
        resolve();
      });
    },
    load: () => ({ open: 1, idle: asked === 0 ? 1 : 0, waiting: Math.max(0, asked - 1) }),
    end: () => {
      room.close();
      return pglite.close();
    },
  };
}

/** Starts the embedded engine: on a folder, from a dumped data folder, or in memory. Throws `disk_full` when the folder's disk has no room. */
export async function startEmbedded(source: { readonly folder?: string; readonly from?: Blob }): Promise<PGlite> {
  if (source.folder !== undefined) needRoom(source.folder);
  return await PGlite.create({
    ...(source.folder === undefined ? {} : { dataDir: source.folder }),
    ...(source.from === undefined ? {} : { loadDataDir: source.from }),
    ...(source.folder === undefined ? { startParams: [...PGlite.defaultStartParams, ...IN_MEMORY] } : {}),
    parsers: PARSERS,
    serializers: SERIALIZERS,
  });
}

function clientOf(engine: Engine, done: () => void): Client {
  return {
    query: async <Row>(sql: string, parameters: readonly unknown[] = []) => {
      const answer = await using(engine, sql, (pglite) => pglite.query<Row>(sql, [...parameters]));
      const command = (answer.command ?? "SELECT") as Answer<Row>["command"];
      return { command, rowCount: answer.affectedRows ?? answer.rows.length, rows: answer.rows };
    },
    script: async (sql) => {
      await using(engine, sql, (pglite) => pglite.exec(sql));
    },
    copyIn: (into, chunks) => copyPieces(engine, into, chunks),
    copyOut: (select) => copyBlob(engine.pglite, select),
    release: () => done(),
  };
}

/** One statement. Nothing is begun without room; what is under way can always be undone. */
async function using<T>({ pglite, room }: Engine, sql: string, work: (pglite: PGlite) => Promise<T>): Promise<T> {
  if (!/^\s*rollback/i.test(sql)) room.need();
  try {
    return await work(pglite);
  } catch (error) {
    room.failed(error);
    throw error;
  }
}

async function copyPieces(engine: Engine, into: string, chunks: AsyncIterable<string | Buffer>): Promise<number> {
  let rows = 0;
  let piece: (string | Buffer)[] = [];
  let size = 0;
  const send = async (): Promise<void> => {
    const blob = new Blob(piece.map((part) => (typeof part === "string" ? part : new Uint8Array(part))));
    const copy = `copy ${into} from '/dev/blob' with (format csv)`;
    const sent = await using(engine, copy, (pglite) => pglite.query(copy, [], { blob }));
    rows += sent.affectedRows ?? 0;
    piece = [];
    size = 0;
  };
  for await (const chunk of chunks) {
    piece.push(chunk);
    size += chunk.length;
    if (size >= PIECE) await send();
  }
  if (size > 0) await send();
  return rows;
}

async function* copyBlob(pglite: PGlite, select: string): AsyncIterable<Buffer> {
  const { blob } = await pglite.query(`copy (${select}) to '/dev/blob' with (format csv)`);
  if (!blob) return;
  for await (const chunk of blob.stream()) yield Buffer.from(chunk);
}
