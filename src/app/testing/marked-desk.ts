import { randomBytes } from "node:crypto";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DEMO_LOGIN } from "../../platform/auth/public.ts";
import { type Day, day } from "../../platform/kernel/day.ts";
import { operationsOver } from "../operations.ts";
import { openRuntime } from "../runtime.ts";
import type { Runtime } from "../runtime-type.ts";
import { buildServer } from "../server/build.ts";
import type { App } from "../server/desk.ts";
import { openLog } from "../server/logging.ts";
import { type Metrics, metricsOver } from "../server/metrics.ts";
import { newDataFolder } from "./data-folder.ts";
import { HAND_MADE } from "./demo-desk.ts";

/** Words that stand nowhere but in the records of one municipality's people: whoever sees one has seen a record. */
export type Marks = { readonly name: string; readonly company: string; readonly cpr: string };

/** A server whose records hold unmistakable names and numbers, and whose log is caught. */
export type MarkedDesk = {
  readonly url: string;
  readonly port: number;
  readonly data: string;
  readonly localToken: string;
  readonly runtime: Runtime;
  readonly metrics: Metrics;
  readonly logged: () => string;
  readonly close: () => Promise<void>;
};

export const OURS = "0316";
export const NEIGHBOUR = "0370";

/** CPR numbers whose day has sixty added: nobody has one. */
export const MARKS: Readonly<Record<typeof OURS | typeof NEIGHBOUR, Marks>> = {
  [OURS]: { name: "Vorsqvist", company: "Kvæhlsmedie", cpr: "7106585" },
  [NEIGHBOUR]: { name: "Nabosqvist", company: "Nabosmedie", cpr: "7206585" },
};

const TODAY = day("2022-01-15");

/** Opens the server; `more` adds routes for a test. */
export async function openMarkedDesk(
  more: (app: App, runtime: Runtime) => void = () => undefined,
): Promise<MarkedDesk> {
  const data = await newDataFolder();
  const lines: string[] = [];
  const log = openLog("debug", { write: (line) => void lines.push(line) });
  const runtime = await openRuntime({ data, log, env: {} });
  const today = (): Day => TODAY;
  for (const municipality of [OURS, NEIGHBOUR] as const) {
    const folder = markedFolder(data, municipality);
    const loaded = await operationsOver(runtime, today).load({ folder, municipality, synthetic: true });
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems.slice(0, 3)));
  }
  const metrics = metricsOver(runtime, DEMO_LOGIN);
  const login = { ...DEMO_LOGIN, requestsPerMinute: 1_000_000 };
  const localToken = randomBytes(16).toString("hex");
  const edge = { trustProxy: null, requestSeconds: 2, answerSeconds: 90 };
  const app = await buildServer({ runtime, today, localToken, log, metrics, login, edge });
  more(app, runtime);
  const url = await app.listen({ port: 0, host: "127.0.0.1" });
  const close = async (): Promise<void> => {
    await app.close();
    await runtime.close();
    rmSync(data, { recursive: true, force: true });
  };
  return {
    url,
    port: Number(new URL(url).port),
    data,
    localToken,
    runtime,
    metrics,
    logged: () => lines.join(""),
    close,
  };
}

/** The twelve hand-made citizens under marked names, with marked numbers. */
function markedFolder(data: string, municipality: typeof OURS | typeof NEIGHBOUR): string {
  const { name, company, cpr } = MARKS[municipality];
  const folder = join(data, `marked-${municipality}`);
  cpSync(HAND_MADE, folder, { recursive: true });
  const change = (file: string, edit: (line: string, at: number) => string): void => {
    const [head = "", ...rows] = readFileSync(join(folder, file), "utf8").trimEnd().split("\n");
    writeFileSync(join(folder, file), `${[head, ...rows].map(edit).join("\n")}\n`);
  };
  change("companies.csv", (line) => line.replace("Syntetisk virksomhed", company));
  change("citizens.csv", (line, at) =>
    at === 0 ? `${line},cpr` : `${line.replace("Syntetisk borger", name)},${cpr}${String(100 + at)}`,
  );
  return folder;
}
