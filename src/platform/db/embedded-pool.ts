import { PGlite, types } from "@electric-sql/pglite";
import { type Answer, type Client, type ClientPool, wholeNumber } from "./client.ts";

const PARSERS = { [types.DATE]: (text: string) => text, [types.INT8]: wholeNumber };
/** Rows are handed to the engine in pieces of this many characters, so that memory stays bounded. */
const PIECE = 8_000_000;

/**
 * The embedded engine as a pool of one connection. It has no second one: whoever asks while a transaction is open waits
 * for it to end.
 */
export function embeddedPool(pglite: PGlite): ClientPool {
  let turn: Promise<void> = Promise.resolve();
  let asked = 0;
  return {
    connect: async () => {
      const before = turn;
      const { promise, resolve } = Promise.withResolvers<void>();
      turn = promise;
      asked += 1;
      await before;
      return clientOf(pglite, () => {
        asked -= 1;
        resolve();
      });
    },
    load: () => ({ open: 1, idle: asked === 0 ? 1 : 0, waiting: Math.max(0, asked - 1) }),
    end: () => pglite.close(),
  };
}

/** Starts the embedded engine: on a folder, from a dumped data folder, or in memory. */
export function startEmbedded(source: { readonly folder?: string; readonly from?: Blob }): Promise<PGlite> {
  return PGlite.create({
    ...(source.folder === undefined ? {} : { dataDir: source.folder }),
    ...(source.from === undefined ? {} : { loadDataDir: source.from }),
    parsers: PARSERS,
  });
}

function clientOf(pglite: PGlite, done: () => void): Client {
  return {
    query: async <Row>(sql: string, parameters: readonly unknown[] = []) => {
      const answer = await pglite.query<Row>(sql, [...parameters]);
      const command = (answer.command ?? "SELECT") as Answer<Row>["command"];
      return { command, rowCount: answer.affectedRows ?? answer.rows.length, rows: answer.rows };
    },
    script: async (sql) => {
      await pglite.exec(sql);
    },
    copyIn: (into, chunks) => copyPieces(pglite, into, chunks),
    copyOut: (select) => copyBlob(pglite, select),
    release: () => done(),
  };
}

async function copyPieces(pglite: PGlite, into: string, chunks: AsyncIterable<string | Buffer>): Promise<number> {
  let rows = 0;
  let piece: (string | Buffer)[] = [];
  let size = 0;
  const send = async (): Promise<void> => {
    const sent = await pglite.query(`copy ${into} from '/dev/blob' with (format csv)`, [], {
      blob: new Blob(piece.map((part) => (typeof part === "string" ? part : new Uint8Array(part)))),
    });
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
