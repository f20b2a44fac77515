import { join } from "node:path";
import { keepSealing, sealLog } from "../platform/audit/public.ts";
import { forgetDeeds, inTenant } from "../platform/db/public.ts";
import type { Upkeep } from "../platform/jobs/public.ts";
import type { Runtime } from "./runtime-type.ts";

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** What comes back by itself for each municipality: one line here, one job per slot of time, done by one of the processes. */
export function upkeepOver(runtime: Runtime): readonly Upkeep[] {
  const { db } = runtime;
  return [
    {
      name: "seal-log",
      everySeconds: 5 * MINUTE,
      run: async ({ municipality }) => {
        const sealing = await sealLog(db, municipality);
        keepSealing(join(runtime.data, "seals"), municipality, sealing);
        return { entries: sealing.sealed, days: sealing.days.length };
      },
    },
    {
      name: "forget-deeds",
      everySeconds: HOUR,
      run: async ({ municipality }) => ({ deeds: await inTenant(db, { municipality }, forgetDeeds) }),
    },
  ];
}
