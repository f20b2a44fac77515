import type { Bench, Line } from "../contract.ts";
import { timesOf } from "../measure.ts";
import { logIn, startServer } from "./process.ts";

const FIRST = [
  { what: "first answer of the API", address: "/api/v1/session" },
  { what: "first page", address: "/" },
] as const;

/** From the start of the program on the demo's data folder to its first answers; the warehouse is there from before. */
export const coldStart: Bench = {
  name: "cold-start",
  run: async (scene) => {
    const data = await scene.demo();
    if (!scene.quick) await firstStatus(data);
    const lines: Line[] = [];
    const runs = Math.max(1, Math.min(5, scene.runs));
    for (const { what, address } of FIRST.slice(0, scene.quick ? 1 : undefined)) {
      const spent: number[] = [];
      for (let run = 0; run < runs; run++) {
        const server = await startServer(data, address);
        spent.push(server.answeredAfter);
        await server.stop();
      }
      lines.push({ what, times: timesOf(spent) });
    }
    const statuses: number[] = [];
    for (let run = 0; run < runs; run++) statuses.push(await firstStatus(data));
    lines.push({ what: "first status of the plan", times: timesOf(statuses), note: "start, role chosen, all goals" });
    return {
      name: "cold-start",
      about: "From the start of `serve` in a new process to the end of its first answer",
      lines,
    };
  },
};

/** Milliseconds from the start of the program to the end of its first answer with all goals. */
async function firstStatus(data: string): Promise<number> {
  const server = await startServer(data, "/api/v1/session");
  try {
    const ready = performance.now();
    const cookie = await logIn(server.url);
    const answer = await fetch(`${server.url}/api/v1/plans/holbaek-2020-21/status`, { headers: { cookie } });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`the status gave ${answer.status}`);
    return server.answeredAfter + performance.now() - ready;
  } finally {
    await server.stop();
  }
}
