import type { Bench, Line, Scene } from "../contract.ts";
import { bareServer, type Press, type Pressed, press } from "./load.ts";
import { logIn, startServer } from "./process.ts";

const PLAN = "/api/v1/plans/holbaek-2020-21";
const ADDRESSES = {
  "page: index": "/",
  "API: status of all goals": `${PLAN}/status`,
  "API: one goal": `${PLAN}/goals/G-HO20-07`,
  "API: table of full-time persons": `${PLAN}/table`,
  "API: rows behind a figure": `${PLAN}/goals/G-HO20-07/rows?indicator=0&part=value&page=1`,
} as const;
const CONNECTIONS = 8;

/** How long answers take when eight connections ask at once, without pause. */
export const latency: Bench = {
  name: "latency",
  run: async (scene) => {
    const server = await startServer(await scene.demo(), "/api/v1/session");
    try {
      const cookie = await logIn(server.url);
      const lines: Line[] = [];
      for (const [what, address] of Object.entries(ADDRESSES)) {
        const url = `${server.url}${address}`;
        const first = await bytesOf(url, cookie);
        lines.push(asLine(what, await press(pressOn(url, cookie, scene)), first.length));
        if (what === "API: status of all goals") lines.push(await bare(first, scene));
      }
      return {
        name: "latency",
        about: `${CONNECTIONS} connections on this machine, the client on the same cores; a remembered plan`,
        lines,
      };
    } finally {
      await server.stop();
    }
  },
};

function pressOn(url: string, cookie: string, { quick }: Scene): Press {
  return { url, cookie, connections: CONNECTIONS, most: quick ? 16 : 4000, forMs: quick ? 500 : 5000 };
}

/** The same bytes from a bare server, in this process: a floor for the bytes of the status. */
async function bare(bytes: Buffer, scene: Scene): Promise<Line> {
  const { url, server } = await bareServer(bytes);
  try {
    return asLine("the same bytes from a bare node:http server", await press(pressOn(url, "", scene)), bytes.length);
  } finally {
    server.close();
  }
}

async function bytesOf(url: string, cookie: string): Promise<Buffer> {
  const answer = await fetch(url, { headers: { cookie } });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return Buffer.from(await answer.arrayBuffer());
}

function asLine(what: string, { p50, p95, longest, perSecond, count }: Pressed, bytes: number): Line {
  return {
    what,
    times: { median: p50, low: p95, high: longest, runs: count },
    note: `median, p95, longest; ${Math.round(perSecond)} a second, ${Math.round(bytes / 1024)} kB`,
  };
}
