import type PgBoss from "pg-boss";
import { type Database, withoutHurry } from "../db/public.ts";
import type { JobData, JobHandler, JobLog, Progress, RunningJob } from "./contract.ts";
import { faultOf, isPassing } from "./faults.ts";
import { handBack, holdLease, type Lease, makeLast } from "./queries/leases.ts";

/** What pg-boss hands over of our jobs. */
export type Fetched = PgBoss.JobWithMetadata<{ municipality: string; by: string; data: JobData }>;

/** What running jobs share. */
export type Workplace = {
  readonly db: Database;
  readonly boss: PgBoss;
  readonly log: JobLog;
  readonly leaseSeconds: number;
};

/** A job under way in this process. */
export type UnderWay = {
  readonly municipality: string;
  readonly progress: () => Progress | null;
  readonly abort: (why: "cancelled" | "stopped") => void;
  readonly ended: Promise<void>;
};

/** How often the lease is renewed within itself. */
const BEATS = 4;

/** Runs one fetched job to its end: keeps its lease, tells how far it is, and notes how it ended. */
export function runJob(place: Workplace, fetched: Fetched, handler: JobHandler): UnderWay {
  const lease: Lease = { name: fetched.name, id: fetched.id, retryCount: fetched.retryCount };
  const control = new AbortController();
  let progress: Progress | null = null;
  const { municipality, by, data } = fetched.data;
  const job: RunningJob = {
    id: fetched.id,
    name: fetched.name,
    municipality,
    by,
    data,
    attempt: fetched.retryCount + 1,
    signal: control.signal,
    report: (now) => {
      progress = now;
    },
  };
  const beat = beating(place, lease, {
    progress: () => progress,
    lost: () => control.abort("lost"),
  });
  const ended = Promise.resolve()
    .then(() => withoutHurry(() => handler(job)))
    .then((result) => finish(place, lease, result))
    .catch((error: unknown) => fail(place, lease, { error, stopped: control.signal.reason === "stopped" }))
    .catch((error: unknown) => place.log.warn({ job: lease.id, fault: faultOf(error) }, "a job's end was not noted"))
    .finally(() => beat.stop());
  return { municipality, progress: () => progress, abort: (why) => control.abort(why), ended };
}

/** Renews the lease a few times within it; never two at once: the embedded engine may be busy for long. */
function beating(
  { db, leaseSeconds }: Workplace,
  lease: Lease,
  job: { readonly progress: () => Progress | null; readonly lost: () => void },
): { readonly stop: () => void } {
  let beating = false;
  const timer = setInterval(
    () => {
      if (beating) return;
      beating = true;
      holdLease(db, lease, job.progress())
        .then((held) => {
          if (!held) job.lost();
        })
        .catch(() => undefined)
        .finally(() => {
          beating = false;
        });
    },
    (leaseSeconds * 1000) / BEATS,
  );
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

/** Notes that a job is done, unless it was cancelled or another process has it: what it did then is the other's to say. */
async function finish({ db, boss, log }: Workplace, lease: Lease, result: JobData | undefined): Promise<void> {
  if (!(await holdLease(db, lease, null))) {
    log.warn({ job: lease.id, name: lease.name }, "a job ended that was no longer ours");
    return;
  }
  await boss.complete(lease.name, lease.id, result === undefined ? {} : { result });
}

async function fail(
  { db, boss, log }: Workplace,
  lease: Lease,
  { error, stopped }: { readonly error: unknown; readonly stopped: boolean },
): Promise<void> {
  if (stopped) return await handBack(db, lease);
  const fault = faultOf(error);
  const again = isPassing(error);
  log.warn({ job: lease.id, name: lease.name, attempt: lease.retryCount + 1, fault, again }, "a job failed");
  if (!(await holdLease(db, lease, null))) return;
  if (!again) await makeLast(db, lease);
  await boss.fail(lease.name, lease.id, { fault });
}
