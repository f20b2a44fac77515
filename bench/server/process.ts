import { spawn } from "node:child_process";
import { request } from "node:http";
import { fileURLToPath } from "node:url";
import { freePort } from "../../src/platform/testing/free-port.ts";

const CLI = fileURLToPath(new URL("../../src/app/cli.ts", import.meta.url));
const TRY_EVERY_MS = 5;
const LONGEST_MS = 120_000;

/** A server in a process of its own, as `springbraet serve` starts it. */
export type Serving = {
  readonly url: string;
  /** Milliseconds from the start of the process to its first answer to the address that was waited for. */
  readonly answeredAfter: number;
  readonly stop: () => Promise<void>;
};

/** Starts the server on a data folder and waits until an address answers 200. Throws when it ends or takes two minutes. */
export async function startServer(
  data: string,
  address: string,
  more: Readonly<Record<string, string>> = {},
): Promise<Serving> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const start = performance.now();
  const child = spawn(process.execPath, [CLI, "serve", "--data", data, "--port", String(port)], {
    stdio: "ignore",
    env: { ...process.env, SPRINGBRAET_TODAY: "2021-07-01", ...more },
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = async (): Promise<void> => {
    if (child.exitCode === null) child.kill("SIGTERM");
    await ended;
  };
  while (!(await answers(`${url}${address}`))) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode} before it answered`);
    if (performance.now() - start > LONGEST_MS) {
      await stop();
      throw new Error("the server did not answer in two minutes");
    }
    await new Promise((resolve) => setTimeout(resolve, TRY_EVERY_MS));
  }
  return { url, answeredAfter: performance.now() - start, stop };
}

/** A session of the demo's analyst, as a cookie. */
export async function logIn(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/v1/session`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-springbraet": "1" },
    body: JSON.stringify({ role: "analyst", municipality: "0316" }),
  });
  const cookie = answer.headers.get("set-cookie")?.split(";")[0];
  if (!answer.ok || !cookie) throw new Error(`the server gave no session: ${answer.status}`);
  return cookie;
}

function answers(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = request(url, (answer) => {
      answer.resume();
      answer.once("end", () => resolve(answer.statusCode === 200));
    });
    asked.once("error", () => resolve(false));
    asked.end();
  });
}
