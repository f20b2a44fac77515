import type { JobData, JobHandler } from "./contract.ts";
import { faultOf } from "./faults.ts";
import { dueQueues, handBack } from "./queries/leases.ts";
import { type Fetched, runJob, type UnderWay, type Workplace } from "./run.ts";

/** Takes due jobs and runs them. */
export type Dispatcher = {
  readonly take: (name: string, handler: JobHandler, atOnce: number) => void;
  /** Says that a job may be waiting. */
  readonly wake: () => void;
  readonly underWay: (id: string) => UnderWay | undefined;
  readonly stop: (waitMs: number) => Promise<void>;
};

type Queue = { readonly handler: JobHandler; readonly atOnce: number; busy: number };
type Running = UnderWay & { readonly fetched: Fetched };

const SLOWEST_LOOK_MS = 30_000;
const MAINTAIN_EVERY_MS = 3_600_000;

/**
 * One loop a process: it looks which names have a due job, takes what it has room for, and sleeps until somebody says that a job
 * waits or it is time to look what other processes put in line. The loop starts here and not where a job is put in line, so that it
 * never runs inside somebody's transaction.
 */
export function dispatch(place: Workplace, lookEveryMs: number): Dispatcher {
  const { db, boss, log } = place;
  const queues = new Map<string, Queue>();
  const running = new Map<string, Running>();
  const sleep = sleeper();
  let stopping = false;
  let failures = 0;
  let maintained = Date.now();
  let expired = 0;

  const begin = (fetched: Fetched, queue: Queue): void => {
    queue.busy += 1;
    const job = runJob(place, fetched, queue.handler);
    running.set(fetched.id, { ...job, fetched });
    void job.ended.then(() => {
      running.delete(fetched.id);
      queue.busy -= 1;
      sleep.wake();
    });
  };
  const takeFrom = async (name: string, queue: Queue): Promise<void> => {
    while (!stopping && queue.busy < queue.atOnce) {
      const [fetched] = await boss.fetch<{ municipality: string; by: string; data: JobData }>(name, {
        includeMetadata: true,
      });
      if (!fetched) return;
      begin(fetched, queue);
    }
  };
  const upkeep = async (): Promise<void> => {
    if (db.engine === "server" && Date.now() - expired > (place.leaseSeconds * 1000) / 4) {
      expired = Date.now();
      await boss.expire();
    }
    if (Date.now() - maintained > MAINTAIN_EVERY_MS) {
      maintained = Date.now();
      await boss.maintain();
    }
  };
  const round = async (): Promise<void> => {
    await upkeep();
    const free = [...queues].filter(([, queue]) => queue.busy < queue.atOnce).map(([name]) => name);
    if (free.length === 0) return;
    for (const name of await dueQueues(db, free)) {
      const queue = queues.get(name);
      if (queue) await takeFrom(name, queue);
    }
  };
  const look = async (): Promise<void> => {
    while (!stopping) {
      try {
        await round();
        failures = 0;
      } catch (error) {
        failures += 1;
        log.warn({ fault: faultOf(error), failures }, "looking for jobs failed");
      }
      await sleep.for(Math.min(SLOWEST_LOOK_MS, lookEveryMs * 2 ** Math.min(failures, 10)));
    }
  };
  const loop = look();

  return {
    take: (name, handler, atOnce) => {
      queues.set(name, { handler, atOnce, busy: 0 });
      sleep.wake();
    },
    wake: sleep.wake,
    underWay: (id) => running.get(id),
    stop: async (waitMs) => {
      stopping = true;
      sleep.wake();
      await loop;
      for (const job of running.values()) job.abort("stopped");
      await atMost(waitMs, Promise.all([...running.values()].map(({ ended }) => ended)));
      for (const { fetched } of running.values()) await handBack(db, fetched);
    },
  };
}

/** A sleep that can be cut short. Waking while nobody sleeps makes the next sleep end at once. */
function sleeper(): { readonly for: (ms: number) => Promise<void>; readonly wake: () => void } {
  let rung = false;
  let ring: (() => void) | null = null;
  return {
    for: (ms) =>
      new Promise((resolve) => {
        const done = (): void => {
          clearTimeout(timer);
          ring = null;
          rung = false;
          resolve();
        };
        const timer = setTimeout(done, rung ? 0 : ms);
        timer.unref();
        ring = done;
      }),
    wake: () => {
      rung = true;
      ring?.();
    },
  };
}

async function atMost(ms: number, work: Promise<unknown>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  await Promise.race([work, promise]);
  clearTimeout(timer);
}
