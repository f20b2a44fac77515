import type { JobData, JobLog, RunningJob } from "./contract.ts";
import { faultOf } from "./faults.ts";
import type { Jobs } from "./jobs.ts";

/** Work that comes back by itself, for each municipality: sealing the log, clearing what has had its time. */
export type Upkeep = {
  readonly name: string;
  readonly everySeconds: number;
  readonly run: (job: RunningJob) => Promise<JobData | undefined>;
};

type Place = {
  readonly jobs: Jobs;
  readonly upkeep: readonly Upkeep[];
  /** Asked at each turn, so that a municipality that comes later is kept too. */
  readonly municipalities: () => readonly string[];
  readonly log: JobLog;
};

/** Who is named as asking for it. */
const BY = "springbraet";
const TURN_MS = 60_000;

/**
 * Has this process take part in the upkeep. Every process puts the same jobs in line at the same times; one per municipality and
 * slot of time is made, and one process does it.
 */
export async function keepUp({ jobs, upkeep, municipalities, log }: Place): Promise<{ readonly stop: () => void }> {
  for (const { name, run } of upkeep) await jobs.work(name, run);
  const turn = async (): Promise<void> => {
    for (const { name, everySeconds } of upkeep) {
      for (const municipality of municipalities())
        await jobs.enqueueOnce(name, { municipality, by: BY, key: name, slotSeconds: everySeconds });
    }
  };
  const take = (): void =>
    void turn().catch((error: unknown) => log.warn({ fault: faultOf(error) }, "upkeep could not be put in line"));
  take();
  const timer = setInterval(take, TURN_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
