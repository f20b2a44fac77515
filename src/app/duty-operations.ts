import { type Deadlines, listDeadlines, refreshObligations } from "../duties/public.ts";
import { inTenant } from "../platform/db/public.ts";
import type { JobData, RunningJob } from "../platform/jobs/public.ts";
import { type Day, day } from "../platform/kernel/day.ts";
import { withoutRestricted } from "../privacy/public.ts";
import { municipalityOf, readDay } from "./places.ts";
import type { Runtime } from "./runtime-type.ts";

export type AskedDeadlines = { readonly municipality?: string; readonly asOf?: string };

/** What must be done by when: kept up to date, and listed. */
export function dutyOperations(runtime: Runtime, today: () => Day) {
  /** The day duties stand as on: the demo's own day, else today. */
  const dutyDay = (municipality: string): Day => {
    const opens = runtime.settings().municipalities.find(({ code }) => code === municipality)?.opensOn ?? null;
    return opens === null ? today() : day(opens);
  };
  const refresh = (
    municipality: string,
    job: Partial<Pick<RunningJob, "signal" | "report">> = {},
  ): ReturnType<typeof refreshObligations> =>
    refreshObligations(runtime.db, { municipality, asOf: dutyDay(municipality), today: today(), ...job });
  return {
    dutyDay,
    /** Brings the municipality's kept obligations up to its day. */
    refreshDuties: async (municipality: string, job?: RunningJob): Promise<JobData> => ({
      ...(await refresh(municipality, job)),
    }),
    /** Every open duty on a day; on the municipality's own day, first brought up to date and then read as every page reads them. */
    deadlines: async (asked: AskedDeadlines): Promise<Deadlines> => {
      const municipality = municipalityOf(asked.municipality, runtime);
      const asOf = asked.asOf ? readDay(asked.asOf) : dutyDay(municipality);
      if (asOf === dutyDay(municipality)) await refresh(municipality);
      const user = { label: "command line", role: "system" };
      return inTenant(runtime.db, { municipality }, (tx) =>
        listDeadlines(tx, { municipality, asOf, user, mayShow: withoutRestricted }),
      );
    },
  };
}
