import { Agent, request } from "node:http";
import pg from "pg";
import type { Times } from "../contract.ts";
import { quantile } from "../measure.ts";
import type { Statement } from "./recorded.ts";

/** How many people ask at the same time, each again when they have their answer; a few of them for a quick run. */
export const USERS = { whole: 200, quick: 20 };

/** Times as the table has them: the middle, 95 of 100, the longest. */
export type Spread = { readonly times: Times; readonly p95: number; readonly perSecond: number };

/** One asked thing of one user. */
export type Ask = { readonly method: string; readonly path: string; readonly body?: unknown };

/** Lets all users ask for a while, each in their own way, and gives how long they waited. */
export async function together(
  { users, forMs }: { readonly users: number; readonly forMs: number },
  ask: (user: number, turn: number) => Promise<unknown>,
): Promise<Spread> {
  const spent: number[] = [];
  const start = performance.now();
  const user = async (_: unknown, number: number): Promise<void> => {
    for (let turn = 0; turn === 0 || performance.now() - start < forMs; turn++) {
      const from = performance.now();
      await ask(number, turn);
      spent.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: users }, user));
  const seconds = (performance.now() - start) / 1000;
  const sorted = spent.sort((a, b) => a - b);
  const p95 = quantile(sorted, 0.95);
  const times = { median: quantile(sorted, 0.5), low: p95, high: sorted.at(-1) ?? Number.NaN, runs: sorted.length };
  return { times, p95, perSecond: sorted.length / seconds };
}

/** A browser's connections to a server on this machine. Any answer but 200 is an error: a benchmark of refusals says nothing. */
export function client(url: string): {
  /** Asks as whoever has a session's cookie. */
  readonly ask: (what: Ask, cookie: string) => Promise<unknown>;
  readonly close: () => void;
} {
  if (new URL(url).hostname !== "127.0.0.1") throw new Error("only this machine is put under load");
  const agent = new Agent({ keepAlive: true, maxSockets: USERS.whole });
  const ask = ({ method, path, body }: Ask, cookie: string): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const text = body === undefined ? null : JSON.stringify(body);
      const headers = {
        cookie,
        "x-springbraet": "1",
        ...(text === null ? {} : { "content-type": "application/json" }),
      };
      const asked = request(`${url}${path}`, { method, agent, headers }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => void chunks.push(chunk));
        answer.once("error", reject);
        answer.once("end", () => {
          const told = Buffer.concat(chunks).toString("utf8");
          if (answer.statusCode === 200) resolve(JSON.parse(told));
          else reject(new Error(`${method} ${path} answered ${answer.statusCode}: ${told.slice(0, 200)}`));
        });
      });
      asked.once("error", reject);
      asked.end(text ?? undefined);
    });
  return { ask, close: () => agent.destroy() };
}

/** How the peer connects: how many at once, and whether the fence holds it. */
export type Peer = { readonly connections: number; readonly fenced: boolean };

/**
 * The peer: statements over node-postgres; each time undone when it writes. As an account no fence holds, or, where the database has more than one
 * municipality, as the role the fence holds: the statements name none, and would otherwise read them all.
 */
export function direct(
  url: string,
  { connections, fenced }: Peer,
): {
  /** Runs some statements in a municipality. */
  readonly run: (work: readonly Statement[], municipality: string) => Promise<void>;
  readonly close: () => Promise<void>;
} {
  const pool = new pg.Pool({ connectionString: url, max: connections, options: "-c app.sees=all" });
  return {
    run: async (work, municipality) => {
      const connection = await pool.connect();
      try {
        await connection.query("begin");
        if (fenced) await connection.query("set local role springbraet_app");
        await connection.query("select set_config('app.municipality', $1, true)", [municipality]);
        for (const { sql, parameters } of work) await connection.query(sql, [...parameters]);
        await connection.query("rollback");
      } finally {
        connection.release();
      }
    },
    close: () => pool.end(),
  };
}
