import {
  type Deadlines,
  listDeadlines,
  refreshCitizen,
  refreshObligations,
  timelinessByWeek,
  type WeekOfTimeliness,
} from "../duties/public.ts";
import { inTenant } from "../platform/db/public.ts";
import type { JobData, RunningJob } from "../platform/jobs/public.ts";
import { addDays, civilOf, type Day, day, dayOf, FOREVER, isoDay } from "../platform/kernel/day.ts";
import { withoutRestricted } from "../privacy/public.ts";
import { fillCalendar } from "./demo-calendar.ts";
import { fillMeetings } from "./demo-meetings.ts";
import { fillPlans } from "./demo-plans.ts";
import { municipalityOf, readDay } from "./places.ts";
import type { Runtime } from "./runtime-type.ts";

export type AskedDeadlines = { readonly municipality?: string; readonly asOf?: string };

export type AskedTimeliness = { readonly municipality?: string; readonly from?: string; readonly to?: string };

/** Timeliness from a first to a last day, both included, in all and per rule, unit and week. Percent are unrounded, null when nothing fell due. */
export type TimelinessAnswer = {
  readonly from: string;
  readonly to: string;
  readonly fellDue: number;
  readonly onTime: number;
  readonly percent: number | null;
  readonly weeks: readonly WeekOfTimeliness[];
};

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
    refreshObligations(runtime.db, { municipality, asOf: dutyDay(municipality), today: dutyDay(municipality), ...job });
  return {
    dutyDay,
    /** Makes up a calendar and plans for a demo: only where all citizens are made up, and there are none yet. */
    fillDemo: async (municipality: string): Promise<void> => {
      const own = runtime.settings().municipalities.find(({ code }) => code === municipality);
      if (!own?.synthetic) return;
      const opensOn = dutyDay(municipality);
      await fillCalendar(runtime.db, municipality, { opensOn, post: runtime.post.of(municipality) });
      await fillMeetings(runtime.db, municipality, { opensOn, post: runtime.post.of(municipality) });
      await fillPlans(runtime.db, municipality, opensOn);
    },
    /** Brings the municipality's kept obligations up to its day. */
    refreshDuties: async (municipality: string, job?: RunningJob): Promise<JobData> => ({
      ...(await refresh(municipality, job)),
    }),
    /** The same for one citizen, after something was written about them. */
    refreshDutiesOf: (municipality: string, citizen: string): Promise<void> => {
      const day = dutyDay(municipality);
      return refreshCitizen(runtime.db, citizen, { municipality, asOf: day, today: day });
    },
    /** How much was met in time: this year so far when no days are given. */
    timeliness: async (asked: AskedTimeliness): Promise<TimelinessAnswer> => {
      const municipality = municipalityOf(asked.municipality, runtime);
      // What falls due later is not late yet: only what was met early would count.
      const last = Math.min(asked.to ? readDay(asked.to) : FOREVER, dutyDay(municipality)) as Day;
      const from = asked.from ? readDay(asked.from) : dayOf(civilOf(last).year, 1, 1);
      await refresh(municipality);
      const weeks = await inTenant(runtime.db, { municipality }, (tx) =>
        timelinessByWeek(tx, { from, until: addDays(last, 1) }),
      );
      const fellDue = weeks.reduce((sum, week) => sum + week.fellDue, 0);
      const onTime = weeks.reduce((sum, week) => sum + week.onTime, 0);
      const percent = fellDue === 0 ? null : (onTime * 100) / fellDue;
      return { from: isoDay(from), to: isoDay(last), fellDue, onTime, percent, weeks };
    },
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
