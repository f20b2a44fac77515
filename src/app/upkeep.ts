import type { Upkeep } from "../platform/jobs/public.ts";
import type { Runtime } from "./runtime-type.ts";

/** What comes back by itself for each municipality: one line here, one job per slot of time, done by one of the processes. */
export function upkeepOver(_runtime: Runtime): readonly Upkeep[] {
  return [];
}
