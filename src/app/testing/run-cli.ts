import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** How a command ended and what it said. */
export type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

const CLI = fileURLToPath(new URL("../cli.ts", import.meta.url));

/** The environment of a machine where nothing is set for the program. */
export function bareEnvironment(more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const { DATABASE_URL: _url, SPRINGBRAET_DATA: _data, SPRINGBRAET_TODAY: _today, PORT: _port, ...env } = process.env;
  return { ...env, ...more };
}

/** Runs the real command line in a process of its own. */
export function runCli(args: readonly string[], given: { readonly input?: string } = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CLI, ...args], { env: bareEnvironment() });
    const said = { out: "", err: "" };
    // A letter of two bytes may come in two chunks.
    child.stdout.setEncoding("utf8").on("data", (chunk) => (said.out += String(chunk)));
    child.stderr.setEncoding("utf8").on("data", (chunk) => (said.err += String(chunk)));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, ...said }));
    child.stdin.end(given.input ?? "");
  });
}
