/** What a job carries: plain values, ids rather than names. Never a CPR number, a name or an address. */
export type JobData = Readonly<Record<string, unknown>>;

/** How far a job is. */
export type Progress = { readonly done: number; readonly total: number | null; readonly stage: string };

/** A job somebody asks for. */
export type AskedJob = {
  readonly municipality: string;
  /** Who asked, as in the access log. */
  readonly by: string;
  /** While a job of the same name and key waits or runs, asking again gives that job. */
  readonly key?: string;
  readonly data?: JobData;
};

/** A job as its handler sees it. */
export type RunningJob = {
  readonly id: string;
  readonly name: string;
  readonly municipality: string;
  readonly by: string;
  readonly data: JobData;
  /** 1 for the first try. */
  readonly attempt: number;
  /** Aborted when the job is cancelled, taken over by another process, or the program stops: roll back and leave. */
  readonly signal: AbortSignal;
  /** Says how far it is. Costs nothing; may be called inside a transaction. */
  readonly report: (progress: Progress) => void;
};

/** Does a job. It opens its own transactions; what it gives back is the job's result. A job may be tried again: work twice, same result. */
export type JobHandler = (job: RunningJob) => Promise<JobData | undefined>;

export type JobState = "waiting" | "running" | "done" | "failed" | "cancelled";

/** A job as others see it. */
export type JobView = {
  readonly id: string;
  readonly name: string;
  readonly state: JobState;
  readonly by: string;
  readonly attempts: number;
  readonly created: Date;
  readonly started: Date | null;
  readonly ended: Date | null;
  readonly progress: Progress | null;
  readonly result: JobData | null;
  /** Code of what went wrong last; never the error's own words, which may hold values. */
  readonly fault: string | null;
};

/** Where the jobs tell what happens to them. A pino logger is one. */
export type JobLog = {
  readonly info: (about: object, message: string) => void;
  readonly warn: (about: object, message: string) => void;
  readonly error: (about: object, message: string) => void;
};
