import { connect } from "node:net";

/** Bytes of a request as they go over the wire, whatever they are. */
export type RawRequest = { readonly bytes: Buffer; readonly what: string };

/** What came back: null when the connection was closed without an answer. */
export type RawAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
} | null;

/** Sends bytes and reads to the end of the connection. Rejects when that takes longer than a time: a hang. */
export function sendRaw(port: number, { bytes, what }: RawRequest, mostMs: number): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect({ port, host: "127.0.0.1" });
    const timer = setTimeout(() => {
      socket.destroy();
      reject(new Error(`no end within ${mostMs} ms: ${what}`));
    }, mostMs);
    socket.on("connect", () => void socket.write(bytes));
    socket.on("data", (chunk: Buffer) => void chunks.push(chunk));
    // A server that refuses may reset the connection before all was sent: what it said before counts.
    socket.on("error", () => undefined);
    socket.on("close", () => {
      clearTimeout(timer);
      resolve(parse(Buffer.concat(chunks)));
    });
  });
}

function parse(all: Buffer): RawAnswer {
  const text = all.toString("latin1");
  const end = text.indexOf("\r\n\r\n");
  if (end < 0) return null;
  const [first = "", ...lines] = text.slice(0, end).split("\r\n");
  const status = Number(first.split(" ")[1]);
  if (status === 100) return parse(all.subarray(end + 4));
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(":")).toLowerCase(), line.slice(line.indexOf(":") + 1).trim()]),
  );
  const body = all.subarray(end + 4).toString("utf8");
  return { status, headers, body: headers["transfer-encoding"] === "chunked" ? unchunked(body) : body };
}

/** Chunk sizes count bytes; for looking through an answer it is enough to take the sizes away. */
function unchunked(body: string): string {
  return body.replaceAll(/(^|\r\n)[0-9a-f]+\r\n/gi, "");
}
