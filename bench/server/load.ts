import { Agent, createServer, request, type Server } from "node:http";
import { quantile } from "../measure.ts";

/** What came of a load: milliseconds at the middle and near the end, and answers a second. */
export type Pressed = {
  readonly p50: number;
  readonly p95: number;
  readonly longest: number;
  readonly perSecond: number;
  readonly count: number;
};

export type Press = {
  readonly url: string;
  readonly cookie: string;
  readonly connections: number;
  /** No more than this many are asked. */
  readonly most: number;
  /** No more are begun after this many milliseconds. */
  readonly forMs: number;
};

/** Asks an address on this machine over some connections at once, each asking again when it has its answer. Throws on any answer but 200. */
export async function press(asked: Press): Promise<Pressed> {
  const { hostname } = new URL(asked.url);
  if (hostname !== "127.0.0.1") throw new Error("only this machine is put under load");
  const agent = new Agent({ keepAlive: true, maxSockets: asked.connections });
  const spent: number[] = [];
  const start = performance.now();
  let begun = 0;
  const lane = async (): Promise<void> => {
    while (begun < asked.most && performance.now() - start < asked.forMs) {
      begun += 1;
      const from = performance.now();
      await get(asked, agent);
      spent.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: asked.connections }, lane));
  const seconds = (performance.now() - start) / 1000;
  agent.destroy();
  const sorted = spent.sort((a, b) => a - b);
  return {
    p50: quantile(sorted, 0.5),
    p95: quantile(sorted, 0.95),
    longest: sorted.at(-1) ?? Number.NaN,
    perSecond: sorted.length / seconds,
    count: sorted.length,
  };
}

function get({ url, cookie }: Press, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent, headers: { cookie } }, (answer) => {
      answer.resume();
      answer.once("error", reject);
      answer.once("end", () =>
        answer.statusCode === 200 ? resolve() : reject(new Error(`${url} answered ${answer.statusCode}`)),
      );
    });
    asked.once("error", reject);
    asked.end();
  });
}

/** A bare server that answers everything with the same bytes: what the connections themselves cost. */
export async function bareServer(bytes: Buffer): Promise<{ readonly url: string; readonly server: Server }> {
  const server = createServer((_asked, answer) => {
    answer.writeHead(200, { "content-type": "application/json", "content-length": bytes.length });
    answer.end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return { url: `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`, server };
}
