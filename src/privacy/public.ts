export type * from "./contract.ts";
export { approve, confirmPeriod, proposeDeletion, retentionOf } from "./deletion.ts";
export { allLooks, gatherPerson } from "./gather.ts";
export { liftRestriction, restrictedAmong, standingRestrictions } from "./queries/restrictions.ts";
export { isKnown } from "./queries/person.ts";
export { unusual } from "./queries/patterns.ts";
export { type Actor, refusal, register, requestsOf, takeStep } from "./requests.ts";
export { refuseRestricted, withoutRestricted } from "./restriction.ts";
export { type Deleted, type DeletionJob, reapplyDeletions, runDeletion } from "./run-deletion.ts";
