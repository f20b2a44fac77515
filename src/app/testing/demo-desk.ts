import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Day, day } from "../../platform/kernel/day.ts";
import { type Operations, operationsOver } from "../operations.ts";
import { openRuntime } from "../runtime.ts";
import type { Runtime } from "../runtime-type.ts";
import { buildServer } from "../server/build.ts";
import { newDemoFolder } from "./data-folder.ts";

/** A running server whose records and operations a test can also reach directly. */
export type DemoDesk = {
  readonly url: string;
  readonly data: string;
  readonly runtime: Runtime;
  readonly operations: Operations;
  readonly close: () => Promise<void>;
};

/** The folder of hand-made files: twelve citizens. */
export const HAND_MADE = fileURLToPath(new URL("../../../examples/hand-made/", import.meta.url));

const TODAY = day("2022-01-15");

/** A small synthetic Holbæk, and Næstved with the twelve hand-made citizens, served from a folder that is gone when closed. */
export async function openDemoDesk(size = 0.1): Promise<DemoDesk> {
  const data = await newDemoFolder(size);
  const today = (): Day => TODAY;
  const runtime = await openRuntime({ data });
  const operations = operationsOver(runtime, today);
  const loaded = await operations.load({ folder: HAND_MADE, municipality: "0370", synthetic: true });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const localToken = randomBytes(16).toString("hex");
  const app = await buildServer({ runtime, today, localToken });
  const url = await app.listen({ port: 0, host: "127.0.0.1" });
  runtime.db.lock?.publish({ url, token: localToken });
  const close = async (): Promise<void> => {
    await app.close();
    await runtime.close();
    rmSync(data, { recursive: true, force: true });
  };
  return { url, data, runtime, operations, close };
}
