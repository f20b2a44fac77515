export type { JobData, JobHandler, JobLog, RunningJob } from "./contract.ts";
export { type JobOptions, type Jobs, openJobs } from "./jobs.ts";
export { keepUp, type Upkeep } from "./upkeep.ts";
