import { dropFailures } from "../platform/auth/public.ts";
import { type Database, forgetDeeds, inTenant } from "../platform/db/public.ts";
import type { JobData, RunningJob, Upkeep } from "../platform/jobs/public.ts";
import type { Operations } from "./operations.ts";

const MINUTE_S = 60;
const HOUR_S = 3_600;
const DAY_S = 86_400;

/** What comes back by itself for each municipality: one line here, one job per slot of time, done by one of the processes. */
export function upkeepOver(
  db: Database,
  running: Pick<Operations, "sealAccessLog" | "dropAccessLog" | "lookAfterImports" | "refreshDuties" | "sendLetters">,
): readonly Upkeep[] {
  return [
    {
      name: "log.seal",
      everySeconds: MINUTE_S,
      run: async ({ municipality }: RunningJob): Promise<JobData> => {
        const { sealed } = await running.sealAccessLog({ municipality });
        return { sealed };
      },
    },
    {
      name: "log.drop",
      everySeconds: DAY_S,
      run: async ({ municipality }: RunningJob): Promise<JobData> => {
        const { looks, changes } = await running.dropAccessLog({ municipality });
        return { looks: looks.entries, changes: changes.entries };
      },
    },
    {
      name: "duties.refresh",
      everySeconds: MINUTE_S,
      run: (job: RunningJob): Promise<JobData> => running.refreshDuties(job.municipality, job),
    },
    {
      name: "letters.send",
      everySeconds: MINUTE_S,
      run: (job: RunningJob): Promise<JobData> => running.sendLetters(job.municipality, job.signal),
    },
    {
      name: "imports.look-after",
      everySeconds: HOUR_S,
      run: async ({ municipality }: RunningJob): Promise<undefined> => running.lookAfterImports(municipality),
    },
    {
      name: "logins.forget",
      everySeconds: HOUR_S,
      run: async (): Promise<JobData> => ({ failures: await dropFailures(db, new Date()) }),
    },
    {
      name: "deeds.forget",
      everySeconds: HOUR_S,
      run: async ({ municipality }: RunningJob): Promise<JobData> => ({
        deeds: await inTenant(db, { municipality }, forgetDeeds),
      }),
    },
  ];
}
