import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { bareEnvironment } from "./run-cli.ts";

/** The real server in a process of its own. */
export type ServedProcess = {
  readonly url: string;
  readonly pid: number;
  /** Ends it as a power cut does: nothing is finished, nothing is said. */
  readonly kill: () => Promise<void>;
  /** Asks it to stop and gives its exit code. */
  readonly stop: (signal?: "SIGTERM" | "SIGINT") => Promise<number | null>;
  /** Asks again while it is stopping. */
  readonly signal: (signal: "SIGTERM" | "SIGINT") => void;
  readonly said: () => string;
};

const CLI = fileURLToPath(new URL("../cli.ts", import.meta.url));

/** Starts `springbraet serve` on a free port and waits until it says where it serves. */
export async function serveProcess(
  place: { readonly data: string; readonly url?: string },
  env: Readonly<Record<string, string>> = {},
): Promise<ServedProcess> {
  const child = spawn(process.execPath, [CLI, "serve", "--port", "0", "--data", place.data], {
    env: bareEnvironment({ ...env, ...(place.url ? { DATABASE_URL: place.url } : {}) }),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  const withUs = (): boolean => child.kill("SIGKILL");
  process.once("exit", withUs);
  void ended.then(() => process.off("exit", withUs));
  const url = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: unknown): void => {
      said += String(chunk);
      const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? [];
      if (found) resolve(found);
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    void ended.then((code) => reject(new Error(`the server ended with ${code}:\n${said}`)));
  });
  return {
    url,
    pid: child.pid ?? 0,
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
    stop: (signal = "SIGTERM") => {
      child.kill(signal);
      return ended;
    },
    signal: (signal) => void child.kill(signal),
    said: () => said,
  };
}
