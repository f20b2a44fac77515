export type { JobData, JobHandler, JobLog, JobView, Progress, RunningJob } from "./contract.ts";
export { type JobOptions, type Jobs, openJobs } from "./jobs.ts";
export { keepUp, type Upkeep } from "./upkeep.ts";
