import type PgBoss from "pg-boss";
import { type Database, inTenant, type Tx } from "../db/public.ts";
import { openBoss } from "./boss.ts";
import type { AskedJob, JobHandler, JobLog, JobView } from "./contract.ts";
import { type Dispatcher, dispatch } from "./dispatch.ts";
import { isPassing } from "./faults.ts";
import { countJobs, handBackAll, type JobCount } from "./queries/leases.ts";
import { jobById, markCancelled, newestJobs, newestJobsOf, putInLine } from "./queries/own-jobs.ts";
import type { Workplace } from "./run.ts";

export type JobOptions = {
  readonly log: JobLog;
  /** How long a job stays with a process that no longer gives a sign, in seconds. */
  readonly leaseSeconds?: number;
  /** How often this process looks for jobs that others put in line, in milliseconds. */
  readonly lookEveryMs?: number;
};

/** The jobs of an open program. */
export type Jobs = {
  /** This process takes jobs of a name from now on, some at once (one, when nothing is said). */
  readonly work: (name: string, handler: JobHandler, atOnce?: number) => Promise<void>;
  /** Puts a job in line and gives its id. Inside a transaction use `enqueueIn`. */
  readonly enqueue: (name: string, asked: AskedJob) => Promise<string>;
  /** The same as part of a transaction: no commit, no job. Somebody must already work on jobs of this name. */
  readonly enqueueIn: (tx: Tx, name: string, asked: Omit<AskedJob, "municipality">) => Promise<string>;
  /** Puts a job in line unless one was made in this slot of time already, by any process. */
  readonly enqueueOnce: (name: string, asked: AskedJob & { readonly slotSeconds: number }) => Promise<string | null>;
  /** A job of a municipality as it is now. How far a job of this process is, is known without the database. */
  readonly progress: (municipality: string, id: string) => Promise<JobView | null>;
  /** How far a job under way in this process is, also while it has the only connection; null when it is not here. */
  readonly here: (municipality: string, id: string) => JobView["progress"] | null;
  readonly newest: (municipality: string, most: number) => Promise<readonly JobView[]>;
  /** The newest jobs of a name. */
  readonly newestOf: (municipality: string, name: string, most: number) => Promise<readonly JobView[]>;
  readonly cancel: (municipality: string, id: string) => Promise<boolean>;
  readonly counts: () => Promise<readonly JobCount[]>;
  /** Takes no more jobs and waits for those under way; what is not done in time goes back in line. */
  readonly stop: (waitMs?: number) => Promise<void>;
};

const LEASE_SECONDS = 30;
const LOOK_EVERY_MS = 1_000;
const STOP_WAIT_MS = 10_000;
const QUEUE_TRIES = 8;
const QUEUE_PAUSE_MS = 50;
const QUEUE = { retryLimit: 5, retryDelay: 5, retryBackoff: true, retentionMinutes: 14 * 24 * 60 } as const;

/** Opens the jobs over the records. Close them with `stop` before the records. */
export async function openJobs(db: Database, options: JobOptions): Promise<Jobs> {
  const { log, leaseSeconds = LEASE_SECONDS } = options;
  const boss = await openBoss(db, log);
  if (db.engine === "embedded") await handBackAll(db);
  const place: Workplace = { db, boss, log, leaseSeconds };
  const dispatcher = dispatch(place, options.lookEveryMs ?? LOOK_EVERY_MS);
  const known = new Set<string>();
  const know = async (name: string): Promise<void> => {
    if (known.has(name)) return;
    await makeQueue(boss, { name, ...QUEUE, expireInSeconds: leaseSeconds });
    known.add(name);
  };
  const enqueueOnce: Jobs["enqueueOnce"] = async (name, { municipality, ...asked }) => {
    await know(name);
    const id = await inTenant(db, { municipality }, (tx) => putInLine(tx, name, asked));
    dispatcher.wake();
    return id;
  };
  let stopped: Promise<void> | null = null;
  const stop = async (waitMs: number): Promise<void> => {
    await dispatcher.stop(waitMs);
    await boss.stop({ graceful: false });
  };
  return {
    work: async (name, handler, atOnce = 1) => {
      await know(name);
      dispatcher.take(name, handler, atOnce);
    },
    enqueue: async (name, { municipality, ...asked }) => {
      await know(name);
      const id = await inTenant(db, { municipality }, (tx) => putInLine(tx, name, asked));
      dispatcher.wake();
      return must(id);
    },
    enqueueIn: async (tx, name, asked) => {
      const id = must(await putInLine(tx, name, asked));
      dispatcher.wake();
      return id;
    },
    enqueueOnce,
    ...seeing(db, dispatcher),
    counts: () => countJobs(db),
    stop: (waitMs = STOP_WAIT_MS) => {
      stopped ??= stop(waitMs);
      return stopped;
    },
  };
}

/** Makes the queue of a name when it is not there. Processes that start together may be in each other's way: then again. */
async function makeQueue(boss: PgBoss, queue: PgBoss.Queue): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      if ((await boss.getQueue(queue.name)) === null) await boss.createQueue(queue.name, { ...queue });
      await boss.updateQueue(queue.name, { ...queue });
      return;
    } catch (error) {
      if (tries === QUEUE_TRIES || !isPassing(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, QUEUE_PAUSE_MS * tries * (1 + Math.random())));
    }
  }
}

/** Looking at jobs and cancelling them, inside the fence of one municipality. */
function seeing(
  db: Database,
  dispatcher: Dispatcher,
): Pick<Jobs, "progress" | "here" | "newest" | "newestOf" | "cancel"> {
  const here: Jobs["here"] = (municipality, id) => {
    const found = dispatcher.underWay(id);
    return found?.municipality === municipality ? found.progress() : null;
  };
  const fresh = (municipality: string, view: JobView): JobView => ({
    ...view,
    progress: here(municipality, view.id) ?? view.progress,
  });
  return {
    here,
    progress: async (municipality, id) => {
      const view = await inTenant(db, { municipality }, (tx) => jobById(tx, id));
      return view && fresh(municipality, view);
    },
    newest: async (municipality, most) =>
      (await inTenant(db, { municipality }, (tx) => newestJobs(tx, most))).map((view) => fresh(municipality, view)),
    newestOf: async (municipality, name, most) => {
      const found = await inTenant(db, { municipality }, (tx) => newestJobsOf(tx, name, most));
      return found.map((view) => fresh(municipality, view));
    },
    cancel: async (municipality, id) => {
      const done = await inTenant(db, { municipality }, (tx) => markCancelled(tx, id));
      if (done) dispatcher.underWay(id)?.abort("cancelled");
      return done;
    },
  };
}

function must(id: string | null): string {
  if (id === null) throw new Error("a job without a slot was not made");
  return id;
}
