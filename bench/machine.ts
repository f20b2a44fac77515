import { arch, availableParallelism, cpus, loadavg, platform, release, totalmem } from "node:os";
import { openDuck } from "../src/platform/warehouse/duck.ts";
import type { Scene } from "./contract.ts";

/** The machine and the versions the figures are of. */
export async function describeMachine(scene: Scene): Promise<Readonly<Record<string, string | number>>> {
  const duck = await openDuck(":memory:");
  const [version] = await duck.run("SELECT version() AS v");
  duck.close();
  const postgres = await scene.postgres();
  const server = await postgres?.client.query<{ server_version: string }>("show server_version");
  return {
    processor: cpus()[0]?.model ?? "unknown",
    cores: availableParallelism(),
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${release()} ${arch()}`,
    node: process.version,
    duckdb: String(version?.v),
    postgresql: server?.rows[0]?.server_version ?? "none on this machine",
  };
}

/** How busy the machine is with this and other work: processes that run or wait, mean of the last minute. */
export function load(): number {
  return Math.round((loadavg()[0] ?? 0) * 10) / 10;
}
