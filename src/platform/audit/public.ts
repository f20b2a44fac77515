export { type KeptSeals, keepSealing, keptIn, readKept } from "./anchor.ts";
export { type DroppedEntries, dropOldEntries, LOG_RETENTION, type LogRetention } from "./drop.ts";
export type { Fault } from "./fault.ts";
export { logAccess } from "./log-access.ts";
export { looksAt, looksOn } from "./queries/looks.ts";
export { type Sealing, sealingLag, sealLog } from "./seal.ts";
export { type Verification, verifyLog } from "./verify.ts";
