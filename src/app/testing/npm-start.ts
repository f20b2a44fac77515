import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { bareEnvironment } from "./run-cli.ts";

/** `npm start` running on a folder. */
export type Started = {
  readonly url: string;
  /** What it has said so far. */
  readonly said: () => string;
  /** Asks it to stop as a machine that shuts down does, and gives its exit code. */
  readonly stop: () => Promise<number | null>;
};

const START = fileURLToPath(new URL("../../../scripts/start.mjs", import.meta.url));

/** Runs what `npm start` runs, on a free port, and waits until it says where it serves. */
export async function npmStart(data: string): Promise<Started> {
  const child = spawn(process.execPath, [START], { env: bareEnvironment({ SPRINGBRAET_DATA: data, PORT: "0" }) });
  let said = "";
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  const url = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: unknown): void => {
      said += String(chunk);
      const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? [];
      if (found) resolve(found);
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    void ended.then((code) => reject(new Error(`npm start ended with ${code}:\n${said}`)));
  });
  return { url, said: () => said, stop: () => stopped(child, ended) };
}

function stopped(child: ChildProcess, ended: Promise<number | null>): Promise<number | null> {
  child.kill("SIGTERM");
  return ended;
}
