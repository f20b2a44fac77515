import { setTimeout as sleep } from "node:timers/promises";
import type { Verification } from "../platform/audit/public.ts";
import { namedError } from "../platform/db/public.ts";
import type { Jobs, JobView, Progress } from "../platform/jobs/public.ts";
import type { Runtime } from "./runtime-type.ts";
import { da } from "./texts.da.ts";
import { en } from "./texts.en.ts";

/** What verifying found, and when that was. */
export type Checked = Verification & { readonly checkedAt: string };

/** How the log was when it was last verified (null when it never was), and how far a verification under way is. */
export type LogCheck = { readonly checked: Checked | null; readonly checking: Progress | null };

/** Recomputes a municipality's whole log and tells how far it is. */
export type VerifyLog = (municipality: string, report: (progress: Progress) => void) => Promise<Checked>;

const JOB = "log.verify";
/** A verification is worth this long to a page that only wants to say how the log is. */
const FRESH_MS = 15 * 60_000;
/** A short log is verified while the page waits; one that takes longer is told of as under way. */
const WAIT_MS = 1_500;
const LOOK_MS = 50;
const BEGUN: Progress = { done: 0, total: null, stage: "waiting" };

/**
 * Verifying the log for a page: a job, done once however many look, so that a large log holds up no request. `anew` asks for one that begins
 * now; otherwise one of the last quarter of an hour will do. Throws `log_not_checked` when the job failed.
 */
export function logChecks(runtime: Runtime, verify: VerifyLog) {
  let working: Promise<Jobs> | null = null;
  const begin = async (): Promise<Jobs> => {
    const opened = await runtime.jobs();
    await opened.work(JOB, async ({ municipality, report }) => ({ ...(await verify(municipality, report)) }));
    return opened;
  };
  const jobs = (): Promise<Jobs> => {
    working ??= begin();
    return working;
  };
  return async (municipality: string, asked: { readonly by: string; readonly anew: boolean }): Promise<LogCheck> => {
    const opened = await jobs();
    const before = lastDone(await opened.newestOf(municipality, JOB, 2));
    if (before && !asked.anew && isFresh(before)) return { checked: before, checking: null };
    const id = await opened.enqueue(JOB, { municipality, by: asked.by, key: JOB });
    const job = await endOf(opened, { municipality, id });
    if (job?.state === "done") return { checked: job.result as unknown as Checked, checking: null };
    if (job?.state === "failed") throw notChecked(job.fault ?? "unknown");
    return { checked: before, checking: job?.progress ?? BEGUN };
  };
}

function lastDone(jobs: readonly JobView[]): Checked | null {
  const done = jobs.find(({ state }) => state === "done");
  return (done?.result ?? null) as unknown as Checked | null;
}

/** A moment of the future is of a clock that has gone back. */
function isFresh({ checkedAt }: Checked): boolean {
  const age = Date.now() - Date.parse(checkedAt);
  return age >= 0 && age < FRESH_MS;
}

/** The job when it has ended, or as it is when one has waited long enough. */
async function endOf(jobs: Jobs, job: { readonly municipality: string; readonly id: string }): Promise<JobView | null> {
  const until = performance.now() + WAIT_MS;
  for (;;) {
    const seen = await jobs.progress(job.municipality, job.id);
    const isUnderWay = seen?.state === "waiting" || seen?.state === "running";
    if (!isUnderWay || performance.now() > until) return seen;
    await sleep(LOOK_MS);
  }
}

function notChecked(fault: string): Error {
  const say = (text: string): string => text.replace("{fault}", fault);
  return namedError("log_not_checked", { da: say(da.logNotChecked), en: say(en.logNotChecked) });
}
