import { randomBytes } from "node:crypto";
import { keepUp } from "../../platform/jobs/public.ts";
import type { Day } from "../../platform/kernel/day.ts";
import { operationsOver } from "../operations.ts";
import { openRuntime } from "../runtime.ts";
import { upkeepOver } from "../upkeep.ts";
import { buildServer } from "./build.ts";

export type Served = { readonly url: string; readonly close: () => Promise<void> };

/** Opens a data folder and serves it until the process is asked to stop; requests under way are finished first. */
export async function serve(options: {
  readonly place: { readonly data: string; readonly url?: string };
  readonly today: () => Day;
  readonly port: number;
  readonly host: string;
  readonly logs?: boolean;
}): Promise<Served> {
  const runtime = await openRuntime(options.place);
  const localToken = randomBytes(32).toString("base64url");
  const app = await buildServer({ runtime, today: options.today, localToken, logs: options.logs ?? true });
  const keeper = await keepUp({
    jobs: await runtime.jobs(),
    upkeep: upkeepOver(operationsOver(runtime, options.today)),
    municipalities: () => runtime.settings().municipalities.map(({ code }) => code),
    log: app.log,
  });
  await operationsOver(runtime, options.today).takeImports();
  const url = await app.listen({ port: options.port, host: options.host });
  runtime.db.lock?.publish({ url, token: localToken });
  const close = async (): Promise<void> => {
    keeper.stop();
    await app.close();
    await runtime.close();
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => void close().then(() => process.exit(0)));
  return { url, close };
}
